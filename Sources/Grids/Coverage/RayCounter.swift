import Geometry

/// Counts the cells that cover a place, by a ray to the left through a row of the
/// directory.
struct RayCounter {
  let edges: EdgeTable
  let directory: EdgeDirectory

  /// The number of cells that cover the places just left of an edge, at its lower end; the
  /// edge must not be horizontal.
  func depth(leftOf edge: Int32) -> Int {
    let v = edges.lowerEnd(edge)
    let w = edges.upperEnd(edge)
    var depth = 0
    forEachEdge(leftOf: v) { a, b in
      // An edge through the lower end is met if it leans further to the left.
      Orientation.sign(from: v, to: w, of: b) > 0
    } body: {
      depth -= Int(DepthMap.net(of: $0, edges))
    }
    return depth
  }

  /// The cells that cover a position by the even-odd rule, taken as `Locator` takes it.
  func cells(at point: Coordinate) -> [Int32] {
    var cells = CellSet()
    forEachEdge(leftOf: point) { _, _ in
      true
    } body: {
      cells.toggle(sidesOf: $0, edges)
    }
    return cells.cells
  }

  /// Calls `body` once with each edge that a ray to the left meets which starts just above
  /// a position; `isMet` decides about those that pass through the position.
  private func forEachEdge(
    leftOf point: Coordinate, isMet: (Coordinate, Coordinate) -> Bool, body: (Int32) -> Void
  ) {
    var seen: Set<Int32> = []
    let row = directory.row(point.y)
    for column in 0...directory.column(point.x) {
      for item in directory.list(row * directory.columns + column) {
        let edge = directory.items[item]
        let a = edges.lowerEnd(edge)
        let b = edges.upperEnd(edge)
        guard a.y <= point.y, point.y < b.y, min(a.x, b.x) <= point.x else { continue }
        let side = Orientation.sign(from: a, to: b, of: point)
        guard side < 0 || (side == 0 && isMet(a, b)) else { continue }
        if seen.insert(edge).inserted { body(edge) }
      }
    }
  }
}
