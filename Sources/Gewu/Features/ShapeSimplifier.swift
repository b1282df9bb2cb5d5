import Foundation
import Geometry

/// Leaves out positions of shapes in WGS 84 that are within a distance of the line between those that
/// stay (Douglas and Peucker, 1973).
///
/// For drawing: neighbours that share an edge are simplified each by itself. No shape disappears: a
/// ring keeps four positions, a line its ends.
struct ShapeSimplifier {
  private let metres: Double

  /// The length of a degree of latitude, in metres.
  private static let degree = GroundScale.radius * .pi / 180

  init(metres: Double) { self.metres = metres }

  func simplified(_ shape: Shape) -> Shape {
    switch shape {
    case .point: shape
    case .lines(let lines): .lines(lines.map(line))
    case .area(let area): .area(MultiPolygon(area.polygons.map(polygon)))
    }
  }

  private func polygon(_ polygon: Polygon) -> Polygon {
    Polygon(
      rings: polygon.rings.enumerated().compactMap { place, ring in
        // A hole that is not seen is not drawn.
        place > 0 && isSmall(ring) ? nil : Ring(self.ring(ring.coordinates))
      })
  }

  private func isSmall(_ ring: Ring) -> Bool {
    let box = ring.box
    let width = box.width * Self.degree * GroundScale.cosine(box.minY * .pi / 180)
    return width < metres && box.height * Self.degree < metres
  }

  private func line(_ positions: [Coordinate]) -> [Coordinate] {
    guard positions.count > 2 else { return positions }
    var stays = [Bool](repeating: false, count: positions.count)
    stays[0] = true
    stays[positions.count - 1] = true
    mark(positions, 0, positions.count - 1, &stays)
    return positions.indices.filter { stays[$0] }.map { positions[$0] }
  }

  /// A ring, closed: its first position, the farthest from it, and the farthest from the line between
  /// these always stay.
  private func ring(_ positions: [Coordinate]) -> [Coordinate] {
    let last = positions.count - 1
    guard last > 3 else { return positions }
    let origin = positions[0]
    func away(_ index: Int) -> Double { offset(positions[index], origin, origin) }
    let farthest = (1..<last).max { away($0) < away($1) } ?? 1
    func beside(_ index: Int) -> Double {
      offset(positions[index], origin, positions[farthest])
    }
    let third = (1..<last).filter { $0 != farthest }.max { beside($0) < beside($1) } ?? 1
    var stays = [Bool](repeating: false, count: positions.count)
    let anchors = [0, min(farthest, third), max(farthest, third), last]
    for anchor in anchors { stays[anchor] = true }
    for (start, end) in zip(anchors, anchors.dropFirst()) { mark(positions, start, end, &stays) }
    return positions.indices.filter { stays[$0] }.map { positions[$0] }
  }

  private func mark(_ positions: [Coordinate], _ start: Int, _ end: Int, _ stays: inout [Bool]) {
    var spans = [(start, end)]
    while let (start, end) = spans.popLast() {
      guard end - start > 1 else { continue }
      var farthest = (index: start, offset: metres * metres)
      for index in start + 1..<end {
        let offset = offset(positions[index], positions[start], positions[end])
        if offset > farthest.offset { farthest = (index, offset) }
      }
      guard farthest.index > start else { continue }
      stays[farthest.index] = true
      spans += [(start, farthest.index), (farthest.index, end)]
    }
  }

  /// The square of the distance in metres of a position from the line between two others.
  private func offset(_ position: Coordinate, _ start: Coordinate, _ end: Coordinate) -> Double {
    let perX = Self.degree * GroundScale.cosine(position.y * .pi / 180)
    let (x, y) = ((position.x - start.x) * perX, (position.y - start.y) * Self.degree)
    let (dx, dy) = ((end.x - start.x) * perX, (end.y - start.y) * Self.degree)
    let square = dx * dx + dy * dy
    let share = square > 0 ? min(1, max(0, (x * dx + y * dy) / square)) : 0
    let (restX, restY) = (x - share * dx, y - share * dy)
    return restX * restX + restY * restY
  }
}
