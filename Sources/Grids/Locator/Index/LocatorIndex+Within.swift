import Geometry

extension LocatorIndex {
  /// The nearest place of each cell whose border comes as near as `distance` to a position,
  /// with the distance.
  ///
  /// A cell that reaches into the circle without its border contains the whole circle.
  func borders(within distance: Double, of point: Coordinate, xScale: Double) -> [Int32: NearCell] {
    var found: [Int32: NearCell] = [:]
    let reach = Coordinate(x: distance / xScale, y: distance)
    // What rounding could cut off at the rim is less than this.
    let slack = 0x1p-40 * distance
    let around = Box(
      minX: max(point.x - reach.x - slack / xScale, box.minX),
      minY: max(point.y - reach.y - slack, box.minY),
      maxX: min(point.x + reach.x + slack / xScale, box.maxX),
      maxY: min(point.y + reach.y + slack, box.maxY))
    guard !around.isEmpty else { return found }
    let first = part(of: Coordinate(x: around.minX, y: around.minY))
    let last = part(of: Coordinate(x: around.maxX, y: around.maxY))
    let fineness = Int32(EdgeDirectory.fineness)
    for row in first.row / fineness...last.row / fineness {
      for column in first.column / fineness...last.column / fineness {
        forEachEdge(in: entries[square(column * fineness, row * fineness)]) { edge in
          let (near, squared) = Self.nearest(on: edge, to: point, xScale: xScale)
          let away = squared.squareRoot()
          guard away <= distance else { return }
          forEachCell(beside: edge) { cell in
            if away < found[cell]?.distance ?? .infinity {
              found[cell] = NearCell(cell: cell, point: near, distance: away)
            }
          }
        }
      }
    }
    return found
  }
}
