import Geometry

extension LocatorIndex {
  /// The location of a position in a square with many edges, or with cells that overlap.
  func locateInCrowd(_ point: Coordinate, _ entry: UInt32, _ part: Corner) -> Location {
    // The corner is that of the square, not of the part.
    var corner = place(of: Corner(column: part.column & ~3, row: part.row & ~3))
    var entry = entry
    while entry >= LocatorBlock.flag {
      let block = blocks + Int(entry & ~LocatorBlock.flag)
      guard block[0] >> 24 == LocatorBlock.Form.divided.rawValue else {
        return locate(BorderWalk(corner: corner, point: point), List(block))
      }
      let column = Self.descend(block + 1, point.x, &corner.x)
      let row = Self.descend(block + 7, point.y, &corner.y)
      entry = block[13 + row * 4 + column]
    }
    return Self.inside(entry)
  }

  /// The part of a divided square that an ordinate falls into; where it begins replaces `start`.
  private static func descend(
    _ splits: UnsafePointer<UInt32>, _ ordinate: Double, _ start: inout Double
  ) -> Int {
    for part in 0..<3 {
      let bits = UInt64(splits[2 * part]) | UInt64(splits[2 * part + 1]) << 32
      let split = Double(bitPattern: bits)
      if ordinate < split { return part }
      start = split
    }
    return 3
  }

  /// A block that lists edges, laid open; see `LocatorBlock`.
  struct List {
    let codes: UnsafeBufferPointer<UInt32>
    let edgeCount: Int
    /// Three words an edge.
    let edges: UnsafePointer<UInt32>
    let isOverlapping: Bool

    init(_ block: UnsafePointer<UInt32>) {
      isOverlapping = block[0] >> 24 == LocatorBlock.Form.overlapping.rawValue
      codes = UnsafeBufferPointer(start: block + 3, count: Int(block[1]))
      edgeCount = Int(block[2])
      edges = block + 3 + codes.count
    }

    func edge(_ number: Int, _ vertices: UnsafePointer<Coordinate>) -> LocatorBlock.Edge {
      let words = edges + 3 * number
      return LocatorBlock.Edge(vertices, words[0], left: words[1], right: words[2])
    }
  }

  private func locate(_ walk: BorderWalk, _ list: List) -> Location {
    if list.isOverlapping { return locateAmongCells(walk, list) }
    return locate(walk, from: list.codes.first ?? 0) { body in
      for number in 0..<list.edgeCount { body(list.edge(number, vertices)) }
    }
  }

  /// A position in a square where cells overlap: the first of the cells that contain
  /// it by the even-odd rule, else the first of those on whose border it lies.
  private func locateAmongCells(_ walk: BorderWalk, _ list: List) -> Location {
    var cells = CellSet()
    var touched: Int32 = -1
    var isBorder = false
    for code in list.codes { cells.toggle(Int32(code) - 1) }
    for number in 0..<list.edgeCount {
      let edge = list.edge(number, vertices)
      let crossing = walk.crosses(edge.lower, edge.upper)
      guard crossing.isOn || crossing.isCrossed else { continue }
      forEachCell(beside: edge) { cell in
        if crossing.isCrossed { cells.toggle(cell) }
        if crossing.isOn && (touched < 0 || cell < touched) { touched = cell }
      }
      if crossing.isOn { isBorder = true }
    }
    return Location(cell: cells.count > 0 ? cells.least : touched, isBorder: isBorder)
  }

  /// Calls `body` with each cell on either side of an edge.
  func forEachCell(beside edge: LocatorBlock.Edge, _ body: (Int32) -> Void) {
    if edge.left != 0 { body(Int32(edge.left) - 1) }
    if edge.right != 0 { body(Int32(edge.right) - 1) }
    var low = 0
    var high = extra.count
    while low < high {
      let middle = (low + high) / 2
      if extra[middle].place < edge.place { low = middle + 1 } else { high = middle }
    }
    while low < extra.count && extra[low].place == edge.place {
      body(Int32(extra[low].code) - 1)
      low += 1
    }
  }

  /// Calls `body` with each edge that meets a square, some more than once.
  func forEachEdge(in entry: UInt32, _ body: (LocatorBlock.Edge) -> Void) {
    guard entry >= LocatorBlock.flag else { return }
    let block = blocks + Int(entry & ~LocatorBlock.flag)
    switch LocatorBlock.form(block[0]) {
    case .parts, .wideParts:
      guard let parts = Parts(self, entry) else { return }
      for number in 0..<parts.edgeCount { body(parts.edge(number, vertices)) }
    case .divided:
      for part in 0..<16 { forEachEdge(in: block[13 + part], body) }
    case .list, .overlapping, nil:
      let list = List(block)
      for number in 0..<list.edgeCount { body(list.edge(number, vertices)) }
    }
  }
}
