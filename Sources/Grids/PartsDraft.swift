import Geometry

/// What the 4 by 4 parts of a square answer, if that is simple enough for a block of parts: few
/// edges, few cells, and never two cells at a place.
///
/// Filled again and again, so that a square costs no memory of its own.
struct PartsDraft {
  /// For each part four bits: the place of its pattern.
  private(set) var map: UInt64 = 0
  /// The distinct answers: the edges that meet a part, a bit each, and in the eight highest bits the
  /// place of the code of the cell at its lower left corner.
  private(set) var patterns: ContiguousArray<UInt32> = []
  /// The distinct cells, each plus one, so that 0 is outside.
  private(set) var codes: ContiguousArray<UInt32> = []
  /// The edges that meet each part.
  private var masks = ContiguousArray<UInt32>(repeating: 0, count: 16)
  /// The code of the cell at the lower left corner of each part.
  private var partCodes = ContiguousArray<UInt32>(repeating: 0, count: 16)

  /// Works out what the parts answer; false when the square is too crowded or cells overlap.
  mutating func fill(
    _ edges: [LocatorBuilder.LocalEdge], _ columns: LocatorSplits, _ rows: LocatorSplits,
    _ reference: CellSet
  ) -> Bool {
    guard edges.count <= LocatorBlock.greatestWideEdgeCount, reference.count <= 1 else {
      return false
    }
    begin(UInt32(reference.least + 1))
    for (number, edge) in edges.enumerated() {
      if edge.isAmbiguous || !cross(edge, UInt32(number), columns, rows) { return false }
    }
    map = 0
    for part in 0..<16 {
      guard let pattern = pattern(of: part, edges, columns, rows) else { return false }
      map |= UInt64(place(ofPattern: pattern)) << UInt64(4 * part)
    }
    return true
  }

  private mutating func begin(_ code: UInt32) {
    patterns.removeAll(keepingCapacity: true)
    codes.removeAll(keepingCapacity: true)
    codes.append(code)
    for part in 0..<16 {
      masks[part] = 0
      partCodes[part] = code
    }
  }

  /// Takes up an edge; false when there are too many cells.
  private mutating func cross(
    _ edge: LocatorBuilder.LocalEdge, _ number: UInt32, _ columns: LocatorSplits,
    _ rows: LocatorSplits
  ) -> Bool {
    let meeting = PartsMeeting(edge, columns, rows)
    let (left, right) = (UInt32(edge.left + 1), UInt32(edge.right + 1))
    if !codes.contains(left) { codes.append(left) }
    if !codes.contains(right) { codes.append(right) }
    // See `LocatorIndex.locate` for why exclusive or names the cell of a part.
    var crossed = meeting.crossed
    while crossed != 0 {
      partCodes[crossed.trailingZeroBitCount] ^= left ^ right
      crossed &= crossed - 1
    }
    var met = meeting.met
    while met != 0 {
      masks[met.trailingZeroBitCount] |= 1 << number
      met &= met - 1
    }
    return codes.count <= LocatorBlock.greatestCellCount
  }

  private func pattern(
    of part: Int, _ edges: [LocatorBuilder.LocalEdge], _ columns: LocatorSplits,
    _ rows: LocatorSplits
  ) -> UInt32? {
    let mask = masks[part]
    if mask != 0 && mask & (mask - 1) == 0 {
      let square = Box(columns.part(part & 3), rows.part(part >> 2))
      // The code of such a part is never looked at.
      return edges[mask.trailingZeroBitCount].runsThrough(square) ? mask : nil
    }
    guard let place = codes.firstIndex(of: partCodes[part]) else { return nil }
    return mask | UInt32(place) << 24
  }

  private mutating func place(ofPattern pattern: UInt32) -> Int {
    if let known = patterns.firstIndex(of: pattern) { return known }
    patterns.append(pattern)
    return patterns.count - 1
  }

  /// The place of the code of a cell beside one of the edges.
  func place(ofCode code: UInt32) -> UInt32 { UInt32(codes.firstIndex(of: code) ?? 0) }

  /// Two patterns as a word, for a block of parts with few edges.
  func twoPatterns(_ word: Int) -> UInt32 {
    func half(_ place: Int) -> UInt32 {
      guard place < patterns.count else { return 0 }
      return (patterns[place] & 0xFFF) | (patterns[place] >> 24) << 12
    }
    return half(2 * word) | half(2 * word + 1) << 16
  }
}
