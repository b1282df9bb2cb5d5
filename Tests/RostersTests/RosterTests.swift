import Testing
import Time

@testable import Rosters

/// Posts against norms by hand.
@Suite struct RosterTests {
  private let cells = [
    RosterCell(level: "community", code: "C1"),
    RosterCell(level: "community", code: "C2"),
    RosterCell(level: "grid", code: "G1", parent: 0),
    RosterCell(level: "grid", code: "G2", kind: "estate", parent: 1),
  ]

  private func post(
    _ row: Int64, _ role: String, _ cell: String, from: String? = nil, until: String? = nil,
    employment: Employment? = nil
  ) -> HeldPost {
    HeldPost(
      row: row, staff: "S\(row)", role: role, cell: cell, from: from.flatMap { Day($0) },
      until: until.flatMap { Day($0) }, employment: employment)
  }

  private func roster(_ rules: [PostRule], _ posts: [HeldPost], on day: String = "2026-09-15")
    throws -> Roster
  {
    Roster(net: "base", cells: cells, rules: rules, posts: posts, on: try #require(Day(day)))
  }

  private func finding(
    _ kind: RosterFinding.Kind, _ level: String?, _ cell: String, _ role: String, held: Int,
    wanted: Int, since: String? = nil
  ) -> RosterFinding {
    RosterFinding(
      kind, net: "base", level: level, cell: cell, role: role, held: held, wanted: wanted,
      since: since.flatMap { Day($0) })
  }

  @Test func `a post that nobody holds is vacant, and expired where somebody did`() throws {
    let roster = try roster(
      [PostRule(role: "01", level: "grid")],
      [post(1, "01", "G1", from: "2020-01-01", until: "2026-09-01")])
    #expect(
      roster.findings == [
        finding(.expired, "grid", "G1", "01", held: 0, wanted: 1, since: "2026-09-01"),
        finding(.vacant, "grid", "G2", "01", held: 0, wanted: 1),
      ])
  }

  @Test func `both sides of a hand-over answer right to the day`() throws {
    let posts = [
      post(1, "01", "G1", from: "2020-01-01", until: "2026-09-15"),
      post(2, "01", "G1", from: "2026-09-15"),
    ]
    for (day, holder) in [
      ("2019-12-31", nil), ("2020-01-01", "S1"), ("2026-09-14", "S1"), ("2026-09-15", "S2"),
      ("2030-01-01", "S2"),
    ] {
      let entries = try roster([PostRule(role: "01", level: "grid")], posts, on: day)
        .entries(ofCell: 2)
      #expect(entries.map { $0.post?.staff } == [holder])
    }
  }

  @Test func `a grid under an estate's leader is no finding, and says who stands in`() throws {
    let rules = [
      PostRule(
        role: "01", level: "grid", standIns: [.init(level: "community", role: "10")]),
      PostRule(role: "10", level: "community", least: 0, most: 1),
    ]
    let roster = try roster(rules, [post(1, "10", "C1")])
    #expect(roster.findings == [finding(.vacant, "grid", "G2", "01", held: 0, wanted: 1)])
    let entry = try #require(roster.entries(ofCell: 2).first)
    #expect(entry.isVacant)
    #expect(entry.standIn == 0)
    #expect(try #require(roster.entries(ofCell: 3).first).standIn == nil)
    #expect(roster.path(from: 2) == [2, 0])
  }

  @Test func `more holders than there are posts are found`() throws {
    let rules = [
      PostRule(role: "01", level: "grid"), PostRule(role: "04", level: "grid", least: 0, most: 2),
    ]
    let roster = try roster(
      rules,
      [post(1, "01", "G1"), post(2, "01", "G1"), post(9, "01", "G2")]
        + (3...5).map { post($0, "04", "G2") } + (6...7).map { post($0, "04", "G1") })
    #expect(
      roster.findings == [
        finding(.heldTwice, "grid", "G1", "01", held: 2, wanted: 1),
        finding(.tooMany, "grid", "G2", "04", held: 3, wanted: 2),
      ])
  }

  @Test func `unknown cells, wrong levels and other employments are found`() throws {
    let rules = [PostRule(role: "01", level: "grid", least: 0, most: 1, employment: .full)]
    let posts = [
      post(1, "01", "C1"), post(2, "01", "G9"), post(3, "01", "G1", employment: .part),
      post(4, "01", "G2", employment: .full), post(5, "77", "C2"), post(6, "01", "G9"),
      post(7, "01", "G8", until: "2026-01-01"),
    ]
    let findings = [
      finding(.wrongLevel, "community", "C1", "01", held: 1, wanted: 0),
      finding(.otherEmployment, "grid", "G1", "01", held: 1, wanted: 0),
      finding(.unknownCell, nil, "G9", "01", held: 2, wanted: 0),
    ]
    #expect(try roster(rules, posts).findings == findings)
    #expect(try roster(rules, posts.reversed()).findings == findings)
  }

  @Test func `a rule for a kind of cells holds in no other`() throws {
    let rules = [PostRule(role: "01", level: "grid", kinds: ["estate"])]
    #expect(
      try roster(rules, []).findings == [
        finding(.vacant, "grid", "G2", "01", held: 0, wanted: 1)
      ])
  }

  @Test func `posts that no norm asks for are listed behind the others`() throws {
    let roster = try roster(
      [PostRule(role: "04", level: "grid")],
      [post(1, "09", "G1"), post(2, "01", "G1"), post(3, "04", "G1")])
    #expect(roster.entries(ofCell: 2).map(\.role) == ["04", "01", "09"])
    #expect(roster.entries(ofCell: 2).map { $0.rule == nil } == [false, true, true])
  }

  @Test func `posts of other nets do not count`() throws {
    var other = post(1, "01", "G1")
    other.net = "professional"
    let roster = try roster([PostRule(role: "01", level: "grid")], [other])
    #expect(roster.findings.map(\.kind) == [.vacant, .vacant])
    #expect(roster.homeless.isEmpty)
  }
}
