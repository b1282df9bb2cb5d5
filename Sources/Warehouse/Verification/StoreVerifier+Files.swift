import Foundation
import GRDB
import Tabular

extension StoreVerifier {
  /// Every R*Tree is well formed and has the boxes of its table's geometries.
  func spatialCheck() throws -> Check {
    var check = Check(name: "spatial indexes", examined: 0)
    let columns = try Row.fetchAll(
      db,
      sql: """
        SELECT f_table_name AS name, f_geometry_column AS geometry FROM geometry_columns
        WHERE spatial_index_enabled = 1 ORDER BY 1, 2
        """)
    for column in columns {
      check.examined += 1
      let (table, geometry): (String, String) = (column["name"], column["geometry"])
      let index = "idx_\(table)_\(geometry)"
      let form = try String.fetchOne(db, sql: "SELECT rtreecheck('main', ?)", arguments: [index])
      if form != "ok" {
        check.fail("\(index): \(form ?? "not there")", "\(index):\(form ?? "不存在")")
        continue
      }
      let agrees = try Bool.fetchOne(
        db, sql: "SELECT CheckSpatialIndex(?, ?)", arguments: [table, geometry])
      if agrees != true {
        check.fail("\(index) does not agree with \(table)", "\(index) 与 \(table) 不一致")
      }
    }
    return check
  }

  /// Every source file that was archived is there, with the content of its name.
  func archiveCheck() throws -> Check {
    var check = Check(name: "archive", examined: 0)
    guard let archive = store.archive else { return check }
    let names = try String.fetchAll(
      db, sql: "SELECT sha256 FROM source_file WHERE archived = 1 ORDER BY sha256")
    for name in names {
      check.examined += 1
      do {
        _ = try store.archivedFile(sha256: name)
      } catch {
        check.fail("\(error)", "归档文件 \(name) 缺失或已被改动:\(archive.path(of: name))")
      }
    }
    return check
  }
}
