import Datasets
import Gewu
import HotSpots
import Testing
import Warehouse

/// Which rows the name of a category means.
@Suite struct CategoryNameTests {
  private func sample(_ categories: [String], type: String = "string") throws -> Sample {
    let sample = try Sample()
    try sample.loadLattice(side: 4)
    let rows = categories.map { "\($0),116.005,39.005" }
    _ = try sample.district.importFile(
      at: sample.write((["kind,lon,lat"] + rows).joined(separator: "\n") + "\n", as: "kinds.csv"),
      manifest: Manifest(
        yaml: """
          name: kinds
          fields:
            - {name: kind, type: \(type)}
            - {name: lon, type: number}
            - {name: lat, type: number}
          gewu:
            load: append
            location: {x: lon, y: lat, crs: wgs84}
            category: kind
          """, path: "kinds.yaml"))
    return sample
  }

  /// How many rows a question lets through.
  private func rows(_ sample: Sample, _ categories: String...) throws -> Int? {
    var settings = QuestionSettings()
    (settings.dataset, settings.categories) = ("kinds", categories)
    settings.permutations = .fixed(0)
    return try sample.district.hotSpots(settings.question()).provenance.rowsIn
  }

  /// How many rows the map shows.
  private func places(_ sample: Sample, _ category: String) throws -> Int {
    try sample.district.places(PlaceQuery(dataset: "kinds", category: category))
      .reduce(0) { $0 + $1.count }
  }

  @Test func `categories are told apart by their bytes, on the map and in a question alike`() throws
  {
    let (one, two) = ("caf\u{E9}", "cafe\u{301}")
    let both = try sample([one, one, two])
    let alone = try sample([one])

    #expect(try rows(both, one) == 2 && places(both, one) == 2)
    #expect(try rows(both, two) == 1 && places(both, two) == 1)
    #expect(try rows(both, one, two) == 3 && rows(both, two, one, two) == 3)
    #expect(try both.district.datasets().first?.categories.count == 2)
    #expect(throws: HotSpotFault.self) { try rows(alone, two) }
    #expect(try places(alone, two) == 0)
  }

  @Test func `a category that is a number is found however it is written`() throws {
    let sample = try sample(["1", "1.0", "2.5", "0.30000000000000004"], type: "number")

    for (name, count) in [("1", 2), ("1.0", 2), ("1e0", 2), ("2.50", 1), ("0.3", 1)] {
      #expect(try rows(sample, name) == count && places(sample, name) == count, "\(name)")
    }
    #expect(try rows(sample, "1", "1.0") == 2)
    #expect(throws: HotSpotFault.self) { try rows(sample, "3") }
    #expect(throws: HotSpotFault.self) { try rows(sample, "one") }
    #expect(try places(sample, "one") == 0)
  }

}
