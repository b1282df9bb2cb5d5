import TestSupport
import Testing
import Time

@testable import Rosters

/// Random rosters against a count of every cell and rule by itself.
@Suite struct RosterOracleTests {
  @Test(arguments: 0..<200)
  func `findings are those of counting, for any order of the posts`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    func one(_ list: [String]) -> String { list.randomElement(using: &random) ?? "" }
    var cells = (0..<3).map { RosterCell(level: "community", code: "C\($0)") }
    for place in 0..<8 {
      cells.append(
        RosterCell(
          level: "grid", code: "G\(place)", parent: Int.random(in: 0..<3, using: &random)))
    }
    let roles = ["01", "04", "10"]
    let rules = [
      PostRule(
        role: "01", level: "grid", standIns: [.init(level: "community", role: "10")]),
      PostRule(
        role: "04", level: "grid", least: Int.random(in: 0...2, using: &random), most: 2,
        employment: .full),
      PostRule(role: "10", level: "community", least: 0, most: 1),
    ]
    let day = Day(ordinal: 20_000)
    var posts = (0..<Int64.random(in: 0...40, using: &random)).map { row in
      let start = Int.random(in: 19_000...20_100, using: &random)
      return HeldPost(
        row: row, staff: "\(row % 7)", role: one(roles), cell: one(cells.map(\.code) + ["X"]),
        from: Bool.random(using: &random) ? Day(ordinal: start) : nil,
        until: Bool.random(using: &random)
          ? Day(ordinal: start + Int.random(in: 1...900, using: &random)) : nil,
        employment: [.full, .part, nil].randomElement(using: &random) ?? nil)
    }
    let found = Roster(net: "base", cells: cells, rules: rules, posts: posts, on: day).findings
    #expect(Set(found) == expected(cells, rules, posts, day))
    #expect(Set(found).count == found.count)
    posts.shuffle(using: &random)
    #expect(
      Roster(net: "base", cells: cells, rules: rules, posts: posts, on: day).findings == found)
  }

  private func expected(
    _ cells: [RosterCell], _ rules: [PostRule], _ posts: [HeldPost], _ day: Day
  ) -> Set<RosterFinding> {
    var findings: Set<RosterFinding> = []
    let now = day.ordinal
    func active(_ cell: String, _ role: String) -> [HeldPost] {
      posts.filter {
        $0.cell == cell && $0.role == role && ($0.from?.ordinal ?? .min) <= now
          && now < ($0.until?.ordinal ?? .max)
      }
    }
    func add(
      _ kind: RosterFinding.Kind, _ cell: RosterCell, _ role: String, _ held: Int, _ wanted: Int,
      _ since: Day? = nil
    ) {
      findings.insert(
        RosterFinding(
          kind, net: "base", level: cell.level, cell: cell.code, role: role, held: held,
          wanted: wanted, since: since))
    }
    for cell in cells {
      for role in ["01", "04", "10"] {
        let holders = active(cell.code, role)
        guard let rule = rules.first(where: { $0.role == role && $0.level == cell.level }) else {
          // The leader above stands in, and is right where the norm says so.
          if !holders.isEmpty { add(.wrongLevel, cell, role, holders.count, 0) }
          continue
        }
        let above = cell.parent.map { active(cells[$0].code, "10").count } ?? 0
        if holders.count < rule.least, role != "01" || above == 0 {
          let ends = posts.filter { $0.cell == cell.code && $0.role == role }
            .compactMap(\.until).filter { $0.ordinal <= now }
          add(ends.isEmpty ? .vacant : .expired, cell, role, holders.count, rule.least, ends.max())
        }
        if holders.count > rule.most {
          add(rule.most == 1 ? .heldTwice : .tooMany, cell, role, holders.count, rule.most)
        }
        let others = holders.count { $0.employment == .part }
        if rule.employment == .full, others > 0 { add(.otherEmployment, cell, role, others, 0) }
      }
    }
    for role in ["01", "04", "10"] {
      let lost = active("X", role).count
      guard lost > 0 else { continue }
      findings.insert(
        RosterFinding(
          .unknownCell, net: "base", level: nil, cell: "X", role: role, held: lost, wanted: 0))
    }
    return findings
  }
}
