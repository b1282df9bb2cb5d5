import Datasets
import DemoDistrict
import DemoSupport
import Foundation
import Gewu
import Subjects
import Tabular
import Testing
import Warehouse

/// The subjects of a small demo district, held to the key of its rows.
///
/// A row that names someone in passing bears what the department knew: an owner's number may be that of the owner
/// before, while the key says who owns it in truth. So those rows are told, and the rows that are about someone are
/// held to the key. Lists with a name and a telephone alone only propose who is meant, by the ladder.
@Suite struct `The subjects of a demo district` {
  private static let repository = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = repository.appending(path: "Subjects").path

  @Test func `persons and firms are those of the key`() throws {
    let sample = try Sample(levels: ["district", "street", "community", "grid"])
    let files = try SubjectFolder(path: Self.folder).files
    let kinds = ["person", "firm"]
    var datasets: Set<String> = ["psb_std_address", "mca_place_name"]
    for file in files where kinds.contains(file.rules.kind) {
      datasets.formUnion(file.sources.map(\.dataset))
    }
    let manifests = try DemoManifests.copy(datasets.sorted(), into: sample.folder)
    let percent =
      ProcessInfo.processInfo.environment["GEWU_SUBJECT_PERCENT"].flatMap { Int($0) } ?? 2
    let keys = try DemoDistrict(seed: 3, rowsPercent: percent).make(
      into: sample.folder.path, manifestsAt: manifests.path, truth: SharedTruths.truth,
      geopackage: DemoManifests.geopackageWriter)
    try sample.loadDemoGrids()
    var truth: [String: [RowTruth]] = [:]
    for key in keys {
      let folder = sample.folder.appending(path: DemoDistrict.filesFolder(month: key.month))
      for file in key.files.map(\.file).sorted() {
        let path = folder.appending(path: file).path
        _ = try sample.district.importFile(at: path, manifest: manifests.manifest(forFile: file))
        truth[file] = try RowTruth.read(
          "\(sample.folder.path)/\(DemoDistrict.keyName(month: key.month))/rows/\(file).csv")
      }
    }
    _ = try sample.district.loadAddresses(
      by: Self.repository.appending(path: "Registers/demo.yaml").path)
    let reports = try sample.district.assembleSubjects(by: Self.folder, kinds: kinds)
    #expect(reports.map(\.kind) == ["firm", "person"])

    for file in files where kinds.contains(file.rules.kind) {
      let kind = file.rules.kind
      let telling = Self.telling(file.rules)
      var (measure, passing) = (LinkMeasure(), LinkMeasure())
      for member in try sample.district.subjectMembers(ofKind: kind) {
        let name = URL(filePath: member.file).lastPathComponent
        let rows = try #require(truth[name], "\(member.file)")
        guard rows.indices.contains(Int(member.fileRow) - 1) else {
          Issue.record("\(name) has no row \(member.fileRow)")
          continue
        }
        let number = rows[Int(member.fileRow) - 1].number(of: kind, role: member.role)
        if telling.contains(member.source) {
          measure.add(member.key.text, number, source: member.source)
        } else {
          passing.add(member.key.text, number, source: member.source)
        }
      }
      measure.say(kind)
      passing.say("\(kind), named in passing or by name alone")
      #expect(measure.wrongMerges == 0 && measure.precision == 1, "\(kind)")
      #expect(measure.recall >= 0.995, "\(kind)")
    }
  }

  /// The data sets whose rows are about a subject and may state what identifies it.
  private static func telling(_ rules: SubjectRules) -> Set<String> {
    let identifying = Set(
      ["resident_id", "document_number", "credit_code"].compactMap(rules.attribute))
    return Set(
      rules.sources.filter { source in
        !source.dataSet.contains("#")
          && source.fields.contains { identifying.contains($0.attribute) }
      }.map(\.dataSet))
  }
}

/// What the key says a row is about.
private struct RowTruth {
  var kind: String?
  var number: Int?
  var links: [String: (kind: String, number: Int)]
  /// The person and the firm that a row about something else is of.
  var others: [String: Int]

  /// The place in the truth of whom or what a row names; nil where the key does not say.
  func number(of kind: String, role: String) -> Int? {
    if role.isEmpty { return self.kind == kind ? number : others[kind] }
    guard let link = links[role], link.kind == kind else { return nil }
    return link.number
  }

  /// The rows of a file, in their order.
  static func read(_ path: String) throws -> [RowTruth] {
    let text = try TextFile(path: path)
    var reader = CSVReader(text)
    var names: [String] = []
    var rows: [RowTruth] = []
    while reader.next() != nil {
      let fields = reader.fields
      guard !names.isEmpty else {
        names = fields.map(\.string)
        continue
      }
      let value = { (name: String) -> String in
        names.firstIndex(of: name).map { fields[$0].string } ?? ""
      }
      var links: [String: (kind: String, number: Int)] = [:]
      for link in value("links").split(separator: " ") {
        let parts = link.split(whereSeparator: { $0 == "=" || $0 == ":" }).map(String.init)
        if parts.count == 3, let number = Int(parts[2]) { links[parts[0]] = (parts[1], number) }
      }
      rows.append(
        RowTruth(
          kind: value("subject").isEmpty ? nil : value("subject"), number: Int(value("number")),
          links: links,
          others: ["person": "person", "firm": "firm"].compactMapValues { Int(value($0)) }))
    }
    return rows
  }
}

/// Pairs of rows that are together in truth, and in the subjects.
private struct LinkMeasure {
  private var both: [String: [Int: Int]] = [:]
  private var sizes: [Int: Int] = [:]
  private var homes: [Int: [String: [String: Int]]] = [:]
  private var unknown: [String: Int] = [:]

  mutating func add(_ key: String, _ number: Int?, source: String) {
    guard let number else {
      unknown[source, default: 0] += 1
      return
    }
    both[key, default: [:]][number, default: 0] += 1
    sizes[number, default: 0] += 1
    homes[number, default: [:]][key, default: [:]][source, default: 0] += 1
  }

  private static func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }

  private var shared: Double {
    both.values.reduce(0) { $0 + $1.values.reduce(0) { $0 + Self.pairs($1) } }
  }

  var precision: Double {
    let found = both.values.reduce(0) { $0 + Self.pairs($1.values.reduce(0, +)) }
    return found == 0 ? 1 : shared / found
  }

  var recall: Double {
    let all = sizes.values.reduce(0) { $0 + Self.pairs($1) }
    return all == 0 ? 1 : shared / all
  }

  /// The subjects that hold rows of several.
  var wrongMerges: Int { both.values.count { $0.count > 1 } }

  /// Where rows are not with the largest part of their own.
  func say(_ kind: String) {
    var apart: [String: Int] = [:]
    for parts in homes.values where parts.count > 1 {
      let largest = parts.max { left, right in
        let (one, other) = (left.value.values.reduce(0, +), right.value.values.reduce(0, +))
        return (one, right.key) < (other, left.key)
      }
      for (key, sources) in parts where key != largest?.key {
        for (source, count) in sources { apart[source, default: 0] += count }
      }
    }
    print("\(kind): precision \(precision), recall \(recall), wrong merges \(wrongMerges),")
    print(
      "  \(sizes.count) in truth, \(both.count) found, apart:", apart.sorted { $0.value > $1.value }
    )
    print("  without truth:", unknown.sorted { $0.value > $1.value })
  }
}
