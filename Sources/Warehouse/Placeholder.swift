import GRDB
import GRDBSQLite
import CSpatiaLite
import CProj
enum WarehousePlaceholder { static let q = try? DatabaseQueue(); static let v = String(cString: sqlite3_libversion()); static let s = String(cString: spatialite_version()); static let p = proj_info().major }
