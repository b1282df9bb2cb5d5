import Datasets
import Geometry
import Gewu
import HotSpots
import Intake
import Testing
import Time
import Warehouse

/// What a question can ask of: a source, an earlier batch, an earlier generation, another net.
@Suite struct QuestionTests {
  private let lamps = """
    name: lamp
    primaryKey: [number]
    fields:
      - {name: number}
      - {name: lon, type: number}
      - {name: lat, type: number}
    gewu:
      load: full
      location: {x: lon, y: lat, crs: wgs84}
    """

  /// Loads lamps by their numbers and grids.
  @discardableResult
  private func load(_ lamps: [(Int, String)], into sample: Sample) throws -> Int64? {
    let rows = lamps.map { number, code in
      let digits = code.dropFirst().compactMap(\.wholeNumberValue)
      return "\(number),\(116.005 + Double(digits[1]) / 100),\(39.005 + Double(digits[0]) / 100)"
    }
    return try sample.district.importFile(
      at: sample.write("number,lon,lat\n" + rows.joined(separator: "\n") + "\n", as: "lamp.csv"),
      manifest: Manifest(yaml: self.lamps, path: "lamp.yaml")
    ).batch
  }

  private func ask(_ sample: Sample, _ question: HotSpotQuestion) throws -> HotSpotAnswer {
    var question = question
    question.permutations = 0
    return try sample.district.hotSpots(question)
  }

  /// The counts of cells that have any.
  private func counts(_ answer: HotSpotAnswer) -> [String: Int] {
    Dictionary(
      answer.cells.map { ($0.code, $0.count ?? 0) }.filter { $0.1 > 0 },
      uniquingKeysWith: { first, _ in first })
  }

  private func sample() throws -> Sample {
    let sample = try Sample(levels: ["street", "grid"])
    try Patchwork(side: 4).load(into: sample)
    return sample
  }

  @Test func `as of a batch the rows count that were current when it had been published`() throws {
    let sample = try sample()
    let first = try load([(1, "G00"), (2, "G00"), (3, "G11")], into: sample)
    let second = try load([(1, "G00"), (2, "G22")], into: sample)
    let third = try load([(1, "G00"), (2, "G22"), (4, "G33")], into: sample)
    func counts(_ batch: Int64?) throws -> [String: Int] {
      let answer = try ask(sample, HotSpotQuestion(dataset: "lamp", batch: batch))
      #expect(answer.provenance.question.batch == batch)
      return self.counts(answer)
    }

    let states = try [first, second, third, nil].map(counts)
    // What is taken back is as if it had never been.
    let taken = try #require(second)
    _ = try sample.district.rollBack(batch: taken)

    #expect(
      states == [
        ["G00": 2, "G11": 1], ["G00": 1, "G22": 1], ["G00": 1, "G22": 1, "G33": 1],
        ["G00": 1, "G22": 1, "G33": 1],
      ])
    #expect(try counts(first) == states[0])
    #expect(try counts(third) == counts(nil))
    #expect(throws: HotSpotFault.noStateOfBatch(taken)) { try counts(taken) }
    #expect(throws: BatchFault.noBatch(99)) { try counts(99) }
  }

  @Test func `a batch of another data set is none of the one asked about`() throws {
    let sample = try sample()
    try load([(1, "G00")], into: sample)
    try sample.importPlaces([Coordinate(x: 116.005, y: 39.005)], as: "post")

    #expect(throws: HotSpotFault.batchOfOther(2, dataset: "post", asked: "lamp")) {
      try ask(sample, HotSpotQuestion(dataset: "lamp", batch: 2))
    }
    #expect(throws: HotSpotFault.reportsHaveNoBatches(2)) {
      try ask(sample, HotSpotQuestion(Question(.reports, batch: 2)))
    }
  }

  @Test func `as of a generation the cells are those of then, and what is not known has no value`()
    throws
  {
    let sample = try sample()
    try load([(1, "G00"), (2, "G33"), (3, "G33")], into: sample)
    var smaller = Patchwork(side: 4)
    smaller.cells.removeAll { $0.code == "G33" }
    try smaller.load(into: sample)
    let attached = try ask(sample, HotSpotQuestion(dataset: "lamp", generation: 1))
    _ = try sample.district.attach()

    let now = try ask(sample, HotSpotQuestion(dataset: "lamp"))
    let then = try ask(sample, HotSpotQuestion(dataset: "lamp", generation: 1))

    #expect(counts(attached) == ["G00": 1, "G33": 2] && attached.cells.count == 16)
    #expect(now.cells.count == 15 && now.provenance.generation == 2)
    #expect(now.provenance.balance == RowBalance(total: 3, [.counted: 1, .unattached: 2]))
    #expect(!now.cells.contains { $0.hotSpotClass == .lowData })
    // The rows of G33 have no cell now: it is not cold.
    #expect(then.provenance.generation == 1)
    #expect(then.cells.filter { $0.hotSpotClass == .lowData }.map(\.code) == ["G33"])
    #expect(then.provenance.warnings.first == .incompleteCells(cells: 1, .none))
    #expect(throws: GenerationFault.noGeneration(9)) {
      try ask(sample, HotSpotQuestion(dataset: "lamp", generation: 9))
    }
  }

  @Test func `in another net rows are placed by their positions`() throws {
    let sample = try sample()
    try load([(1, "G00"), (2, "G13"), (3, "G33"), (4, "G99")], into: sample)
    try sample.district.addNet("police", levels: ["beat"])
    var halves = Patchwork(side: 1)
    halves.cells = [("P1", 39.0, 39.02), ("P2", 39.02, 39.04)].map { code, south, north in
      Patchwork.Cell(
        code: code, name: code, street: "",
        ring: [(116, south), (116.04, south), (116.04, north), (116, north)].map {
          Coordinate(x: $0.0, y: $0.1)
        })
    }
    var request = GridLoadRequest(
      file: try sample.write(halves.geoJSON, as: "beats.geojson"), level: "beat",
      codeField: "code", activates: true)
    request.net = "police"
    _ = try sample.district.loadGrids(request)

    let answer = try ask(sample, HotSpotQuestion(dataset: "lamp", net: "police"))

    #expect(answer.cells.map(\.count) == [2, 1])
    #expect(answer.provenance.net == "police" && answer.provenance.generation == 2)
    #expect(answer.provenance.balance == RowBalance(total: 4, [.counted: 3, .unattached: 1]))
    #expect(throws: GenerationFault.ofOtherNet(1, "base", asked: "police")) {
      try ask(sample, HotSpotQuestion(dataset: "lamp", net: "police", generation: 1))
    }
    #expect(throws: HotSpotFault.exposureOfBaseNet(exposure: "people", net: "police")) {
      try ask(sample, HotSpotQuestion(dataset: "lamp", net: "police", exposure: "people"))
    }
    #expect(throws: NetFault.noSuchNet("school", known: ["base", "police"])) {
      try ask(sample, HotSpotQuestion(dataset: "lamp", net: "school"))
    }
  }

  @Test func `reports are counted by category and by the day that they were seen`() throws {
    let clock = try HandClock("2026-03-01T00:00:00Z")
    let sample = try Sample(levels: ["street", "grid"], clock: clock.clock)
    try Patchwork(side: 4).load(into: sample)
    for (category, place, day) in [
      ("lamp", 116.005, "2026-01-31T23:30:00Z"), ("lamp", 116.015, nil), ("road", 116.005, nil),
      ("lamp", 115.0, "2026-02-01T08:00:00+08:00"),
    ] as [(String, Double, String?)] {
      _ = try sample.district.receive(
        ReportSubmission(
          channel: "app", category: category, longitude: place, latitude: 39.005, reportedAt: day))
    }

    let lamps = try ask(sample, HotSpotQuestion(Question(.reports, categories: ["lamp"])))
    let january = try ask(
      sample, HotSpotQuestion(Question(.reports, from: "2026-01", to: "2026-01")))
    let shanghai = try ask(
      sample,
      HotSpotQuestion(
        Question(.reports, from: "2026-02", to: "2026-02", zone: "Asia/Shanghai")))

    #expect(counts(lamps) == ["G00": 1, "G01": 1])
    #expect(lamps.provenance.balance == RowBalance(total: 3, [.counted: 2, .unattached: 1]))
    #expect(counts(january) == ["G00": 1])
    #expect(
      january.provenance.balance == RowBalance(total: 4, [.counted: 1, .outsidePeriod: 3]))
    #expect(shanghai.provenance.zone == "Asia/Shanghai" && shanghai.provenance.rowsIn == 2)
    #expect(throws: HotSpotFault.noSuchCategories(["tree"], dataset: nil, known: ["lamp", "road"]))
    { try ask(sample, HotSpotQuestion(Question(.reports, categories: ["tree"]))) }
    #expect(throws: StoreError.unknownZone("Nowhere/At-All")) {
      try ask(sample, HotSpotQuestion(Question(.reports, zone: "Nowhere/At-All")))
    }
  }

  @Test func `rows of a table of reports that were refused are told of the reports`() throws {
    let sample = try sample()
    let manifest = try Manifest(
      yaml: """
        name: hotline
        primaryKey: [external_id]
        fields:
          - {name: external_id}
          - {name: channel}
          - {name: category}
          - {name: lon, type: number}
          - {name: lat, type: number}
        gewu:
          subject: report
          load: incremental
          location: {x: lon, y: lat, crs: wgs84}
        """, path: "hotline.yaml")
    _ = try sample.district.importFile(
      at: sample.write(
        """
        external_id,channel,category,lon,lat
        1,hotline,lamp,116.005,39.005
        2,hotline,lamp,116.105,39.005
        3,hotline,lamp,east,39.005

        """, as: "hotline.csv"), manifest: manifest)

    let answer = try ask(sample, HotSpotQuestion(Question(.reports)))

    #expect(
      answer.provenance.balance
        == RowBalance(total: 3, [.counted: 1, .unattached: 1, .quarantined: 1]))
    #expect(!answer.cells.contains { $0.hotSpotClass == .lowData })
  }
}
