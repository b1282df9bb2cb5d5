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
  /// The ends of each edge, as indices into `vertices`.
  private(set) var ends: ContiguousArray<EdgeEnds> = []
  /// The edges around each vertex; only while edges are added.
  private var spokes = Spokes()
  /// The cell to the left of each edge, looking up along it; −1 where there is none.
  var left: ContiguousArray<Int32> = []
  /// The cell to the right of each edge; −1 where there is none.
  var right: ContiguousArray<Int32> = []
  /// Cells beyond the first on a side: only where cells overlap.
  var extra: [Use] = []
  /// Whether an edge has such cells, a bit for each; empty where none has.
  private var crowded: ContiguousArray<UInt64> = []

  init(capacity: Int) {
    vertexTable = IndexTable(capacity: capacity)
    ends.reserveCapacity(capacity)
    left.reserveCapacity(capacity)
    right.reserveCapacity(capacity)
    spokes.reserveCapacity(capacity)
  }

  /// The number of edges.
  var count: Int { left.count }

  /// The distinct positions.
  var vertices: ContiguousArray<Coordinate> { vertexTable.keys }

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

  /// The indices of the positions of a ring, which are added where they are new.
  ///
  /// Half the borders are known from a neighbour: there the next position is the far end of a known
  /// edge, which spares a look into the large table that is mostly far from the processor.
  mutating func vertices(along ring: [Coordinate]) -> [Int32] {
    var found: [Int32] = []
    found.reserveCapacity(ring.count)
    var last: Int32 = -1
    for (number, coordinate) in ring.enumerated() {
      // Adding 0 turns −0 into 0 and leaves every other value alone.
      let position = Coordinate(x: coordinate.x + 0, y: coordinate.y + 0)
      if number == 0 {
        last = vertexTable.index(of: position).index
      } else {
        last = neighbour(of: last, at: position)
        if last < 0 { touched &+= vertexTable.touch(position) }
      }
      found.append(last)
    }
    for number in found.indices.dropFirst() where found[number] < 0 {
      let position = Coordinate(x: ring[number].x + 0, y: ring[number].y + 0)
      let vertex = neighbour(of: found[number - 1], at: position)
      found[number] = vertex >= 0 ? vertex : vertexTable.index(of: position).index
    }
    return found
  }

  /// The index of a position, which is added where it is new.
  mutating func vertex(at position: Coordinate) -> Int32 {
    vertexTable.index(of: Coordinate(x: position.x + 0, y: position.y + 0)).index
  }

  /// The vertex at a position if it is the far end of one of a vertex's latest edges; else −1.
  private func neighbour(of vertex: Int32, at position: Coordinate) -> Int32 {
    guard vertex >= 0 else { return -1 }
    var spoke = spokes.first(around: vertex)
    var left = 4
    while spoke != Spokes.none && left > 0 {
      let far = farEnd(of: spoke)
      if vertexTable.keys[Int(far)] == position { return far }
      spoke = spokes.next(after: spoke)
      left -= 1
    }
    return -1
  }

  @inline(__always)
  private func farEnd(of spoke: UInt32) -> Int32 {
    let ends = ends[Int(spoke >> 1)]
    return spoke & 1 == 0 ? ends.upper : ends.lower
  }

  /// The edge between two positions, as it is run through from the first to the
  /// second; it is added when it is new.
  mutating func step(from a: Int32, to b: Int32) -> RingStep {
    let isForward = Coordinate.isLower(vertexTable.keys[Int(a)], than: vertexTable.keys[Int(b)])
    if let edge = edge(between: a, b) { return RingStep(edge: edge, isForward: isForward) }
    let edge = Int32(ends.count)
    ends.append(isForward ? EdgeEnds(lower: a, upper: b) : EdgeEnds(lower: b, upper: a))
    left.append(-1)
    right.append(-1)
    spokes.add(lower: isForward ? a : b, upper: isForward ? b : a)
    return RingStep(edge: edge, isForward: isForward)
  }

  /// The edge between two vertices, whichever way it runs; nil when there is none.
  ///
  /// Goes around both ends together until one has no more edges. So an edge costs no more than
  /// the smaller of the two numbers of edges, which in the plane are few on average however many
  /// meet in one vertex (N. Chiba and T. Nishizeki, 1985, DOI 10.1137/0214017).
  private func edge(between a: Int32, _ b: Int32) -> Int32? {
    var atA = spokes.first(around: a)
    var atB = spokes.first(around: b)
    while atA != Spokes.none && atB != Spokes.none {
      if farEnd(of: atA) == b { return Int32(atA >> 1) }
      if farEnd(of: atB) == a { return Int32(atB >> 1) }
      atA = spokes.next(after: atA)
      atB = spokes.next(after: atB)
    }
    return nil
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
    if (0..<count).contains(where: { left[$0] < 0 && right[$0] < 0 }) {
      let isKept = (0..<count).map { left[$0] >= 0 || right[$0] >= 0 }
      var newNumber = [Int32](repeating: -1, count: count)
      var kept: Int32 = 0
      for edge in 0..<count where isKept[edge] {
        newNumber[edge] = kept
        ends[Int(kept)] = ends[edge]
        left[Int(kept)] = left[edge]
        right[Int(kept)] = right[edge]
        kept += 1
      }
      ends.removeLast(count - Int(kept))
      left.removeLast(left.count - Int(kept))
      right.removeLast(right.count - Int(kept))
      for place in extra.indices { extra[place].edge = newNumber[Int(extra[place].edge)] }
    }
    vertexTable.finish()
    spokes = Spokes()
    extra.sort { ($0.edge, $0.cell, $0.isLeft ? 0 : 1) < ($1.edge, $1.cell, $1.isLeft ? 0 : 1) }
    guard !extra.isEmpty else { return }
    crowded = ContiguousArray(repeating: 0, count: count / 64 + 1)
    for use in extra { crowded[Int(use.edge) >> 6] |= 1 << UInt64(use.edge & 63) }
  }

  /// All cells on a side of an edge, those beyond the first included.
  func cells(onLeft isLeft: Bool, of edge: Int32) -> [Int32] {
    let first = isLeft ? left[Int(edge)] : right[Int(edge)]
    var cells = first < 0 ? [] : [first]
    if isCrowded(edge) {
      cells += extraUses(of: edge).lazy.filter { $0.isLeft == isLeft }.map(\.cell)
    }
    return cells
  }

  /// Calls `body` with each cell on a side of an edge, those on the left first.
  @inline(__always)
  func forEachUse(of edge: Int32, _ body: (_ cell: Int32, _ isLeft: Bool) -> Void) {
    if left[Int(edge)] >= 0 { body(left[Int(edge)], true) }
    if isCrowded(edge) {
      for use in extraUses(of: edge) where use.isLeft { body(use.cell, true) }
    }
    if right[Int(edge)] >= 0 { body(right[Int(edge)], false) }
    if isCrowded(edge) {
      for use in extraUses(of: edge) where !use.isLeft { body(use.cell, false) }
    }
  }

  /// Adds the distinct cells on both sides of an edge that are not in `cells` yet.
  func collectCells(of edge: Int32, into cells: inout [Int32]) {
    let (first, second) = (left[Int(edge)], right[Int(edge)])
    if first >= 0, !cells.contains(first) { cells.append(first) }
    if second >= 0, !cells.contains(second) { cells.append(second) }
    guard isCrowded(edge) else { return }
    for use in extraUses(of: edge) where !cells.contains(use.cell) { cells.append(use.cell) }
  }

  /// Whether an edge has more cells than one on a side; only when all are there.
  @inline(__always)
  func isCrowded(_ edge: Int32) -> Bool {
    !crowded.isEmpty && crowded[Int(edge) >> 6] >> UInt64(edge & 63) & 1 != 0
  }

  /// Whether two edges have a cell in common, on whichever sides.
  func haveCommonCell(_ first: Int32, _ second: Int32) -> Bool {
    if !isCrowded(first), !isCrowded(second) {
      let (a, b) = (left[Int(first)], right[Int(first)])
      let (c, d) = (left[Int(second)], right[Int(second)])
      return a >= 0 && (a == c || a == d) || b >= 0 && (b == c || b == d)
    }
    var (ones, others): ([Int32], [Int32]) = ([], [])
    collectCells(of: first, into: &ones)
    collectCells(of: second, into: &others)
    return ones.contains(where: others.contains)
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

extension EdgeTable {
  /// Calls `body` with pointers that are valid while it runs.
  func withPointers<Result>(_ body: (EdgePointers) -> Result) -> Result {
    vertices.withUnsafeBufferPointer { vertices in
      ends.withUnsafeBufferPointer { ends in
        left.withUnsafeBufferPointer { left in
          right.withUnsafeBufferPointer { right in
            body(EdgePointers(vertices: vertices, ends: ends, left: left, right: right))
          }
        }
      }
    }
  }
}
