import Datasets
import Foundation
import Gewu
import Intake
import TestSupport
import Testing
import Warehouse

/// Persons of two registers, assembled, shown and reviewed.
@Suite struct `The subjects of a store` {
  private static let number = PeopleStore.number

  private let people: PeopleStore
  private var keys: TemporaryFolder { people.keys }
  private var sample: Sample { people.sample }
  private var rules: String { people.rules }

  init() throws { people = try PeopleStore() }

  private init(isSealed: Bool) throws { people = try PeopleStore(isSealed: isSealed) }

  private func load(_ dataset: String, _ rows: String, _ name: String) throws {
    try people.load(dataset, rows, name)
  }

  private func loadBoth() throws { try people.loadBoth() }

  private func assemble() throws -> SubjectReport { try people.assemble() }

  @Test func `are made of rows, and say which row each value is of`() throws {
    try loadBoth()
    let report = try assemble()
    #expect(report.rows == 5 && report.subjects == 3 && report.created == 3)
    #expect(report.conflicts == 1 && report.review == 1)

    let listed = try sample.district.subjects(ofKind: "person")
    #expect(listed.map(\.rows).sorted() == [1, 2, 2])
    let key = try #require(
      try listed.first {
        try sample.district.subject($0.key).conflicts.map(\.kind) == ["names-differ"]
      }
    ).key
    let masked = try sample.district.subject(key, isTraced: true)
    #expect(!masked.isUnmasked && masked.isCurrent && masked.state == "standing")
    let shown = Dictionary(
      masked.values.map { ($0.attribute, $0.value) }, uniquingKeysWith: { first, _ in first })
    #expect(shown["number"] == "9901011990********" || shown["number"] == "99****************")
    #expect(shown["name"] == "测**" && shown["job"] == "welder" && shown["birth"] == "***")
    #expect(masked.trace?.map(\.source) == ["clinic", "register"])
    #expect(masked.trace?.map(\.fileRow) == [1, 1])
    #expect(masked.facts.map(\.kind) == ["lives"])
    #expect(masked.facts.first?.place == "H1" && masked.facts.first?.fromDay == "2025-03-01")

    let whole = try sample.district.subject(key, for: ReadPurpose("check of a complaint"))
    let opened = Dictionary(
      whole.values.map { ($0.attribute, $0.value) }, uniquingKeysWith: { first, _ in first })
    #expect(opened["number"] == Self.number && opened["name"] == "测甲人")
    #expect(opened["birth"] == "19900101")
    #expect(whole.values.first { $0.attribute == "name" }?.criterion == "rank")
    // What is kept is what the rows say when they are read again.
    let kept = try sample.district.keptWinners(of: key)
    #expect(
      Set(kept.map { "\($0.attribute) \($0.source) \($0.row) \($0.criterion)" })
        == Set(
          whole.values.map { "\($0.attribute) \($0.from.source) \($0.from.row) \($0.criterion)" }))
  }

  @Test func `wait for a decision where rows contradict, or may be one`() throws {
    try loadBoth()
    _ = try assemble()
    let groups = try sample.district.reviewGroups()
    #expect(
      groups.map { "\($0.reason) \($0.rule) \($0.sources) \($0.items)" }.sorted() == [
        #"candidate I5 ["clinic", "clinic"] 1"#, #"conflict names-differ ["clinic", "register"] 1"#,
      ])
    let items = try sample.district.reviewItems(reason: "candidate")
    #expect(items.count == 1 && items.first?.subjects.count == 2)
    #expect(try sample.district.reviewItems(reason: "nothing").isEmpty)
    #expect(throws: SubjectFault.noKind("firm", known: ["person"])) {
      try sample.district.reviewGroups(ofKind: "firm")
    }
  }

  @Test func `keep their keys, and earlier keys lead to what has come of them`() throws {
    try loadBoth()
    _ = try assemble()
    let before = try sample.district.subjects()
    // The same rows again are the same subjects.
    let again = try assemble()
    #expect(again.created + again.retired + again.merged + again.split + again.renamed == 0)
    #expect(try sample.district.subjects() == before)
    // A telephone makes one of two; another row goes.
    try load(
      "clinic", "b,,测乙人,13900000002,baker,H2,2025-04-01\nc,,测乙人,13900000002,,,2025-05-01", "2")
    #expect(try sample.district.subjectKinds().map(\.isCurrent) == [false])
    let report = try assemble()
    #expect(report.merged == 1 && report.subjects == 2 && report.retired == 0)
    let after = try sample.district.subjects()
    let gone = try #require(before.first { old in !after.contains { $0.key == old.key } })
    let answer = try sample.district.subject(gone.key)
    #expect(answer.state == "gone" && answer.values.isEmpty)
    #expect(answer.heirs.count == 1 && after.contains { $0.key == answer.heirs.first })
  }

  @Test func `have nothing in the clear, and need the key`() throws {
    try loadBoth()
    _ = try assemble()
    for text in [Self.number, "测甲人", "13900000002", "19900101"] {
      for name in ["", "-wal"] {
        let bytes =
          FileManager.default.contents(atPath: sample.district.storePath + name) ?? Data()
        #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text)")
      }
    }
    let other = try District(openingStoreAt: sample.district.storePath)
    #expect(throws: SealFault.self) { try other.assembleSubjects(by: rules) }
    #expect(throws: SealFault.self) {
      try other.subject(try #require(try other.subjects().first).key)
    }
  }

  @Test func `of a store that is sealed later get other keys, and the old ones lead to them`()
    throws
  {
    let open = try Self(isSealed: false)
    try open.loadBoth()
    _ = try open.assemble()
    let before = try open.sample.district.subjects().map(\.key)
    _ = try open.sample.district.seal(keys: KeySource(file: open.keys.path("key"))) { $0 }
    let report = try open.assemble()
    #expect(report.renamed == 3 && report.created == 0)
    let after = try open.sample.district.subjects().map(\.key)
    #expect(Set(before).isDisjoint(with: after))
    #expect(Set(try before.flatMap { try open.sample.district.subject($0).heirs }) == Set(after))
  }

  @Test func `are as they were where the rules cannot be used, or there is none`() throws {
    #expect(throws: SubjectFault.neverAssembled) { try sample.district.subjects() }
    try loadBoth()
    _ = try assemble()
    let before = try sample.district.subjects()
    #expect(throws: SubjectFault.noKind("firm", known: ["person"])) {
      try sample.district.assembleSubjects(by: rules, kinds: ["firm"])
    }
    try "kind: person".write(toFile: rules + "/person.yaml", atomically: true, encoding: .utf8)
    #expect(throws: DatasetsError.self) { try sample.district.assembleSubjects(by: rules) }
    #expect(try sample.district.subjects() == before)
    #expect(throws: SubjectFault.notAKey("x")) { try sample.district.subject("x") }
    let nobody = String(repeating: "0", count: 32)
    #expect(throws: SubjectFault.noSubject(nobody)) { try sample.district.subject(nobody) }
  }

  @Test func `leave rows that were taken back`() throws {
    try loadBoth()
    _ = try assemble()
    let batch = try #require(try sample.district.batches(limit: 1).first?.report.batch)
    _ = try sample.district.rollBack(batch: batch)
    // Until they are assembled again their rows are said not to be current.
    let members = try sample.district.subjectMembers(ofKind: "person")
    #expect(members.allSatisfy { $0.isCurrent == ($0.dataset == "register") })
    let report = try assemble()
    #expect(report.subjects == 2 && report.rows == 2)
  }
}
