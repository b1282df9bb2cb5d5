import Geometry
import Testing

@testable import DemoTruth

@Suite struct `The Gauss–Krüger projection` {
  /// What PROJ 9.1 (`cs2cs EPSG:4490 +to EPSG:n`) answers.
  @Test(arguments: [
    (4549, 534_389.6005, 3_331_635.6210), (4528, 40_534_389.6005, 3_331_635.6210),
    (4510, 245_186.1261, 3_334_531.2374),
  ])
  func `it agrees with PROJ to a tenth of a millimetre`(
    epsg: Int, easting: Double, northing: Double
  ) throws {
    let plane = try #require(GaussKruger(epsg: epsg))

    let found = plane.project(Coordinate(longitude: 120.3567891, latitude: 30.1034567))

    #expect(abs(found.x - easting) < 0.000_1)
    #expect(abs(found.y - northing) < 0.000_1)
  }

  @Test func `other systems are not taken`() {
    #expect(GaussKruger(epsg: 4326) == nil)
    #expect(GaussKruger(epsg: 3857) == nil)
  }
}
