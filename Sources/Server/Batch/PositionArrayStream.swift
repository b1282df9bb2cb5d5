import Gewu
import Tabular
import Words

/// Answers `[[lon,lat],…]` with `[{"status":…,"code":…},…]`, in order.
struct PositionArrayStream: BatchStream {
  private enum Place {
    case beforeArray
    case first
    case next
    case element
    case behindArray
  }

  private(set) var output: [UInt8] = []
  private(set) var summary = LocateTable.Summary()
  private var answers: PositionAnswers
  private var pending = PendingText()
  private var place = Place.beforeArray
  private var hasAnswered = false
  /// The bytes before `pending`.
  private var bytesBefore = 0

  init(_ answers: PositionAnswers) {
    self.answers = answers
  }

  mutating func take(_ piece: UnsafeRawBufferPointer, isLast: Bool) throws {
    output.removeAll(keepingCapacity: true)
    var text = PendingText()
    swap(&text, &pending)
    try text.take(piece, isLast: isLast) { bytes in
      let used = try read(bytes, isLast: isLast)
      bytesBefore += used
      return used
    }
    swap(&text, &pending)
    if !answers.positions.isEmpty {
      if hasAnswered { output.append(UInt8(ascii: ",")) }
      hasAnswered = true
      answers.answer(into: &output, separator: UInt8(ascii: ","), isAtEnd: false, &summary)
    }
    if isLast { output.append(UInt8(ascii: "]")) }
  }

  /// Reads all positions that are complete, and returns how many bytes they took.
  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws -> Int {
    // The array itself is read by hand, piece by piece: its elements stand one deep.
    var scanner = JSONScanner(bytes, file: "", depth: 1)
    var used = 0
    do {
      while scanner.peek() != nil {
        try step(&scanner)
        used = scanner.offset
      }
      // White space between two elements is done with.
      used = scanner.offset
      guard isLast, place != .behindArray else { return used }
      throw scanner.truncated()
    } catch let fault as TabularError {
      guard isLast || fault.kind != .truncated || bytes.count - used > JSONScanner.longestElement
      else {
        return used
      }
      throw Problem.badBatch(
        BatchWords.malformedArray(
          position: summary.rows + answers.positions.count + 1,
          byte: bytesBefore + (fault.offset ?? 0)))
    }
  }

  @inline(__always)
  private mutating func step(_ scanner: inout JSONScanner) throws {
    switch place {
    case .beforeArray:
      try scanner.expect(UInt8(ascii: "["), .array)
      output.append(UInt8(ascii: "["))
      place = .first
    case .first where scanner.take(UInt8(ascii: "]")), .next where scanner.take(UInt8(ascii: "]")):
      place = .behindArray
    case .next:
      try scanner.expect(UInt8(ascii: ","), .commaOrBracket)
      place = .element
    case .first, .element:
      answers.positions.append(try scanner.position())
      place = .next
    case .behindArray: throw scanner.unexpected(.end)
    }
  }
}
