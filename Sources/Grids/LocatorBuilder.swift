import Geometry

/// Works out what each square of the directory answers.
///
/// The place whose cells are known is the lower left corner of a square, taken an
/// infinitesimal step to the right and a still smaller one up, as every position is
/// (see `Locator`). From there a `BorderWalk` leads to any position of the square, and a walk along
/// the lower border to the next corner; they meet only edges of the square's list.
///
/// An entry is a cell plus one where the whole square lies in that cell, else the place of a block
/// of words with the highest bit set; see `LocatorBlock` for what blocks hold.
struct LocatorBuilder {
  /// What the entries and blocks together should take at most, in bytes an edge.
  ///
  /// The finer the squares, the fewer positions need an edge, and the more memory is needed.
  static let bytesAnEdge = 38.0
  /// What a block takes, about; measured on city districts.
  static let bytesABlock = 52.0

  let edges: EdgeTable
  let directory: EdgeDirectory
  /// The edges beside which a place can belong to several cells; may be empty.
  let ambiguous: ContiguousArray<Bool>
  /// The edges in the order in which they are stored.
  let paths: EdgePaths
  private(set) var entries: ContiguousArray<UInt32> = []
  private(set) var blocks: ContiguousArray<UInt32> = []
  /// The edges that meet the square being worked on.
  private var local: [LocalEdge] = []
  private var draft = PartsDraft()

  /// An edge with all that is asked of it.
  struct LocalEdge {
    var lower: Coordinate
    var upper: Coordinate
    var left: Int32
    var right: Int32
    var number: Int32
    var isAmbiguous: Bool
  }

  init(edges: EdgeTable, directory: EdgeDirectory, ambiguous: ContiguousArray<Bool>) {
    self.edges = edges
    self.directory = directory
    self.ambiguous = ambiguous
    paths = EdgePaths(edges)
    entries.reserveCapacity(directory.columns * directory.rows)
    blocks.reserveCapacity(edges.count * 8)
    for row in 0..<directory.rows { addRow(row) }
  }

  private mutating func addRow(_ row: Int) {
    let rowStarts = LocatorSplits(directory, row: row)
    let low = rowStarts[0]
    var reference = CellSet()
    var corner = Coordinate(x: directory.box.minX, y: low)
    // Left of the box is no cell; only edges that reach its left side lie between.
    for item in directory.list(row * directory.columns) {
      let edge = directory.items[item]
      if spans(edge, low) && edges.side(edge, of: corner) <= 0 {
        reference.toggle(sidesOf: edge, edges)
      }
    }
    for column in 0..<directory.columns {
      let list = directory.list(row * directory.columns + column)
      let right = directory.start(ofColumn: column + 1)
      if list.isEmpty {
        entries.append(Self.uniform(reference))
      } else {
        let splits = (x: LocatorSplits(directory, column: column), y: rowStarts)
        takeUp(list, splits.x.range, splits.y.range)
        entries.append(entry(splits, reference))
        walk(from: corner, to: Coordinate(x: right, y: low), list, &reference)
      }
      corner.x = right
    }
  }

  /// Crosses the edges between two corners at the lower border of a row.
  private func walk(
    from corner: Coordinate, to next: Coordinate, _ list: Range<Int>, _ reference: inout CellSet
  ) {
    for item in list {
      let edge = directory.items[item]
      guard spans(edge, corner.y), edges.side(edge, of: corner) > 0 else { continue }
      if edges.side(edge, of: next) <= 0 { reference.toggle(sidesOf: edge, edges) }
    }
  }

  /// Whether an edge spans a height: its lower end in, its upper end out.
  private func spans(_ edge: Int32, _ y: Double) -> Bool {
    edges.lowerEnd(edge).y <= y && y < edges.upperEnd(edge).y
  }

  static func uniform(_ reference: CellSet) -> UInt32 { UInt32(reference.least + 1) }

  /// Makes the edges of a list that meet a square the ones to work on.
  private mutating func takeUp(
    _ list: Range<Int>, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>
  ) {
    local.removeAll(keepingCapacity: true)
    let square = Box(x, y)
    for item in list {
      let number = directory.items[item]
      let edge = LocalEdge(
        lower: edges.lowerEnd(number), upper: edges.upperEnd(number),
        left: edges.left[Int(number)], right: edges.right[Int(number)], number: number,
        isAmbiguous: !ambiguous.isEmpty && ambiguous[Int(number)])
      if edge.meets(square) { local.append(edge) }
    }
  }

  private mutating func entry(
    _ splits: (x: LocatorSplits, y: LocatorSplits), _ reference: CellSet
  ) -> UInt32 {
    if local.isEmpty { return Self.uniform(reference) }
    if draft.fill(local, splits.x, splits.y, reference) { return addParts() }
    return addSquare(splits.x.range, splits.y.range, Array(local.indices), reference, depth: 0)
  }

  /// Begins a block; what follows is appended by the caller.
  private mutating func begin(_ header: UInt32) -> UInt32 {
    let place = blocks.count
    precondition(place < 1 << 31, "a locator holds fewer than 2^31 words of blocks")
    blocks.append(header)
    return LocatorBlock.flag | UInt32(place)
  }

  private mutating func addParts() -> UInt32 {
    let isWide = local.count > LocatorBlock.greatestEdgeCount
    let patternWords = isWide ? draft.patterns.count : (draft.patterns.count + 1) / 2
    let entry = begin(
      LocatorBlock.header(
        isWide ? .wideParts : .parts, patternWords: patternWords, cells: draft.codes.count,
        edges: local.count))
    blocks.append(UInt32(truncatingIfNeeded: draft.map))
    blocks.append(UInt32(truncatingIfNeeded: draft.map >> 32))
    for word in 0..<patternWords {
      blocks.append(isWide ? draft.patterns[word] : draft.twoPatterns(word))
    }
    blocks.append(contentsOf: draft.codes)
    for edge in local { blocks.append(UInt32(paths.places[Int(edge.number)])) }
    var word: UInt32 = 0
    for (number, edge) in local.enumerated() {
      let (left, right) = sidesAlongPath(edge)
      word |=
        (draft.place(ofCode: left) | draft.place(ofCode: right) << 4) << UInt32(8 * (number % 4))
      if number % 4 == 3 || number == local.count - 1 {
        blocks.append(word)
        word = 0
      }
    }
    return entry
  }

  /// The codes of the cells left and right of an edge as its path runs.
  private func sidesAlongPath(_ edge: LocalEdge) -> (left: UInt32, right: UInt32) {
    let (left, right) = (UInt32(edge.left + 1), UInt32(edge.right + 1))
    return paths.isUpward[Int(edge.number)] ? (left, right) : (right, left)
  }
}

// MARK: Crowded squares

extension LocatorBuilder {
  /// What a divided square may be divided into, level by level: 4^12 parts along each side.
  private static let greatestDepth = 12
  /// A square with no more edges than this is not divided.
  private static let listed = 6

  /// The entry of a square that some of the local edges meet: a list of them, or entries of its
  /// parts.
  private mutating func addSquare(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ members: [Int], _ reference: CellSet,
    depth: Int
  ) -> UInt32 {
    if members.isEmpty { return Self.uniform(reference) }
    guard members.count > Self.listed, depth < Self.greatestDepth,
      let columns = LocatorSplits(dividing: x), let rows = LocatorSplits(dividing: y)
    else { return addList(members, reference) }
    let corner = Coordinate(x: x.lowerBound, y: y.lowerBound)
    var parts: [UInt32] = []
    for row in 0..<4 {
      for column in 0..<4 {
        let walk = BorderWalk(corner: corner, point: Coordinate(x: columns[column], y: rows[row]))
        var inPart = reference
        for member in members where walk.crosses(local[member].lower, local[member].upper).isCrossed
        {
          inPart.toggle(sidesOf: local[member].number, edges)
        }
        let (width, height) = (columns.part(column), rows.part(row))
        let square = Box(width, height)
        let meeting = members.filter { local[$0].meets(square) }
        parts.append(addSquare(width, height, meeting, inPart, depth: depth + 1))
      }
    }
    let entry = begin(LocatorBlock.header(.divided))
    for splits in [columns, rows] {
      for place in 1...3 {
        let bits = splits[place].bitPattern
        blocks.append(UInt32(truncatingIfNeeded: bits))
        blocks.append(UInt32(truncatingIfNeeded: bits >> 32))
      }
    }
    blocks.append(contentsOf: parts)
    return entry
  }

  private mutating func addList(_ members: [Int], _ reference: CellSet) -> UInt32 {
    let isAmbiguous = reference.count > 1 || members.contains { local[$0].isAmbiguous }
    let entry = begin(LocatorBlock.header(isAmbiguous ? .overlapping : .list))
    blocks.append(UInt32(reference.count))
    blocks.append(UInt32(members.count))
    for cell in reference.cells { blocks.append(UInt32(cell + 1)) }
    for member in members {
      let (left, right) = sidesAlongPath(local[member])
      blocks.append(UInt32(paths.places[Int(local[member].number)]))
      blocks.append(left)
      blocks.append(right)
    }
    return entry
  }
}
