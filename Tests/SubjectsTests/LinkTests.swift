import Testing

@testable import Subjects

/// Linking of tables without identity numbers.
struct LinkTests {
  static let draft: LinkDraft = {
    var draft = LinkDraft(name: "test")
    draft.columns = [
      .init("first", kind: "name"), .init("last", kind: "name"), .init("birth", kind: "date"),
      .init("height", kind: "number"),
    ]
    draft.blocks = [[.init("birth")], [.init("first", prefix: 1), .init("last")]]
    draft.comparisons = [
      .init([.init(.init("exact", "first"), 2), .init(.init("edit", "first", limit: 1), 1)]),
      .init([.init(.init("exact", "last"), 2)]),
      .init([
        .init(.init("exact", "birth"), 3), .init(.init("transposed-date", "birth"), 2),
        .init(.init("differ", "birth"), -2),
      ]),
    ]
    draft.threshold = 6
    draft.candidate = 4
    return draft
  }()

  static func linked(_ rows: [[String]], draft: LinkDraft = draft, sides: [Int]? = nil) throws
    -> Linking
  {
    var table = LinkTable(rules: try LinkRules(draft))
    for (index, row) in rows.enumerated() {
      table.append(
        key: Array(String(index).utf8), side: sides?[index],
        values: row.map { Array($0.utf8)[...] })
    }
    return Linking(table)
  }

  @Test func `a sum from the threshold on links, one from the candidate on is shown`() throws {
    let linking = try Self.linked([
      ["ann", "lee", "19900102"], ["anne", "lee", "19900102"], ["ann", "lee", "19900201"],
      ["bob", "lee", "19900102"],
    ])
    #expect(linking.links.map { [$0.one, $0.other] } == [[0, 1], [0, 2]])
    #expect(linking.links.map(\.points) == [6, 6])
    #expect(linking.groups == [0, 0, 0, 3])
    #expect(linking.candidates.map { [$0.one, $0.other] } == [[0, 3], [1, 2], [1, 3]])
  }

  @Test func `what forbids keeps groups apart, through others too`() throws {
    var draft = Self.draft
    draft.cannotLink = [.init("differ", "height")]
    let linking = try Self.linked(
      [
        ["ann", "lee", "19900102", "170"], ["ann", "lee", "19900102", ""],
        ["ann", "lee", "19900102", "180"],
      ],
      draft: draft)
    #expect(linking.groups == [0, 0, 2])
    #expect(linking.candidates.map { [$0.one, $0.other] } == [[1, 2]])
  }

  @Test func `one to one, equal claims are left to a person`() throws {
    var draft = Self.draft
    draft.isOneToOne = true
    let linking = try Self.linked(
      [
        ["ann", "lee", "19900102"], ["ann", "lee", "19900102"], ["bob", "ray", "19800102"],
        ["ann", "lee", "19900102"], ["bob", "ray", "19800102"], ["bobo", "ray", "19800102"],
      ], draft: draft, sides: [0, 0, 0, 1, 1, 1])
    #expect(linking.links.map { [$0.one, $0.other] } == [[2, 4]])
    #expect(linking.candidates.map { [$0.one, $0.other] } == [[0, 3], [1, 3]])
  }

  @Test func `a ladder links by rungs, and proposes by those that are not certain`() throws {
    var draft = Self.draft
    draft.threshold = nil
    draft.candidate = nil
    draft.nicknames = [["william", "bill"], ["robert", "bob"]]
    draft.ladder = [
      .init(
        "short", all: [.init("nickname", "first"), .init("exact", "last"), .init("exact", "birth")]),
      .init(
        "swapped", all: [.init("swapped", "first", "last")],
        some: [.init("exact", "birth"), .init("within", "height", limit: 2)], least: 2),
      .init(
        "tall", certain: false, all: [.init("exact", "birth"), .init("within", "height", limit: 2)]),
    ]
    let linking = try Self.linked(
      [
        ["Bill", "Lee", "19900102", "170"], ["William", "Lee", "19900102", "190"],
        ["Lee", "Bill", "19900102", "171.5"], ["Robert", "Lee", "19900102", "150"],
      ], draft: draft)
    #expect(linking.links.map { [$0.one, $0.other] } == [[0, 1], [0, 2]])
    #expect(linking.links.map(\.rung) == [0, 1])
    #expect(linking.candidates.isEmpty)
  }

  /// Edits by recursion over all ways.
  static func slowEdits(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>) -> Int {
    guard let one = left.last, let other = right.last else { return left.count + right.count }
    var best = min(
      slowEdits(left.dropLast(), right) + 1, slowEdits(left, right.dropLast()) + 1,
      slowEdits(left.dropLast(), right.dropLast()) + (one == other ? 0 : 1))
    if left.count > 1, right.count > 1, one == right[right.endIndex - 2],
      left[left.endIndex - 2] == other
    {
      best = min(best, slowEdits(left.dropLast(2), right.dropLast(2)) + 1)
    }
    return best
  }

  @Test func `edits are those of the slow reference up to the limit`() {
    var generator = SeededGenerator(9)
    for _ in 0..<300 {
      let texts = (0..<2).map { _ in
        (0..<Int.random(in: 0...5, using: &generator)).map { _ in
          UInt32.random(in: 0...2, using: &generator)
        }
      }
      let expected = Self.slowEdits(texts[0][...], texts[1][...])
      for limit in 0...4 {
        #expect(
          Comparator.edits(texts[0], texts[1], limit: limit) == min(expected, limit + 1),
          "\(texts), \(limit)")
      }
    }
  }

  @Test(arguments: [
    ("19900102", "19900201", true), ("19900102", "19090102", true), ("19900102", "19900102", false),
    ("19900102", "19900203", false), ("1990", "9190", false),
  ])
  func `transposed days`(one: String, other: String, expected: Bool) {
    #expect(Comparator.areTransposed(Array(one.utf8)[...], Array(other.utf8)[...]) == expected)
  }

  @Test func `any order of rows gives the same pairs`() throws {
    var generator = SeededGenerator(3)
    let rows = (0..<60).map { _ in
      [["ann", "anne", "bob"], ["lee", "ray"], ["19900102", "19900201", "19800102"]].map {
        $0.randomElement(using: &generator) ?? ""
      }
    }
    func pairs(_ order: [Int], isOneToOne: Bool) throws -> [[Int]] {
      var draft = Self.draft
      draft.isOneToOne = isOneToOne
      var table = LinkTable(rules: try LinkRules(draft))
      for index in order {
        table.append(
          key: Array(String(index).utf8), side: isOneToOne ? index % 2 : nil,
          values: rows[index].map { Array($0.utf8)[...] })
      }
      let linking = Linking(table)
      return (linking.links + linking.candidates).map { [order[$0.one], order[$0.other]] }
    }
    for isOneToOne in [false, true] {
      let first = try pairs(Array(0..<60), isOneToOne: isOneToOne)
      #expect(!first.isEmpty)
      for _ in 0..<5 {
        let order = (0..<60).shuffled(using: &generator)
        #expect(try pairs(order, isOneToOne: isOneToOne) == first)
      }
    }
  }

  @Test func `faults of link rules have their places`() {
    var draft = Self.draft
    draft.blocks[0][0].column = "born"
    draft.comparisons[0].outcomes[1].condition.limit = 0
    draft.ladder = [.init("r", all: [.init("like", "first")])]
    #expect(throws: RulesFaults.self) { try LinkRules(draft) }
    do {
      _ = try LinkRules(draft)
    } catch {
      #expect(
        error.faults.map(\.place) == [
          "blocks[0][0]", "comparisons[0].outcomes[1]", "ladder[0].all[0]",
        ])
      #expect(error.faults.first?.reason == .unknownAttribute("born"))
    }
  }
}
