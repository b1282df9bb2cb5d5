import Foundation
import GRDB
package import Geometry

/// What lines enclose, and where they do not.
package struct Linework: Sendable {
  /// The smallest areas that lines enclose, none overlapping another.
  package var areas: [Polygon] = []
  /// The ends of lines at which no other line begins: there something did not close.
  package var openEnds: [Coordinate] = []
}

extension StoreTransaction {
  /// What lines of a drawing enclose, by SpatiaLite's polygonizer (GEOS); lines are cut where they
  /// cross or touch.
  ///
  /// - Parameter lines: each its positions, in one plane.
  package func linework(of lines: [[Coordinate]]) throws -> Linework {
    guard
      let noded = try Data.fetchOne(
        db, sql: "SELECT AsBinary(ST_UnaryUnion(GeomFromWKB(?)))",
        arguments: [Data(Self.encode(lines))])
    else { return Linework() }
    let pieces = try noded.withUnsafeBytes { bytes in try WellKnownBinary.decodeLines(bytes) }
    let areas = try Data.fetchOne(
      db, sql: "SELECT AsBinary(ST_Polygonize(GeomFromWKB(?)))", arguments: [noded])
    var meetings: [Coordinate: Int] = [:]
    for piece in pieces {
      if let first = piece.first, let last = piece.last {
        meetings[first, default: 0] += 1
        meetings[last, default: 0] += 1
      }
    }
    let ends = meetings.filter { $0.value == 1 }.keys
    return Linework(
      areas: try areas.map { try WellKnownBinary.decodeSurfaces(Array($0)).polygons } ?? [],
      openEnds: ends.sorted { ($0.x, $0.y) < ($1.x, $1.y) })
  }

  /// Lines as a MultiLineString in well-known binary.
  private static func encode(_ lines: [[Coordinate]]) -> [UInt8] {
    var bytes: [UInt8] = []
    func word(_ value: Int) {
      withUnsafeBytes(of: UInt32(truncatingIfNeeded: value).littleEndian) { bytes += $0 }
    }
    func begin(_ kind: Int, _ count: Int) {
      bytes.append(1)
      word(kind)
      word(count)
    }
    begin(5, lines.count)
    for line in lines {
      begin(2, line.count)
      for position in line {
        for ordinate in [position.x, position.y] {
          withUnsafeBytes(of: ordinate.bitPattern.littleEndian) { bytes += $0 }
        }
      }
    }
    return bytes
  }
}
