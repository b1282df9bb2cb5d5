import Datasets
import Foundation
import GRDB
import Geometry
import Testing

@testable import Access
@testable import Intake
@testable import Warehouse

@Suite struct `Sealed positions` {
  @Test(arguments: SealProfile.allCases)
  func `of sensitivity 3 keep their positions sealed, and stand where their cell does`(
    _ profile: SealProfile
  ) throws {
    let bench = try ImportBench(isSealed: true, profile: profile)
    try bench.store.write { session in
      let square = MultiPolygon([
        Polygon(rings: [
          Ring([
            Coordinate(x: 0, y: 0), Coordinate(x: 10, y: 0), Coordinate(x: 10, y: 10),
            Coordinate(x: 0, y: 10), Coordinate(x: 0, y: 0),
          ])
        ])
      ])
      try session.db.execute(
        sql: "UPDATE grid SET boundary = ? WHERE id = 1",
        arguments: [Data(SpatiaLiteBlob.encode(square, srid: 4326))])
    }
    let manifest = try SealedPeople.manifest([("load: full", "load: full\n  sensitivity: 3")])
    let text =
      SealedPeople.header + SealedPeople.line(1).replacing(",5,5\n", with: ",1.25,2.5\n")
      + SealedPeople.line(2).replacing(",5,5\n", with: ",55.5,2.5\n") + SealedPeople.line(3)
    let report = try bench.load(text, manifest)
    #expect(report.inserted == 3 && report.attached == 2)

    let shown = try bench.strings(
      "SELECT id || ' ' || ifnull(lon, '-') || ' ' || ifnull(X(geometry) || ' ' || Y(geometry), '-') FROM person ORDER BY id"
    )
    #expect(shown[1] == "2 - -")
    // Both stand at the same position inside of the cell, and neither where it is.
    #expect(shown[0].dropFirst() == shown[2].dropFirst())
    #expect(!shown[0].contains("1.25") && shown[0].hasPrefix("1 - "))
    #expect(
      try bench.opened("person").map { "\($0["lon"] ?? "") \($0["lat"] ?? "")" } == [
        "1.25 2.5", "55.5 2.5", "5.0 5.0",
      ])
    let entry = try #require(try bench.store.read { try $0.dataset(named: "person") })
    var positions: [Coordinate?] = []
    try bench.store.read { session in
      try session.forEachPlacedRow(of: entry) { positions.append($0.position) }
    }
    #expect(
      positions == [
        Coordinate(x: 1.25, y: 2.5), Coordinate(x: 55.5, y: 2.5), Coordinate(x: 5, y: 5),
      ])
    #expect(try bench.store.verify().clean)
    // Attached again they are looked up where they are, not where they stand.
    let other = GridAttacher(
      generation: 1, level: "grid", gridIDs: [1], codes: [:],
      locate: { $0.x > 50 ? 0 : -1 })
    let attached = try bench.store.write {
      try $0.attach(entry, by: try $0.manifest(of: entry), to: other)
    }
    #expect(attached.gained == 1 && attached.lost == 2)
    let after = try bench.strings("SELECT ifnull(X(geometry), '-') FROM person ORDER BY id")
    #expect(after[0] == "-" && after[1] != "-" && after[2] == "-")
    #expect(try bench.load(text, manifest) { $0.isForced = true }.unchanged == 3)
    #expect(try bench.store.verify().clean)
  }

  @Test(arguments: SealProfile.allCases)
  func `of sensitivity 3 that had their positions in the clear lose them to the seal`(
    _ profile: SealProfile
  ) throws {
    let bench = try ImportBench()
    let manifest = try SealedPeople.manifest([("load: full", "load: full\n  sensitivity: 4")])
    let text =
      SealedPeople.header + SealedPeople.line(1).replacing(",5,5\n", with: ",1.25,2.5\n")
      + SealedPeople.line(2)
    try bench.load(text, manifest)
    let before = try bench.opened("person")
    #expect(try bench.number("SELECT count(*) FROM person WHERE geometry IS NOT NULL") == 2)

    try bench.store.makeSeal(profile: profile) { _ in bench.key }
    try bench.sealRest()

    // The cell has no boundary here, so there is no position that could stand for it.
    #expect(
      try bench.number("SELECT count(*) FROM person WHERE geometry IS NOT NULL OR lon IS NOT NULL")
        == 0)
    #expect(try bench.opened("person") == before)
    #expect(try bench.store.verify().clean)
    #expect(try bench.load(text, manifest) { $0.isForced = true }.unchanged == 2)
    try bench.store.rotateSeal()
    try bench.sealRest()
    #expect(try bench.opened("person") == before)
  }
}
