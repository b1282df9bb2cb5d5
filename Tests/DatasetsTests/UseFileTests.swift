import Foundation
import TestSupport
import Testing
import UseAnomaly

@testable import Datasets

/// Limits of the use anomaly as files.
@Suite struct UseFileTests {
  private static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "UseRules/water.yaml")
    .path

  private static func shipped() throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `the file that comes along says what is proved`() throws {
    let file = try UseFile(path: Self.path)

    #expect(file.settings == .shipped)
    #expect(file.text == (try Self.shipped()) && file.path == Self.path)
  }

  @Test func `evidence without a rule is left out, a kind that there is not is refused`() throws {
    let text = try Self.shipped()
    let without = text.split(separator: "\n").filter { !$0.contains("lodgers:") }

    let settings = try UseFile(yaml: without.joined(separator: "\n"), path: "u.yaml").settings

    #expect(settings.evidence[.lodgers] == nil && settings.evidence.count == 12)
    let fault = try #require(throws: DatasetsError.self) {
      try UseFile(yaml: text.replacing("lodgers:", with: "lodger:"), path: "u.yaml")
    }
    #expect(fault.place == "evidence.lodger")
    guard case .manifest(.unknownKey("lodger", "lodgers", _)) = fault.fact else {
      Issue.record("\(fault)")
      return
    }
  }

  /// Each a text of the file, what stands in its place, and the place that is named.
  @Test(arguments: [
    ("excess: 3 ", "excess: -1 ", "standing.excess"), ("z: 2.0", "z: high", "standing.z"),
    ("z: 2.0", "z: .nan", "standing.z"), ("person: 0.150", "person: 0", "standing.person"),
    ("among: 4", "among: 2", "standing.periods.among"), ("[50, 70,", "[70, 50,", "peers.areas[1]"),
    ("least: 8", "least: 1", "peers.least"), ("days: [20, 100]", "days: [20, 10]", "water.days[1]"),
    ("days: [20, 100]", "days: [20]", "water.days"),
    ("days: [20, 50]", "days: [1, 2, 3]", "power.days"), ("ratio: 2", "ratio: 1", "step.ratio"),
    ("z: 2.0", "# z: 2.0", "standing"), ("steady: 1.25", "steady: 0", "power_evidence.steady"),
    ("infants: {limit: 1, points: 0.5}", "infants: {limit: 1}", "evidence.infants"),
    ("water: {", "watr: {", "watr"),
  ])
  func `a fault is named with its line and its place`(text: String, other: String, place: String)
    throws
  {
    let shipped = try Self.shipped()
    try #require(shipped.contains(text))

    let fault = try #require(throws: DatasetsError.self) {
      try UseFile(yaml: shipped.replacing(text, with: other), path: "u.yaml")
    }

    #expect(fault.place == place && fault.path == "u.yaml" && fault.line != nil)
  }

  @Test func `the file that comes along says where the demonstration has it`() throws {
    let file = try UseFile(path: Self.path)
    let bindings = try #require(file.bindings)

    #expect(file.outcomeMonths == 12)
    #expect(bindings[.homes].map(\.dataset) == ["psb_house", "util_water_user"])
    let house = try #require(bindings[.homes].first)
    #expect(house.homes == [.address("address", .dwelling)])
    #expect(house.terms[.cell] == .own(.grid) && house.terms[.address] == .field("address"))
    #expect(house.choices[.use]?.meanings["13"] == "dormitory")
    let water = try #require(bindings[.water].first)
    #expect(water.times == 2 && water.choices[.tariff]?.field == "use_kind")
    #expect(bindings[.lodgers].first?.conditions == [.init(field: "status", values: ["在住"])])
    #expect(bindings[.complaints].map(\.days) == [365, 365])
    let root = URL(filePath: Self.path).deletingLastPathComponent().deletingLastPathComponent()
    let manifests = try ManifestFolder(path: root.appending(path: "Importers").path).manifests
    for source in bindings.lists.values.joined() {
      let manifest = try #require(manifests.first { $0.dataset == source.dataset })
      #expect(source.fields.allSatisfy { manifest.field($0) != nil }, "\(source.dataset)")
    }
  }

  /// Each a text of the sources, what stands in its place, and the place that is named.
  @Test(arguments: [
    ("    - data_set: psb_house", "    - dataset: psb_house", "sources.homes[0].dataset"),
    ("volume: monthly_use, times: 2", "times: 2", "sources.water[0]"),
    ("times: 2", "times: 0", "sources.water[0].times"),
    ("days: 365", "days: no", "sources.complaints[0].days"),
    ("domestic: [居民]", "home: [居民]", "sources.water[0].tariff.home"),
    ("  businesses:\n", "  shops:\n", "sources.shops"),
    ("months: 12", "months: 0", "outcomes.months"),
  ])
  func `a fault of the sources is named with its place`(text: String, other: String, place: String)
    throws
  {
    let shipped = try Self.shipped()
    try #require(shipped.contains(text))

    let fault = try #require(throws: DatasetsError.self) {
      try UseFile(yaml: shipped.replacing(text, with: other), path: "u.yaml")
    }

    #expect(fault.place == place && fault.line != nil)
  }

  @Test func `an empty file is refused`() throws {
    let fault = try #require(throws: DatasetsError.self) { try UseFile(yaml: "", path: "u.yaml") }

    #expect(fault.fact == .manifest(.empty))
  }
}
