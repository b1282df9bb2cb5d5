import Foundation
import GRDB
package import Geometry

/// Lays boundaries over each other on one connection; used within its session.
package struct BoundaryOverlay {
  /// Which part of two boundaries is asked for.
  package enum Part: Sendable {
    case shared
    /// What the first holds and the second does not.
    case onlyFirst
  }

  package struct Operand {
    /// Its bytes, valid in the sense of OGC Simple Features.
    fileprivate let blob: Data
  }

  private let srid: Int32
  private let mending: Statement
  private let shared: Statement
  private let onlyFirst: Statement

  init(_ db: Database, srid: Int32) throws {
    self.srid = srid
    mending = try db.makeStatement(
      sql: "SELECT CASE WHEN ST_IsValid(?1) = 1 THEN ?1 ELSE ST_Buffer(?1, 0) END")
    shared = try db.makeStatement(sql: "SELECT ExtractMultiPolygon(ST_Intersection(?1, ?2))")
    onlyFirst = try db.makeStatement(sql: "SELECT ExtractMultiPolygon(ST_Difference(?1, ?2))")
  }

  package func operand(_ boundary: MultiPolygon) throws -> Operand {
    let blob = Data(SpatiaLiteBlob.encode(boundary, srid: srid))
    return Operand(blob: try Data.fetchOne(mending, arguments: [blob]) ?? blob)
  }

  /// The part of two boundaries that is asked for; without polygons where there is none.
  package func callAsFunction(
    _ part: Part, _ first: Operand, _ second: Operand
  ) throws -> MultiPolygon {
    let statement =
      switch part {
      case .shared: shared
      case .onlyFirst: onlyFirst
      }
    guard let found = try Data.fetchOne(statement, arguments: [first.blob, second.blob]) else {
      return MultiPolygon([])
    }
    return try SpatiaLiteBlob.decodeMultiPolygon([UInt8](found)).boundary
  }
}

extension StoreTransaction {
  /// Lays boundaries over each other, by GEOS.
  ///
  /// A boundary that touches itself is made valid first: it is prepared once and can be laid over
  /// many others.
  package func overlay() throws -> BoundaryOverlay {
    try BoundaryOverlay(db, srid: Int32(store.srid))
  }
}
