import Testing

@testable import Subjects

/// Where people live, and what follows from it.
struct FactTests {
  static func row(
    _ source: String, _ key: String, _ values: [String: String], effective: Int32? = nil
  ) -> TestRow {
    SurvivorshipTests.row(source, key, values, effective: effective)
  }

  @Test func `the newest dated home of a sure address is the main one`() throws {
    let rows = [
      Self.row(
        "police", "1",
        ["dwelling": "d1", "level": "room", "arrived": "20200101", "household": "h1"]),
      Self.row("floating", "2", ["dwelling": "d2", "level": "room", "arrived": "20240101"]),
      Self.row("health", "3", ["dwelling": "d3", "level": "street", "arrived": "20250101"]),
    ]
    let people = try assembled(rows)
    let facts = try #require(people.subject(of: rows[0].address)?.facts)
    #expect(facts.map(\.kind) == [.lives, .lives, .lives, .registered])
    #expect(facts.map(\.isMain) == [false, true, false, false])
    #expect(facts.map(\.mayMove) == [true, true, false, true])
    #expect(facts[1].from == CivilDay.day(year: 2024, month: 1, day: 1))
  }

  @Test func `without a sure home the registered place is the last resort`() throws {
    let rows = [Self.row("police", "1", ["dwelling": "d1", "level": "street", "household": "h1"])]
    let facts = try #require(try assembled(rows).subject(of: rows[0].address)?.facts)
    #expect(facts.map(\.isMain) == [false, true])
    #expect(facts.map(\.isLastResort) == [false, true])
  }

  @Test func `death ends what is open, and activity afterwards is a conflict`() throws {
    let death = try #require(CivilDay.day(year: 2024, month: 6, day: 1))
    let rows = [
      Self.row(
        "police", "1", ["dwelling": "d1", "level": "room", "death_date": "2024-06-01 08:30"]),
      Self.row("health", "2", [:], effective: death + 1),
      Self.row("health", "3", [:], effective: death),
    ]
    let people = try assembled(rows)
    let subject = try #require(people.subject(of: rows[0].address))
    #expect(subject.facts.map(\.to) == [death])
    #expect(subject.conflicts.map { people.rules.conflicts[$0.rule].kind } == ["alive-after-death"])
    #expect(subject.conflicts.first?.values.count == 2)
  }

  @Test func `two homes with the same right are a conflict`() throws {
    let rows = ["1", "2"].map {
      Self.row("floating", $0, ["dwelling": "d" + $0, "level": "room", "arrived": "20240101"])
    }
    let people = try assembled(rows)
    let conflicts = try #require(people.subject(of: rows[0].address)?.conflicts)
    #expect(conflicts.map { people.rules.conflicts[$0.rule].kind } == ["two-main"])
  }

  static let day = CivilDay.day(year: 2026, month: 8, day: 31) ?? 0

  @Test(arguments: [
    ("990101001" as String?, "990101001" as String?, nil as String?, "yes yes no"),
    ("990101001", "990101002", "20260228", "no yes no"),
    ("990101001", "990101002", "20260301", "no no no"),
    ("990101001", "990201002", "20260228", "no yes yes"),
    ("990101001", "990221002", "20260228", "no yes yes"),
    ("990121001", "990101002", "20260228", "no yes yes"),
    ("990101001", "990201002", nil, "no unknown unknown"),
    ("990101", "990101002", nil, "unknown unknown unknown"),
    (nil, "990101002", "20260228", "unknown yes unknown"),
    (nil, "990101002", nil, "unknown unknown unknown"),
    ("990101001", nil, nil, "unknown unknown unknown"),
  ])
  func `who is permanent and who floats`(
    registered: String?, living: String?, arrived: String?, expected: String
  ) {
    let status = ResidenceStatus(
      registered: registered.map { Array($0.utf8) }, living: living.map { Array($0.utf8) },
      arrived: arrived.flatMap { CivilDay.read($0.utf8) }, on: Self.day)
    let words = [status.livesWhereRegistered, status.isPermanent, status.isFloating]
    #expect(words.map(\.rawValue).joined(separator: " ") == expected)
  }
}
