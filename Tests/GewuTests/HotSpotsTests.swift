import Datasets
import Geometry
import Gewu
import HotSpots
import Tabular
import Testing
import Warehouse

@Suite struct HotSpotsTests {
  private let thefts = """
    name: theft
    fields:
      - {name: kind}
      - {name: day, type: date}
      - {name: lon, type: number}
      - {name: lat, type: number}
    gewu:
      load: append
      location: {x: lon, y: lat, crs: wgs84}
      category: kind
      date: day
    """
  private let people = """
    name: people
    primaryKey: [street]
    fields:
      - {name: street}
      - {name: residents, type: integer}
    gewu:
      load: full
      location: {grid: {field: street, level: street}}
      exposures: [{name: residents, field: residents}]
    """

  /// A lattice of 6 × 6 grids with many thefts in its south-west corner, one in
  /// every other grid, and one outside.
  private func district() throws -> Sample {
    let sample = try Sample()
    try sample.loadLattice(side: 6)
    var rows = ["kind,day,lon,lat", "bicycle,2026-01-15,115.9,39.1"]
    for row in 0..<6 {
      for column in 0..<6 {
        let place = "\(116.005 + Double(column) / 100),\(39.005 + Double(row) / 100)"
        rows.append("bicycle,2026-01-15,\(place)")
        if row < 2 && column < 2 {
          rows += Array(repeating: "handbag,2026-02-10,\(place)", count: 20)
        }
      }
    }
    _ = try sample.district.importFile(
      at: sample.write(rows.joined(separator: "\n"), as: "theft.csv"),
      manifest: Manifest(yaml: thefts, path: "theft.yaml"))
    _ = try sample.district.importFile(
      at: sample.write("street,residents\nS0,1000\nS1,100\n", as: "people.csv"),
      manifest: Manifest(yaml: people, path: "people.yaml"))
    return sample
  }

  @Test func `the corner where rows concentrate is the hottest, and every row is counted`() throws {
    let sample = try district()

    let answer = try sample.district.hotSpots(
      HotSpotQuestion(dataset: "theft", fdr: .none))

    #expect(answer.cells.count == 36)
    #expect(answer.provenance.rowsIn == 117)
    #expect(answer.provenance.rowsAttached == 116)
    #expect(answer.provenance.rowsUsed == 116)
    #expect(answer.cells.reduce(0) { $0 + ($1.count ?? 0) } == 116)
    #expect(answer.hottest(1).map(\.code) == ["G00"])
    #expect(answer.hottest(1).first?.hotSpotClass == .hot99)
    #expect(answer.provenance.summary.seed == 1)
    #expect(answer.provenance.summary.rule == .adaptive)
    #expect(answer.provenance.summary.permutations == 9_999)
    #expect(answer.provenance.summary.islands == .keep)
  }

  @Test(arguments: [
    (HotSpotQuestion(dataset: "theft", categories: ["handbag"]), 80),
    (HotSpotQuestion(dataset: "theft", from: "2026-02-01"), 80),
    (HotSpotQuestion(dataset: "theft", to: "2026-01"), 37),
    (HotSpotQuestion(dataset: "theft", from: "2026-01-15", to: "2026-02-10"), 117),
    (HotSpotQuestion(dataset: "theft", from: "2026-03"), 0),
  ])
  func `a question narrows the rows by category and by day, both ends included`(
    question: HotSpotQuestion, rows: Int
  ) throws {
    let sample = try district()

    #expect(try sample.district.hotSpots(question).provenance.rowsIn == rows)
  }

  @Test func `a slit of a millimetre changes no hot spot`() throws {
    let whole = try district()
    let cut = try district()
    var patchwork = Patchwork(side: 6)
    for row in 0..<6 {
      for column in 3..<6 {
        patchwork.change("G\(row)\(column)") { cell in
          for corner in cell.ring.indices { cell.ring[corner].x += 1e-8 }
        }
      }
    }
    let request = GridLoadRequest(
      file: try cut.write(patchwork.geoJSON, as: "cut.geojson"), level: "grid", codeField: "code",
      nameField: "name", parentField: "street", activates: true, allowsInvalid: true)
    let load = try cut.district.loadGrids(request)
    _ = try cut.district.attach()

    let answers = try [whole, cut].map {
      try $0.district.hotSpots(HotSpotQuestion(dataset: "theft")).cells.map(\.z)
    }

    #expect(answers[0] == answers[1])
    let level = try #require(load.check?.levels.last)
    #expect(level.problems.map(\.kind) == Array(repeating: "slit", count: 6))
    #expect(level.problems.map(\.cells).first == ["G02", "G03"])
    #expect(level.pieces.map(\.cells) == [18, 18])
    #expect(level.pieces.last?.codes.contains("G03") == true)
    #expect(try cut.district.checkGrids(gapWidth: 0).valid)
  }

  @Test func `an answer names its cells, batches, exposure and neighbours`() throws {
    let sample = try district()
    _ = try sample.district.importFile(
      at: sample.write("street,residents\nS0,2000\nS1,100\n", as: "people2.csv"),
      manifest: Manifest(yaml: people, path: "people.yaml"))

    let answer = try sample.district.hotSpots(
      HotSpotQuestion(dataset: "theft", level: "street", exposure: "residents"))
    let grids = try [SpatialWeights.Islands.keep, .drop].map {
      try sample.district.hotSpots(HotSpotQuestion(dataset: "theft", islands: $0)).provenance
    }

    let provenance = answer.provenance
    #expect(provenance.batch?.id == 1 && provenance.batch?.published != nil)
    #expect(provenance.exposureSource?.dataset == "people")
    #expect(provenance.exposureSource?.batch?.id == 3)
    #expect(answer.cells.map(\.exposure) == [2000, 100])
    // Two cells, each the other's neighbour: a line for each.
    #expect(provenance.weightsHash == ContentHash.sha256("S0\tS1\nS1\tS0\n"))
    #expect(grids[0].weightsHash == grids[1].weightsHash)
    #expect(grids[0].weightsHash != provenance.weightsHash)
    #expect(provenance.version == Version.current)
    let cells = try sample.district.hotSpots(HotSpotQuestion(dataset: "theft")).cells
    #expect(cells.first?.name == "格00" && cells.first?.neighbours == 3)
    #expect(cells.first?.expected == 116.0 / 36)
  }

  @Test func `one thread and two give the same answer`() throws {
    let sample = try district()

    let answers = try [1, 2].map {
      try sample.district.hotSpots(HotSpotQuestion(dataset: "theft", threads: $0))
    }

    #expect(answers[0] == answers[1])
  }

  @Test func `rows of the leaf level are counted in the level above, and divided by its exposure`()
    throws
  {
    let sample = try district()

    let answer = try sample.district.hotSpots(
      HotSpotQuestion(dataset: "theft", level: "street", exposure: "residents"))

    #expect(answer.cells.map(\.code) == ["S0", "S1"])
    #expect(answer.cells.map(\.count) == [98, 18])
    #expect(answer.cells.map(\.rate) == [0.098, 0.18])
  }

  @Test(arguments: [
    (
      HotSpotQuestion(dataset: "theft", exposure: "residents"),
      HotSpotFault.exposureNotOnLevel(exposure: "residents", level: "grid")
    ),
    (
      HotSpotQuestion(dataset: "theft", level: "city"),
      .levelWithoutCells(level: "city", known: ["street", "grid"])
    ),
    (
      HotSpotQuestion(dataset: "people", categories: ["x"]),
      .undeclared(.category, dataset: "people")
    ),
    (
      HotSpotQuestion(dataset: "people", from: "2026-01"), .undeclared(.date, dataset: "people")
    ),
    (
      HotSpotQuestion(dataset: "theft", categories: ["arson", "handbag", "fraud"]),
      .noSuchCategories(["arson", "fraud"], dataset: "theft", known: ["bicycle", "handbag"])
    ),
    (HotSpotQuestion(dataset: "theft", from: "yesterday"), .notADate(text: "yesterday")),
    (HotSpotQuestion(dataset: "theft", from: "2026-02-31"), .notADate(text: "2026-02-31")),
    (
      HotSpotQuestion(dataset: "theft", from: "2026-02", to: "2026-01"),
      .emptyRange(from: "2026-02-01", to: "2026-01-31")
    ),
  ])
  func `a question that cannot be answered says why`(
    question: HotSpotQuestion, fault: HotSpotFault
  ) throws {
    let sample = try district()

    #expect(throws: fault) { try sample.district.hotSpots(question) }
  }

  @Test func `the statistic and the neighbours of the question reach the provenance`() throws {
    let sample = try district()

    for method in HotSpotMethod.allCases {
      for weights in SpatialWeights.Rule.allCases {
        let provenance = try sample.district.hotSpots(
          HotSpotQuestion(dataset: "theft", method: method, weights: weights, permutations: 0)
        ).provenance
        #expect(provenance.summary.method == method)
        #expect(provenance.weights == weights)
      }
    }
  }

  @Test func `rows, cells and boundaries are of one generation, whatever is activated meanwhile`()
    throws
  {
    let sample = try district()
    // Answers look-ups from the first generation until it is told to look again.
    let other = try District(openingStoreAt: sample.district.storePath)
    other.followGenerations(true)
    try other.activateDueGenerations()
    let renamed = Sample.lattice(side: 6).replacing("\"code\":\"G", with: "\"code\":\"N")
      .replacing("\"street\":\"S", with: "\"street\":\"T")
    var request = GridLoadRequest(
      file: try sample.write(renamed, as: "renamed.geojson"), level: "grid", codeField: "code",
      parentField: "street", activates: true)
    request.maximumShrink = 1
    _ = try sample.district.loadGrids(request)
    _ = try sample.district.attach()

    let (answer, boundaries) = try other.mappedHotSpots(
      HotSpotQuestion(dataset: "theft", permutations: 0))

    #expect(answer.provenance.generation == 2)
    #expect(answer.provenance.rowsUsed == 116)
    #expect(answer.cells.map(\.code) == boundaries.map(\.grid.code))
    #expect(answer.cells.allSatisfy { $0.code.hasPrefix("N") })
    #expect(try other.hotSpots(HotSpotQuestion(dataset: "theft", permutations: 0)) == answer)
  }

  @Test(arguments: [
    (
      HotSpotQuestion(dataset: "theft", exposure: "firms"),
      DatasetFault.noExposure("firms", known: ["residents"])
    ),
    (
      HotSpotQuestion(dataset: "arson"),
      .noDataset("arson", known: ["people", "theft"], nearest: nil)
    ),
    (
      HotSpotQuestion(dataset: "thefts"),
      .noDataset("thefts", known: ["people", "theft"], nearest: "theft")
    ),
  ])
  func `a data set or an exposure that does not exist is named, with what there is`(
    question: HotSpotQuestion, fault: DatasetFault
  ) throws {
    let sample = try district()

    #expect(throws: fault) { try sample.district.hotSpots(question) }
  }

  @Test func `a list of data sets counts what they hold`() throws {
    let sample = try district()

    let sets = try sample.district.datasets()

    #expect(sets.map(\.id) == ["people", "theft"])
    #expect(sets.map(\.rows) == [2, 117])
    #expect(sets.map(\.unattached) == [0, 1])
    #expect(sets[1].categories == ["bicycle", "handbag"])
    #expect(sets[1].firstDate == "2026-01-15" && sets[1].lastDate == "2026-02-10")
    #expect(sets[0].exposures.map(\.name) == ["residents"])
  }

  @Test func `places are positions with counts, the most frequent first`() throws {
    let sample = try district()

    let all = try sample.district.places(PlaceQuery(dataset: "theft"))
    let corner = try sample.district.places(
      PlaceQuery(
        dataset: "theft", category: "handbag",
        within: MapWindow(west: 116, south: 39, east: 116.01, north: 39.01)))

    #expect(all.count == 37)
    #expect(all.prefix(4).map(\.count) == [21, 21, 21, 21])
    #expect(corner == [Place(longitude: 116.005, latitude: 39.005, count: 20)])
  }
}
