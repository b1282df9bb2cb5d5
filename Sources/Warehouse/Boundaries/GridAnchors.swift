import Foundation
import GRDB
import Geometry

/// For each cell a position inside of it, which stands for the rows whose own positions are sealed.
final class GridAnchors {
  private let db: Database
  private let srid: Int32
  private var known: [Int64: Coordinate?] = [:]

  init(_ db: Database, srid: Int) {
    self.db = db
    self.srid = Int32(truncatingIfNeeded: srid)
  }

  /// The position of a cell, by its row in `grid`; nil where it has no boundary.
  func position(of cell: Int64) throws -> Coordinate? {
    if let known = known[cell] { return known }
    let bytes = try Data.fetchOne(
      db, sql: "SELECT AsBinary(boundary) FROM grid WHERE id = ?", arguments: [cell])
    let anchor = try bytes.flatMap { bytes in
      try bytes.withUnsafeBytes { try WellKnownBinary.decodeShape($0)?.anchor }
    }
    known[cell] = .some(anchor)
    return anchor
  }

  /// The point as SpatiaLite keeps it; nil for no cell.
  func point(of cell: Int64?) throws -> Data? {
    try cell.flatMap { try position(of: $0) }.map { Data(SpatiaLiteBlob.encode($0, srid: srid)) }
  }

  /// The positions of all cells that there ever were.
  func all() throws -> [Int64: Coordinate] {
    var found: [Int64: Coordinate] = [:]
    for cell in try Int64.fetchAll(db, sql: "SELECT id FROM grid WHERE boundary IS NOT NULL") {
      found[cell] = try position(of: cell)
    }
    return found
  }
}
