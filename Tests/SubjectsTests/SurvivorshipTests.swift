import Testing

@testable import Subjects

/// Whose value wins, and what is said about why.
struct SurvivorshipTests {
  static let number = People.number("19880808", 15)

  static func row(
    _ source: String, _ key: String, _ values: [String: String], effective: Int32? = nil,
    isDeleted: Bool = false
  ) -> TestRow {
    TestRow(
      source, key, values.merging(["resident_id": number, "full_name": "周海"]) { old, _ in old },
      effective: effective, isDeleted: isDeleted)
  }

  @Test func `rank comes first, then the effective day, the load, the data set and the key`() throws
  {
    let rows = [
      Self.row("floating", "1", ["gender": "1", "death_date": "20200101"], effective: 300),
      Self.row("police", "2", ["gender": "2"], effective: 100),
      Self.row("floating", "3", ["death_date": "20200102"], effective: 200),
      Self.row("floating", "4", ["death_date": "20200103"]),
    ]
    let people = try assembled(Array(rows.dropFirst(0)), draft: Self.open)
    #expect(people.winners("gender", of: rows[0]).map(\.value) == ["2"])
    #expect(people.winners("gender", of: rows[0]).map(\.by) == [.rank])
    #expect(people.winners("death_date", of: rows[0]).map(\.value) == ["20200101"])
    #expect(people.winners("death_date", of: rows[0]).map(\.by) == [.effective])
    var later = rows[3]
    later.loaded = 30_000
    let undated = [rows[3], later].enumerated().map { index, row in
      var row = row
      row.key = "u\(index)"
      row.values["death_date"] = "2020010\(index + 4)"
      return row
    }
    let loaded = try assembled(undated, draft: Self.open)
    #expect(loaded.winners("death_date", of: undated[0]).map(\.by) == [.loaded])
    #expect(loaded.value("death_date", of: undated[0]) == "20200105")
    var same = undated
    same[1].loaded = same[0].loaded
    let keyed = try assembled(same, draft: Self.open)
    #expect(keyed.winners("death_date", of: same[0]).map(\.by) == [.rowKey])
    #expect(keyed.value("death_date", of: same[0]) == "20200104")
  }

  /// The test's rules without what forbids, so that rows of any value are one person.
  static let open: RulesDraft = {
    var draft = People.draft
    draft.cannotLink = []
    return draft
  }()

  @Test func `no value never wins, and a deleted row does not vote`() throws {
    let rows = [
      Self.row("police", "1", ["gender": "9", "marital_status": ""]),
      Self.row("health", "2", ["gender": "1", "marital_status": "20"], effective: 5),
      Self.row(
        "health", "3", ["gender": "2", "marital_status": "40"], effective: 9, isDeleted: true),
    ]
    let people = try assembled(rows, draft: Self.open)
    #expect(people.value("gender", of: rows[0]) == "1")
    #expect(people.winners("gender", of: rows[0]).map(\.by) == [.only])
    #expect(people.value("marital_status", of: rows[0]) == "20")
    #expect(people.subject(of: rows[0].address)?.isRetired == false)
    let gone = try assembled([rows[2]], draft: Self.open)
    #expect(gone.subject(of: rows[2].address)?.isRetired == true)
    #expect(gone.subject(of: rows[2].address)?.winners.isEmpty == true)
  }

  @Test func `all telephone numbers are kept, the newest first`() throws {
    let rows = [
      Self.row("police", "1", ["phone": "139 0000 0001"], effective: 10),
      Self.row("health", "2", ["phone": "+8613900000002"], effective: 30),
      Self.row("school", "3", ["phone": "13900000001"], effective: 20),
    ]
    let people = try assembled(rows)
    #expect(people.winners("phone", of: rows[0]).map(\.value) == ["+8613900000002", "13900000001"])
  }

  @Test func `attributes of a tuple come from one row, missing ones stay missing`() throws {
    var draft = Self.open
    draft.tuples = [TupleDraft("home", ["dwelling", "level", "division"])]
    let rows = [
      Self.row("police", "1", ["dwelling": "d1", "division": "990101001"]),
      Self.row("health", "2", ["dwelling": "d2", "level": "room", "division": "990101002"]),
      Self.row("floating", "3", ["level": "building"]),
    ]
    let people = try assembled(rows, draft: draft)
    #expect(people.value("dwelling", of: rows[0]) == "d1")
    #expect(people.value("division", of: rows[0]) == "990101001")
    #expect(people.value("level", of: rows[0]) == nil)
  }

  @Test func `preferred values, frequent values and the oldest win by their policies`() throws {
    var draft = Self.open
    for (name, policy) in [
      ("household", "preferred"), ("dwelling", "frequent"), ("division", "oldest"),
    ] {
      let place = try #require(draft.attributes.firstIndex { $0.name == name })
      draft.attributes[place].policy = policy
      draft.attributes[place].preferred = ["yes", "no"]
    }
    let rows = [
      Self.row(
        "police", "1", ["household": "no", "dwelling": "d1", "division": "990101"], effective: 9),
      Self.row(
        "health", "2", ["household": "YES", "dwelling": "d2", "division": "990102"], effective: 3),
      Self.row("school", "3", ["dwelling": "d2"]),
    ]
    let people = try assembled(rows, draft: draft)
    #expect(people.winners("household", of: rows[0]).map(\.value) == ["YES"])
    #expect(people.winners("household", of: rows[0]).map(\.by) == [.preferred])
    #expect(people.winners("dwelling", of: rows[0]).map(\.by) == [.frequency])
    #expect(people.value("dwelling", of: rows[0]) == "d2")
    #expect(people.value("division", of: rows[0]) == "990102")
  }

  @Test func `a decision wins while its values are those seen, and is stale afterwards`() throws {
    let rows = [
      Self.row("police", "1", ["full_name": "周海", "birth_date": "19880808"]),
      Self.row("health", "2", ["full_name": "周?", "birth_date": "19880809"]),
    ]
    let decision = Decision.value(
      ValueDecision(
        row: rows[1].address, attribute: "full_name", value: Array("周?".utf8),
        seen: [Array("周?".utf8), Array("周海".utf8)]))
    var people = try assembled(rows, decisions: [decision])
    #expect(people.winners("full_name", of: rows[0]).map(\.value) == ["周?"])
    #expect(people.winners("full_name", of: rows[0]).map(\.by) == [.decision])
    func states() -> [String] {
      (people.subject(of: rows[0].address)?.conflicts ?? []).map {
        people.rules.conflicts[$0.rule].kind + " " + $0.state.rawValue
      }
    }
    #expect(states() == ["name decided", "birth open"])
    // The row of the clinic contradicts its own number, and that of the police.
    #expect(people.conflictGroups().map(\.kind) == ["birth", "birth"])
    #expect(
      people.conflictGroups().map(\.sources) == [["health", "health"], ["health", "police"]])
    var changed = rows[1]
    changed.values["full_name"] = "?海"
    try people.put([changed])
    people.assemble()
    #expect(people.value("full_name", of: rows[0]) == "周海")
    #expect(states() == ["name stale", "birth open"])
  }
}
