import Geometry

/// What the 4 by 4 parts of a square answer, if that is simple enough for a block of parts: few
/// edges, few cells, and never two cells at a place.
struct PartsDraft {
  /// For each part four bits: the place of its pattern.
  private(set) var map: UInt64 = 0
  /// The distinct answers: the edges that meet a part, a bit each, and in the eight highest bits the
  /// place of the code of the cell at its lower left corner.
  private(set) var patterns = SIMD16<UInt32>()
  private(set) var patternCount = 0
  /// The distinct cells, each plus one, so that 0 is outside.
  private(set) var codes = SIMD16<UInt32>()
  private(set) var codeCount = 0

  /// Nil when the square is too crowded or cells overlap.
  init?(
    _ edges: [LocatorBuilder.LocalEdge], _ columns: LocatorSplits, _ rows: LocatorSplits,
    _ reference: CellSet
  ) {
    guard edges.count <= LocatorBlock.greatestWideEdgeCount, reference.count <= 1,
      edges.allSatisfy({ !$0.isAmbiguous })
    else { return nil }
    // See `LocatorIndex.locate` for why exclusive or names the cell of a part.
    var partCodes = SIMD16<UInt32>(repeating: UInt32(reference.least + 1))
    var masks = SIMD16<UInt32>()
    guard place(adding: partCodes[0]) != nil else { return nil }
    for (number, edge) in edges.enumerated() {
      let meeting = PartsMeeting(edge, columns, rows)
      let (left, right) = (UInt32(edge.left + 1), UInt32(edge.right + 1))
      guard place(adding: left) != nil, place(adding: right) != nil else { return nil }
      for part in 0..<16 {
        if meeting.crossed >> UInt16(part) & 1 != 0 { partCodes[part] ^= left ^ right }
        masks[part] |= UInt32(meeting.met >> UInt16(part) & 1) << UInt32(number)
      }
    }
    for part in 0..<16 {
      guard let pattern = pattern(masks[part], partCodes[part], edges, part, columns, rows)
      else { return nil }
      map |= UInt64(place(of: pattern)) << UInt64(4 * part)
    }
  }

  private func pattern(
    _ mask: UInt32, _ code: UInt32, _ edges: [LocatorBuilder.LocalEdge], _ part: Int,
    _ columns: LocatorSplits, _ rows: LocatorSplits
  ) -> UInt32? {
    if mask.nonzeroBitCount == 1 {
      let square = Box(columns.part(part & 3), rows.part(part >> 2))
      // The code of such a part is never looked at.
      return edges[mask.trailingZeroBitCount].runsThrough(square) ? mask : nil
    }
    guard let place = place(of: code) else { return nil }
    return mask | UInt32(place) << 24
  }

  /// The place of the code of a cell beside one of the edges.
  func place(of code: UInt32) -> Int? {
    for place in 0..<codeCount where codes[place] == code { return place }
    return nil
  }

  /// The place of a code, which is added when it is new; nil when there are too many.
  private mutating func place(adding code: UInt32) -> Int? {
    if let known = place(of: code) { return known }
    guard codeCount < LocatorBlock.greatestCellCount else { return nil }
    codes[codeCount] = code
    codeCount += 1
    return codeCount - 1
  }

  /// Two patterns as a word, for a block of parts with few edges.
  func twoPatterns(_ word: Int) -> UInt32 {
    func half(_ pattern: UInt32) -> UInt32 { (pattern & 0xFFF) | (pattern >> 24) << 12 }
    return half(patterns[2 * word]) | half(patterns[2 * word + 1]) << 16
  }

  private mutating func place(of pattern: UInt32) -> Int {
    for place in 0..<patternCount where patterns[place] == pattern { return place }
    patterns[patternCount] = pattern
    patternCount += 1
    return patternCount - 1
  }
}
