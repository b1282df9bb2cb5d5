import Foundation
import Gewu
import Intake
import Testing
import Time
import Warehouse

/// What somebody decides of persons that rules leave open.
@Suite struct `Decisions on subjects` {
  private let clock: HandClock
  private let people: PeopleStore
  private var district: District { people.sample.district }

  init() throws {
    clock = try HandClock("2026-03-01T08:00:00Z")
    people = try PeopleStore(clock: clock.clock)
    try people.loadBoth()
    _ = try people.assemble()
  }

  /// All that subjects and the queue are, opened, without numbers and order of items and without the moment of
  /// assembling.
  private func canonical() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    var lines: [String] = []
    for listed in try district.subjects(limit: 1_000) {
      var answer = try district.subject(listed.key, for: ReadPurpose("test"), isTraced: true)
      answer.assembledAt = ""
      lines.append(String(decoding: try encoder.encode(answer), as: UTF8.self))
    }
    for var item in try district.reviewItems(limit: 1_000) {
      item.item = 0
      lines.append(String(decoding: try encoder.encode(item), as: UTF8.self))
    }
    lines.sort()
    return lines.joined(separator: "\n")
  }

  private func item(_ reason: String) throws -> ReviewListing {
    let items = try district.reviewItems(reason: reason)
    try #require(items.count == 1, "\(items)")
    return items[0]
  }

  private func key(_ reason: String) throws -> String { try #require(try item(reason).key) }

  @Test func `make rows one subject, and taken back leave the state before`() throws {
    let before = try canonical()
    let report = try district.decide(key("candidate"), .same, reason: "known at the desk")
    #expect(report.assembled?.subjects == 2 && report.assembled?.merged == 1)
    #expect(try district.reviewItems(reason: "candidate").isEmpty)
    let decided = try canonical()
    #expect(decided != before)
    // It stands when all is assembled again.
    _ = try people.assemble()
    #expect(try canonical() == decided)
    _ = try district.undoDecision(report.decision)
    #expect(try canonical() == before)
    #expect(throws: SubjectFault.noDecision(report.decision)) {
      try district.undoDecision(report.decision)
    }
  }

  @Test func `keep rows apart until one of them says something else`() throws {
    let before = try canonical()
    let key = try key("candidate")
    let report = try district.decide(key, .different, reason: "two brothers")
    #expect(report.assembled?.subjects == 3 && report.assembled?.review == 0)
    #expect(try district.reviewItems(reason: "candidate").isEmpty)
    let detail = try district.reviewItem(key)
    #expect(detail.state == "decided" && detail.decision?.verdict == "different")
    #expect(detail.decision?.reason == "two brothers" && detail.decision?.number == 1)
    try people.load(
      "clinic",
      "a,\(PeopleStore.number),测甲仁,,welder,H1,2025-03-01\nb,,测乙人,13900000002,baker,H2,2025-04-01\n"
        + "c,,测乙人,,,H3,2025-05-01", "2")
    _ = try people.assemble()
    #expect(try item("candidate").state == "stale" && item("candidate").key == key)
    // The same again is a decision on what the rows say now; the last one counts.
    let again = try district.decide(key, .different, reason: "two brothers still")
    #expect(try district.reviewItems(reason: "candidate").isEmpty)
    _ = try district.undoDecision(again.decision)
    #expect(try item("candidate").state == "stale")
    _ = try district.undoDecision(report.decision)
    #expect(try item("candidate").state == "open")
    let batch = try #require(try district.batches(limit: 1).first?.report.batch)
    _ = try district.rollBack(batch: batch)
    _ = try people.assemble()
    #expect(try canonical() == before)
  }

  @Test func `give a subject a value as long as its rows state what was seen`() throws {
    let before = try canonical()
    let key = try key("names-differ")
    let detail = try district.reviewItem(key, for: ReadPurpose("a complaint"))
    #expect(detail.choices == ["1", "2"])
    let wanted = try #require(
      detail.rows.first { $0.values.contains { $0.value == "测甲仁" } }
    ).number
    let report = try district.decide(key, .number(wanted), reason: "seen in the passport")
    #expect(report.assembled?.conflicts == 0)
    let subject = try #require(detail.rows.first?.subject)
    let name = try district.subject(subject, for: ReadPurpose("a complaint")).values.first {
      $0.attribute == "name"
    }
    #expect(name?.value == "测甲仁" && name?.criterion == "decision")
    // Another name comes.
    try people.load("register", "1,\(PeopleStore.number),测甲壬,13900000001\n2,,测乙人,13900000002", "2")
    _ = try people.assemble()
    #expect(try item("names-differ").state == "stale")
    let batch = try #require(try district.batches(limit: 1).first?.report.batch)
    _ = try district.rollBack(batch: batch)
    _ = try people.assemble()
    #expect(try district.reviewItems(reason: "names-differ").isEmpty)
    _ = try district.undoDecision(report.decision)
    #expect(try canonical() == before)
  }

  @Test func `end with their last day`() throws {
    let key = try key("candidate")
    _ = try district.decide(key, .same, reason: "until the papers come", until: "2026-03-02")
    clock.advance(by: .seconds(86_400))
    _ = try people.assemble()
    #expect(try district.reviewItems(reason: "candidate").isEmpty)
    clock.advance(by: .seconds(86_400))
    _ = try people.assemble()
    #expect(try item("candidate").state == "stale")
  }

  @Test func `may wait for the next assembly`() throws {
    let report = try district.decide(
      key("candidate"), .same, reason: "known", isLater: true)
    #expect(report.assembled == nil)
    #expect(try district.subjectKinds().map(\.isCurrent) == [false])
    #expect(try people.assemble().merged == 1)
    #expect(try district.subjectKinds().map(\.isCurrent) == [true])
  }

  @Test func `keep no value in the clear`() throws {
    _ = try district.decide(key("names-differ"), .number(2), reason: "seen")
    _ = try district.decide(key("candidate"), .different, reason: "seen")
    for text in [PeopleStore.number, "测甲人", "测甲仁", "13900000002"] {
      for name in ["", "-wal"] {
        let bytes = FileManager.default.contents(atPath: district.storePath + name) ?? Data()
        #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text)")
      }
    }
    #expect(try district.verify().clean)
  }

  @Test func `are refused where they cannot be`() throws {
    let (before, conflict, candidate) = (
      try canonical(), try key("names-differ"), try key("candidate")
    )
    let nobody = String(repeating: "0", count: 32)
    #expect(throws: SubjectFault.notAnItem("7")) {
      try district.decide("7", .same, reason: "x")
    }
    #expect(throws: SubjectFault.noItem(nobody)) {
      try district.decide(nobody, .same, reason: "x")
    }
    #expect(throws: SubjectFault.noChoice("same", known: ["1", "2"])) {
      try district.decide(conflict, .same, reason: "x")
    }
    #expect(throws: SubjectFault.noChoice("3", known: ["1", "2"])) {
      try district.decide(conflict, .number(3), reason: "x")
    }
    #expect(throws: SubjectFault.noChoice("1", known: ["same", "different"])) {
      try district.decide(candidate, .number(1), reason: "x")
    }
    #expect(throws: SubjectFault.blankReason) {
      try district.decide(candidate, .same, reason: " - ")
    }
    #expect(throws: SubjectFault.longReason) {
      try district.decide(candidate, .same, reason: String(repeating: "x", count: 501))
    }
    for day in ["tomorrow", "2026-02-30", "20260401"] {
      #expect(throws: SubjectFault.notADay(day)) {
        try district.decide(candidate, .same, reason: "x", until: day)
      }
    }
    #expect(throws: SubjectFault.dayOver("2026-02-28")) {
      try district.decide(candidate, .same, reason: "x", until: "2026-02-28")
    }
    #expect(throws: SubjectFault.noDataset("nothing")) {
      try district.reviewFaults(of: "nothing")
    }
    #expect(try canonical() == before)
  }

  @Test func `are asked of a department for its own rows`() throws {
    let faults = try district.reviewFaults(of: "clinic")
    #expect(faults.allSatisfy { $0.source == "clinic" })
    #expect(faults.map(\.rule).sorted() == ["I5", "I5", "names-differ"])
    let conflict = try #require(faults.first { $0.rule == "names-differ" })
    #expect(conflict.rowKey == "a" && conflict.field == "full_name" && conflict.value == "测**")
    #expect(conflict.others == ["register"])
    #expect(try conflict.item == key("names-differ"))
    let opened = try district.reviewFaults(of: "clinic", for: ReadPurpose("correction"))
    #expect(opened.first { $0.rule == "names-differ" }?.value == "测甲仁")
    let lines = String(decoding: faults.csv, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(
      lines.first == "item,kind,reason,rule,state,source,row,row_key,field,value,others")
    let register = try district.reviewFaults(of: "register")
    #expect(register.map(\.rule) == ["names-differ"])
  }

  @Test func `of an item show its rows, masked without a purpose`() throws {
    let detail = try district.reviewItem(key("candidate"))
    #expect(detail.choices == ["same", "different"] && !detail.isUnmasked && detail.isCurrent)
    #expect(detail.rows.map(\.number) == [1, 2])
    #expect(
      detail.rows.allSatisfy { $0.values.contains { $0.attribute == "name" && $0.value == "测**" } })
    #expect(!detail.rows.contains { $0.values.contains { $0.attribute == "birth" } })
  }
}
