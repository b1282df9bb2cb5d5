import Geometry
import Testing

@testable import DemoTruth

@Suite struct `The fixtures` {
  private static let fixtures = Fixtures(ground: TestGround.whole)
  private var fixtures: Fixtures { Self.fixtures }
  private let ground = TestGround.whole

  @Test func `each data set has the number that the catalogue wants`() {
    #expect(
      FixtureClass.Set.allCases.map { fixtures.of($0).count } == [
        24_000, 11_000, 6_000, 15_000, 2_600, 6_200,
      ])
    #expect(fixtures.of(major: 1, minor: 13).count == 2_900)
    #expect(fixtures.of(major: 2, minor: 3).count == 620)
  }

  @Test func `codes are unique and have 16 digits`() {
    let components = fixtures.all.filter { $0.fixtureClass.set != .camera }
    let codes = Set(components.map { $0.code(in: .first) })
    #expect(codes.count == components.count)
    #expect(codes.allSatisfy { $0.utf8.count == 16 && $0.hasPrefix("990101") })
  }

  @Test func `each stands in the grid that it names`() {
    for fixture in stride(from: 0, to: fixtures.all.count, by: 23).map({ fixtures.all[$0] }) {
      let boundary = ground.grids[Int(fixture.grid)].boundary
      #expect(boundary.rings.filter { $0.holds(fixture.position) }.count % 2 == 1)
    }
  }

  @Test func `lamps and hydrants stand at their spacings along their roads`() {
    for (minor, most) in [(18, 40.0), (13, 120.0)] {
      var last: (road: Int32, place: Coordinate)?
      var wide = 0
      let some = fixtures.of(major: 1, minor: minor)
      for fixture in some {
        let place = Terrain.metres(fixture.position)
        if let last, last.road == fixture.road {
          let along = (place - last.place).length
          // From side to side of a main road it is 30 m more.
          if along > most + 15 { wide += 1 }
        }
        last = (fixture.road, place)
      }
      #expect(wide * 50 < some.count)
    }
  }

  @Test func `none stands in a building, but for a sign at a narrow corner`() {
    let byBlock = Dictionary(grouping: ground.buildings, by: \.block)
    let some = stride(from: 0, to: fixtures.all.count, by: 17).map { fixtures.all[$0] }
    let inside = some.filter { fixture in
      guard let block = ground.block(at: fixture.position) else { return false }
      let place = Terrain.metres(fixture.position)
      return (byBlock[Int32(block)] ?? []).contains { Ring($0.ring).holds(place) }
    }
    #expect(inside.count * 1_000 < some.count, "\(inside.map(\.fixtureClass.name))")
  }
}
