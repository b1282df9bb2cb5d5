import Testing

@testable import Geometry

@Suite struct CRSNameTests {
  @Test(arguments: [
    ("EPSG:4326", CRSName.wgs84), ("epsg:2263", .epsg(2263)), (" wgs84 ", .wgs84),
    ("CGCS2000", .cgcs2000), ("gcj02", .gcj02), ("GCJ-02", .gcj02), ("BD09", .bd09),
    ("urn:ogc:def:crs:EPSG::4490", .cgcs2000), ("urn:ogc:def:crs:EPSG:9.8:2263", .epsg(2263)),
    ("urn:ogc:def:crs:OGC:1.3:CRS84", .wgs84),
    ("http://www.opengis.net/def/crs/EPSG/0/4490", .cgcs2000),
    ("GEOGCS[\"x\",…]", .wkt("GEOGCS[\"x\",…]")),
  ]) func `names are read in any case and form`(name: String, crs: CRSName) throws {
    #expect(try CRSName(name) == crs)
  }

  @Test(arguments: ["", "4326", "EPSG:", "EPSG:x", "EPSG:-4", "EPSG:99999999999999999999", "utm"])
  func `other names are refused`(name: String) {
    #expect(throws: GeometryError.unknownCRS(name)) { try CRSName(name) }
  }

  @Test(arguments: NamedCRS.all)
  func `every name of the list is read, and leads to its base and back`(named: NamedCRS) throws {
    for name in [named.name, named.name.uppercased()] + named.aliases {
      #expect(try CRSName(name) == named.crs)
    }
    let place = Coordinate(longitude: 120.25, latitude: 30.5)
    let back = named.toBase(named.fromBase(place))
    #expect(abs(back.x - place.x) < 1e-9 && abs(back.y - place.y) < 1e-9)
  }

  @Test func `a name reads back from its description`() throws {
    for crs in [CRSName.wgs84, .epsg(2263), .gcj02, .bd09] {
      #expect(try CRSName(crs.description) == crs)
    }
  }
}
