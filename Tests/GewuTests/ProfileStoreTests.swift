import Datasets
import Foundation
import Gewu
import Subjects
import Testing
import Warehouse

/// What cells have, counted from subjects, kept, shown and verified.
@Suite struct `The profile of a store` {
  private let sample: Sample
  private let subjects: String
  private let columns: String

  private static let people = """
    kind: person
    keys: [number]
    attributes:
      number: {kind: code}
      gender: {kind: code}
      birth: {kind: date}
      home: {kind: code}
      since: {kind: date}
      until: {kind: date}
    identity:
      - {rule: I1, certain: true, equal: [number]}
    facts:
      - {kind: lives, dataSet: register, place: home, from: since, to: until}
    sources:
      register:
        rank: 1
        fields: {number: number, gender: gender, birth: birth, home: home, since: since, until: until}
    """

  private static let rules = """
    size: homes
    columns:
      - {name: people, title: People, title_zh: 人口, kind: person, at: lives}
      - {name: women, title: Women, title_zh: 女, kind: person, at: lives, when: {is: {gender: [F]}}}
      - {name: old, title: Old, title_zh: 老人, kind: person, at: lives, when: {age: {of: birth, from: 60}},
         complete: {part: people, of: people}}
      - {name: homes, title: Homes, title_zh: 居住户, kind: person, each: home}
      - {name: rows, title: Rows, title_zh: 行, dataset: register}
      - {name: firms, title: Firms, title_zh: 单位, kind: firm}
    """

  init() throws {
    sample = try Sample()
    try sample.loadLattice()
    let folder = sample.folder.appending(path: "rules")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    subjects = folder.path
    try Self.people.write(toFile: subjects + "/person.yaml", atomically: true, encoding: .utf8)
    columns = try sample.write(Self.rules, as: "profile.yaml")
  }

  /// One row of the register.
  private struct Person {
    var number: Int
    var gender: String
    var birth: Int
    var home: String
    var until: String
    var cell: String

    var line: String {
      "\(number),\(gender == "2" ? "F" : "M"),\(birth)-05-01,\(home),2020-01-01,\(until),\(cell)"
    }
  }

  /// People of some cells; every seventh has no cell, and every fifth has moved away.
  private func draw(_ count: Int) -> [Person] {
    (0..<count).map { number in
      Person(
        number: number, gender: number % 3 == 0 ? "1" : "2", birth: 1930 + number * 7 % 90,
        home: "H\(number / 2)", until: number % 5 == 4 ? "2024-06-30" : "",
        cell: number % 7 == 6 ? "" : "G\(number % 4)\(number * number % 4)")
    }
  }

  private func load(_ people: [Person], sensitivity: Int = 2, as name: String = "1") throws {
    let manifest = try Manifest(
      yaml: """
        name: register
        primaryKey: [number]
        fields:
          - {name: number}
          - {name: gender}
          - {name: birth, type: date}
          - {name: home}
          - {name: since, type: date}
          - {name: until, type: date}
          - {name: cell}
        gewu:
          files: ["register*.csv"]
          load: full
          sensitivity: \(sensitivity)
          location: {grid: {field: cell, level: grid}}
        """, path: "register.yaml")
    let head = "number,gender,birth,home,since,until,cell\n"
    _ = try sample.district.importFile(
      at: sample.write(head + people.map { $0.line + "\n" }.joined(), as: "register-\(name).csv"),
      manifest: manifest)
    _ = try sample.district.assembleSubjects(by: subjects)
  }

  private func count(_ day: String) throws -> ProfileReport {
    try sample.district.countProfile(by: columns, at: day)
  }

  private func profile(
    _ question: ProfileQuestion, isReader: Bool = true
  ) throws -> ProfileAnswer {
    try sample.district.profile(question, for: isReader ? ReadPurpose("a test") : nil)
  }

  private func street(_ cell: String) -> String {
    cell.dropFirst(2).first.map { $0 < "2" ? "S0" : "S1" } ?? ""
  }

  @Test(arguments: ["2024-06-30", "2024-07-01", "2019-12-31", "2026-01-01"])
  func `is what the rows say, cell by cell`(day: String) throws {
    let people = draw(200)
    try load(people)
    let report = try count(day)
    #expect(report.absent == ["firm"] && report.asOf == day && report.columns == 5)
    let answer = try profile(ProfileQuestion())
    let year = Int(day.prefix(4)) ?? 0
    let isLater = day.dropFirst(5) >= "05-01"
    let there = people.filter { day >= "2020-01-01" && ($0.until.isEmpty || $0.until >= day) }
    // Who has no cell is where others are at the same address; each home counts once, in the last of its cells.
    let homes = Dictionary(grouping: there, by: \.home).mapValues { $0.map(\.cell).max() ?? "" }
    let cellOf = { (one: Person) in one.cell.isEmpty ? homes[one.home] ?? "" : one.cell }
    for cell in answer.cells {
      let isIn = { (code: String) in cell.code == (cell.level == "grid" ? code : street(code)) }
      let own = there.filter { isIn(cellOf($0)) }
      #expect(cell.counts["people"] == own.count, "\(cell.code)")
      #expect(cell.counts["women"] == own.count { $0.gender == "2" })
      #expect(cell.counts["old"] == own.count { year - $0.birth - (isLater ? 0 : 1) >= 60 })
      #expect(cell.counts["rows"] == people.count { isIn($0.cell) })
      #expect(cell.unplaced["people"] == 0)
    }
    #expect(answer.nowhere["people"] == there.count { cellOf($0).isEmpty })
    #expect(answer.cells.count == 18 && answer.isCurrent && answer.isUnmasked)
    let grids = answer.cells.filter { $0.level == "grid" }
    #expect(
      grids.reduce(0) { $0 + (($1.counts["homes"] ?? nil) ?? 0) }
        == homes.values.count { !$0.isEmpty })
    #expect(grids.allSatisfy { $0.size?.norm == 500 && $0.size?.kind == "urban" })
  }

  @Test func `is asked for by cell, level and day`() throws {
    try load(draw(50))
    _ = try count("2024-01-01")
    _ = try count("2025-01-01")
    #expect(try profile(ProfileQuestion(date: "2024-12-31")).asOf == "2024-01-01")
    #expect(try profile(ProfileQuestion(date: "2025-01-01")).asOf == "2025-01-01")
    let one = try profile(ProfileQuestion(code: "G11"))
    #expect(one.cells.map(\.code) == ["G11"] && one.cells.first?.name == "格11")
    #expect(one.deliveries.keys.sorted() == ["register"])
    #expect(Set(try profile(ProfileQuestion(level: "street")).cells.map(\.level)) == ["street"])
    #expect(throws: ProfileFault.noCell("X", net: "base")) {
      try profile(ProfileQuestion(code: "X"))
    }
    #expect(throws: ProfileFault.noLevel("x", known: ["street", "grid"])) {
      try profile(ProfileQuestion(level: "x"))
    }
    #expect(throws: ProfileFault.neverCounted(day: "2023-01-01")) {
      try profile(ProfileQuestion(date: "2023-01-01"))
    }
    #expect(throws: NetFault.noSuchNet("x", known: ["base"])) {
      try profile(ProfileQuestion(net: "x"))
    }
    let names = one.columns.map(\.name)
    #expect(throws: ProfileFault.noColumn("x", known: names)) {
      try profile(ProfileQuestion(columns: ["rows", "x"]))
    }
    let few = try profile(ProfileQuestion(level: "street", columns: ["rows", "old"]))
    #expect(few.columns.count == 5 && few.shown.map(\.name) == ["old", "rows"])
    #expect(few.cells.allSatisfy { $0.counts.keys.sorted() == ["old", "rows"] })
    #expect(few.cells.allSatisfy { $0.completeness.keys.sorted() == ["old"] })
    #expect(few.nowhere.keys.sorted() == ["old", "rows"])
    #expect(
      String(decoding: ProfileCSVWriter(few).bytes, as: UTF8.self).hasPrefix(
        "net,as_of,level,code,name,old,rows,old_unplaced,rows_unplaced\n"))
    let text = String(decoding: ProfileCSVWriter(one).bytes, as: UTF8.self)
    #expect(
      text.hasPrefix("net,as_of,level,code,name,people,women,old,homes,rows,people_unplaced,"))
  }

  @Test func `shows everyone no small number of sensitive data, and nothing that tells one`() throws
  {
    let people = draw(400)
    try load(people, sensitivity: 3)
    _ = try count("2026-01-01")
    let whole = try profile(ProfileQuestion())
    let shown = try profile(ProfileQuestion(), isReader: false)
    #expect(!shown.isUnmasked && shown.columns.allSatisfy(\.isProtected))
    for (cell, other) in zip(shown.cells, whole.cells) {
      for name in ["people", "homes", "rows"] {
        if let count = cell.counts[name] ?? nil {
          #expect(count == 0 || count >= 10)
          #expect(count == other.counts[name])
        }
      }
      // A part and its rest would tell each other.
      #expect(cell.counts["women"] == .some(nil) && cell.unplaced["people"] == .some(nil))
    }
    let hidden = shown.columns.filter { $0.isHidden }.map { $0.name }
    #expect(hidden == ["women", "old"])
    #expect(whole.columns.allSatisfy { !$0.isHidden })
    #expect(shown.nowhere["people"] == .some(nil))
    #expect(whole.cells.allSatisfy { $0.counts["women"] != .some(nil) })
  }

  /// Keeps one more than was counted in a cell.
  private func forge(at code: String) throws {
    let store = try Store.open(at: sample.district.storePath)
    try store.write { session in
      let kept = try #require(try session.profile(asOf: nil))
      var cells = try session.cells(of: kept, net: nil)
      let place = try #require(cells.firstIndex { $0.code == code })
      cells[place].figures[0].value += 1
      try session.keepProfile(
        asOf: kept.asOf, rules: kept.rules, columns: kept.columns, cells: cells)
    }
  }

  @Test func `is verified by a recount, and not where something has changed since`() throws {
    #expect(try sample.district.verify().isClean)
    try load(draw(80))
    _ = try count("2025-01-01")
    let check = { () throws -> VerificationReport.Check? in
      try sample.district.verify().checks.first { $0.subject == .profile }
    }
    let clean = try #require(try check())
    #expect(clean.problems.isEmpty && clean.notes.isEmpty && clean.examined == 19)
    try forge(at: "G11")
    #expect(
      try check()?.problems == [.profileDiffers(day: "2025-01-01", net: "base", code: "G11")])
    // Counting again mends it, and gives the same bytes as before.
    _ = try count("2025-01-01")
    #expect(try check()?.problems == [])
    try load(draw(81), as: "2")
    #expect(try check()?.notes == [.profileOutdated(day: "2025-01-01")])
    #expect(try !profile(ProfileQuestion()).isCurrent)
  }

  @Test func `is refused where the rules ask for what is not there`() throws {
    #expect(throws: SubjectFault.neverAssembled) { try count("2025-01-01") }
    #expect(throws: ProfileFault.neverCounted(day: nil)) { try profile(ProfileQuestion()) }
    try load(draw(5))
    try """
    columns: [{name: a, title: A, title_zh: 甲, kind: person, at: lives, when: {states: [phone]}}]
    """.write(toFile: columns, atomically: true, encoding: .utf8)
    #expect(throws: ProfileFault.noAttribute("phone", kind: "person")) { try count("2025-01-01") }
  }
}
