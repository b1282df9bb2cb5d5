import Datasets
import DemoTruth
import Foundation
import Testing

@testable import DemoDistrict

/// A city of several districts.
@Suite struct `Making a demo city` {
  /// A folder with the manifest of hydrants and the tables of sources; removed by the caller.
  private static func folder() throws -> String {
    let files = FileManager.default
    let path = files.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "city-\(UUID().uuidString)")
    let manifests = path.appending(path: "Importers/fire")
    try files.createDirectory(at: manifests, withIntermediateDirectories: true)
    try files.copyItem(
      at: Repository.root.appending(path: "Importers/fire/hydrant.yaml"),
      to: manifests.appending(path: "hydrant.yaml"))
    try files.createSymbolicLink(
      at: path.appending(path: "GeoData"),
      withDestinationURL: Repository.root.appending(path: "GeoData"))
    return path.path
  }

  private static func files(below folder: String) throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        FileManager.default.contents(atPath: "\(folder)/\(name)").map { (name, $0) }
      })
  }

  @Test
  func `the first district is what the seed gives alone, and the boundaries are those of all`()
    throws
  {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let city = DemoCity(seed: 4, shares: [1, 2])

    let totals = try city.make(into: "\(folder)/city", manifestsAt: "\(folder)/Importers")
    let alone = try DemoDistrict(seed: 4, rowsPercent: 1).make(
      into: "\(folder)/alone", manifestsAt: "\(folder)/Importers")

    #expect(
      try Self.files(below: "\(folder)/city/990101") == Self.files(below: "\(folder)/alone"))
    let second = try AnswerKey(folder: "\(folder)/city/990102")
    #expect((second.seed, second.district, second.rowsPercent) == (4, "990102", 2))
    #expect(totals.rows == alone[0].files[0].read + second.files[0].read)
    #expect(second.files[0].cells?.keys.allSatisfy { $0.hasPrefix("990102") } == true)
    let key = try #require(try CityKey(folder: "\(folder)/city"))
    #expect(key.districts.map(\.code) == ["990101", "990102"])
    #expect(key.districts.map(\.people) == [4_000, 8_000])
    #expect(key.districts.map(\.grids) == [706, 640])
    #expect(try CityKey(folder: "\(folder)/alone") == nil)

    let lines = { (name: String) in
      try String(contentsOfFile: "\(folder)/city/grids/\(name)", encoding: .utf8)
        .split(whereSeparator: \.isNewline).map(String.init)
    }
    #expect(try lines("city.csv") == ["code,name", "990100,云溪市"])
    #expect(
      try lines("district.csv") == [
        "code,name,parent", "990101,格物区,990100", "990102,致知区,990100",
      ])
    #expect(try lines("streets.csv").count == 1 + 12 + 11)
    #expect(Set(try lines("communities.csv")).count == 1 + 90 + 82)
    let grids = try lines("grids.geojson").joined()
    #expect(grids.matches(of: /"Feature"/).count == 706 + 640)
  }

  @Test func `by the manifests of a city no file retires the rows of another district`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let own = try Repository.manifests()

    try CityManifests(own: own).write(into: "\(folder)/manifests")

    let city = try ManifestFolder(path: "\(folder)/manifests/Importers")
    #expect(city.manifests.count == RowRule.all.count + BaseMap.datasets.count)
    // Everything but these two lines is as it was.
    let lines = { (manifest: Manifest) in
      try String(contentsOfFile: manifest.path, encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false)
        .filter { line in
          let word = line.drop { $0 == " " }
          return !word.hasPrefix("load:") && !word.hasPrefix("partition:")
        }
    }
    for manifest in city.manifests {
      let expected = try own.manifest(dataset: manifest.dataset)
      #expect(manifest.load == (expected.load.retires ? .incremental : expected.load))
      #expect(try lines(manifest) == lines(expected), "\(manifest.dataset)")
    }
  }

  @Test func `a manifest whose load is written otherwise is refused`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/Importers/fire/hydrant.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("load: full", with: "\"load\": full")
      .write(toFile: path, atomically: true, encoding: .utf8)

    let error = #expect(throws: DemoError.self) {
      try CityManifests(own: ManifestFolder(path: "\(folder)/Importers"))
        .write(into: "\(folder)/manifests")
    }

    #expect(error?.message.contains("its line `load:` is not as expected") == true)
    #expect(error?.messageChinese.contains("load 一行不是预期的写法") == true)
  }

  @Test func `people are shared in hundredths of a whole district`() {
    #expect(DemoCity.shares(people: 4_000_000, districts: 10) == Array(repeating: 100, count: 10))
    #expect(DemoCity.shares(people: 400_000, districts: 10) == Array(repeating: 10, count: 10))
    #expect(DemoCity.shares(people: 28_000, districts: 3) == [3, 2, 2])
    #expect(DemoCity.people(districts: 3) == 12_000...1_200_000)
    #expect(DemoCity.districts == 1...10)
  }

  @Test func `no two districts have a row, a person or a phone in common`() throws {
    let manifests = try Repository.manifests()
    var known: [String: Set<UInt64>] = [:]
    var numbers: Set<String> = []
    var phones: Set<String> = []
    var plates: Set<String> = []
    for place in [0, 9] {
      let district = DemoDistrict(
        seed: 1, division: Division.all[place], rowsPercent: 1, months: 1...1,
        hasBrokenBorders: false, hasPlants: true)
      let plan = try DeliveryPlan(
        { Truth($0) }, district.options, months: 1, manifests, has: { _ in true })
      for (maker, rows) in zip(plan.makers, plan.rows) {
        var maker = maker
        maker.settle(rows)
        let dataset = maker.plan.manifest.dataset
        var own: Set<UInt64> = []
        for number in 0..<rows {
          let key = maker.print.key(maker.faults.maker.row(number, month: 1))
          if case .of(let key) = key { own.insert(key) }
        }
        let common = known[dataset, default: []].intersection(own)
        #expect(common.isEmpty, "\(dataset): \(common.count) of \(rows) keys in \(place)")
        known[dataset, default: []].formUnion(own)
      }
      let truth = plan.departments.shared.truth
      let people = truth.people.persons.indices
      #expect(numbers.isDisjoint(with: people.map(truth.people.number(of:))))
      #expect(phones.isDisjoint(with: people.map(truth.people.mobile(of:))))
      numbers.formUnion(people.map(truth.people.number(of:)))
      phones.formUnion(people.map(truth.people.mobile(of:)))
      let firms = truth.firms
      #expect(numbers.isDisjoint(with: firms.list.indices.map(firms.code(of:))))
      numbers.formUnion(firms.list.indices.map(firms.code(of:)))
      let carriers = Works(truth).carriers
      #expect(plates.isDisjoint(with: carriers.vehicles.indices.map(carriers.plate(of:))))
      plates.formUnion(carriers.vehicles.indices.map(carriers.plate(of:)))
    }
  }
}
