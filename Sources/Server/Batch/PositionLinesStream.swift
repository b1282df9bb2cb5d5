import Geometry
import Gewu
import Tabular
import Words

/// Answers lines of `{"lon":…,"lat":…}` or `[lon,lat]` with one line each, blank ones with blank ones, so
/// that the answer to a line stands in the line of the same number.
struct PositionLinesStream: BatchStream {
  private(set) var output: [UInt8] = []
  private(set) var summary = LocateTable.Summary()
  private let fields: PositionFields
  private var answers: PositionAnswers
  private var pending = PendingText()
  private var line = 0

  init(_ answers: PositionAnswers, fields: PositionFields) {
    self.answers = answers
    self.fields = fields
  }

  mutating func take(_ piece: UnsafeRawBufferPointer, isLast: Bool) throws {
    output.removeAll(keepingCapacity: true)
    var text = PendingText()
    swap(&text, &pending)
    try text.take(piece, isLast: isLast) { try read($0, isLast: isLast) }
    swap(&text, &pending)
    answers.answer(into: &output, separator: 0x0A, isAtEnd: true, &summary)
  }

  /// Reads all lines that are complete, and returns how many bytes they took.
  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws -> Int {
    var start = 0
    while start < bytes.count {
      guard let end = bytes[start...].firstIndex(of: 0x0A) ?? (isLast ? bytes.count : nil) else {
        if bytes.count - start > JSONScanner.longestElement { throw fault(at: 0) }
        break
      }
      line += 1
      var scanner = JSONScanner(UnsafeBufferPointer(rebasing: bytes[start..<end]), file: "")
      do {
        if let first = scanner.peek() {
          answers.positions.append(
            first == 0x7B ? try scanner.position(of: fields) : try scanner.position())
          guard scanner.peek() == nil else {
            throw scanner.unexpected(.endOfLine)
          }
        } else {
          answers.answer(into: &output, separator: 0x0A, isAtEnd: true, &summary)
          output.append(0x0A)
        }
      } catch let error as TabularError {
        throw fault(at: error.offset ?? 0)
      }
      start = min(end + 1, bytes.count)
    }
    return start
  }

  private func fault(at offset: Int) -> Problem {
    .badBatch(BatchWords.malformedLine(line, byte: offset))
  }
}
