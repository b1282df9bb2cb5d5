/// A few cells: those that a place belongs to, none, one, or several where cells
/// overlap.
struct CellSet: Sendable {
  /// The cells, ascending.
  private(set) var cells: [Int32] = []

  /// The number of cells.
  var count: Int { cells.count }

  /// The first of the cells; −1 when there is none.
  var least: Int32 { cells.first ?? -1 }

  /// Takes a cell in, or out if it is in.
  mutating func toggle(_ cell: Int32) {
    guard cell >= 0 else { return }
    var position = 0
    while position < cells.count && cells[position] < cell { position += 1 }
    if position < cells.count && cells[position] == cell {
      cells.remove(at: position)
    } else {
      cells.insert(cell, at: position)
    }
  }

  /// Crosses an edge: toggles the cells on both its sides.
  mutating func toggle(sidesOf edge: Int32, _ edges: EdgeTable) {
    toggle(edges.left[Int(edge)])
    toggle(edges.right[Int(edge)])
    if !edges.extra.isEmpty {
      for use in edges.extraUses(of: edge) { toggle(use.cell) }
    }
  }
}
