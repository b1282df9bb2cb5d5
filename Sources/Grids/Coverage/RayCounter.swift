import Geometry

/// Counts the cells that cover a place, by a ray to the left through a row of the directory.
struct RayCounter {
  let edges: EdgeTable
  let directory: EdgeDirectory

  /// The number of cells that cover the places just left of an edge, at its lower end; the edge must not
  /// be horizontal.
  func depth(leftOf edge: Int32) -> Int {
    var depth = 0
    forEachEdge(leftOf: edges.lowerEnd(edge)) {
      if edges.passesLeft($0, of: edge) { depth -= Int(DepthMap.net(of: $0, edges)) }
    }
    return depth
  }

  /// The cells that cover a position by the even-odd rule, taken as `Locator` takes it.
  func cells(at point: Coordinate) -> [Int32] {
    var cells = CellSet()
    forEachEdge(leftOf: point) { cells.toggle(sidesOf: $0, edges) }
    return cells.cells
  }

  /// Calls `body` once with each edge that a ray to the left meets which starts just above a position, or
  /// that passes through it.
  private func forEachEdge(leftOf point: Coordinate, body: (Int32) -> Void) {
    var seen: Set<Int32> = []
    let lattice = directory.lattice
    let row = lattice.row(point.y)
    for column in 0...lattice.column(point.x) {
      for item in directory.list(row * lattice.columns + column) {
        let edge = directory.items[item]
        let a = edges.lowerEnd(edge)
        let b = edges.upperEnd(edge)
        guard a.y <= point.y, point.y < b.y, min(a.x, b.x) <= point.x else { continue }
        guard Orientation.sign(from: a, to: b, of: point) <= 0 else { continue }
        if seen.insert(edge).inserted { body(edge) }
      }
    }
  }
}
