/// A ring of a Shapefile polygon: clockwise for a shell, the other way for a hole.
package struct ShapefileRing {
  package typealias Position = (x: Double, y: Double)

  let positions: [Position]
  /// Positive when the ring runs counter-clockwise.
  package let signedArea: Double
  private let min: Position
  private let max: Position

  /// Makes a ring, closing it if the file did not.
  package init(_ open: [Position]) {
    var positions = open
    if let first = open.first, let last = open.last, first != last { positions.append(first) }
    self.positions = positions
    var twice = 0.0
    var low: Position = (.infinity, .infinity)
    var high: Position = (-.infinity, -.infinity)
    let origin = positions.first ?? (0, 0)
    for (index, position) in positions.enumerated() {
      low = (Swift.min(low.x, position.x), Swift.min(low.y, position.y))
      high = (Swift.max(high.x, position.x), Swift.max(high.y, position.y))
      guard index > 0 else { continue }
      let last = positions[index - 1]
      twice +=
        (last.x - origin.x) * (position.y - origin.y) - (position.x - origin.x)
        * (last.y - origin.y)
    }
    signedArea = twice / 2
    min = low
    max = high
  }

  /// Groups rings into polygons, each its shell and then its holes, in file order.
  ///
  /// A hole belongs to the smallest shell around it; one in no shell is a shell
  /// that runs the wrong way. Where no ring runs clockwise, directions say nothing,
  /// and a ring inside an even number of others is a shell.
  static func polygons(of rings: [ShapefileRing]) -> [[ShapefileRing]] {
    guard rings.count > 1 else { return [rings] }
    var isShell = rings.map { $0.signedArea <= 0 }
    if !isShell.contains(true) {
      isShell = rings.indices.map { ring in
        rings.indices.count { $0 != ring && rings[$0].surrounds(rings[ring]) }.isMultiple(of: 2)
      }
    }
    let shells = rings.indices.filter { isShell[$0] }
    var owner = [Int](rings.indices)
    for hole in rings.indices where !isShell[hole] {
      let around = shells.filter { rings[$0].surrounds(rings[hole]) }
      owner[hole] =
        around.min { abs(rings[$0].signedArea) < abs(rings[$1].signedArea) } ?? hole
    }
    var holes: [Int: [ShapefileRing]] = [:]
    for ring in rings.indices where owner[ring] != ring {
      holes[owner[ring], default: []].append(rings[ring])
    }
    return rings.indices.filter { owner[$0] == $0 }.map { [rings[$0]] + (holes[$0] ?? []) }
  }

  /// Whether `other` lies in this ring, by its first position that is not on the line.
  func surrounds(_ other: ShapefileRing) -> Bool {
    guard min.x <= other.min.x, min.y <= other.min.y, max.x >= other.max.x, max.y >= other.max.y
    else { return false }
    for position in other.positions {
      if let isInside = encloses(position) { return isInside }
    }
    // All corners touch the line: the middle of a side decides.
    for (a, b) in zip(other.positions, other.positions.dropFirst()) {
      if let isInside = encloses(((a.x + b.x) / 2, (a.y + b.y) / 2)) { return isInside }
    }
    return abs(signedArea) > abs(other.signedArea)
  }

  /// Whether a position lies inside; nil on the line itself.
  private func encloses(_ position: Position) -> Bool? {
    var isInside = false
    for (a, b) in zip(positions, positions.dropFirst()) {
      if position.y < Swift.min(a.y, b.y) || position.y > Swift.max(a.y, b.y) { continue }
      let side = (b.x - a.x) * (position.y - a.y) - (position.x - a.x) * (b.y - a.y)
      if side == 0, position.x >= Swift.min(a.x, b.x), position.x <= Swift.max(a.x, b.x) {
        return nil
      }
      if (a.y > position.y) != (b.y > position.y), (side > 0) == (b.y > a.y) { isInside.toggle() }
    }
    return isInside
  }
}
