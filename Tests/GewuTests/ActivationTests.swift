import Foundation
import Geometry
import Testing
import Time
import Warehouse

@testable import Gewu

@Suite struct ActivationTests {
  private let place = Coordinate(longitude: 116.025, latitude: 39.025)

  /// Two squares by two, then three by three: only the second has the place.
  private func district(at moments: [String?], clock: Clock = .system) throws -> Sample {
    let sample = try Sample(levels: ["grid"], clock: clock)
    for (index, moment) in moments.enumerated() {
      _ = try sample.district.loadGrids(
        GridLoadRequest(
          file: sample.write(Sample.lattice(side: 2 + index), as: "grid.geojson"), level: "grid",
          codeField: "code"))
      _ = try sample.district.activate(generation: Int64(index + 1), at: moment)
    }
    return sample
  }

  @Test(arguments: [
    ("2026-03-01T08:00:00Z", 1), ("2026-03-01", 1), ("2026-05-31", 1),
    ("2026-06-01T07:59:59.999+08:00", 1), ("2026-06-01T08:00:00+08:00", 2),
    ("2026-06-01T00:00:00Z", 2), ("2026-06-01", 2), ("2026-07-01", 2),
  ])
  func `between and at the exact moment, the generation of then answers`(
    date: String, generation: Int
  ) throws {
    let sample = try district(at: ["2026-03-01T08:00:00Z", "2026-06-01"])

    let answer = try sample.district.locate(place, at: date)

    #expect(answer.generation == Int64(generation))
    #expect(answer.status == (generation == 1 ? .outside : .inside))
  }

  @Test(arguments: ["2026-02-28", "2026-03-01T07:59:59.999Z"])
  func `before the first one there is no answer`(date: String) throws {
    let sample = try district(at: ["2026-03-01T08:00:00Z", "2026-06-01"])

    #expect(throws: IndexFault.nothingActiveThen(date: date)) {
      try sample.district.locate(place, at: date)
    }
  }

  @Test func `boundaries that are loaded and activated are an operation each time`() throws {
    let sample = try district(at: [nil])
    let before = try sample.district.store.read { try $0.lastOperation() }

    _ = try sample.district.loadGrids(
      GridLoadRequest(
        file: sample.write(Sample.lattice(side: 3), as: "grid.geojson"), level: "grid",
        codeField: "code"))
    _ = try sample.district.activate(generation: 2, at: "2100-01-01")
    _ = try sample.district.activate(generation: 2)

    // To come, and come.
    #expect(try sample.district.store.read { try $0.lastOperation() } == before + 2)
  }

  @Test func `a moment before the present generation's is refused`() throws {
    let since = try Moment("2026-03-01T08:00:00Z", in: .utc)
    #expect(throws: GenerationFault.tooEarly(active: 1, since: since)) {
      try district(at: ["2026-03-01T08:00:00Z", "2026-03-01"])
    }
  }

  @Test func `a moment to come is kept and comes`() throws {
    let hand = try HandClock("2026-05-31T15:59:58.500Z")
    let sample = try district(at: [nil, "2026-06-01T00:00:00+08:00"], clock: hand.clock)

    let before = try sample.district.locate(place)
    let waiting = try sample.district.generations()
    let then = try sample.district.locate(place, at: "2100-01-01")
    // An index answers for up to a second before the store is asked.
    hand.advance(by: .milliseconds(999))
    let still = try sample.district.locate(place)
    hand.advance(by: .milliseconds(501))
    let after = try sample.district.locate(place)
    let done = try sample.district.generations()

    #expect(before.generation == 1 && then.generation == 2 && after.generation == 2)
    #expect(still.generation == 1)
    #expect(waiting.map(\.status) == [.active, .preparing])
    #expect(waiting[1].activatesAt?.text == "2026-05-31T16:00:00.000Z")
    #expect(waiting[1].isValid == true)
    #expect(done.map(\.status) == [.retired, .active])
    #expect(done[1].activatedAt == waiting[1].activatesAt && done[1].activatesAt == nil)
    #expect(done[0].retiredAt == done[1].activatedAt)
  }

  @Test
  func `questions answer from what is due and write nothing, whoever holds the writer's lock`()
    throws
  {
    let hand = try HandClock("2026-05-31T15:59:58.500Z")
    let sample = try district(at: [nil, "2026-06-01T00:00:00+08:00"], clock: hand.clock)
    let path = sample.district.storePath
    hand.advance(by: .seconds(60))
    func changes() throws -> [Data] {
      try ["", "-wal"].map { try Data(contentsOf: URL(filePath: path + $0)) }
    }
    let before = try changes()

    try Store.open(at: path).withWriterLock {
      let reader = try District(openingStoreAt: path, clock: hand.clock)
      for district in [sample.district, reader] {
        #expect(try district.locate(place).generation == 2)
        #expect(try district.generations().map(\.status) == [.retired, .active])
        #expect(try district.nets().map(\.generation) == [2])
        #expect(try district.snapshot().generation == 2)
        #expect(try district.readSnapshot { index, _ in index.generation.id } == 2)
      }
      #expect(try changes() == before)
    }
    let kept = try Store.open(at: path).read { try $0.generations() }
    #expect(kept.map(\.status) == [.active, .preparing])
  }

  @Test func `the follower notes in the store what is due`() throws {
    let hand = try HandClock("2026-05-31T15:59:58.500Z")
    let sample = try district(at: [nil, "2026-06-01T00:00:00+08:00"], clock: hand.clock)
    hand.advance(by: .seconds(60))

    try sample.district.activateDueGenerations()

    let kept = try Store.open(at: sample.district.storePath).read { try $0.generations() }
    #expect(kept.map(\.status) == [.retired, .active])
    #expect(kept[1].activatedAt?.text == "2026-05-31T16:00:00.000Z")
  }

  @Test func `loading after the moment begins a generation of its own`() throws {
    let hand = try HandClock("2026-05-31T15:59:58.500Z")
    let sample = try district(at: [nil, "2026-06-01T00:00:00+08:00"], clock: hand.clock)
    hand.advance(by: .seconds(60))

    let report = try sample.district.loadGrids(
      GridLoadRequest(
        file: sample.write(Sample.lattice(side: 4), as: "grid.geojson"), level: "grid",
        codeField: "code"))

    #expect(report.generation == 3)
    #expect(
      try sample.district.generations().map(\.status) == [.retired, .active, .preparing])
  }

  @Test func `loading into a generation calls its moment off`() throws {
    let sample = try district(at: [nil, "2100-01-01"])

    _ = try sample.district.loadGrids(
      GridLoadRequest(
        file: sample.write(Sample.lattice(side: 4), as: "grid.geojson"), level: "grid",
        codeField: "code"))

    #expect(try sample.district.generations()[1].activatesAt == nil)
  }

  @Test func `an invalid coverage is not kept for later`() throws {
    let sample = try district(at: [nil])
    let overlap = Sample.lattice(side: 2) { row, column in
      row == 1 && column == 1
        ? "[[116.005,39.01],[116.02,39.01],[116.02,39.02],[116.005,39.02],[116.005,39.01]]" : nil
    }
    _ = try sample.district.loadGrids(
      GridLoadRequest(
        file: sample.write(overlap, as: "grid.geojson"), level: "grid", codeField: "code"))

    #expect(throws: InvalidCoverage.self) {
      try sample.district.activate(generation: 2, at: "2100-01-01")
    }
    #expect(try sample.district.generations()[1].activatesAt == nil)
  }
}
