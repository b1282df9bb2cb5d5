import Datasets
import Foundation
import Gewu
import TestSupport
import Testing
import Time
import Warehouse

/// A store with the persons of two registers, of which each knows some by a number and some by name and telephone.
struct PeopleStore {
  static let number = "990101199001010019"
  private static let text = """
    kind: person
    keys: [number]
    attributes:
      number: {kind: resident-id}
      name: {kind: name}
      phone: {kind: phone, policy: all}
      job: {policy: newest}
      home: {kind: code}
      since: {kind: date}
      birth: {kind: date, derive: {take: birth, from: [number]}}
    identity:
      - {rule: I1, certain: true, equal: [number]}
      - {rule: I3, certain: true, equal: [name, phone]}
      - {rule: I5, certain: false, equal: [name]}
    cannotLink:
      - {rule: two-numbers, differ: [number]}
    conflicts:
      - {kind: names-differ, test: differ, attributes: [name]}
    facts:
      - {kind: lives, dataSet: clinic, place: home, from: since}
    sources:
      register:
        rank: 1
        fields: {number: resident_id, name: full_name, phone: phone}
      clinic:
        rank: 2
        effective: seen_on
        fields: {number: resident_id, name: full_name, phone: phone, job: job, home: home, since: seen_on}
    """

  let keys: TemporaryFolder
  let sample: Sample
  let rules: String

  init(isSealed: Bool = true, clock: Clock = .system) throws {
    keys = try TemporaryFolder()
    let source = KeySource(file: keys.path("key"))
    sample = try Sample(clock: clock, key: source)
    if isSealed { _ = try sample.district.seal(keys: source) { $0 } }
    rules = sample.folder.appending(path: "rules").path
    try FileManager.default.createDirectory(atPath: rules, withIntermediateDirectories: true)
    try Self.text.write(toFile: rules + "/person.yaml", atomically: true, encoding: .utf8)
  }

  private static let personal = "gewu: {sensitive: personal}"

  func load(_ dataset: String, _ rows: String, _ name: String) throws {
    let isClinic = dataset == "clinic"
    let manifest = try Manifest(
      yaml: """
        name: \(dataset)
        primaryKey: [row_no]
        fields:
          - {name: row_no}
          - {name: resident_id, \(Self.personal)}
          - {name: full_name, \(Self.personal)}
          - {name: phone, \(Self.personal)}
        \(isClinic ? "  - {name: job}\n  - {name: home}\n  - {name: seen_on, type: date}" : "")
        gewu: {files: ["\(dataset)*.csv"], load: full}
        """, path: "\(dataset).yaml")
    let head = "row_no,resident_id,full_name,phone" + (isClinic ? ",job,home,seen_on" : "")
    _ = try sample.district.importFile(
      at: sample.write("\(head)\n\(rows)\n", as: "\(dataset)-\(name).csv"), manifest: manifest)
  }

  func loadBoth() throws {
    try load(
      "register", "1,\(Self.number),测甲人,13900000001\n2,,测乙人,13900000002", "1")
    try load(
      "clinic",
      "a,\(Self.number),测甲仁,,welder,H1,2025-03-01\nb,,测乙人,13900000002,baker,H2,2025-04-01\n"
        + "c,,测乙人,,,,2025-05-01", "1")
  }

  func assemble() throws -> SubjectReport {
    try #require(try sample.district.assembleSubjects(by: rules).first)
  }
}
