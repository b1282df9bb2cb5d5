import Geometry
import Testing
import Time

@testable import Warehouse

@Suite struct GridVersionTests {
  private func square(_ x: Double) -> MultiPolygon {
    let ring = Ring([
      Coordinate(x: x, y: 0), Coordinate(x: x + 1, y: 0), Coordinate(x: x + 1, y: 1),
      Coordinate(x: x, y: 1),
    ])
    return MultiPolygon([Polygon(rings: [ring])])
  }

  private func cells(_ codes: [String], shiftedBy shift: Double = 0) -> [GridRecord] {
    codes.enumerated().map {
      GridRecord(code: $1, name: "cell \($1)", boundary: square(Double($0) + shift))
    }
  }

  @Test func `a boundary comes back bit for bit`() throws {
    let store = try Store.inMemory(levels: ["grid"])
    let boundary = square(0.1 + 0.2)

    let kept = try store.write { session in
      let level = try session.levels()[0]
      let generation = try session.preparingGeneration()
      _ = try session.replace(
        level: level, generation: generation,
        with: [GridRecord(code: "A", boundary: boundary)])
      return try session.grids(level: level, generation: generation)
    }

    #expect(kept.map(\.boundary) == [boundary])
  }

  @Test func `unchanged cells span generations, changed ones end and begin`() throws {
    let store = try Store.inMemory(levels: ["grid"])

    try store.write { session in
      let level = try session.levels()[0]
      let first = try session.preparingGeneration()
      let changes = try session.replace(level: level, generation: first, with: cells(["A", "B"]))
      #expect(changes.new == 2)
      try session.activate(generation: first, isValid: true, problemCount: 0)
    }
    let (before, after) = try store.write { session in
      let level = try session.levels()[0]
      let second = try session.preparingGeneration()
      var next = cells(["A", "B", "C"])
      next[1].name = "renamed"
      let changes = try session.replace(level: level, generation: second, with: next)
      #expect(changes.unchanged == 1 && changes.changed == 1 && changes.new == 1)
      return (
        try session.grids(level: level, generation: second - 1),
        try session.grids(level: level, generation: second)
      )
    }

    #expect(before.map(\.code) == ["A", "B"])
    #expect(before.map(\.name) == ["cell A", "cell B"])
    #expect(after.map(\.code) == ["A", "B", "C"])
    #expect(after.map(\.name) == ["cell A", "renamed", "cell C"])
    #expect(before[0].id == after[0].id)
    #expect(before[1].id != after[1].id)
  }

  @Test func `a second load into a preparation is compared with the generation before`() throws {
    let store = try Store.inMemory(levels: ["grid"])
    try store.write { session in
      let first = try session.preparingGeneration()
      _ = try session.replace(
        level: session.levels()[0], generation: first, with: cells(["A", "B", "C"]))
      try session.activate(generation: first, isValid: true, problemCount: 0)
    }

    let (wrong, right, before, after) = try store.write { session in
      let level = try session.levels()[0]
      let second = try session.preparingGeneration()
      // A load that goes wrong: every border elsewhere, a cell too many, one missing.
      let wrong = try session.replace(
        level: level, generation: second, with: cells(["A", "B", "X"], shiftedBy: 0.5))
      var next = cells(["A", "B", "C"])
      next[1].name = "renamed"
      let right = try session.replace(level: level, generation: second, with: next)
      return (
        wrong, right, try session.grids(level: level, generation: second - 1),
        try session.grids(level: level, generation: second)
      )
    }

    #expect(wrong.changed == 2 && wrong.new == 1 && wrong.gone == 1 && wrong.unchanged == 0)
    #expect(right.changed == 1 && right.new == 0 && right.gone == 0 && right.unchanged == 2)
    #expect(before.map(\.name) == ["cell A", "cell B", "cell C"])
    #expect(after.map(\.name) == ["cell A", "renamed", "cell C"])
    #expect(before[0].id == after[0].id && before[1].id != after[1].id)
    #expect(before[2].id == after[2].id)
    #expect(try store.read { try $0.codes(ofLevel: $0.levels()[0]) }.count == 4)
  }

  @Test func `a failed write leaves the store as it was`() throws {
    struct Stop: Error {}
    let store = try Store.inMemory(levels: ["grid"])

    #expect(throws: Stop.self) {
      try store.write { session in
        let generation = try session.preparingGeneration()
        _ = try session.replace(
          level: session.levels()[0], generation: generation, with: cells(["A"]))
        throw Stop()
      }
    }

    #expect(try store.read { try $0.generations() }.isEmpty)
  }

  @Test func `one generation is active at a time, and each knows when it was`() throws {
    let store = try Store.inMemory(levels: ["grid"])

    for _ in 1...2 {
      try store.write { session in
        let generation = try session.preparingGeneration()
        try session.activate(generation: generation, isValid: true, problemCount: 0)
      }
    }
    let all = try store.read { try $0.generations() }

    #expect(all.map(\.status) == [.retired, .active])
    #expect(all[0].retiredAt == all[1].activatedAt)
    let before = try #require(Moment(rfc3339: "1999-01-01T00:00:00.000Z"))
    let after = try #require(Moment(rfc3339: "2999-01-01T00:00:00.000Z"))
    #expect(try store.read { try $0.generation(at: before) } == nil)
    #expect(try store.read { try $0.generation(at: after) }?.id == 2)
  }

  @Test func `the shared area of two boundaries is that of GEOS`() throws {
    let store = try Store.inMemory(levels: ["grid"])

    let area = try store.read { try $0.sharedArea()(square(0), square(0.25)) }

    #expect(area == 0.75)
  }
}
