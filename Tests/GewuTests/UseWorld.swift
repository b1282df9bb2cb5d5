import Datasets
import Foundation
import Gewu
import TestSupport
import Testing
import Time

/// A store with one building of homes whose water is read every second month, in a lattice of cells.
struct UseWorld {
  static let homes = 12
  /// The last day of the readings.
  static let day = "2026-09-20"

  let keys: TemporaryFolder
  let sample: Sample
  let clock: HandClock
  let rules: String
  var district: District { sample.district }

  private static let days = ["2026-01-20", "2026-03-20", "2026-05-20", "2026-07-20", day]

  static let sources = """

    outcomes: {months: 12}
    sources:
      homes:
        - {data_set: house, home: home_code, address: address, building: building, cell: "@grid",
           kind: kind, area: area}
      water:
        - {data_set: water, home: home_code, account: account, read_on: read_on, volume: volume}
      residents:
        - {data_set: register, home: home_code, person: person}
      let:
        - {data_set: rental, home: home_code}
    """

  init(isSealed: Bool = false) throws {
    keys = try TemporaryFolder()
    clock = try HandClock("2026-10-01T08:00:00Z")
    let source = KeySource(file: keys.path("key"))
    sample = try Sample(clock: clock.clock, key: source)
    if isSealed { _ = try sample.district.seal(keys: source) { $0 } }
    rules = try sample.write(Self.text(), as: "use.yaml")
    try sample.loadLattice()
  }

  /// The shipped limits with sources of this store, and a score that can be reached without power.
  static func text(sources: String = UseWorld.sources) throws -> String {
    let path = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(
        path: "UseRules/water.yaml")
    let shipped = try String(contentsOf: path, encoding: .utf8)
    let limits = try #require(shipped.components(separatedBy: "\noutcomes:").first)
    return limits.replacing("score: 6.5", with: "score: 5") + "\n" + sources
  }

  /// Loads everything, with a use of 3 m³ a day in some homes, and one a year ago in others.
  func load(high: Set<Int> = [3]) throws {
    try table(
      "house", key: "home_code", fields: ["building", "kind", "area:number", "cell"],
      personal: ["address"],
      rows: (0..<Self.homes).map { "H\($0),B1,11,80,G11,Long Road 5-\($0)" })
    try loadWater(high: high)
    try table(
      "register", key: "person", fields: ["home_code"],
      rows: (0..<Self.homes).map { "P\($0),H\($0)" })
    try table("rental", key: "home_code", fields: [], rows: high.sorted().map { "H\($0)" })
  }

  /// Loads the lists of water, one for each day of readings.
  func loadWater(high: Set<Int>, name: String = "") throws {
    for (number, day) in Self.days.enumerated() {
      let rows = (0..<Self.homes).map { home in
        let perDay = high.contains(home) ? 3 : 0.2 + Double(home) / 100
        return "A\(home),H\(home),\(day),\((perDay * 60 * 1_000).rounded() / 1_000)"
      }
      try table(
        "water", key: "account", fields: ["home_code", "read_on:date"],
        personal: ["volume:number"], rows: rows, name: "\(name)\(number)")
    }
  }

  private func table(
    _ name: String, key: String, fields: [String], personal: [String] = [], rows: [String],
    name suffix: String = "1"
  ) throws {
    let field = { (text: String, isPersonal: Bool) in
      let parts = text.split(separator: ":")
      let type = parts.count > 1 ? ", type: \(parts[1])" : ""
      let mark = isPersonal ? ", gewu: {sensitive: personal}" : ""
      return "  - {name: \(parts[0])\(type)\(mark)}"
    }
    let all = [key] + fields + personal
    let lines = ([key] + fields).map { field($0, false) } + personal.map { field($0, true) }
    let location =
      fields.contains("cell") ? ", location: {grid: {field: cell, level: grid}}" : ""
    let manifest = try Manifest(
      yaml: """
        name: \(name)
        primaryKey: [\(key)]
        fields:
        \(lines.joined(separator: "\n"))
        gewu: {files: ["\(name)*.csv"], load: full\(location)}
        """, path: "\(name).yaml")
    let head = all.map { String($0.split(separator: ":")[0]) }.joined(separator: ",")
    let text = ([head] + rows).joined(separator: "\n") + "\n"
    _ = try district.importFile(
      at: sample.write(text, as: "\(name)-\(suffix).csv"), manifest: manifest)
  }

  @discardableResult
  func judge() throws -> UseJudgementReport { try district.judgeUse(by: rules, at: Self.day) }

  func items(_ question: UseQuestion = UseQuestion()) throws -> [UseItem] {
    try district.useItems(question).items
  }

  /// The item about the only home that stands out.
  func item() throws -> UseItem { try #require(try items(UseQuestion(list: .standing)).first) }
}
