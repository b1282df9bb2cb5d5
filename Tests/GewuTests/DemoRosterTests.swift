import Datasets
import DemoDistrict
import DemoSupport
import Foundation
import Gewu
import Rosters
import Testing

/// The posts of a demo district month after month, held to the keys.
@Suite struct `The roster of a demo district` {
  /// What is said of a finding.
  private struct Line: Hashable {
    var kind: String
    var cell: String
    var role: String
    var held: Int
    var since: String?
  }

  @Test(arguments: [true, false])
  func `has exactly the findings of the keys`(hasPlants: Bool) throws {
    let sample = try Sample(levels: ["district", "street", "community", "grid"])
    let manifests = try DemoManifests.copy(["plc_grid_staff"], into: sample.folder)
    let months = hasPlants ? 1...4 : 1...1
    let keys = try DemoDistrict(
      seed: 3, rowsPercent: 2, months: months, hasPlants: hasPlants
    ).make(
      into: sample.folder.path, manifestsAt: manifests.path, truth: SharedTruths.truth)
    try sample.loadDemoGrids()
    for key in keys {
      let folder = sample.folder.appending(path: DemoDistrict.filesFolder(month: key.month))
      for name in key.files.map(\.file).sorted() {
        _ = try sample.district.importFile(
          at: folder.appending(path: name).path, manifest: manifests.manifest(forFile: name))
      }
      let wanted = try #require(key.roster)
      let found = try sample.district.roster(
        net: wanted.net, at: wanted.at, norm: District.norm(wanted.norm))
      #expect(found.wanted == wanted.posts && found.wanted == 3_530)
      let lines = found.findings.map {
        Line(
          kind: $0.kind.rawValue, cell: $0.cell, role: $0.role, held: $0.held,
          since: $0.since.map { "\($0)" })
      }
      let expected = wanted.findings.map {
        Line(kind: $0.kind, cell: $0.cell, role: $0.role, held: $0.held, since: $0.since)
      }
      #expect(Set(lines) == Set(expected), "month \(key.month)")
      #expect(lines.count == expected.count)
      let kinds = Dictionary(grouping: expected, by: \.kind).mapValues(\.count)
      // Twenty-four were never held, twelve have ended and eight are held twice; refused rows come on top.
      #expect((kinds["vacant"] ?? 0) >= (hasPlants ? 24 : 1))
      if key.month == 1 {
        #expect((kinds["expired"] ?? 0) >= (hasPlants ? 8 : 0))
        #expect((kinds["held_twice"] ?? 0) >= (hasPlants ? 6 : 0))
      }
    }
  }
}
