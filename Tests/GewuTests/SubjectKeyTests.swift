import Datasets
import DemoDistrict
import DemoSupport
import Foundation
import Gewu
import Subjects
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
    for key in keys {
      let folder = sample.folder.appending(path: DemoDistrict.filesFolder(month: key.month))
      for file in key.files.map(\.file).sorted() {
        _ = try sample.district.importFile(
          at: folder.appending(path: file).path, manifest: manifests.manifest(forFile: file))
      }
    }
    _ = try sample.district.loadAddresses(
      by: Self.repository.appending(path: "Registers/demo.yaml").path)
    let reports = try sample.district.assembleSubjects(by: Self.folder, kinds: kinds)
    #expect(reports.map(\.kind) == ["firm", "person"])

    let rows = try #require(
      try KeyRows(
        folder: sample.folder.path, month: 1, database: PlainTablesFile.reader))
    for (kind, identifying) in [
      ("person", ["resident_id", "document_number"]), ("firm", ["credit_code"]),
    ] {
      let tells = try sample.district.subjectSources(ofKind: kind, stating: identifying)
      var measure = LinkMeasure<[UInt8]>()
      try sample.district.forEachSubjectFile(ofKind: kind) { file in
        guard file.role.isEmpty, tells.contains(file.dataset) else { return }
        var numbers: [Int: Int] = [:]
        try rows.read(URL(filePath: file.file).lastPathComponent) { row in
          numbers[row.row] = row.number(of: kind, role: "")
        }
        for row in file.rows { measure.add(row.subject, numbers[row.row], source: file.dataset) }
      }
      let result = measure.result()
      #expect(result.rows > 1_000 && result.truths > 500, "\(kind)")
      #expect(result.wrongMerges == 0 && result.precision == 1, "\(kind)")
      #expect(result.recall >= 0.995, "\(kind), apart: \(result.apart)")
    }
  }
}
