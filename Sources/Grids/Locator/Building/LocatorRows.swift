import Geometry

/// Works out what each square of neighbouring rows answers.
///
/// The place whose cells are known is the lower left corner of a square, taken an
/// infinitesimal step to the right and a still smaller one up, as every position is
/// (see `Locator`). From there a `BorderWalk` leads to any position of the square, and a walk along
/// the lower border to the next corner; they meet only edges of the square's list.
///
/// An entry is a cell plus one where the whole square lies in that cell, else the place of a block
/// of words with the highest bit set; see `LocatorBlock` for what blocks hold.
struct LocatorRows: ~Copyable {
  let source: SquareSource
  var band: LocatorBand
  /// The edges that meet the square being worked on.
  private(set) var local: [LocalEdge] = []
  private var draft = PartsDraft()
  /// How often the square being worked on has been divided.
  var divisions = 0

  /// - Parameter words: for how many words of blocks to make room at first.
  init(_ rows: Range<Int>, of source: SquareSource, words: Int) {
    self.source = source
    band = LocatorBand(squares: rows.count * source.columns, words: words)
    for row in rows { addRow(row) }
  }

  private mutating func addRow(_ row: Int) {
    let rowStarts = PartStarts(source.rowStart, square: row)
    let low = rowStarts[0]
    var reference = CellSet()
    let first = row * source.columns
    var corner = Coordinate(x: source.corner.x, y: low)
    // Left of the box is no cell; only edges that reach its left side lie between.
    for number in source.list(first) {
      let edge = source.edge(number)
      if edge.spans(low) && edge.side(of: corner) <= 0 { source.cross(edge, &reference) }
    }
    for column in 0..<source.columns {
      let list = source.list(first + column)
      let right = source.columnStart[4 * (column + 1)]
      if list.isEmpty {
        band.entries.append(Self.uniform(reference))
      } else {
        let splits = (x: PartStarts(source.columnStart, square: column), y: rowStarts)
        takeUp(list, Box(splits.x.range, splits.y.range))
        band.entries.append(entry(splits, reference))
        walk(from: corner, to: Coordinate(x: right, y: low), &reference)
      }
      corner.x = right
    }
  }

  /// Crosses the edges between two corners at the lower border of a row; they meet the square
  /// between them.
  private func walk(
    from corner: Coordinate, to next: Coordinate, _ reference: inout CellSet
  ) {
    for edge in local where edge.spans(corner.y) && edge.side(of: corner) > 0 {
      if edge.side(of: next) <= 0 { source.cross(edge, &reference) }
    }
  }

  static func uniform(_ reference: CellSet) -> UInt32 { UInt32(reference.least + 1) }

  /// Makes the edges of a list that meet a square the ones to work on.
  private mutating func takeUp(_ list: UnsafeBufferPointer<Int32>, _ square: Box) {
    local.removeAll(keepingCapacity: true)
    for number in list {
      let edge = source.edge(number)
      if edge.meets(square) { local.append(edge) }
    }
  }

  private mutating func entry(
    _ splits: (x: PartStarts, y: PartStarts), _ reference: CellSet
  ) -> UInt32 {
    if local.isEmpty { return Self.uniform(reference) }
    let isFilled = local.withUnsafeBufferPointer { draft.fill($0, splits.x, splits.y, reference) }
    if isFilled { return addParts() }
    divisions = 0
    return addSquare(splits.x.range, splits.y.range, Array(local.indices), reference, depth: 0)
  }

  private mutating func addParts() -> UInt32 {
    let isWide = local.count > LocatorBlock.greatestEdgeCount
    let patternWords = isWide ? draft.patternCount : (draft.patternCount + 1) / 2
    let entry = band.begin(
      LocatorBlock.header(
        isWide ? .wideParts : .parts, patternWords: patternWords, cells: draft.codeCount,
        edges: local.count))
    band.blocks.append(UInt32(truncatingIfNeeded: draft.map))
    band.blocks.append(UInt32(truncatingIfNeeded: draft.map >> 32))
    for word in 0..<patternWords {
      band.blocks.append(isWide ? draft.patterns[word] : draft.twoPatterns(word))
    }
    band.blocks.append(contentsOf: draft.codes[..<draft.codeCount])
    for edge in local { band.blocks.append(UInt32(source.places[Int(edge.number)])) }
    var word: UInt32 = 0
    for (number, edge) in local.enumerated() {
      let (left, right) = source.sidesAlongPath(edge)
      word |=
        (draft.place(ofCode: left) | draft.place(ofCode: right) << 4) << UInt32(8 * (number % 4))
      if number % 4 == 3 || number == local.count - 1 {
        band.blocks.append(word)
        word = 0
      }
    }
    return entry
  }
}
