import Datasets
import DemoDistrict
import Foundation
import Gewu
import Intake
import Tabular
import TestSupport
import Testing
import Warehouse

/// The identity of accounts under files that were damaged on their way.
@Suite struct `Imports of damaged files` {
  /// A few data sets of the demo district, one for each format and load mode.
  private static let datasets = [
    "nhc_med_inst", "tra_bus_stop", "hrss_labor_case", "mca_tekun", "com_fuel", "iit_park",
    "ct_relic", "jus_service_point", "nhc_fp_special", "com_mall",
  ]

  @Test func `a thousand mutations are refused whole or account for every row`() throws {
    let sample = try Sample(levels: ["district", "street", "community", "grid"])
    let manifests = try DemoManifests.copy(Self.datasets, into: sample.folder)
    let key = try #require(
      try DemoDistrict(seed: 11, rowsPercent: 1).make(
        into: sample.folder.path, manifestsAt: manifests.path,
        geopackage: DemoManifests.geopackageWriter
      ).first)
    try sample.loadDemoGrids()
    var generator = SeededGenerator(seed: 11)
    var published = 0

    for round in 0..<1_000 {
      let file = key.files[round % key.files.count]
      let manifest = try manifests.manifest(dataset: file.dataset)
      let mutation = Mutation(file: sample.folder.appending(path: "files/\(file.file)"))
      let path = try mutation.write(to: sample.folder.appending(path: "damaged"), &generator)
      let before = try sample.district.batches(limit: 1).first?.report.batch
      do {
        let report = try sample.district.importFile(at: path, manifest: manifest)
        let parts = report.inserted + report.updated + report.unchanged + report.duplicate
        #expect(report.read == parts + report.quarantined + report.blank, "\(path), round \(round)")
        #expect(report.reasons.values.reduce(0, +) >= report.quarantined)
        published += report.status == .published ? 1 : 0
      } catch is TabularError {
        #expect(try sample.district.batches(limit: 1).first?.report.batch == before)
      } catch is DatasetsError {
        #expect(try sample.district.batches(limit: 1).first?.report.batch == before)
      }
    }

    // Most damage concerns single rows; if nothing were published, nothing would be shown.
    #expect(published > 100)
  }
}
