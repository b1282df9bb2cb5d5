/// A few cells: those that a place belongs to, none, one, or several where cells
/// overlap.
struct CellSet: Sendable {
  // One or two cells, the second while an edge is being crossed, need no memory of their own.
  private var first: Int32 = -1
  private var second: Int32 = -1
  /// All cells, where there are more than two; else empty.
  private var many: [Int32] = []

  /// The cells, ascending.
  var cells: [Int32] {
    many.isEmpty ? [first, second].filter { $0 >= 0 } : many
  }

  /// The number of cells.
  var count: Int {
    many.isEmpty ? (first < 0 ? 0 : second < 0 ? 1 : 2) : many.count
  }

  /// The first of the cells; −1 when there is none.
  var least: Int32 { first }

  /// Takes a cell in, or out if it is in.
  mutating func toggle(_ cell: Int32) {
    guard cell >= 0 else { return }
    if many.isEmpty {
      if cell == first {
        (first, second) = (second, -1)
      } else if cell == second {
        second = -1
      } else if first < 0 {
        first = cell
      } else if second < 0 {
        (first, second) = (min(first, cell), max(first, cell))
      } else {
        keep([first, second, cell].sorted())
      }
    } else if let place = many.firstIndex(of: cell) {
      many.remove(at: place)
      keep(many)
    } else {
      keep((many + [cell]).sorted())
    }
  }

  private mutating func keep(_ cells: [Int32]) {
    (first, second) = (cells[0], cells[1])
    many = cells.count > 2 ? cells : []
  }

  /// Crosses an edge: toggles the cells on both its sides.
  mutating func toggle(sidesOf edge: Int32, _ edges: EdgeTable) {
    toggle(edges.left[Int(edge)])
    toggle(edges.right[Int(edge)])
    if edges.isCrowded(edge) {
      for use in edges.extraUses(of: edge) { toggle(use.cell) }
    }
  }
}
