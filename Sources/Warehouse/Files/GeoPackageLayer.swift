import Foundation
import GRDB
import Tabular

/// A layer of a GeoPackage and what its columns are declared as.
struct GeoPackageLayer: Sendable {
  /// A column other than the geometry.
  struct Column: Sendable {
    var name: String
    /// The declared type in capitals.
    var type: String
  }

  var table: String
  /// The column of the geometry.
  var column: String
  var srid: Int64
  var columns: [Column] = []
}

extension GeoPackageLayer {
  /// Opens the file for reading only.
  static func opening<Result>(
    _ path: String, _ body: (Database) throws -> Result
  ) throws -> Result {
    try requireWhole(path)
    var configuration = Configuration()
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      defer { try? queue.close() }
      return try queue.read(body)
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: throw notAGeoPackage(path)
      default:
        throw unreadable(
          path, code: error.resultCode.rawValue,
          text: error.message ?? error.resultCode.description)
      }
    }
  }

  static func unreadable(_ path: String, code: Int32, text: String) -> TabularError {
    TabularError(.unreadable, path: path, .geoPackage(.unreadable(code: code, text: text)))
  }

  static func notAGeoPackage(_ path: String) -> TabularError {
    TabularError(.truncated, path: path, .geoPackage(.notAGeoPackage))
  }

  /// Compares the size with the number of pages in the header: SQLite itself only
  /// notices a truncation when it comes to the pages that are missing.
  private static func requireWhole(_ path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path),
      let head = try? file.read(upToCount: 100), let size = try? file.seekToEnd()
    else {
      _ = try FileBytes.array(at: path)
      throw notAGeoPackage(path)
    }
    let header = [UInt8](head)
    guard header.count == 100, header.starts(with: "SQLite format 3\0".utf8) else {
      throw notAGeoPackage(path)
    }
    let rawPageSize = UInt64(header[16]) << 8 | UInt64(header[17])
    let pageSize = rawPageSize == 1 ? 65_536 : rawPageSize
    let pages = header[28..<32].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard pageSize * pages <= size else { throw notAGeoPackage(path) }
  }

  /// The layer of a name, or the only one.
  static func choose(
    _ db: Database, path: String, layer: String?
  ) throws -> GeoPackageLayer {
    var chosen = try find(db, path: path, layer: layer)
    chosen.columns = try db.columns(in: chosen.table)
      .filter { $0.name.lowercased() != chosen.column.lowercased() }
      .map { GeoPackageLayer.Column(name: $0.name, type: $0.type.uppercased()) }
    return chosen
  }

  private static func find(
    _ db: Database, path: String, layer: String?
  ) throws -> GeoPackageLayer {
    guard try db.tableExists("gpkg_contents"), try db.tableExists("gpkg_geometry_columns") else {
      throw TabularError(.unsupported, path: path, .geoPackage(.noContents))
    }
    let layers = try Row.fetchAll(
      db,
      sql: """
        SELECT g.table_name, g.column_name, g.srs_id FROM gpkg_geometry_columns AS g
        JOIN gpkg_contents AS c ON c.table_name = g.table_name
        WHERE c.data_type = 'features' ORDER BY g.table_name
        """
    ).map { GeoPackageLayer(table: $0[0], column: $0[1], srid: $0[2]) }
    let names = layers.map(\.table)
    if let layer {
      if let found = layers.first(where: { $0.table == layer }) { return found }
      throw TabularError(.layer, path: path, .geoPackage(.noLayer(layer, among: names)))
    }
    guard let only = layers.first else {
      throw TabularError(.empty, path: path, .geoPackage(.noFeatureLayer))
    }
    guard layers.count == 1 else {
      throw TabularError(.layer, path: path, .geoPackage(.severalLayers(names)))
    }
    return only
  }

  /// The name of a reference system of the file; nil for the two undefined ones.
  static func crs(_ db: Database, srid: Int64) throws -> String? {
    guard srid > 0,
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys
          WHERE srs_id = ?
          """, arguments: [srid])
    else { return nil }
    let organization: String? = row[0]
    let code: Int64? = row[1]
    if organization?.uppercased() == "EPSG", let code { return "EPSG:\(code)" }
    return row[2]
  }

  static func notAGeometry(_ path: String, number: Int) -> TabularError {
    TabularError(.malformed, path: path, .geoPackage(.notAGeometry(feature: number)))
  }
}

/// The geometry of a GeoPackage (OGC 12-128r18, section 2.1.3): a header before well-known binary.
enum GeoPackageBlob {
  /// What a column holds.
  enum Content {
    /// No geometry, or an empty one.
    case none
    /// Well-known binary from this byte on.
    case wellKnownBinary(from: Int)
    /// Bytes that are no geometry.
    case invalid
  }

  /// Looks at the header.
  static func content(_ bytes: UnsafeRawBufferPointer) -> Content {
    let envelopes = [0, 32, 48, 48, 64]
    guard bytes.count >= 8, bytes.starts(with: [0x47, 0x50]) else { return .invalid }
    let flags = bytes[3]
    if flags & 0x10 != 0 { return .none }
    let kind = Int(flags >> 1 & 7)
    guard kind < envelopes.count, bytes.count > 8 + envelopes[kind] else { return .invalid }
    return .wellKnownBinary(from: 8 + envelopes[kind])
  }

  /// The bytes of a column, without an envelope.
  static func encode(_ wellKnownBinary: [UInt8], srid: Int) -> [UInt8] {
    var bytes: [UInt8] = [0x47, 0x50, 0, 1]
    withUnsafeBytes(of: Int32(truncatingIfNeeded: srid).littleEndian) {
      bytes.append(contentsOf: $0)
    }
    return bytes + wellKnownBinary
  }
}
