import Datasets
import Subjects
import Time
package import Warehouse

/// What somebody decides of an item of the review queue.
package enum ReviewChoice: Sendable, Equatable {
  /// The rows are one subject.
  case same
  /// Each row is of another subject.
  case different
  /// The value of this number is right, from 1; of rows that fit several subjects, that of this number is the one.
  case number(Int)

  /// Reads `same`, `different` or a number; nil for anything else.
  package init?(_ text: String) {
    switch text {
    case "same": self = .same
    case "different": self = .different
    default:
      guard let number = Int(text), number > 0 else { return nil }
      self = .number(number)
    }
  }

  /// What can be chosen of an item, in the words that are read; nothing for one that only rows can settle.
  static func all(of item: ReviewRecord, _ rules: SubjectRules) -> [String] {
    switch item.reason {
    case "conflict":
      guard let rule = rules.conflicts.first(where: { $0.kind == item.rule }),
        !rule.test.decidedAttributes.isEmpty
      else { return [] }
      return Set(item.rows.compactMap(\.value)).sorted().map { "\($0 + 1)" }
    case "common": return []
    case "ambiguous":
      return item.rows.count > 1 ? (2...item.rows.count).map(String.init) + ["different"] : []
    default: return item.rows.count > 1 ? ["same", "different"] : []
    }
  }

  fileprivate var text: String {
    switch self {
    case .same: "same"
    case .different: "different"
    case .number(let number): "\(number)"
    }
  }
}

/// What came of a decision, or of taking one back.
package struct DecisionReport: Sendable, Equatable, Encodable {
  /// The number of the decision.
  package var decision: Int64
  /// The key of the item, and its kind of subject.
  package var item: String
  package var kind: String
  /// What assembling the kind again did; nil where that is left for later.
  package var assembled: SubjectReport?
}

extension District {
  /// Decides an item of the review queue, and assembles its kind of subject again by the rules that it was
  /// assembled by, all in one transaction.
  ///
  /// A decision is bound to what the rows state: where they state something else later, it holds no more, and the
  /// item waits again. Kept are digests of it, no value. The last decision of an item counts.
  ///
  /// - Parameters:
  ///   - text: the key of the item.
  ///   - reason: why, in the words of who decides; at most 500 characters.
  ///   - until: the last day on which it holds, `YYYY-MM-DD`.
  ///   - isLater: whether the subjects stay as they are until they are assembled by another call.
  /// - Throws: ``SubjectFault``; `StoreError`, `SealFault`. Then nothing was decided.
  package func decide(
    _ text: String, _ choice: ReviewChoice, reason: String, until: String? = nil,
    isLater: Bool = false, threads: Int = 2
  ) throws -> DecisionReport {
    let reason = String(
      String(reason.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }).reversed())
    guard reason.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw SubjectFault.blankReason
    }
    guard reason.unicodeScalars.count <= 500 else { throw SubjectFault.longReason }
    let last = try until.map { text in
      guard text.utf8.count == 10, let day = CivilDay.read(Array(text.utf8)),
        let read = CivilDay.text(day), read == text
      else { throw SubjectFault.notADay(text) }
      return text
    }
    return try changingDecisions(isLater: isLater, threads: threads) { session, matching, plane in
      if let last, last < session.today { throw SubjectFault.dayOver(last) }
      let (item, kind) = try Self.reviewItem(text, session)
      let record = try decision(
        choice, of: item, kind, session, matching: matching, plane: plane, reason: reason,
        until: last)
      try session.touch(
        subjects: try session.subjectNumbers(
          ofKind: item.kind, keys: Set(item.rows.compactMap(\.subject))))
      return (try session.add(record), item.kind, text)
    }
  }

  /// Takes a decision back, and assembles its kind of subject again: all is as if it had never been.
  ///
  /// - Throws: ``SubjectFault/noDecision(_:)``; `StoreError`, `SealFault`.
  package func undoDecision(
    _ number: Int64, isLater: Bool = false, threads: Int = 2
  ) throws -> DecisionReport {
    try changingDecisions(isLater: isLater, threads: threads) { session, _, _ in
      guard let (kind, item) = try session.undoDecision(number) else {
        throw SubjectFault.noDecision(number)
      }
      return (number, kind, item.text)
    }
  }

  private func changingDecisions(
    isLater: Bool, threads: Int,
    _ change: (StoreTransaction, AddressMatching?, LocalPlane?) throws -> (Int64, String, String)
  ) throws -> DecisionReport {
    try store.withWriterLock {
      let matching = try matcherIfLoaded()
      let plane = try localPlane()
      return try store.write { session in
        let (number, kind, item) = try change(session, matching, plane)
        var report = DecisionReport(decision: number, item: item, kind: kind)
        guard !isLater, let entry = try session.subjectKinds().first(where: { $0.kind == kind })
        else { return report }
        let file = try SubjectFile(
          yaml: entry.rules, path: "rules of \(kind) (as kept in the store)")
        let surroundings = SubjectSurroundings(
          digest: try session.subjectDigest(makes: true), matching: matching, plane: plane,
          threads: threads)
        report.assembled = try SubjectUpdate(file, session, surroundings).run()
        return report
      }
    }
  }

  /// The decision with digests of what it sees.
  private func decision(
    _ choice: ReviewChoice, of item: ReviewRecord, _ kind: SubjectKindEntry,
    _ session: StoreTransaction, matching: AddressMatching?, plane: LocalPlane?, reason: String,
    until: String?
  ) throws -> DecisionRecord {
    var wanted = Set(item.rows.map { ReviewRows.Row(source: $0.source, id: $0.row) })
    if item.reason == "conflict", let key = item.rows.lazy.compactMap(\.subject).first,
      let subject = try session.subject(of: key)
    {
      for member in try session.members(ofKind: item.kind, subject: subject.id) {
        wanted.insert(ReviewRows.Row(source: member.source, id: member.row))
      }
    }
    let rows = try ReviewRows(
      wanted, kind, session, matching: matching, plane: plane, isUnmasked: true)
    let choices = ReviewChoice.all(of: item, rows.rules)
    guard !choices.isEmpty else { throw SubjectFault.undecidable(item.rule) }
    guard choices.contains(choice.text) else {
      throw SubjectFault.noChoice(choice.text, known: choices)
    }
    let numbers = try item.rows.map { row in
      guard let number = rows.number(of: ReviewRows.Row(source: row.source, id: row.row)) else {
        throw SubjectFault.rowsGone
      }
      return number
    }
    let digest = try session.subjectDigest()
    let table = rows.drawn.assembly.table
    var (named, seen, chosen) = (numbers, SubjectKey(high: 0, low: 0), SubjectKey?.none)
    var verdict = DecisionRecord.Verdict.same
    if item.reason == "conflict", case .number(let number) = choice,
      let attributes = rows.rules.conflicts.first(where: { $0.kind == item.rule })?.test
        .decidedAttributes,
      let place = item.rows.firstIndex(where: { $0.value == number - 1 }),
      let attribute = item.rows[place].attribute.flatMap(rows.rules.attribute)
    {
      verdict = .value
      guard
        let value = table.values(of: numbers[place]).first(where: {
          $0.attribute == attribute && $0.reading != 0
        })
      else { throw SubjectFault.rowsGone }
      chosen = digest.key(ofValue: table.pool[value.reading])
      seen = digest.key(ofReadings: attributes, of: Array(0..<table.count), table)
    } else {
      if case .number(let number) = choice { named = [numbers[0], numbers[number - 1]] }
      if choice == .different { verdict = .different }
      seen = digest.key(ofRows: named, table)
    }
    var told: Set<Int> = []
    return DecisionRecord(
      kind: item.kind, item: item.key ?? SubjectKey(high: 0, low: 0), verdict: verdict,
      rule: item.rule,
      rows: named.filter { told.insert($0).inserted }.map { row in
        let address = table.address(of: row)
        return .init(source: address.dataSet, key: digest.key(ofRow: address))
      }, seen: seen, chosen: chosen, reason: reason, until: until)
  }
}

extension StoreTransaction {
  /// The day of this moment, `YYYY-MM-DD`, by which decisions end.
  var today: String { String(now.text.prefix(10)) }
}
