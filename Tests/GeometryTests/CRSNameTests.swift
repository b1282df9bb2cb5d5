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

  @Test(arguments: [
    (
      "EPSG:4214 +towgs84=15.8,-154.4,-82.3",
      CRSName.adjusted(.epsg(4214), DatumAdjustment(shift: .parameters([15.8, -154.4, -82.3])))
    ),
    // A query of HTTP has lost its plus signs.
    (
      "epsg:2435  towgs84=1,2,3,0.1,0.2,0.3,4 accuracy=2.5",
      .adjusted(
        .epsg(2435),
        DatumAdjustment(shift: .parameters([1, 2, 3, 0.1, 0.2, 0.3, 4]), accuracy: 2.5))
    ),
    (
      "EPSG:4610 +nadgrids=/a/b.gsb",
      .adjusted(.epsg(4610), DatumAdjustment(shift: .grid("/a/b.gsb")))
    ),
    ("EPSG:4610+accuracy=100", .adjusted(.epsg(4610), DatumAdjustment(accuracy: 100))),
    ("EPSG:4610 +accuracy=100", .adjusted(.epsg(4610), DatumAdjustment(accuracy: 100))),
    ("gcj02 +accuracy=3", .adjusted(.gcj02, DatumAdjustment(accuracy: 3))),
    (
      "GEOGCS[\"x\", …] +accuracy=9",
      .adjusted(.wkt("GEOGCS[\"x\", …]"), DatumAdjustment(accuracy: 9))
    ),
    (
      "proj=longlat  ellps=krass towgs84=1,2,3",
      .proj("+proj=longlat +ellps=krass +towgs84=1,2,3")
    ),
    (
      "+proj=longlat +ellps=krass +accuracy=80",
      .adjusted(.proj("+proj=longlat +ellps=krass"), DatumAdjustment(accuracy: 80))
    ),
  ]) func `what is known of a datum stands behind the name, and reads back`(
    name: String, crs: CRSName
  ) throws {
    #expect(try CRSName(name) == crs)
    #expect(try CRSName(crs.description) == crs)
  }

  @Test(arguments: [
    "EPSG:4214 +towgs84=1,2", "EPSG:4214 +towgs84=1,2,x", "EPSG:4214 +towgs84=1,2,3 +nadgrids=a",
    "EPSG:4214 +accuracy=0", "EPSG:4214 +accuracy=inf", "EPSG:4214 +accuracy=20000",
    "EPSG:4214 +accuracy=1 +accuracy=2", "gcj02 +towgs84=1,2,3", "+accuracy=5",
    "+proj=pipeline +step +proj=noop", "EPSG:4214 towgs", "proj=longlat init=epsg:4214",
  ]) func `what is not well formed is refused with all that was given`(name: String) {
    #expect(throws: GeometryError.unknownCRS(name)) { try CRSName(name) }
  }

  @Test(arguments: [
    ("EPSG:4610 +nadgrids=a.gsb", true), ("+proj=longlat +ellps=krass +nadgrids=@a.gsb", true),
    ("PROJCS[\"x\",EXTENSION[\"PROJ4_GRIDS\",\"a\"]]", true), ("EPSG:4610 +towgs84=1,2,3", false),
    ("+proj=longlat +ellps=krass", false), ("PROJCS[\"British National Grid\"]", false),
  ]) func `a name that would open a file is known as such`(name: String, isFile: Bool) throws {
    #expect(try CRSName(name).namesFile == isFile)
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
