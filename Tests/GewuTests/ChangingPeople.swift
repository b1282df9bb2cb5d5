import Datasets
import Foundation
import Gewu
import Intake
import TestSupport
import Testing
import Time
import Warehouse

/// A store with people of three registers, few enough names, numbers and telephones that they meet in every way, and
/// changes to it at random.
struct ChangingPeople {
  /// What happens to the store.
  enum Change: CaseIterable {
    case rows, rollback, decision, undo, day
  }

  private static let rules = """
    kind: person
    keys: [number, card]
    attributes:
      number: {kind: resident-id}
      card: {kind: code}
      name: {kind: name}
      former: {kind: name}
      birth_date: {kind: date}
      phone: {kind: phone, policy: all}
      job: {policy: newest}
      home: {kind: code, policy: newest}
      death: {kind: date}
      birth_of_number: {kind: date, policy: none, derive: {take: birth, from: [number]}}
      birth: {kind: date, policy: none, derive: {take: first, from: [birth_of_number, birth_date]}}
    identity:
      - {rule: I1, certain: true, equal: [number], compatible: name, former: former, limit: 3}
      - {rule: I2, certain: true, equal: [card], compatible: name}
      - {rule: I3, certain: true, equal: [name, birth], any: [home, phone]}
      - {rule: I4, certain: false, equal: [name, birth], unique: true}
      - {rule: I5, certain: false, equal: [name, phone], limit: 4}
      - {rule: I6, certain: false, equal: [home], limit: 6}
    cannotLink:
      - {rule: two-numbers, differ: [number]}
      - {rule: two-births, differ: [birth]}
      - {rule: two-keys, personalKey: true, unlessEqual: number}
    conflicts:
      - {kind: names-differ, test: differ, attributes: [name]}
      - {kind: homes-differ, test: differ, attributes: [home]}
      - {kind: number-and-birth, test: disagree, attributes: [birth_of_number, birth_date]}
    factsEnd: death
    facts:
      - {kind: lives, dataSet: clinic, place: home, from: birth_date}
      - {kind: registered, dataSet: register, place: home}
      - {kind: owns, dataSet: 'school#parent', place: home}
    sources:
      register:
        rank: 1
        personalKey: number
        fields: {number: resident_id, name: full_name, former: former_name, birth_date: born_on, phone: phone, home: home}
      clinic:
        rank: 2
        effective: seen_on
        fields: {number: resident_id, name: full_name, birth_date: born_on, phone: phone, home: home, job: job, card: card}
      school:
        rank: 3
        fields: {name: full_name, birth_date: born_on, home: home, card: card}
      school#parent:
        rank: 4
        fields: {name: former_name, phone: phone, home: home}
    """
  private static let fields = [
    "row_no", "resident_id", "full_name", "former_name", "born_on", "phone", "home", "job", "card",
    "seen_on",
  ]
  private static let datasets = ["register", "clinic", "school"]
  private static let numbers = [
    "", "", "", "990101199001010019", "990101199001010035", "990101199102020013",
    "990101199102020056", "990101199001010078",
  ]
  private static let names = ["", "测甲人", "测乙人", "测丙人", "测?人", "测丁人", "测戊人"]
  private static let births = ["", "1990-01-01", "1990-01-01", "1991-02-02"]

  private let keys: TemporaryFolder
  private let clock: HandClock
  let sample: Sample
  private let folder: String
  private var generator: SeededGenerator
  private var rows: [String: [Int: [String]]] = [:]
  private var next = 1
  private var loads = 0
  private var decisions: [Int64] = []
  /// All keys so far, and the rows of those of the step before.
  private var former: Set<String> = []
  private var known: [String: Set<String>] = [:]
  /// How many times a part was assembled, and how often each change was made.
  private(set) var parts = 0
  private(set) var met: [Change: Int] = [:]

  var district: District { sample.district }

  init(seed: UInt64) throws {
    generator = SeededGenerator(seed: seed)
    clock = try HandClock("2026-03-01T08:00:00Z")
    keys = try TemporaryFolder()
    let source = KeySource(file: keys.path("key"))
    sample = try Sample(clock: clock.clock, key: source)
    if seed % 2 == 0 { _ = try sample.district.seal(keys: source) { $0 } }
    folder = sample.folder.appending(path: "rules").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Self.rules.write(toFile: folder + "/person.yaml", atomically: true, encoding: .utf8)
    for dataset in Self.datasets {
      rows[dataset] = [:]
      for _ in 0..<14 { insert(into: dataset) }
      try load(dataset)
    }
    _ = try update()
    parts = 0
  }

  // MARK: - Changes

  /// Makes one change.
  mutating func change() throws -> Change {
    let change = try draw()
    met[change, default: 0] += 1
    return change
  }

  private mutating func draw() throws -> Change {
    switch Int.random(in: 0..<100, using: &generator) {
    case 0..<12:
      let published = try district.batches(limit: 1_000).filter { $0.report.status == .published }
      if let batch = published.prefix(6).randomElement(using: &generator)?.report.batch,
        published.count > 6
      {
        _ = try district.rollBack(batch: batch)
        return .rollback
      }
    case 12..<34:
      if try decide() { return .decision }
    case 34..<42:
      if let place = decisions.indices.randomElement(using: &generator) {
        _ = try district.undoDecision(
          decisions.remove(at: place), isLater: Bool.random(using: &generator))
        return .undo
      }
    case 42..<46:
      clock.advance(by: .seconds(86_400 * 3))
      return .day
    default: break
    }
    // One data set, or several at once.
    for dataset in Self.datasets.shuffled(using: &generator).prefix(
      Int.random(in: 1...2, using: &generator))
    {
      for _ in 0..<Int.random(in: 1...3, using: &generator) { alter(dataset) }
      try load(dataset)
    }
    return .rows
  }

  private mutating func decide() throws -> Bool {
    guard
      let key = try district.reviewItems(ofKind: "person", limit: 1_000).randomElement(
        using: &generator)?
        .key
    else { return false }
    // What somebody decided later of is decided by what the rows say now.
    guard
      let choice = try district.reviewItem(key).choices.randomElement(using: &generator)
        .flatMap({ ReviewChoice($0) })
    else { return false }
    let until = Bool.random(using: &generator) ? nil : String(clock.clock.now().text.prefix(10))
    do {
      let report = try district.decide(
        key, choice, reason: "seen", until: until, isLater: Bool.random(using: &generator))
      decisions.append(report.decision)
      return true
    } catch SubjectFault.rowsGone {
      return false
    }
  }

  private mutating func alter(_ dataset: String) {
    let numbers = (rows[dataset] ?? [:]).keys.sorted()
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: insert(into: dataset)
    case 1:
      guard numbers.count > 6, let number = numbers.randomElement(using: &generator) else { return }
      rows[dataset]?[number] = nil
    default:
      guard let number = numbers.randomElement(using: &generator) else { return }
      let fresh = row(number)
      for place in 1..<Self.fields.count where Int.random(in: 0..<3, using: &generator) == 0 {
        rows[dataset]?[number]?[place] = fresh[place]
      }
    }
  }

  private mutating func insert(into dataset: String) {
    // A number that was taken before may come back.
    let number =
      Int.random(in: 0..<4, using: &generator) == 0
      ? Int.random(in: 1...next, using: &generator) : next
    next = max(next, number + 1)
    let fresh = row(number)
    rows[dataset]?[number] = fresh
  }

  private mutating func row(_ number: Int) -> [String] {
    let name = Self.names.randomElement(using: &generator) ?? ""
    let former = Self.names.randomElement(using: &generator) ?? ""
    let phone = Int.random(in: 0..<5, using: &generator)
    return [
      "\(number)", Self.numbers.randomElement(using: &generator) ?? "", name,
      Int.random(in: 0..<4, using: &generator) == 0 ? former : "",
      Self.births.randomElement(using: &generator) ?? "",
      phone == 0 ? "" : "1390000000\(phone)", "H\(Int.random(in: 1...9, using: &generator))",
      ["", "welder", "baker"].randomElement(using: &generator) ?? "",
      Int.random(in: 0..<3, using: &generator) == 0
        ? "K\(Int.random(in: 1...9, using: &generator))" : "",
      "2025-0\(Int.random(in: 1...9, using: &generator))-01",
    ]
  }

  // MARK: - The store

  private mutating func load(_ dataset: String) throws {
    loads += 1
    clock.advance(by: .seconds(60))
    let manifest = try Manifest(
      yaml: """
        name: \(dataset)
        primaryKey: [row_no]
        fields:
          - {name: row_no}
          - {name: resident_id, gewu: {sensitive: personal}}
          - {name: full_name, gewu: {sensitive: personal}}
          - {name: former_name}
          - {name: born_on, type: date}
          - {name: phone}
          - {name: home}
          - {name: job}
          - {name: card}
          - {name: seen_on, type: date}
        gewu: {files: ["\(dataset)*.csv"], load: full}
        """, path: "\(dataset).yaml")
    let body = (rows[dataset] ?? [:]).sorted { $0.key < $1.key }.map {
      $0.value.joined(separator: ",")
    }
    _ = try district.importFile(
      at: sample.write(
        ([Self.fields.joined(separator: ",")] + body).joined(separator: "\n") + "\n",
        as: "\(dataset)-\(loads).csv"), manifest: manifest)
  }

  /// Brings the subjects up to date.
  mutating func update() throws -> SubjectReport {
    let report = try #require(try district.assembleSubjects(by: folder).first)
    if !report.whole { parts += 1 }
    return report
  }

  /// Whether the keys of former states lead to subjects of today: those that went at this step to where their rows
  /// are.
  mutating func checkKeys(_ step: Int) throws {
    var today: [String: Set<String>] = [:]
    for member in try district.subjectMembers(ofKind: "person") {
      today[member.key.text, default: []].insert("\(member.source) \(member.row)")
    }
    let rows = today.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    for key in former where today[key] == nil {
      let answer = try district.subject(key)
      #expect(answer.state == "gone", "step \(step)")
      #expect(answer.heirs.allSatisfy { today[$0] != nil }, "step \(step)")
    }
    for (key, own) in known where today[key] == nil {
      let heirs = try district.subject(key).heirs
      let found = heirs.reduce(into: Set<String>()) { $0.formUnion(today[$1] ?? []) }
      #expect(own.intersection(rows).isSubset(of: found), "step \(step): \(key)")
    }
    former.formUnion(today.keys)
    known = today
  }
}
