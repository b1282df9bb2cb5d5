import Testing

@testable import Subjects

/// Components under rules that forbid, beside a slow reference on small random inputs.
struct OracleTests {
  /// Rules without names that may be compatible, so that each link is a matter of two rows.
  static let draft: RulesDraft = {
    var draft = People.draft
    draft.identity[0].compatible = nil
    draft.identity[0].former = nil
    return draft
  }()

  static func randomRows(_ generator: inout SeededGenerator, count: Int) -> [TestRow] {
    (0..<count).map { index in
      var values: [String: String] = [:]
      func sometimes(_ chance: Int, _ name: String, _ choices: [String]) {
        if Int.random(in: 0..<100, using: &generator) < chance {
          values[name] = choices.randomElement(using: &generator)
        }
      }
      let births = ["19900101", "19900102"]
      sometimes(30, "resident_id", [11, 12, 13].map { People.number("19900101", $0) })
      sometimes(80, "full_name", ["甲", "乙"])
      sometimes(60, "birth_date", births)
      sometimes(50, "phone", ["13900000001", "13900000002"])
      sometimes(50, "dwelling", ["d1", "d2"])
      sometimes(30, "household", ["h1"])
      sometimes(20, "gender", ["1", "2"])
      sometimes(30, "student_number", ["s1", "s2"])
      sometimes(20, "document", ["p1"])
      sometimes(20, "arrived", ["20240101", "20250101"])
      sometimes(40, "level", ["room", "street"])
      sometimes(5, "death_date", ["20240601"])
      let source = ["police", "floating", "school", "health"].randomElement(using: &generator)
      return TestRow(
        source ?? "health", "\(index)", values,
        effective: Bool.random(using: &generator)
          ? Int32.random(in: 19_000..<20_500, using: &generator) : nil,
        isDeleted: Int.random(in: 0..<10, using: &generator) == 0)
    }
  }

  /// Strongest link first, refused where any two rows forbid it; all in the order of names.
  static func reference(_ rows: [TestRow], _ rules: SubjectRules) throws -> [[String]] {
    var table = RecordTable(rules: rules)
    let rows = rows.sorted { $0.address < $1.address }
    for row in rows {
      let values = row.values.compactMap { name, text in
        rules.attribute(name).map { (attribute: $0, text: Array(text.utf8)[...]) }
      }
      table.append(
        source: try #require(rules.source(row.source)), key: row.key.utf8, loadedOn: row.loaded,
        values: values)
    }
    func forbids(_ one: Int, _ other: Int) -> Bool {
      var (left, right): ([Claim], [Claim]) = ([], [])
      table.addClaims(of: one, to: &left)
      table.addClaims(of: other, to: &right)
      return left.contains { claim in right.contains { claim.excludes($0) } }
    }
    var home = Array(rows.indices)
    for rule in rules.identity where rule.isCertain {
      for one in rows.indices {
        for other in rows.indices where other > one {
          let isKnown = rule.equal.allSatisfy { table.reading(one, $0) != 0 }
          let legs = rule.any.isEmpty ? [-1] : Array(rule.any.indices)
          let agrees = legs.contains { leg in
            (leg < 0 || table.reading(one, rule.any[leg]) != 0)
              && table.agree(one, other, rule, leg: leg)
          }
          guard isKnown, agrees, home[one] != home[other] else { continue }
          let (left, right) = (home[one], home[other])
          let isForbidden = rows.indices.contains { first in
            home[first] == left
              && rows.indices.contains { home[$0] == right && forbids(first, $0) }
          }
          if !isForbidden { for row in rows.indices where home[row] == right { home[row] = left } }
        }
      }
    }
    return Dictionary(grouping: rows.indices) { home[$0] }.values.map { members in
      members.map { rows[$0].source + "/" + rows[$0].key }
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test(arguments: 0..<200)
  func `clusters are those of the slow reference`(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed))
    let rows = Self.randomRows(&generator, count: 2 + seed % 12)
    let people = try assembled(rows, draft: Self.draft)
    #expect(people.membership == (try Self.reference(rows, people.rules)))
  }
}
