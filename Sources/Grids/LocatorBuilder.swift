import Geometry

/// Works out what each square of the directory answers.
///
/// The place whose cells are known is the lower left corner of a square, taken an
/// infinitesimal step to the right and a still smaller one up, as every position is
/// (see `Locator`). From there a path leads up along the left border and then to
/// the right to any position of the square, and along the lower border to the next
/// corner; it meets only edges of the square's list.
struct LocatorBuilder {
  let edges: EdgeTable
  let directory: EdgeDirectory
  /// The edges beside which a place can belong to several cells; may be empty.
  let ambiguous: ContiguousArray<Bool>
  private(set) var entries: ContiguousArray<UInt32> = []
  /// The lists of the squares that need one.
  ///
  /// For each square with several edges: the reference cell plus one, the number of
  /// edges, then each edge with two flag bits. For a square of several cells: the
  /// number of reference cells, the number of edges, the cells, the edges.
  private(set) var records: ContiguousArray<UInt32> = []

  /// How an edge stands to the left border of a square; two bits.
  enum LeftBorder {
    /// Wholly to the right of it.
    static let clear: UInt32 = 0
    /// Reaches it or beyond, but does not span it (half-open, left end in).
    static let touches: UInt32 = 1
    /// Spans it and has the reference corner on its left.
    static let spansRightOfCorner: UInt32 = 2
    /// Spans it and has the reference corner on its right.
    static let spansLeftOfCorner: UInt32 = 3
  }

  init(edges: EdgeTable, directory: EdgeDirectory, ambiguous: ContiguousArray<Bool>) {
    self.edges = edges
    self.directory = directory
    self.ambiguous = ambiguous
    entries.reserveCapacity(directory.columns * directory.rows)
    for row in 0..<directory.rows { addRow(row) }
  }

  private mutating func addRow(_ row: Int) {
    let low = directory.rowStart[row]
    let high = row + 1 < directory.rows ? directory.rowStart[row + 1] : directory.box.maxY
    var reference = CellSet()
    var corner = Coordinate(x: directory.columnStart[0], y: low)
    // Left of the box is no cell; only edges that reach its left side lie between.
    for item in directory.list(row * directory.columns) {
      let edge = directory.items[item]
      if spans(edge, low) && edges.side(edge, of: corner) <= 0 {
        reference.toggle(sidesOf: edge, edges)
      }
    }
    for column in 0..<directory.columns {
      let isLast = column + 1 == directory.columns
      let right = isLast ? directory.box.maxX : directory.columnStart[column + 1]
      let square = Box(minX: corner.x, minY: low, maxX: right, maxY: high)
      let list = directory.list(row * directory.columns + column)
      if list.isEmpty {
        addUniform(reference)
      } else {
        let next = Coordinate(x: right, y: low)
        add(list, square, corner, reference)
        for item in list {
          let edge = directory.items[item]
          if spans(edge, low) && edges.side(edge, of: corner) > 0
            && edges.side(edge, of: next) <= 0
          {
            reference.toggle(sidesOf: edge, edges)
          }
        }
      }
      corner.x = right
    }
  }

  /// Whether an edge spans a height: its lower end in, its upper end out.
  private func spans(_ edge: Int32, _ y: Double) -> Bool {
    edges.lowerEnd(edge).y <= y && y < edges.upperEnd(edge).y
  }

  private func isAmbiguous(_ edge: Int32) -> Bool {
    !ambiguous.isEmpty && ambiguous[Int(edge)]
  }

  private mutating func addUniform(_ reference: CellSet) {
    entries.append(entry(LocatorIndex.Answer.uniform, UInt32(reference.least + 1)))
  }

  private mutating func add(
    _ list: Range<Int>, _ square: Box, _ corner: Coordinate, _ reference: CellSet
  ) {
    var meeting: [Int32] = []
    for item in list where meets(directory.items[item], square) {
      meeting.append(directory.items[item])
    }
    guard let first = meeting.first else { return addUniform(reference) }
    if reference.count > 1 || meeting.contains(where: isAmbiguous) {
      return addCells(meeting, square, reference)
    }
    if meeting.count == 1 && runsThrough(first, square) {
      return entries.append(entry(LocatorIndex.Answer.chord, UInt32(first)))
    }
    entries.append(entry(LocatorIndex.Answer.edges, UInt32(records.count)))
    records.append(UInt32(reference.least + 1))
    records.append(UInt32(meeting.count))
    for edge in meeting { records.append(UInt32(edge) << 2 | leftBorder(edge, corner)) }
  }

  private mutating func addCells(_ meeting: [Int32], _ square: Box, _ reference: CellSet) {
    let corner = Coordinate(x: square.minX, y: square.minY)
    entries.append(entry(LocatorIndex.Answer.cells, UInt32(records.count)))
    records.append(UInt32(reference.count))
    records.append(UInt32(meeting.count))
    for cell in reference.cells { records.append(UInt32(cell)) }
    for edge in meeting { records.append(UInt32(edge) << 2 | leftBorder(edge, corner)) }
  }

  private func entry(_ answer: UInt32, _ rest: UInt32) -> UInt32 {
    precondition(rest < 1 << 30, "a locator holds at most 2^30 edges and list words, not \(rest)")
    return answer << 30 | rest
  }

  /// Whether an edge meets a square, its borders included.
  private func meets(_ edge: Int32, _ square: Box) -> Bool {
    let a = edges.lowerEnd(edge)
    let b = edges.upperEnd(edge)
    if max(a.x, b.x) < square.minX || min(a.x, b.x) > square.maxX { return false }
    if b.y < square.minY || a.y > square.maxY { return false }
    // The two corners furthest to either side of the edge.
    let leans = b.x >= a.x
    let upper = Coordinate(x: leans ? square.minX : square.maxX, y: square.maxY)
    let lower = Coordinate(x: leans ? square.maxX : square.minX, y: square.minY)
    return edges.side(edge, of: upper) * edges.side(edge, of: lower) <= 0
  }

  /// Whether an edge that meets a square enters and leaves it, with no end inside.
  private func runsThrough(_ edge: Int32, _ square: Box) -> Bool {
    let a = edges.lowerEnd(edge)
    let b = edges.upperEnd(edge)
    return (a.y < square.minY && b.y > square.maxY)
      || (min(a.x, b.x) < square.minX && max(a.x, b.x) > square.maxX)
  }

  private func leftBorder(_ edge: Int32, _ corner: Coordinate) -> UInt32 {
    let a = edges.lowerEnd(edge)
    let b = edges.upperEnd(edge)
    if min(a.x, b.x) > corner.x { return LeftBorder.clear }
    if max(a.x, b.x) <= corner.x { return LeftBorder.touches }
    let side = Orientation.sign(from: a, to: b, of: corner)
    let isCornerRight = side < 0 || (side == 0 && a.y < b.y)
    return isCornerRight ? LeftBorder.spansLeftOfCorner : LeftBorder.spansRightOfCorner
  }
}
