import Geometry

/// Every distinct edge of a set of cells, once, with the cells on its two sides.
///
/// An edge runs from its lower end to its upper end (by y, then by x), whatever
/// the direction in which the rings run through it; ends are equal when their
/// ordinates are, bit for bit, −0 counting as 0.
struct EdgeTable: Sendable {
  /// A cell on a side of an edge that another cell has taken already.
  struct Use: Hashable, Sendable {
    var edge: Int32
    var cell: Int32
    var isLeft: Bool
  }

  private var vertexTable: IndexTable<Coordinate>
  private var endsTable: IndexTable<EdgeEnds>
  /// The cell to the left of each edge, looking up along it; −1 where there is none.
  var left: ContiguousArray<Int32> = []
  /// The cell to the right of each edge; −1 where there is none.
  var right: ContiguousArray<Int32> = []
  /// Cells beyond the first on a side: only where cells overlap.
  var extra: [Use] = []

  init(capacity: Int) {
    vertexTable = IndexTable(capacity: capacity)
    endsTable = IndexTable(capacity: capacity)
    left.reserveCapacity(capacity)
    right.reserveCapacity(capacity)
  }

  /// The number of edges.
  var count: Int { left.count }

  /// The distinct positions.
  var vertices: ContiguousArray<Coordinate> { vertexTable.keys }

  /// The ends of each edge, as indices into `vertices`.
  var ends: ContiguousArray<EdgeEnds> { endsTable.keys }

  /// The lower end of an edge.
  @inline(__always)
  func lowerEnd(_ edge: Int32) -> Coordinate { vertices[Int(ends[Int(edge)].lower)] }

  /// The upper end of an edge.
  @inline(__always)
  func upperEnd(_ edge: Int32) -> Coordinate { vertices[Int(ends[Int(edge)].upper)] }

  /// The side of an edge on which `point` lies: 1 left, −1 right, 0 on its line.
  @inline(__always)
  func side(_ edge: Int32, of point: Coordinate) -> Int {
    Orientation.sign(from: lowerEnd(edge), to: upperEnd(edge), of: point)
  }

  /// See `IndexTable.touch`.
  private var touched: Int32 = 0

  /// Makes ready for the positions of a ring.
  mutating func prepare(forVertices ring: [Coordinate]) {
    for position in ring {
      touched &+= vertexTable.touch(Coordinate(x: position.x + 0, y: position.y + 0))
    }
  }

  /// Makes ready for the steps along a ring of vertices.
  mutating func prepare(forSteps ring: [Int32]) {
    guard var last = ring.last else { return }
    for vertex in ring {
      touched &+= endsTable.touch(ends(last, vertex).ends)
      last = vertex
    }
  }

  /// The key of the edge between two positions, and whether it runs upwards from the first.
  private func ends(_ a: Int32, _ b: Int32) -> (ends: EdgeEnds, isForward: Bool) {
    let isForward = Coordinate.isLower(vertices[Int(a)], than: vertices[Int(b)])
    return (isForward ? EdgeEnds(lower: a, upper: b) : EdgeEnds(lower: b, upper: a), isForward)
  }

  /// The index of a position, which is added when it is new.
  mutating func vertex(at position: Coordinate) -> Int32 {
    // Adding 0 turns −0 into 0 and leaves every other value alone.
    vertexTable.index(of: Coordinate(x: position.x + 0, y: position.y + 0)).index
  }

  /// The edge between two positions, as it is run through from the first to the
  /// second; it is added when it is new.
  mutating func step(from a: Int32, to b: Int32) -> RingStep {
    let (key, isForward) = ends(a, b)
    let found = endsTable.index(of: key)
    if found.isNew {
      left.append(-1)
      right.append(-1)
    }
    return RingStep(edge: found.index, isForward: isForward)
  }

  /// Puts a cell on a side of an edge.
  mutating func put(cell: Int32, onLeft isLeft: Bool, of edge: Int32) {
    let taken = isLeft ? left[Int(edge)] : right[Int(edge)]
    if taken >= 0 {
      extra.append(Use(edge: edge, cell: cell, isLeft: isLeft))
    } else if isLeft {
      left[Int(edge)] = cell
    } else {
      right[Int(edge)] = cell
    }
  }

  /// Ends the building: drops edges that bound nothing (spikes, lines between parts of a
  /// cell), gives back the hash tables and brings `extra` into order.
  mutating func finish() {
    let isKept = (0..<count).map { left[$0] >= 0 || right[$0] >= 0 }
    if isKept.contains(false) {
      var newNumber = [Int32](repeating: -1, count: count)
      var kept: Int32 = 0
      for edge in 0..<count where isKept[edge] {
        newNumber[edge] = kept
        left[Int(kept)] = left[edge]
        right[Int(kept)] = right[edge]
        kept += 1
      }
      left.removeLast(count - Int(kept))
      right.removeLast(right.count - Int(kept))
      endsTable.keepKeys { isKept[$0] }
      for place in extra.indices { extra[place].edge = newNumber[Int(extra[place].edge)] }
    }
    vertexTable.finish()
    endsTable.finish()
    extra.sort { ($0.edge, $0.cell, $0.isLeft ? 0 : 1) < ($1.edge, $1.cell, $1.isLeft ? 0 : 1) }
  }

  /// All cells on a side of an edge, those beyond the first included.
  func cells(onLeft isLeft: Bool, of edge: Int32) -> [Int32] {
    let first = isLeft ? left[Int(edge)] : right[Int(edge)]
    var cells = first < 0 ? [] : [first]
    if !extra.isEmpty {
      cells += extraUses(of: edge).lazy.filter { $0.isLeft == isLeft }.map(\.cell)
    }
    return cells
  }

  /// Adds the distinct cells on both sides of an edge that are not in `cells` yet.
  func collectCells(of edge: Int32, into cells: inout [Int32]) {
    for cell in [left[Int(edge)], right[Int(edge)]] where cell >= 0 && !cells.contains(cell) {
      cells.append(cell)
    }
    guard !extra.isEmpty else { return }
    for use in extraUses(of: edge) where !cells.contains(use.cell) { cells.append(use.cell) }
  }

  /// The uses of an edge beyond the first on either side.
  func extraUses(of edge: Int32) -> ArraySlice<Use> {
    var low = 0
    var high = extra.count
    while low < high {
      let middle = (low + high) / 2
      if extra[middle].edge < edge { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < extra.count && extra[end].edge == edge { end += 1 }
    return extra[low..<end]
  }
}
