import Geometry

/// What the 4 by 4 parts of a square answer, if that is simple enough for a block of parts: few
/// edges, few cells, and never two cells at a place.
///
/// Filled again and again in memory of its own: arrays would be checked for sharing at every change.
struct PartsDraft: ~Copyable {
  /// For each part four bits: the place of its pattern.
  private(set) var map: UInt64 = 0
  /// The distinct answers: the edges that meet a part, a bit each, and in the eight highest bits the
  /// place of the code of the cell at its lower left corner.
  let patterns: UnsafeMutableBufferPointer<UInt32>
  private(set) var patternCount = 0
  /// The distinct cells, each plus one, so that 0 is outside; one edge can bring two too many.
  let codes: UnsafeMutableBufferPointer<UInt32>
  private(set) var codeCount = 0
  /// The edges that meet each part.
  private let masks: UnsafeMutableBufferPointer<UInt32>
  /// The code of the cell at the lower left corner of each part.
  private let partCodes: UnsafeMutableBufferPointer<UInt32>
  /// The parts that hold an end of an edge.
  private var ends: UInt16 = 0
  private let memory: UnsafeMutableBufferPointer<UInt32>

  init() {
    memory = .allocate(capacity: 66)
    memory.initialize(repeating: 0)
    patterns = UnsafeMutableBufferPointer(rebasing: memory[0..<16])
    masks = UnsafeMutableBufferPointer(rebasing: memory[16..<32])
    partCodes = UnsafeMutableBufferPointer(rebasing: memory[32..<48])
    codes = UnsafeMutableBufferPointer(rebasing: memory[48..<66])
  }

  deinit { memory.deallocate() }

  /// Works out what the parts answer; false when the square is too crowded or cells overlap.
  mutating func fill(
    _ edges: UnsafeBufferPointer<LocalEdge>, _ columns: PartStarts, _ rows: PartStarts,
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
    var place = -1
    for part in 0..<16 {
      // Most parts answer as the one before.
      if part == 0 || masks[part] != masks[part - 1] || partCodes[part] != partCodes[part - 1] {
        guard let pattern = pattern(of: part) else { return false }
        place = self.place(ofPattern: pattern)
      } else if ends >> UInt16(part) & 1 != 0, masks[part].nonzeroBitCount == 1 {
        return false
      }
      map |= UInt64(place) << UInt64(4 * part)
    }
    return true
  }

  private mutating func begin(_ code: UInt32) {
    patternCount = 0
    codes[0] = code
    codeCount = 1
    for part in 0..<16 {
      masks[part] = 0
      partCodes[part] = code
    }
    ends = 0
  }

  /// Takes up an edge; false when there are too many cells.
  private mutating func cross(
    _ edge: LocalEdge, _ number: UInt32, _ columns: PartStarts, _ rows: PartStarts
  ) -> Bool {
    let meeting = PartsMeeting(edge, columns, rows)
    let (left, right) = (UInt32(edge.left + 1), UInt32(edge.right + 1))
    add(left)
    add(right)
    // See `LocatorIndex.locate` for why exclusive or names the cell of a part.
    var crossed = meeting.crossed
    while crossed != 0 {
      partCodes[crossed.trailingZeroBitCount] ^= left ^ right
      crossed &= crossed &- 1
    }
    var met = meeting.met
    while met != 0 {
      masks[met.trailingZeroBitCount] |= 1 << number
      met &= met &- 1
    }
    ends |= meeting.ends
    return codeCount <= LocatorBlock.greatestCellCount
  }

  private mutating func add(_ code: UInt32) {
    if place(of: code) == nil {
      codes[codeCount] = code
      codeCount += 1
    }
  }

  @inline(__always)
  private func place(of code: UInt32) -> Int? {
    for place in 0..<codeCount where codes[place] == code { return place }
    return nil
  }

  /// Nil where an edge that is the only one in its part does not run through it.
  private func pattern(of part: Int) -> UInt32? {
    let mask = masks[part]
    if mask != 0 && mask & (mask - 1) == 0 {
      // With no end inside or on the border, each position of the part that lies on the edge's
      // line lies on the edge. The code of such a part is never looked at.
      return ends >> UInt16(part) & 1 == 0 ? mask : nil
    }
    guard let place = place(of: partCodes[part]) else { return nil }
    return mask | UInt32(place) << 24
  }

  private mutating func place(ofPattern pattern: UInt32) -> Int {
    for place in 0..<patternCount where patterns[place] == pattern { return place }
    patterns[patternCount] = pattern
    patternCount += 1
    return patternCount - 1
  }

  /// The place of the code of a cell beside one of the edges.
  func place(ofCode code: UInt32) -> UInt32 { UInt32(place(of: code) ?? 0) }

  /// Two patterns as a word, for a block of parts with few edges.
  func twoPatterns(_ word: Int) -> UInt32 {
    func half(_ place: Int) -> UInt32 {
      guard place < patternCount else { return 0 }
      return (patterns[place] & 0xFFF) | (patterns[place] >> 24) << 12
    }
    return half(2 * word) | half(2 * word + 1) << 16
  }
}
