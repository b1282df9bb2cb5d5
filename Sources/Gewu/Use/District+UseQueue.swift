import Datasets
import Foundation
import Subjects
import Time
import Warehouse

extension District {
  /// The items of the queue: those of the first list by their scores, then those that went up most.
  ///
  /// - Throws: ``UseFault/neverJudged``; `StoreError`, `SealFault`.
  package func useItems(_ question: UseQuestion = UseQuestion()) throws -> UseListing {
    try store.read { session in
      guard let judgement = try session.useJudgement() else { throw UseFault.neverJudged }
      let outcomes = Dictionary(
        try session.useOutcomes().map { ($0.item, $0) }, uniquingKeysWith: { $1 })
      var items: [UseItem] = []
      for finding in try session.useFindings() {
        let item = try UseItem(finding, outcomes[finding.item], today: session.today)
        if question.fits(item) { items.append(item) }
      }
      items.sort { one, other in
        one.order == other.order
          ? one.item < other.item : other.order.lexicographicallyPrecedes(one.order)
      }
      return UseListing(
        asOf: judgement.asOf, isCurrent: judgement.isCurrent, judged: judgement.judged,
        byChance: judgement.byChance, expectedFalse: judgement.expectedFalse,
        found: items.count, items: Array(items.prefix(question.limit)))
    }
  }

  /// An item of the queue with all its evidence.
  ///
  /// Its address is opened only for a purpose, and the read is written down before it returns, see ``ReadPurpose``.
  ///
  /// - Throws: ``UseFault``; `StoreError`, `SealFault`.
  package func useItem(_ text: String, for purpose: ReadPurpose? = nil) throws -> UseItem {
    let item = try store.read { session in
      let (finding, outcome) = try Self.useItem(text, session)
      guard let finding else { return UseItem(outcome, key: text, today: session.today) }
      var item = try UseItem(finding, outcome, today: session.today)
      if purpose != nil { item.address = try Self.address(of: finding, session) }
      return item
    }
    if let purpose, item.address != nil { try note(purpose, for: [("use/\(item.item)", 1)]) }
    return item
  }

  /// Notes what came of a visit to the home of an item; the last of several counts.
  ///
  /// - Parameters:
  ///   - reason: what was seen, in the words of who was there, at most 500 characters; it is kept as it is.
  ///   - until: the last day on which it holds, `YYYY-MM-DD`; then the item is open again.
  /// - Throws: ``UseFault``; `StoreError`, `SealFault`. Then nothing was noted.
  package func decideUse(
    _ text: String, _ verdict: UseVerdict, reason: String, until: String? = nil
  ) throws -> UseItem {
    let reason = String(
      String(reason.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }).reversed())
    guard reason.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw UseFault.blankReason
    }
    guard reason.unicodeScalars.count <= 500 else { throw UseFault.longReason }
    let last = try until.map { text in
      guard text.utf8.count == 10, let day = CivilDay.read(Array(text.utf8)),
        CivilDay.text(day) == text
      else { throw UseFault.notADay(text) }
      return text
    }
    return try store.withWriterLock {
      try store.write { session in
        if let last, last < session.today { throw UseFault.dayOver(last) }
        let (finding, outcome) = try Self.useItem(text, session)
        guard let key = finding?.item ?? outcome?.item,
          let list = finding?.list ?? outcome?.list,
          let place = finding?.place ?? outcome?.place
        else { throw UseFault.noItem(text) }
        var record = UseOutcomeRecord(
          item: key, verdict: verdict.kept, reason: reason, until: last, list: list, place: place)
        record.number = try session.add(record)
        record.at = session.now.text
        guard let finding else { return UseItem(record, key: text, today: session.today) }
        return try UseItem(finding, record, today: session.today)
      }
    }
  }

  /// The finding and the last outcome of an item, one of which there is.
  private static func useItem(
    _ text: String, _ session: StoreTransaction
  ) throws -> (UseFindingRecord?, UseOutcomeRecord?) {
    guard let key = SubjectKey(text) else { throw UseFault.notAnItem(text) }
    let finding = try session.useFindings(of: key).first
    let outcome = try session.useOutcomes(of: key).first
    guard finding != nil || outcome != nil else { throw UseFault.noItem(text) }
    return (finding, outcome)
  }

  /// The address of a finding's home, where the rules name the field that has it and the row is there.
  private static func address(
    of finding: UseFindingRecord, _ session: StoreTransaction
  ) throws -> String? {
    guard let judgement = try session.useJudgement(),
      let dataset = try session.dataset(named: finding.source)
    else { return nil }
    let file = try UseFile(yaml: judgement.rules, path: "rules of the use anomaly (as kept)")
    let source = file.bindings?[.homes].first { $0.dataset == finding.source }
    guard let field = source?.terms[.address]?.field else { return nil }
    var address: String?
    try session.forEachSubjectRow(of: dataset, fields: [field], .numbers([finding.row])) { row in
      let text = String(decoding: row.value(0), as: UTF8.self)
      address = text.isEmpty ? nil : text
    }
    return address
  }
}

extension UseItem {
  /// An item that stands out.
  fileprivate init(
    _ finding: UseFindingRecord, _ outcome: UseOutcomeRecord?, today: String
  ) throws {
    item = finding.item.text
    state = Self.state(outcome, on: today)
    lists = [(finding.isStanding, "1"), (finding.isStep, "2"), (finding.isHeld, "held")]
      .filter(\.0).map(\.1)
    cell = finding.place.cell
    community = finding.place.community
    buildingKind = finding.place.buildingKind
    details = try JSONDecoder().decode(UseDetails.self, from: finding.details)
    self.outcome = outcome.map(Outcome.init)
  }

  /// One that does not stand out any more, and has an outcome.
  fileprivate init(_ outcome: UseOutcomeRecord?, key: String, today: String) {
    item = key
    state = Self.state(outcome, on: today)
    lists = []
    cell = outcome?.place.cell ?? ""
    community = outcome?.place.community ?? ""
    buildingKind = outcome?.place.buildingKind ?? ""
    self.outcome = outcome.map(Outcome.init)
  }

  private static func state(_ outcome: UseOutcomeRecord?, on day: String) -> State {
    guard let outcome, outcome.holds(on: day) else { return .open }
    switch outcome.verdict {
    case .confirmed: return .confirmed
    case .unfounded: return .unfounded
    case .notReached: return .notReached
    }
  }

  /// Its place in a list, greater for what comes first.
  fileprivate var order: [Double] {
    [
      lists.contains("1") ? 1 : 0, lists.contains("held") ? 1 : 0, details?.score ?? 0,
      details?.stepRatio ?? 0,
    ]
  }
}

extension UseVerdict {
  fileprivate var kept: UseOutcomeRecord.Verdict {
    switch self {
    case .confirmed: .confirmed
    case .unfounded: .unfounded
    case .notReached: .notReached
    }
  }
}

extension UseItem.Outcome {
  fileprivate init(_ record: UseOutcomeRecord) {
    self.init(
      verdict: record.verdict.rawValue, reason: record.reason, at: record.at, until: record.until)
  }
}

extension UseQuestion {
  fileprivate func fits(_ item: UseItem) -> Bool {
    (list.map { item.lists.contains($0.rawValue) } ?? true)
      && (state.map { item.state == $0 } ?? true)
      && (cell.map { item.cell == $0 || item.community == $0 } ?? true)
  }
}
