import Testing

@testable import Subjects

/// What happened to subjects, and how keys of former states are followed.
struct ChangeTests {
  static func key(_ number: UInt64) -> SubjectKey { SubjectKey(high: number, low: 0) }

  @Test func `merged, split, retired, created and renamed`() {
    let old = [
      (Self.key(1), [1, 2]), (Self.key(2), [3]), (Self.key(3), [4, 5]), (Self.key(4), [6]),
      (Self.key(5), [7]),
    ]
    let new = [
      (Self.key(1), [1, 2, 3]), (Self.key(3), [4]), (Self.key(6), [5]), (Self.key(7), [8]),
      (Self.key(8), [7]),
    ]
    let events = SubjectEvent.between(
      old.map { (key: $0.0, rows: $0.1) }, new.map { (key: $0.0, rows: $0.1) })
    #expect(
      events == [
        .merged([Self.key(1), Self.key(2)], into: Self.key(1)), .created(Self.key(7)),
        .renamed(Self.key(5), to: Self.key(8)),
        .split(Self.key(3), into: [Self.key(3), Self.key(6)]),
        .retired(Self.key(4)),
      ])
    var history = SubjectHistory()
    history.append(events)
    #expect(history.resolve(Self.key(2)) == [Self.key(1)])
    #expect(history.resolve(Self.key(3)) == [Self.key(3)])
    #expect(history.resolve(Self.key(4)).isEmpty)
    #expect(history.resolve(Self.key(5)) == [Self.key(8)])
    history.append([.merged([Self.key(1), Self.key(8)], into: Self.key(9))])
    #expect(history.resolve(Self.key(2)) == [Self.key(9)])
    history.append([.split(Self.key(9), into: [Self.key(1), Self.key(10)])])
    #expect(history.resolve(Self.key(5)) == [Self.key(1), Self.key(10)])
  }

  @Test func `a merge that is taken back leaves no trace`() throws {
    let rows = [
      TestRow("health", "1", ["full_name": "周海", "phone": "13900000001"]),
      TestRow("health", "2", ["full_name": "周海", "phone": "13900000001"]),
    ]
    var people = try assembled(rows)
    let before = people.canonicalForm()
    #expect(people.review.map(\.reason) == [.candidate(rule: "I5")])
    people.decide([.same(rows[0].address, rows[1].address)])
    #expect(people.assemble().count == 1)
    #expect(people.membership == [["health/1", "health/2"]])
    #expect(people.review.isEmpty)
    people.decide([])
    people.assemble()
    #expect(people.canonicalForm() == before)
    people.decide([
      .same(rows[0].address, rows[1].address), .different(rows[1].address, rows[0].address),
    ])
    people.assemble()
    #expect(people.count == 2)
    #expect(people.review.contains { $0.reason == .decisionsDiffer })
  }

  @Test func `a person's decision is above what forbids`() throws {
    let rows = [1, 3].map {
      TestRow("health", "\($0)", ["full_name": "周海", "resident_id": People.number("19880808", $0)])
    }
    let more = TestRow(
      "floating", "9", ["full_name": "周海", "resident_id": People.number("19880808", 1)])
    let people = try assembled(rows + [more], decisions: [.same(rows[0].address, rows[1].address)])
    #expect(people.membership == [["floating/9", "health/1", "health/3"]])
  }

  @Test func `things within the distance are proposed, in any square and at the border`() throws {
    var draft = RulesDraft(kind: "component")
    draft.attributes = ["class", "east", "north"].map {
      AttributeDraft($0, kind: $0 == "class" ? "code" : "number")
    }
    draft.sources = [
      SourceDraft("lamps", rank: 1, fields: draft.attributes.map { .init($0.name, $0.name) })
    ]
    draft.identity = [
      IdentityDraft(
        "K2", certain: false, equal: ["class"], near: .init(east: "east", north: "north", within: 2)
      )
    ]
    var generator = SeededGenerator(5)
    let places = (0..<60).map { _ in
      (Int.random(in: -20...20, using: &generator), Int.random(in: -20...20, using: &generator))
    }
    let rows = places.enumerated().map { index, place in
      TestRow(
        "lamps", String(index),
        ["class": "c\(index % 2)", "east": String(place.0), "north": String(place.1)])
    }
    let found = Set(try assembled(rows, draft: draft).review.map { item in item.rows })
    var expected = 0
    for one in 0..<60 {
      for other in (one + 1)..<60 where one % 2 == other % 2 {
        let (east, north) = (places[one].0 - places[other].0, places[one].1 - places[other].1)
        if east * east + north * north <= 4 { expected += 1 }
      }
    }
    #expect(found.count == expected)
    #expect(expected > 3)
  }

  @Test func `a converted firm is followed, and branches stay out of the head office`() throws {
    var draft = RulesDraft(kind: "firm")
    draft.attributes = [
      .init("credit_code", kind: "credit-code"), .init("name", kind: "firm-name"),
      .init("representative", kind: "name"), .init("state", kind: "code"),
      .init("start", kind: "date"),
      .init(
        "is_branch", kind: "code", derivation: .init("contains", from: ["name"], words: ["分店"])),
    ]
    draft.sources = [
      SourceDraft(
        "market", rank: 1, fields: draft.attributes.dropLast().map { .init($0.name, $0.name) })
    ]
    draft.identity = [
      .init("F1", certain: true, equal: ["credit_code"]),
      .init("F4", certain: true, equal: ["name"], any: ["representative"]),
    ]
    draft.cannotLink = [
      .init("two-codes", differ: ["credit_code"]), .init("branch", differ: ["is_branch"]),
    ]
    draft.keys = ["credit_code"]
    draft.succession = SuccessionDraft(
      equal: ["name", "representative"], state: "state", gone: ["4"], start: "start")
    let code = "91110000600037341L"
    let rows = [
      TestRow(
        "market", "1",
        ["name": "（甲乙）商店", "representative": "周海", "state": "4", "start": "20100101"]),
      TestRow(
        "market", "2",
        [
          "name": "(甲乙)商店", "representative": "周海", "state": "1", "start": "20200101",
          "credit_code": code,
        ]),
      TestRow("market", "3", ["name": "甲乙商店", "credit_code": code]),
      TestRow("market", "4", ["name": "甲乙商店分店", "representative": "周海", "credit_code": code]),
    ]
    var firms = try assembled(rows, draft: draft)
    #expect(firms.membership == [["market/1", "market/2", "market/3"], ["market/4"]])
    firms.decide([
      .different(rows[0].address, rows[1].address), .different(rows[0].address, rows[2].address),
    ])
    firms.assemble()
    let former = try #require(firms.subject(of: rows[0].address)?.key)
    let successor = try #require(firms.subject(of: rows[1].address)?.key)
    #expect(firms.successions() == [Succession(former: former, successor: successor)])
  }
}
