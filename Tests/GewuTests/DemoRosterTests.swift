import Datasets
import DemoDistrict
import DemoSupport
import Foundation
import Gewu
import Rosters
import Testing
import Time

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
    try sample.loadProfessionalGrids()
    for key in keys {
      let folder = sample.folder.appending(path: DemoDistrict.filesFolder(month: key.month))
      for name in key.files.map(\.file).sorted() {
        _ = try sample.district.importFile(
          at: folder.appending(path: name).path, manifest: manifests.manifest(forFile: name))
      }
      #expect(key.rosters.map(\.net) == ["base", "professional"])
      #expect(key.rosters.map(\.norm) == ["pukou", "wujiang"])
      #expect(key.rosters.map(\.posts) == [3_530, 320])
      for wanted in key.rosters {
        let kinds = try compare(wanted, in: sample.district, month: key.month)
        guard wanted.net == "base" else {
          check(professional: kinds, hasPlants: hasPlants, month: key.month)
          continue
        }
        // Twenty-four were never held, twelve have ended and eight are held twice; refused rows come on top.
        #expect((kinds["vacant"] ?? 0) >= (hasPlants ? 24 : 1))
        if key.month == 1 {
          #expect((kinds["expired"] ?? 0) >= (hasPlants ? 8 : 0))
          #expect((kinds["held_twice"] ?? 0) >= (hasPlants ? 6 : 0))
        }
      }
      if key.month == 1, hasPlants { try handOvers(of: sample.district, at: key.rosters[1].at) }
    }
  }

  /// Holds the findings of a net to the key; how many there are of each kind.
  private func compare(
    _ wanted: RosterKey, in district: District, month: Int
  ) throws -> [String: Int] {
    let found = try district.roster(
      net: wanted.net, at: wanted.at, norm: District.norm(wanted.norm))
    #expect(found.wanted == wanted.posts)
    #expect(found.wanted - found.vacant == wanted.filled, "\(wanted.net), month \(month)")
    let lines = found.findings.map {
      Line(
        kind: $0.kind.rawValue, cell: $0.cell, role: $0.role, held: $0.held,
        since: $0.since.map { "\($0)" })
    }
    let expected = wanted.findings.map {
      Line(kind: $0.kind, cell: $0.cell, role: $0.role, held: $0.held, since: $0.since)
    }
    #expect(Set(lines) == Set(expected), "\(wanted.net), month \(month)")
    #expect(lines.count == expected.count)
    // Nobody has to be told which norm the net goes by.
    let standard = try district.roster(net: wanted.net, at: wanted.at, needsNorm: true)
    #expect(standard.norm == wanted.norm && standard.findings == found.findings)
    return Dictionary(grouping: expected, by: \.kind).mapValues(\.count)
  }

  /// Eight posts were never held, six have ended and four grids have a third worker; refused rows and posts
  /// that begin and end otherwise make a few more or fewer.
  private func check(professional kinds: [String: Int], hasPlants: Bool, month: Int) {
    guard hasPlants else {
      #expect(kinds["too_many"] == nil && kinds.values.reduce(0, +) < 12, "\(kinds)")
      return
    }
    #expect((kinds["vacant"] ?? 0) + (kinds["expired"] ?? 0) >= 8, "\(kinds)")
    if month == 1 {
      #expect((kinds["vacant"] ?? 0) >= 6 && (kinds["expired"] ?? 0) >= 4, "\(kinds)")
      #expect((kinds["too_many"] ?? 0) >= 3, "\(kinds)")
    }
    #expect(kinds["held_twice"] == nil)
  }

  /// Where a post of a professional grid ends on the day on which another one begins, the day before has who
  /// leaves and not who comes, the day itself who comes and not who leaves.
  private func handOvers(of district: District, at date: String) throws {
    let norm = try District.norm("wujiang")
    func posts(_ day: Day) throws -> [PostAnswer] {
      try district.roster(net: "professional", at: day.text, norm: norm).posts
        .filter { !$0.isVacant }
    }
    let last = try #require(Day(date))
    let begun = try posts(last).compactMap(\.from).compactMap { Day($0) }
    var met = 0
    for day in Set(begun).sorted() where last.adding(days: -50) < day {
      let (before, after) = (try posts(day.adding(days: -1)), try posts(day))
      for comes in after where comes.from == day.text {
        let leaving = before.filter { $0.cell == comes.cell && $0.until == day.text }
        guard let leaves = leaving.first else { continue }
        #expect(!before.contains { $0.staffID == comes.staffID })
        #expect(!after.contains { $0.staffID == leaves.staffID })
        #expect(before.count { $0.cell == comes.cell } == after.count { $0.cell == comes.cell })
        met += 1
      }
    }
    #expect(met >= 3, "\(met) hand-overs")
  }
}
