import Datasets
import DemoSupport
import DemoTruth
import Foundation
import TestSupport
import Testing
import Time
import UseAnomaly

@testable import Gewu

/// The homes of a small demonstration district, judged from a store and from the values themselves.
@Suite struct `The use anomaly of a demonstration district` {
  private static let sources = """

    sources:
      homes:
        - {data_set: house, home: code, address: code, building: building, estate: estate, cell: "@grid",
           kind: kind, area: area,
           use: {field: use, dwelling: [dwelling], dormitory: [dormitory], institution: [institution]}}
      water:
        - {data_set: water, home: code, account: account, read_on: read_on, volume: volume, times: 2,
           meter: meter, metering: {field: metering, shared: [shared]}}
      power:
        - {data_set: power, home: code, account: account, read_on: read_on, volume: volume, meter: meter}
      residents:
        - {data_set: person, home: code, person: number, born: born, when: {kind: [resident]}}
      lodgers:
        - {data_set: person, home: code, person: number, born: born, to: left, when: {kind: [lodger]}}
      families:
        - {data_set: family, home: code, members: members}
      leases:
        - {data_set: lease, home: code, from: first, to: last}
      let:
        - {data_set: rental, home: code}
      businesses:
        - {data_set: firm, home: code}
    """

  /// Every file holds what the library is handed: the readings month by month, as full lists of all accounts.
  @Test func `the store gives the findings that the library gives`() throws {
    let truth = SharedTruths.truth(TruthOptions(seed: 7, share: 3))
    let view = StoreView(truth)
    // The lattice of the store has sixteen cells.
    let homes = view.homes().filter { !$0.water.isEmpty }.map { home in
      var home = home
      home.cell %= 16
      return home
    }
    let expected = UseAnalysis(.shipped).judge(homes)
    let sample = try Sample()
    try sample.loadLattice()
    try DemoHomes(homes: homes, day: view.day).load(into: sample)
    let shipped = try UseWorld.text(sources: Self.sources).replacing("score: 5", with: "score: 6.5")

    let report = try sample.district.judgeUse(
      by: sample.write(shipped, as: "use.yaml"), at: DemoHomes.text(view.day))

    #expect(report.homes == homes.count && report.judged == expected.judged)
    #expect(
      report.notJudged
        == Dictionary(
          uniqueKeysWithValues: expected.notJudged.map { ($0.key.rawValue, $0.value) }))
    #expect(report.standing == expected.list(.standing).count && report.standing > 0)
    #expect(report.expectedFalse == expected.expectedFalse)
    #expect(report.byChance == expected.byChance)
    let kept = expected.homes.filter { !$0.lists.isEmpty || $0.isHeldBack }
    var items: [String: UseItem] = [:]
    for item in try sample.district.useItems(UseQuestion(limit: 10_000)).items {
      let opened = try sample.district.useItem(item.item, for: ReadPurpose("a test"))
      items[try #require(opened.address)] = item
    }
    #expect(items.count == kept.count && kept.count > 10)
    for finding in kept {
      let item = try #require(items["D\(finding.key)"])
      let lists = finding.lists.map { "\($0.rawValue)" } + (finding.isHeldBack ? ["held"] : [])
      #expect(Set(item.lists) == Set(lists))
      #expect(item.details == UseDetails(finding), "\(finding.key)")
    }
  }
}

/// Homes as files that departments could send.
private struct DemoHomes {
  let homes: [Home]
  let day: Int32

  static func text(_ day: Int32) -> String { Day(ordinal: Int(day)).text }

  func load(into sample: Sample) throws {
    try load(
      "house", ["code", "building", "estate", "cell", "kind", "area:number", "use"], into: sample,
      homes.map { home in
        let cell = "G\(home.cell / 4)\(home.cell % 4)"
        return [
          "D\(home.key)", "B\(home.building)", home.estate.map { "E\($0)" } ?? "", cell,
          "\(home.buildingKind)", home.area.map { "\($0)" } ?? "", home.use.rawValue,
        ]
      })
    let days = (1...TruthCalendar.months).map {
      Int32(TruthCalendar.day(ofMonth: $0).ordinal) - 30
    }
    for (month, last) in days.enumerated() {
      try load(
        "water", Self.meterFields + ["metering"], into: sample, name: "\(month)",
        homes.compactMap { home in
          line(home, home.water, until: last, share: 2).map { $0 + [home.metering.rawValue] }
        })
      try load(
        "power", Self.meterFields, into: sample, name: "\(month)",
        homes.compactMap { line($0, $0.power, until: last, share: 1) })
    }
    try loadFacts(into: sample)
  }

  private static let meterFields = ["account", "code", "read_on:date", "volume:number", "meter"]

  /// What a list says: the last reading until a day.
  private func line(
    _ home: Home, _ readings: [Reading], until day: Int32, share: Double
  ) -> [String]? {
    readings.last { $0.to <= day }.map { reading in
      [
        "A\(home.key)", "D\(home.key)", Self.text(reading.to), "\(reading.volume / share)",
        reading.meter.map { "M\($0)" } ?? "",
      ]
    }
  }

  private func loadFacts(into sample: Sample) throws {
    var rows: [String: [[String]]] = [:]
    let (first, last) = (Self.text(day - 400), Self.text(day + 40))
    for home in homes {
      let code = "D\(home.key)"
      let people = (home.residents ?? 0) + home.facts.lodgers
      for number in 0..<people {
        let born = number < home.facts.infants ? day - 300 : day - 9_000
        let kind = number < home.residents ?? 0 ? "resident" : "lodger"
        rows["person", default: []].append(["\(code)-\(number)", code, kind, Self.text(born), ""])
      }
      // Who has left, and a lease that is over.
      rows["person", default: []].append(
        ["\(code)-x", code, "lodger", Self.text(day - 9_000), Self.text(day - 1)])
      rows["lease", default: []].append(["\(code)-x", code, first, Self.text(day - 1)])
      for number in 0..<home.facts.leases {
        rows["lease", default: []].append(["\(code)-\(number)", code, first, last])
      }
      if home.facts.largestFamily > 0 {
        rows["family", default: []].append([code, code, "\(home.facts.largestFamily)"])
      }
      if home.facts.isListedAsLet { rows["rental", default: []].append([code, code]) }
      for number in 0..<home.facts.businesses {
        rows["firm", default: []].append(["\(code)-\(number)", code])
      }
    }
    let fields = [
      "person": ["kind", "born:date", "left:date"], "lease": ["first:date", "last:date"],
      "family": ["members:integer"], "rental": [], "firm": [],
    ]
    for (name, others) in fields.sorted(by: { $0.key < $1.key }) {
      try load(name, ["number", "code"] + others, into: sample, rows[name] ?? [])
    }
  }

  private func load(
    _ dataset: String, _ fields: [String], into sample: Sample, name: String = "1",
    _ rows: [[String]]
  ) throws {
    let names = fields.map { $0.split(separator: ":").map(String.init) }
    let declared = names.map { field in
      "  - {name: \(field[0])\(field.count > 1 ? ", type: \(field[1])" : "")}"
    }
    let location =
      fields.contains("cell") ? ", location: {grid: {field: cell, level: grid}}" : ""
    let manifest = try Manifest(
      yaml: """
        name: \(dataset)
        primaryKey: [\(names[0][0])]
        fields:
        \(declared.joined(separator: "\n"))
        gewu: {files: ["\(dataset)*.csv"], load: full\(location)}
        """, path: "\(dataset).yaml")
    let lines = [names.map { $0[0] }] + rows
    let text = lines.map { $0.joined(separator: ",") + "\n" }.joined()
    _ = try sample.district.importFile(
      at: sample.write(text, as: "\(dataset)-\(name).csv"), manifest: manifest)
  }
}
