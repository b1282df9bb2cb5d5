import Datasets
import Geometry
import Gewu
import Testing
import Warehouse

@Suite struct RepairTests {
  /// Sixteen squares with the usual faults: a corner 3 cm off, a T-junction 1 cm beside its edge, a
  /// gap and an overlap of half a metre.
  private func broken() -> Patchwork {
    var patchwork = Patchwork(side: 4)
    patchwork.change("G00") { $0.ring[2].x += 3e-7 }
    patchwork.change("G12") { cell in
      cell.ring.insert(Coordinate(x: 116.02 + 1e-7, y: 39.016), at: 4)
    }
    patchwork.change("G30") { $0.ring.insert(Coordinate(x: 116.01 - 5e-6, y: 39.035), at: 2) }
    patchwork.change("G32") { $0.ring.insert(Coordinate(x: 116.03 + 5e-6, y: 39.035), at: 2) }
    return patchwork
  }

  private func district(activates: Bool) throws -> Sample {
    let sample = try Sample(levels: ["street", "grid"])
    _ = try sample.district.loadGrids(
      GridLoadRequest(
        file: sample.write(broken().geoJSON, as: "grid.geojson"), level: "grid",
        codeField: "code", nameField: "name", parentField: "street", activates: activates,
        allowsInvalid: true))
    return sample
  }

  @Test func `the usual faults are mended into a new generation that is not active`() throws {
    let sample = try district(activates: true)
    let district = sample.district

    let report = try district.repairGrids(keeps: true)

    let level = try #require(report.levels.last)
    #expect(report.generation == 1 && report.proposed == 2 && report.valid)
    #expect(level.level == "grid" && level.before > 0 && level.after == 0)
    let kinds = Dictionary(grouping: level.changes, by: \.kind).mapValues(\.count)
    #expect(kinds["snap"] == 1 && kinds["fill_gap"] == 1 && kinds["cut_overlap"] == 1)
    #expect((kinds["split"] ?? 0) >= 1)
    #expect(level.changes.allSatisfy { $0.at.count == 2 && $0.distance <= 0.1 })
    #expect(try district.generations().map(\.status) == [.active, .preparing])
    #expect(try district.checkGrids(generation: 2).valid)
    // Half a metre at most, along a kilometre at most.
    let moved = try district.diffGrids(from: 1, to: 2).levels.last?.moved ?? []
    #expect(!moved.isEmpty && moved.allSatisfy { $0.lost + $0.won < 600 })
  }

  @Test func `what is proposed has nothing left to mend`() throws {
    let sample = try district(activates: true)
    let district = sample.district
    _ = try district.repairGrids(keeps: true)

    let again = try district.repairGrids(generation: 2, keeps: true)

    #expect(again.changeCount == 0 && again.proposed == nil && again.valid)
    #expect(try district.generations().count == 2)
  }

  @Test func `a generation being prepared is set aside, and can still be looked at`() throws {
    let sample = try district(activates: false)
    let district = sample.district

    let report = try district.repairGrids(keeps: true)

    #expect(report.generation == 1 && report.proposed == 2)
    let generations = try district.generations()
    #expect(generations.map(\.status) == [.retired, .preparing])
    #expect(generations[0].activatedAt == nil)
    #expect(try !district.checkGrids(generation: 1).valid)
    #expect(throws: IndexFault.self) { try district.locate(Coordinate(x: 116, y: 39)) }
    _ = try district.activate(generation: 2)
    #expect(try district.locate(Coordinate(x: 116.005, y: 39.005)).isCoverageValid)
    let late = GenerationFault.notTheNewest(
      1, status: "retired", newest: 2, newestStatus: "active")
    #expect(throws: late) { try district.repairGrids(generation: 1, keeps: true) }
  }

  @Test func `a proposal keeps nothing and lists each change with its place`() throws {
    let sample = try district(activates: true)
    let district = sample.district

    let report = try district.repairGrids(keeps: false)

    #expect(report.proposed == nil && report.changeCount > 0)
    #expect(try district.generations().count == 1)
    let text = String(decoding: report.geoJSON, as: UTF8.self)
    #expect(text.hasPrefix("{\"type\":\"FeatureCollection\",\"features\":[\n"))
    #expect(text.contains("\"kind\":\"snap\",\"cells\":[\"G00\""))
    #expect(report.generation == 1)
  }

  @Test func `beyond the tolerance nothing is moved`() throws {
    let sample = try district(activates: true)
    let district = sample.district

    let report = try district.repairGrids(
      options: GridRepairOptions(tolerance: 0.001, sliverWidth: 0.001), keeps: true)

    // The corner that is off lies exactly on the edge of its neighbours: that one is put in.
    #expect(report.levels.flatMap(\.changes).allSatisfy { $0.kind == "split" && $0.distance == 0 })
    #expect(!report.valid)
  }
}
