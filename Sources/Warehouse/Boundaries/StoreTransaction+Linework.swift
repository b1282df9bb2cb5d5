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
    var meetings: [Coordinate: Int] = [:]
    for piece in pieces {
      if let first = piece.first, let last = piece.last {
        meetings[first, default: 0] += 1
        meetings[last, default: 0] += 1
      }
    }
    let ends = meetings.filter { $0.value == 1 }.keys
    return Linework(
      areas: try areas(within: pieces), openEnds: ends.sorted { ($0.x, $0.y) < ($1.x, $1.y) })
  }

  /// The smallest areas that pieces of lines enclose.
  ///
  /// SpatiaLite leaves out an area that is the whole of another one's hole: what lies within each hole
  /// without areas is asked for by itself.
  private func areas(within pieces: [[Coordinate]]) throws -> [Polygon] {
    var areas = try polygonized(pieces)
    var next = 0
    while next < areas.count {
      for hole in areas[next].rings.dropFirst() {
        let outline = Outline(hole)
        guard !areas.contains(where: { outline.holds($0.rings[0].coordinates) }) else { continue }
        let found = try polygonized(pieces.filter(outline.holds))
        areas += found.isEmpty ? [Polygon(rings: [hole])] : found
      }
      next += 1
    }
    return areas
  }

  private func polygonized(_ pieces: [[Coordinate]]) throws -> [Polygon] {
    let areas = try Data.fetchOne(
      db, sql: "SELECT AsBinary(ST_Polygonize(GeomFromWKB(?)))",
      arguments: [Data(Self.encode(pieces))])
    return try areas.map { try WellKnownBinary.decodeSurfaces(Array($0)).polygons } ?? []
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

/// A hole, and what of lines that do not cross it lies within or along it.
private struct Outline {
  private let ring: Ring
  private let box: Box
  /// The position after each of the ring's.
  private let following: [Coordinate: Coordinate]

  init(_ ring: Ring) {
    self.ring = ring
    box = ring.box
    following = Dictionary(
      zip(ring.coordinates, ring.coordinates.dropFirst()).map { ($0, $1) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether a line lies within the hole or along its ring.
  func holds(_ line: [Coordinate]) -> Bool {
    guard line.allSatisfy(box.contains) else { return false }
    if let free = line.first(where: { following[$0] == nil }) { return ring.holds(free) }
    // All its positions are on the ring: it is along it, or leads straight across on one side.
    return zip(line, line.dropFirst()).allSatisfy { a, b in
      following[a] == b || following[b] == a
        || ring.holds(Coordinate(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2))
    }
  }
}
