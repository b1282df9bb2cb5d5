import Foundation
import Geometry
import Projections
import Testing

@Suite struct DatumChangeTests {
  /// Positions whose WGS 84 (or a system centimetres from it) is published by who made the datum, with
  /// the accuracy of the operation that PROJ's registry has.
  static let published:
    [(code: Int, x: Double, y: Double, longitude: Double, latitude: Double, metres: Double)] = [
      // OS, test point TP01 of OSTN15 (St Mary's).
      (27700, 91492.146, 11318.804, -6.299777520, 49.922263937, 5),
      // Kadaster, the tower of Amersfoort.
      (28992, 155_000, 463_000, 5.38720621, 52.15517440, 1),
      // Survey and Mapping Office, the origin of the Hong Kong 1980 grid.
      (2326, 836694.05, 819069.80, 114.181, 22.310605556, 1.1),
      // GSI, the origin of the Tokyo datum in JGD2000.
      (4301, 139.744583889, 35.654865222, 139.741354417, 35.658099222, 9),
    ]

  private static func metres(_ a: Coordinate, _ longitude: Double, _ latitude: Double) -> Double {
    let perDegree = 111_320.0
    let x = (a.x - longitude) * cos(latitude * .pi / 180) * perDegree
    let y = (a.y - latitude) * perDegree
    return (x * x + y * y).squareRoot()
  }

  /// Parameters in a definition are used though its code has other ones, or none.
  @Test func `a definition with a code and parameters of its own goes by its parameters`() throws {
    func text(_ shift: String) -> String {
      #"""
      GEOGCS["Xian 1980",DATUM["Xian_1980",SPHEROID["IAG 1975",6378140,298.257],\#
      \#(shift)AUTHORITY["EPSG","6610"]],PRIMEM["Greenwich",0],\#
      UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4610"]]
      """#
    }
    let given = Coordinate(x: 117, y: 40)

    let shifted = try CoordinateTransform(
      from: CRSName(text("TOWGS84[10,20,30,0,0,0,0],")), to: .cgcs2000
    ).transform(given)

    // 30 m along the axis and 22 m across it, seen from the ground.
    #expect((10...50).contains(Self.metres(shifted, 117, 40)))
    #expect(throws: CoordinateTransformError.self) {
      try CoordinateTransform(from: .epsg(4610), to: .cgcs2000)
    }
  }

  @Test(arguments: published)
  func `a published point lies within the stated accuracy, the same in WGS 84 and CGCS2000`(
    point: (
      code: Int, x: Double, y: Double, longitude: Double, latitude: Double, metres: Double
    )
  ) throws {
    let given = Coordinate(x: point.x, y: point.y)
    let toChina = try CoordinateTransform(from: .epsg(point.code), to: .cgcs2000)
    let toWGS84 = try CoordinateTransform(from: .epsg(point.code), to: .wgs84)

    let position = try toChina.transform(given)

    #expect(Self.metres(position, point.longitude, point.latitude) < point.metres)
    #expect(try toWGS84.transform(given) == position)
    let accuracy = try #require(toChina.accuracy)
    #expect(accuracy > 0 && accuracy <= 10)
    let back = try CoordinateTransform(from: .cgcs2000, to: .epsg(point.code)).transform(position)
    #expect(abs(back.x - given.x) < 1e-2 && abs(back.y - given.y) < 1e-2)
  }

  /// From pyproj 3.7.2 (PROJ 9.5.1), by way of WGS 84.
  @Test(arguments: [
    (27700, 530_000.0, 180_000.0, -0.12835394047946935, 51.50399082763378),
    (2326, 836_000, 819_000, 114.17427333257244, 22.309972131398084),
    (4301, 139.7, 35.7, 139.69677095938636, 35.703234968378325),
    (28992, 155_000, 463_000, 5.3872035084137675, 52.15517230119224),
    (4214, 109, 38, 109.00044570236433, 38.00028863725532),
  ]) func `a store of CGCS2000 gets what PROJ gives for WGS 84`(
    code: Int, x: Double, y: Double, longitude: Double, latitude: Double
  ) throws {
    let position = try CoordinateTransform(from: .epsg(code), to: .cgcs2000)
      .transform(Coordinate(x: x, y: y))
    #expect(abs(position.x - longitude) < 1e-9 && abs(position.y - latitude) < 1e-9)
  }

  /// Beijing 54 and Xi'an 80 with zones of 3 and 6 degrees, New Beijing, Taiwan 1967, and an
  /// ellipsoid without a datum.
  static let unpublished = [
    "EPSG:4610", "EPSG:2364", "EPSG:2333", "EPSG:4555", "EPSG:3821", "+proj=longlat +ellps=krass",
  ]

  @Test(arguments: unpublished, [CRSName.wgs84, .cgcs2000, .epsg(4549)])
  func `a ballpark is refused, into whatever store`(name: String, target: CRSName) throws {
    let source = try CRSName(name)
    #expect {
      try CoordinateTransform(from: source, to: target)
    } throws: { error in
      if case .unknownAccuracy(_, _, hasOthers: false) = error as? CoordinateTransformError {
        true
      } else {
        false
      }
    }
    // Within the datum nothing is unknown.
    #expect(try CoordinateTransform(from: source, to: source).isIdentity)
  }

  @Test func `zones of one datum need no other`() throws {
    let transform = try CoordinateTransform(from: .epsg(2349), to: .epsg(4610))
    _ = try transform.transform(Coordinate(x: 25_500_000, y: 4_000_000))
    #expect(transform.accuracy == 0)
  }

  private static func square(_ x: Double, _ y: Double) throws -> DegreeArea? {
    try DegreeArea(Box(minX: x, minY: y, maxX: x + 0.1, maxY: y + 0.1), in: .cgcs2000)
  }

  @Test func `Beijing 54 is known in the Ordos basin, and refused in Beijing`() throws {
    let ordos = try CoordinateTransform(
      from: .epsg(4214), to: .cgcs2000, within: try Self.square(109, 38))
    let position = try ordos.transform(Coordinate(x: 109, y: 38))
    #expect(abs(position.x - 109.000445702) < 1e-8 && abs(position.y - 38.000288637) < 1e-8)
    #expect(ordos.accuracy == 1)

    #expect(
      throws: CoordinateTransformError.unknownAccuracy(
        from: .epsg(4214), to: .wgs84, hasOthers: true)
    ) {
      try CoordinateTransform(from: .epsg(4214), to: .cgcs2000, within: try Self.square(116, 39))
    }
    // Where nobody knows the area, each position has its own answer, and one elsewhere none.
    let anywhere = try CoordinateTransform(from: .epsg(4214), to: .cgcs2000)
    #expect(try anywhere.transform(Coordinate(x: 109, y: 38)) == position)
    #expect(throws: CoordinateTransformError.self) {
      try anywhere.transform(Coordinate(x: 116.4, y: 39.9))
    }
  }

  @Test func `all of an area goes by one operation, so that it is not torn`() throws {
    // Kyushu and the west of Honshu: PROJ's box of Korea ends at 131.01 E.
    let area = try DegreeArea(Box(minX: 130, minY: 33, maxX: 132, maxY: 34), in: .wgs84)
    let whole = try CoordinateTransform(from: .epsg(4301), to: .wgs84, within: area)
    let byPosition = try CoordinateTransform(from: .epsg(4301), to: .wgs84)
    func gap(_ transform: CoordinateTransform) throws -> Double {
      let west = try transform.transform(Coordinate(x: 131.0121, y: 33.5))
      let east = try transform.transform(Coordinate(x: 131.0131, y: 33.5))
      return Self.metres(west, east.x, east.y)
    }
    #expect(abs(try gap(whole) - 92.83) < 0.1)
    #expect(whole.accuracy == 9)
    // Without an area PROJ's most accurate for each position: a step of metres.
    #expect(abs(try gap(byPosition) - 92.83) > 1)
  }

  @Test func `parameters of the datum take the place of a publication`() throws {
    let shift = "+towgs84=15.8,-154.4,-82.3"
    let expected = Coordinate(x: 109.000402232, y: 38.000277622)
    for name in [
      "EPSG:4214 \(shift)", "+proj=longlat +ellps=krass \(shift)", "EPSG:4214 \(shift) +accuracy=2",
    ] {
      let transform = try CoordinateTransform(from: CRSName(name), to: .cgcs2000)
      let position = try transform.transform(Coordinate(x: 109, y: 38))
      #expect(abs(position.x - expected.x) < 1e-8 && abs(position.y - expected.y) < 1e-8)
      #expect(transform.accuracy == (name.contains("accuracy") ? 2 : nil))
    }
    let zone = try CoordinateTransform(from: CRSName("EPSG:2435 \(shift)"), to: .cgcs2000)
    let degrees = try CoordinateTransform(from: CRSName("EPSG:4214 \(shift)"), to: .cgcs2000)
    let inZone = try CoordinateTransform(from: .epsg(4214), to: .epsg(2435)).transform(
      Coordinate(x: 114.5, y: 38))
    let (a, b) = (
      try zone.transform(inZone), try degrees.transform(Coordinate(x: 114.5, y: 38))
    )
    #expect(abs(a.x - b.x) < 1e-9 && abs(a.y - b.y) < 1e-9)
    #expect(abs(a.x - 114.5) > 1e-4)
  }

  @Test func `a grid of shifts that is not there is named`() throws {
    let crs = try CRSName("EPSG:4214 +nadgrids=/nowhere/a.gsb")
    #expect(throws: CoordinateTransformError.noGrid("/nowhere/a.gsb", crs)) {
      try CoordinateTransform(from: crs, to: .cgcs2000)
    }
  }

  @Test func `what is accepted is taken as it is, all of an area alike`() throws {
    let beijing = try CRSName("EPSG:4610 +accuracy=120")
    let transform = try CoordinateTransform(from: beijing, to: .cgcs2000)
    let position = try transform.transform(Coordinate(x: 116.4, y: 39.9))
    #expect(abs(position.x - 116.4) < 1e-5 && abs(position.y - 39.9) < 1e-5)
    #expect(transform.accuracy == 120)

    // Half in the Ordos basin: not one half by 1 m and the other by a ballpark.
    let area = try DegreeArea(Box(minX: 109.9, minY: 38, maxX: 110.2, maxY: 38.1), in: .cgcs2000)
    let half = try CoordinateTransform(
      from: CRSName("EPSG:4214 +accuracy=80"), to: .cgcs2000, within: area)
    let inside = try half.transform(Coordinate(x: 109.95, y: 38.05))
    #expect(abs(inside.x - 109.95) < 1e-9 && half.accuracy == 80)
  }

  @Test(arguments: ["D_CGCS_2000", "CGCS2000", "China_2000", "D_China_2000", "2000国家大地坐标系"])
  func `CGCS2000 is known by the names that programs give it`(datum: String) throws {
    let text = """
      GEOGCS["GCS",DATUM["\(datum)",SPHEROID["CGCS2000",6378137.0,298.257222101]],\
      PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]
      """
    let transform = try CoordinateTransform(from: .wkt(text), to: .wgs84)
    let position = Coordinate(x: 116.4, y: 39.9)
    let image = try transform.transform(position)
    #expect(abs(image.x - position.x) < 1e-12 && abs(image.y - position.y) < 1e-12)
    #expect(transform.accuracy == 0)
  }

  @Test func `lengths and maps never want for a publication`() throws {
    let transform = try CoordinateTransform(approximatelyFrom: .epsg(4610), to: .wgs84)
    let place = try transform.transform(Coordinate(x: 116, y: 39))
    #expect(abs(place.x - 116) < 1e-3 && abs(place.y - 39) < 1e-3)
  }

  @Test func `two systems of other datums go through WGS 84`() throws {
    let transform = try CoordinateTransform(from: .epsg(28992), to: .epsg(25832))
    let position = try transform.transform(Coordinate(x: 155_000, y: 463_000))
    let degrees = try CoordinateTransform(from: .epsg(25832), to: .wgs84).transform(position)
    #expect(Self.metres(degrees, 5.38720621, 52.15517440) < 2)
    #expect(transform.accuracy == 2)
  }
}
