import Geometry
import Gewu
import Testing

@Suite struct LocateTests {
  @Test func `a position is in one grid, with the cells above it`() throws {
    let sample = try Sample()
    try sample.loadLattice()

    let answer = try sample.district.locate(Coordinate(longitude: 116.035, latitude: 39.005))

    #expect(answer.status == .inside)
    #expect(answer.grid?.code == "G03")
    #expect(answer.path.map(\.level) == ["street", "grid"])
    #expect(answer.path.map(\.code) == ["S1", "G03"])
    #expect(answer.isCoverageValid)
  }

  @Test func `a position on a corner of four grids has exactly one of them`() throws {
    let sample = try Sample()
    try sample.loadLattice()

    let answer = try sample.district.locate(Coordinate(longitude: 116.01, latitude: 39.01))

    #expect(answer.status == .border)
    #expect(["G00", "G01", "G10", "G11"].contains(answer.grid?.code))
  }

  @Test(arguments: [(116.0, 39.0), (116.04, 39.04), (116.02, 39.04), (116.04, 39.0)])
  func `the outer border is inside`(longitude: Double, latitude: Double) throws {
    let sample = try Sample()
    try sample.loadLattice()

    let answer = try sample.district.locate(
      Coordinate(longitude: longitude, latitude: latitude))

    #expect(answer.status == .border)
    #expect(answer.grid != nil)
  }

  @Test func `outside, the nearest grid is named with its distance in metres`() throws {
    let sample = try Sample()
    try sample.loadLattice()

    let answer = try sample.district.locate(Coordinate(longitude: 116.05, latitude: 39.005))

    #expect(answer.status == .outside)
    #expect(answer.grid == nil)
    #expect(answer.nearest?.code == "G03")
    // 0.01° of longitude at 39.005° N on the mean sphere.
    #expect(abs((answer.nearest?.distance ?? 0) - 864.05) < 0.5)
  }

  @Test func `a position that is no number is invalid, not an error`() throws {
    let sample = try Sample()
    try sample.loadLattice()

    let answer = try sample.district.locate(Coordinate(longitude: .nan, latitude: 0))

    #expect(answer.status == .invalid)
    #expect(answer.nearest == nil)
  }

  @Test func `a GCJ-02 position is moved back before it is looked up`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    let place = Coordinate(longitude: 116.0195, latitude: 39.005)
    let shifted = GCJ02.fromWGS84(place)

    let plain = try sample.district.locate(shifted)
    let mended = try sample.district.locate(shifted, crs: .gcj02)

    #expect(plain.grid?.code == "G02")
    #expect(mended.grid?.code == "G01")
  }

  @Test func `before boundaries are loaded the error says that none are active`() throws {
    let sample = try Sample()

    let error = #expect(throws: IndexFault.self) {
      try sample.district.locate(Coordinate(longitude: 0, latitude: 0))
    }

    #expect(error?.kind == .notFound)
    #expect(error == .nothingActive(net: "base", store: sample.district.storePath))
  }
}
