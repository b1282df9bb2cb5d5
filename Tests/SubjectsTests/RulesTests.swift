import Testing

@testable import Subjects

/// What is wrong in a file of rules is named with its place.
struct RulesTests {
  static func faults(_ change: (inout RulesDraft) -> Void) -> [RulesFault] {
    var draft = People.draft
    change(&draft)
    do {
      _ = try SubjectRules(draft)
      return []
    } catch {
      return error.faults
    }
  }

  @Test func `the test's rules are sound`() {
    #expect(Self.faults { _ in }.isEmpty)
  }

  @Test func `each fault has its place and its reason`() {
    let checks: [((inout RulesDraft) -> Void, String, RulesReason)] = [
      ({ $0.kind = "" }, "kind", .noName),
      ({ $0.attributes.append(.init("phone")) }, "attributes[22]", .repeated("phone")),
      (
        { $0.attributes[3].kind = "nome" }, "attributes[3].kind",
        .unknownWord("nome", allowed: ValueKind.allCases.map(\.rawValue))
      ),
      ({ $0.attributes[0].order = ["tax"] }, "attributes[0].order[0]", .unknownDataSet("tax")),
      (
        { $0.attributes[5].policy = "preferred" }, "attributes[5].preferred", .tooFew(0, least: 1)
      ),
      (
        { $0.attributes[16].derivation = .init("birth", from: ["gender_of_id"]) },
        "attributes[16].derivation", .circle("birth_of_id")
      ),
      ({ $0.sources[1].rank = 0 }, "sources[1].rank", .outOfRange(0)),
      ({ $0.sources.append($0.sources[0]) }, "sources[4]", .repeated("police")),
      (
        { $0.sources[0].fields.append(.init("ends", "x")) }, "sources[0].fields[16]",
        .derivedAndStated("ends")
      ),
      ({ $0.identity[2].any[1] = "home" }, "identity[2].any[1]", .unknownAttribute("home")),
      ({ $0.identity[1].rule = "I1" }, "identity[1]", .repeated("I1")),
      ({ $0.identity[0].limit = 0 }, "identity[0].limit", .outOfRange(0)),
      (
        { $0.identity[0].near = .init(east: "phone", north: "phone", within: 2) },
        "identity[0].near", .nearIsNeverCertain
      ),
      ({ $0.cannotLink[0].differ = [] }, "cannotLink[0].differ", .tooFew(0, least: 1)),
      ({ $0.keys = ["phone"] }, "keys[0]", .keyBindsNothing("phone")),
      ({ $0.tuples = [.init("t", ["phone"])] }, "tuples[0].attributes", .tooFew(1, least: 2)),
      (
        { $0.conflicts[1].attributes.removeLast() }, "conflicts[1].attributes",
        .tooFew(1, least: 2)
      ),
      ({ $0.facts[0].dataSet = "tax" }, "facts[0].dataSet", .unknownDataSet("tax")),
      ({ $0.factsEnd = "end" }, "factsEnd", .unknownAttribute("end")),
    ]
    for (change, place, reason) in checks {
      #expect(Self.faults(change).contains(RulesFault(place: place, reason: reason)), "\(place)")
    }
  }

  @Test func `rows of unknown data sets and rows that come twice are refused`() throws {
    var people = try People.assembly()
    let none: [(attribute: Int, text: ArraySlice<UInt8>)] = []
    #expect(throws: AssemblyError.unknownDataSet("9")) {
      try people.put(source: 9, key: "1".utf8, loadedOn: 1, values: none)
    }
    try people.put(source: 0, key: "1".utf8, loadedOn: 1, values: none)
    let twice = RowAddress(dataSet: "floating", key: Array("1".utf8))
    #expect(throws: AssemblyError.repeatedRow(twice)) {
      try people.put(source: 0, key: "1".utf8, loadedOn: 1, values: none)
    }
    people.assemble()
    #expect(people.count == 1)
  }
}
