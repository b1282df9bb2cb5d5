import Geometry
import Projections
import Testing

@Suite struct CoordinateTransformTests {
  /// From pyproj 3.7.2 (PROJ 9.5.1), `Transformer.from_crs(a, b, always_xy=True)`;
  /// `cs2cs` 9.1.1 gives the same.
  @Test(arguments: [
    (2263, 4326, 984250.0, 164000.0, -74.0, 40.61681851144364),
    (2263, 4326, 1000000, 200000, -73.94318506826245, 40.71561647872389),
    (2263, 4326, 913175.1, 120121.9, -74.25554699871257, 40.4960969976148),
    (4326, 2263, -73.985, 40.748, 988406.2178024756, 211793.57815985216),
    (4549, 4490, 500000, 3300000, 120.0, 29.81855451739542),
    (4549, 4490, 520345.67, 3372345.89, 120.21187336822572, 30.471000362630736),
    (4490, 4549, 120.3, 30.4, 528829.1599568668, 3364493.919642232),
    (4529, 4490, 41520345.67, 3372345.89, 123.21187336822577, 30.471000362630736),
    (27700, 4326, 430000, 433000, -1.5460861672377075, 53.792453860486106),
    (4490, 3857, 120.3, 30.4, 13391734.74243081, 3555070.433837353),
  ]) func `projected systems give what PROJ gives, easting first`(
    from: Int, to: Int, x: Double, y: Double, expectedX: Double, expectedY: Double
  ) throws {
    let transform = try CoordinateTransform(from: .epsg(from), to: .epsg(to))

    let position = try transform.transform(Coordinate(x: x, y: y))

    // 1e-10 degrees or 1e-5 of a foot or metre: the noise of PROJ versions.
    let tolerance = abs(expectedX) <= 180 ? 1e-10 : 1e-5
    #expect(abs(position.x - expectedX) < tolerance)
    #expect(abs(position.y - expectedY) < tolerance)
  }

  @Test(arguments: [
    (CRSName.wgs84, CRSName.wgs84), (.wgs84, .cgcs2000), (.cgcs2000, .wgs84),
    (.epsg(2263), .epsg(2263)), (.gcj02, .gcj02), (.bd09, .bd09),
    (.wkt(CoordinateTransformTests.esriWgs84), .wgs84),
    (.wkt(CoordinateTransformTests.esriWgs84), .cgcs2000),
  ]) func `between equal systems nothing changes, bit for bit`(from: CRSName, to: CRSName) throws {
    let transform = try CoordinateTransform(from: from, to: to)
    let position = Coordinate(x: 0.1 + 0.2, y: -1.0 / 3)

    #expect(transform.isIdentity)
    #expect(try transform.transform(position) == position)
  }

  @Test func `GCJ-02 and BD-09 go through WGS 84 to any system`() throws {
    let ground = Coordinate(longitude: 120.3, latitude: 30.4)
    let zone = try CoordinateTransform(from: .cgcs2000, to: .epsg(4549)).transform(ground)
    for crs in [CRSName.gcj02, .bd09] {
      let shifted = try CoordinateTransform(from: .wgs84, to: crs).transform(ground)
      let back = try CoordinateTransform(from: crs, to: .cgcs2000).transform(shifted)
      let inZone = try CoordinateTransform(from: crs, to: .epsg(4549)).transform(shifted)
      let fromZone = try CoordinateTransform(from: .epsg(4549), to: crs).transform(zone)

      #expect(abs(back.x - ground.x) < 1e-9 && abs(back.y - ground.y) < 1e-9)
      #expect(abs(inZone.x - zone.x) < 1e-3 && abs(inZone.y - zone.y) < 1e-3)
      #expect(abs(fromZone.x - shifted.x) < 1e-9 && abs(fromZone.y - shifted.y) < 1e-9)
    }
    let gcj = try CoordinateTransform(from: .bd09, to: .gcj02)
      .transform(BD09.fromGCJ02(ground))
    #expect(abs(gcj.x - ground.x) < 1e-9)
  }

  static let esriWgs84 = """
    GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],\
    PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]
    """

  /// The .prj of New York's census tracts, in US survey feet.
  static let esriLongIsland = """
    PROJCS["NAD_1983_StatePlane_New_York_Long_Island_FIPS_3104_Feet",GEOGCS[\
    "GCS_North_American_1983",DATUM["D_North_American_1983",SPHEROID["GRS_1980",6378137.0,\
    298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION[\
    "Lambert_Conformal_Conic"],PARAMETER["False_Easting",984250.0],PARAMETER["False_Northing",\
    0.0],PARAMETER["Central_Meridian",-74.0],PARAMETER["Standard_Parallel_1",40.66666666666666],\
    PARAMETER["Standard_Parallel_2",41.03333333333333],PARAMETER["Latitude_Of_Origin",\
    40.16666666666666],UNIT["Foot_US",0.3048006096012192]]
    """

  @Test func `the text of a prj file works like its code`() throws {
    let transform = try CoordinateTransform(from: .wkt(Self.esriLongIsland), to: .wgs84)

    let position = try transform.transform(Coordinate(x: 1_000_000, y: 200_000))

    #expect(abs(position.x - -73.94318506826245) < 1e-9)
    #expect(abs(position.y - 40.71561647872389) < 1e-9)
  }

  @Test func `a position has one image, alone or in any array, so shared edges stay shared`()
    throws
  {
    let transform = try CoordinateTransform(from: .epsg(2263), to: .wgs84)
    let a = Coordinate(x: 1_000_000.25, y: 200_000.5)
    let b = Coordinate(x: 1_010_000, y: 190_000)
    func square(_ x: Double) -> Ring {
      Ring([a, b, Coordinate(x: x, y: 150_000), Coordinate(x: x, y: 160_000)])
    }

    let images = try transform.transform(
      MultiPolygon([Polygon(rings: [square(990_000)]), Polygon(rings: [square(1_030_000)])]))

    let alone = try transform.transform(a)
    #expect(images.polygons[0].rings[0].coordinates[0] == alone)
    #expect(images.polygons[1].rings[0].coordinates[0] == alone)
    #expect(images.rings.allSatisfy { $0.coordinates.first == $0.coordinates.last })
    #expect(try transform.transform([b, a, b, a])[3] == alone)
  }

  @Test(arguments: [
    (CRSName.wgs84, Coordinate(x: .nan, y: 0)), (.wgs84, Coordinate(x: .infinity, y: 0)),
    (.wgs84, Coordinate(x: 30.4, y: 120.3)), (.gcj02, Coordinate(x: 500_000, y: 3_300_000)),
    (.epsg(4549), Coordinate(x: 1e30, y: 1e30)),
  ]) func `what is no place is refused, and does not stop a table`(
    from: CRSName, position: Coordinate
  ) throws {
    let transform = try CoordinateTransform(from: from, to: .cgcs2000)
    #expect(throws: CoordinateTransformError.self) { try transform.transform(position) }

    let good =
      from == .epsg(4549) ? Coordinate(x: 500_000, y: 3_300_000) : Coordinate(x: 120, y: 30)
    var table = [good, position, good]
    #expect(transform.transformInPlace(&table) == 1)
    #expect(table[1].x.isNaN && table[1].y.isNaN)
    #expect(try table[0] == transform.transform(good) && table[2] == table[0])
  }

  @Test func `systems that do not exist are refused by name`() {
    #expect(throws: CoordinateTransformError.unknownCRS(.epsg(999_999), .noSuchCode)) {
      try CoordinateTransform(from: .epsg(999_999), to: .wgs84)
    }
    #expect(throws: CoordinateTransformError.unknownCRS(.epsg(4978), .notOnTheGround)) {
      try CoordinateTransform(from: .wgs84, to: .epsg(4978))
    }
    #expect(throws: CoordinateTransformError.self) {
      try CoordinateTransform(from: .wkt("GEOGCS[\"nonsense\"]"), to: .wgs84)
    }
    let local = "LOCAL_CS[\"town\",UNIT[\"metre\",1]]"
    #expect(throws: CoordinateTransformError.self) {
      try CoordinateTransform(from: .wkt(local), to: .wgs84)
    }
  }

  @Test func `many threads may share a transform`() async throws {
    let transform = try CoordinateTransform(from: .epsg(4549), to: .cgcs2000)
    let positions = (0..<500).map { Coordinate(x: 500_000 + Double($0), y: 3_300_000) }
    let expected = try transform.transform(positions)

    try await withThrowingTaskGroup(of: [Coordinate].self) { group in
      for _ in 0..<8 { group.addTask { try transform.transform(positions) } }
      for try await result in group { #expect(result == expected) }
    }
  }
}
