import Testing

@testable import Subjects

/// The state depends on rows, rules and decisions alone.
struct StateTests {
  @Test(arguments: 0..<40)
  func `any order of rows and of data sets gives the same bytes`(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed) + 1000)
    let rows = OracleTests.randomRows(&generator, count: 40)
    let first = try assembled(rows).canonicalText
    for _ in 0..<3 {
      var draft = People.draft
      draft.sources.shuffle(using: &generator)
      draft.facts.shuffle(using: &generator)
      #expect(try assembled(rows.shuffled(using: &generator), draft: draft).canonicalText == first)
    }
  }

  @Test(arguments: [1, 2, 7])
  func `any number of tasks gives the same bytes`(tasks: Int) async throws {
    let rows = (0..<3000).map { index in
      TestRow(
        "police", "\(index)",
        ["full_name": "工人\(index % 900)", "resident_id": People.number("19900101", index % 900)])
    }
    var people = try People.assembly()
    try people.put(rows)
    let events = await people.assemble(tasks: tasks)
    let alone = try assembled(rows)
    #expect(people.canonicalForm() == alone.canonicalForm())
    #expect(events == alone.history.events)
  }

  @Test(arguments: 0..<4)
  func `after each of fifty random changes the state is that of a full assembly`(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed) + 77)
    let pool = OracleTests.randomRows(&generator, count: 60)
    var standing: [RowAddress: TestRow] = [:]
    var decisions: Set<Decision> = []
    var people = try People.assembly()
    var former: [(rows: [TestRow], decisions: Set<Decision>, text: String)] = []
    for step in 0..<50 {
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let row = try #require(pool.randomElement(using: &generator))
        switch Int.random(in: 0..<10, using: &generator) {
        case 0..<5:
          var changed = row
          if Bool.random(using: &generator) { changed.values["phone"] = "13900000003" }
          standing[row.address] = changed
          do {
            try people.put([changed])
          } catch AssemblyError.repeatedRow {
            people.remove(row.address)
            try people.put([changed])
          }
        case 5..<8:
          standing[row.address] = nil
          people.remove(row.address)
        default:
          let other = try #require(pool.randomElement(using: &generator))
          let decision =
            Bool.random(using: &generator)
            ? Decision.same(row.address, other.address)
            : Decision.different(row.address, other.address)
          if decisions.count > 3 { decisions.removeFirst() } else { decisions.insert(decision) }
          people.decide(decisions)
        }
      }
      people.assemble()
      let full = try assembled(Array(standing.values), decisions: decisions)
      let text = full.canonicalText
      #expect(people.canonicalText == text, "seed \(seed), step \(step)")
      former.append((Array(standing.values), decisions, text))
    }
    // Back to a state of long ago, byte for byte.
    let past = former[10]
    for address in standing.keys { people.remove(address) }
    try people.put(past.rows)
    people.decide(past.decisions)
    people.assemble()
    #expect(people.canonicalText == past.text)
  }
}
