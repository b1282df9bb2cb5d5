import Datasets
import DemoDistrict
import DemoSupport
import Foundation
import Intake
import TestSupport
import Testing

@testable import Gewu
@testable import Warehouse

/// What a store says does not hang on the order in which files came, nor does its seal.
@Suite struct `Imports into sealed stores, in any order` {
  /// Data sets of each load mode, with personal and secret fields, keys that are personal and sealed positions.
  private static let datasets = [
    "psb_hukou_pop", "edu_student", "psb_float_pop", "hud_house_safety", "mca_tekun",
    "nhc_med_inst",
    "dpf_rehab", "org_member_checkin",
  ]
  /// Those of them whose files add to each other, so that months may come in any order.
  private static let adding = ["dpf_rehab", "org_member_checkin"]

  /// A store with the boundaries of the district, sealed by one key for all of them.
  private func store(_ algorithms: SealAlgorithms, in demo: TemporaryFolder) throws -> Sample {
    let keys = KeySource(file: demo.path("master.key"))
    let sample = try Sample(levels: ["district", "street", "community", "grid"], key: keys)
    try FileManager.default.createSymbolicLink(
      at: sample.folder.appending(path: "grids"),
      withDestinationURL: demo.url.appending(path: "grids"))
    _ = try sample.district.seal(by: algorithms, keys: keys) { $0 }
    try sample.loadDemoGrids()
    return sample
  }

  /// All that a store says of some data sets: current rows and refused ones, each value opened, without the numbers
  /// of batches and rows, in the order of what they say.
  private func content(of datasets: [String], in district: District) throws -> [String] {
    try district.store.read { session in
      var lines: [String] = []
      func add(_ name: String, _ isKept: (String) -> Bool) throws {
        let table = try #require(try session.exportedTable(named: name))
        try session.prepareToOpen([table])
        let kept = table.columns.indices.filter { isKept(table.columns[$0].name) }
        _ = try session.forEachRow(of: table, withGeometry: true) { cells, geometry in
          let values = kept.map { "\(table.columns[$0].name)=\(cells[$0])" }
          let shape = geometry.map { Data($0).base64EncodedString() } ?? ""
          lines.append(([name] + values + [shape]).joined(separator: "\u{1F}"))
        }
      }
      for dataset in datasets { try add(dataset) { !["id", "batch", "source_row"].contains($0) } }
      try add("quarantine") { ["raw", "status", "sheet"].contains($0) }
      return lines.sorted()
    }
  }

  /// Imports files in an order that is drawn, and returns what the store says afterwards.
  private func content(
    _ files: [String], inOrderOf seed: UInt64, _ algorithms: SealAlgorithms,
    _ datasets: [String], _ manifests: ManifestFolder, _ demo: TemporaryFolder
  ) throws -> [String] {
    let sample = try store(algorithms, in: demo)
    var random = SeededGenerator(seed: seed)
    for path in seed == 0 ? files : files.shuffled(using: &random) {
      let manifest = try manifests.manifest(forFile: URL(filePath: path).lastPathComponent)
      let report = try sample.district.importFile(at: path, manifest: manifest)
      #expect(report.status == .published, "\(path)")
    }
    #expect(try sample.district.verify().clean)
    let status = try sample.district.sealStatus()
    #expect(status.isComplete && status.versions.reduce(0) { $0 + $1.values } > 0)
    return try content(of: datasets, in: sample.district)
  }

  /// The files of some months, each path once; those that are to be refused left out.
  private func files(of keys: [AnswerKey], _ datasets: [String], in demo: TemporaryFolder)
    -> [String]
  {
    keys.flatMap { key in
      Set(key.files.filter { datasets.contains($0.dataset) }.map(\.file)).sorted().map {
        demo.path("\(DemoDistrict.filesFolder(month: key.month))/\($0)")
      }
    }
  }

  @Test func `say the same of the same files`() throws {
    let demo = try TemporaryFolder()
    let manifests = try DemoManifests.copy(Self.datasets, into: demo.url)
    let keys = try DemoDistrict(rowsPercent: 2, months: 1...3).make(
      into: demo.url.path, manifestsAt: manifests.path, truth: SharedTruths.truth,
      geopackage: DemoManifests.geopackageWriter)
    let first = files(of: keys.filter { $0.month == 1 }, Self.datasets, in: demo)
    try #require(first.count >= Self.datasets.count)

    let known = try content(first, inOrderOf: 0, .aes, Self.datasets, manifests, demo)

    #expect(known.count > 500)
    // Opened: masks would be the same for many people.
    let people = known.filter { $0.hasPrefix("psb_hukou_pop") }
    #expect(!people.isEmpty && !people.contains { $0.contains("***") })
    for (seed, algorithms) in [(1, .sm), (2, .aes)] as [(UInt64, SealAlgorithms)] {
      let other = try content(first, inOrderOf: seed, algorithms, Self.datasets, manifests, demo)
      #expect(other.count == known.count, "seed \(seed)")
      #expect(other == known, "seed \(seed)")
    }

    // Months of data sets that only grow.
    let months = files(of: keys, Self.adding, in: demo)
    try #require(months.count >= 3 * Self.adding.count)
    let grown = try content(months, inOrderOf: 0, .sm, Self.adding, manifests, demo)
    #expect(grown.count > known.count { line in Self.adding.contains { line.hasPrefix($0) } })
    let shuffled = try content(months, inOrderOf: 3, .sm, Self.adding, manifests, demo)
    #expect(shuffled == grown)
  }
}
