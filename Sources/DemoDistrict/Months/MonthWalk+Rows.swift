import Datasets
import DemoTruth
import Tabular

extension MonthWalk {
  /// The line of a row in a month's file; nil where it has none.
  ///
  /// - Parameters:
  ///   - read: how many lines stand before it, and how many of those are refused.
  ///   - writes: whether its cells are wanted.
  mutating func next(
    _ number: Int, _ task: Task, read: Int, refused: Int, _ writes: Bool
  ) -> WrittenRow? {
    let month = task.month
    let isNew = month == 1 || number >= counts[month - 2]
    guard isNew || manifest.load != .append else { return nil }
    guard isNew || isIn(number, month: month) else {
      rows[number].sent = .gone
      return nil
    }
    let row = maker.faults.maker.row(number, month: month)
    let content = maker.print.content(row)
    defer { rows[number].content = content }
    if let stretch = task.exchange, stretch.rows.contains(number),
      let line = maker.exchanged(row, number, stretch)
    {
      rows[number].sent = .exchanged
      return line
    }
    // Few of the rows so far may be refused: a file with many is refused whole.
    let mayFail = month == 1 || allowsFault(read: read, refused: refused)
    if isNew, let line = first(number, row, month, mayFail: mayFail) { return line }
    switch rows[number].sent {
    case .refused:
      if isRefusedAgain(number, month) {
        // Of a list of changes, what is not repaired is not sent.
        if isListOfChanges { return nil }
        if mayFail, let line = faulty(number, row, rows[number].faultMonth) { return line }
      }
    case .odd:
      if rows[number].content == content {
        if isListOfChanges { return nil }
        if let line = faulty(number, row, rows[number].faultMonth) { return line }
      }
    case .good:
      if isListOfChanges, rows[number].content == content { return nil }
      if mayFail, isSpoiled(number, month),
        let line = faulty(number, row, UInt8(month)), !line.line.outcome.reasons.isEmpty
      {
        return line
      }
    case .never, .exchanged, .gone: break
    }
    return good(number, row, writes)
  }

  /// Whether files have only what is new or has changed.
  private var isListOfChanges: Bool { manifest.load == .incremental }

  mutating func good(_ number: Int, _ row: DemoRow, _ writes: Bool) -> WrittenRow {
    rows[number].sent = .good
    return maker.good(row, number, writes: writes)
  }

  /// A row that is sent for the first time, with its faults; nil where it has none.
  private mutating func first(
    _ number: Int, _ row: DemoRow, _ month: Int, mayFail: Bool
  ) -> WrittenRow? {
    let wanted = firstFaults(number)
    guard let fault = wanted.first else { return nil }
    if fault.kind.isRepeat {
      // What comes later repeats none of the rows before it.
      guard month == 1, let line = maker.repeated(number, fault) else { return nil }
      rows[number].sent = .never
      return line
    }
    guard let line = maker.faulty(row, number, wanted) else { return nil }
    guard mayFail || line.line.outcome.reasons.isEmpty else { return nil }
    note(line, number, 0)
    return line
  }

  /// The faults that a row has when it is first sent.
  private func firstFaults(_ number: Int) -> [Fault] {
    let faults = maker.firstFaults(number)
    guard number >= counts[0], manifest.load.retires else { return faults }
    // A key that is none may be that of a row that is gone but for one character.
    return faults.filter {
      $0.field < 0 || !maker.print.isOfKey($0.field) || $0.kind == .missingRequired
    }
  }

  /// A row with the faults that were drawn in a month; nil where it cannot have them.
  private mutating func faulty(_ number: Int, _ row: DemoRow, _ drawn: UInt8) -> WrittenRow? {
    let wanted = drawn == 0 ? firstFaults(number) : maker.laterFaults(number, Int(drawn))
    guard !wanted.isEmpty, let line = maker.faulty(row, number, wanted) else { return nil }
    note(line, number, drawn)
    return line
  }

  private mutating func note(_ line: WrittenRow, _ number: Int, _ drawn: UInt8) {
    let outcome = line.line.outcome
    rows[number].faultMonth = drawn
    rows[number].sent = outcome.isBlank ? .never : outcome.reasons.isEmpty ? .odd : .refused
  }

  // MARK: What happens between two months

  private func isIn(_ number: Int, month: Int) -> Bool {
    maker.view.isIn(number, month: month)
  }

  /// Whether a row comes with a fault now: four of a thousand, of a list of changes as many as of new rows.
  private func isSpoiled(_ number: Int, _ month: Int) -> Bool {
    let draw = maker.monthly(number, month)
    if isListOfChanges { return draw * 1_000 < maker.rate }
    return draw < 4 || number == alwaysFaulty
  }

  /// A row that comes with a fault in any case: a short list that is as it was would be the same file
  /// again, which no import takes.
  func alwaysFaulty(in month: Int) -> Int? {
    let count = counts[0]
    guard count > 0 else { return nil }
    var draw = Draw(maker.monthStream, -1)
    let start = draw.below(count) + 50 * (month - 2) % count
    return (start..<start + 50).lazy.map { $0 % count }.first { maker.firstFaults($0).isEmpty }
  }

  /// Whether a row that was refused comes as it was, if at all.
  private func isRefusedAgain(_ number: Int, _ month: Int) -> Bool {
    guard maker.monthly(number, month) % 3 == 0 else { return false }
    return rows[number].faultMonth > 0 || firstFaults(number).allSatisfy(maker.leavesKey)
  }

  /// Whether one more refused row is far from what the manifest allows.
  private func allowsFault(read: Int, refused: Int) -> Bool {
    let limits = [manifest.maximumErrors, manifest.maximumErrorRate.map { .share($0) }]
    return limits.compactMap(\.self).allSatisfy { limit in
      !limit.isExceeded(refused: 2 * (refused + 1), read: read + 1)
    }
  }
}
