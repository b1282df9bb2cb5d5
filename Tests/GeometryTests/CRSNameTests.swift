import Geometry
import Testing

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
  func `other names are refused with those that are taken`(name: String) {
    let error = #expect(throws: GeometryError.unknownCRS(name)) { try CRSName(name) }
    #expect(
      error?.description
        == "'\(name)' is no coordinate reference system known here. "
        + "Give EPSG:n (for example EPSG:4490), wgs84, cgcs2000, gcj02 or bd09.")
  }

  @Test func `a name reads back from its description`() throws {
    for crs in [CRSName.wgs84, .epsg(2263), .gcj02, .bd09] {
      #expect(try CRSName(crs.description) == crs)
    }
  }
}
