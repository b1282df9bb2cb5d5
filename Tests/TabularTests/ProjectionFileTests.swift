import Tabular
import Testing

/// What a `.prj` names.
@Suite struct `Reference systems of Shapefiles` {
  typealias Make = SyntheticShapefile

  private func crs(_ text: String) throws -> String? {
    let parts = ShapefileParts(
      shp: Make.shp([]), dbf: Make.dbf([.init(name: Array("c".utf8))], []), prj: Array(text.utf8))
    return try ShapefileTable(parts, file: "a.shp").crs
  }

  private static func text(_ shift: String) -> String {
    #"GEOGCS["Xian 1980",DATUM["Xian_1980",SPHEROID["IAG 1975",6378140,298.257]"# + shift
      + #",AUTHORITY["EPSG","6610"]],AUTHORITY["EPSG","4610"]]"#
  }

  // proj4js/wkt-parser#5, r-spatial/sf#848
  @Test(arguments: [
    ",TOWGS84[10,20,30,0,0,0,0]", ", TOWGS84 [ 10, 20, 30 ]", ",towgs84[0,0,0,0,0,0,-1.5e-2]",
  ])
  func `parameters to WGS 84 are not given up for a code`(shift: String) throws {
    #expect(try crs(Self.text(shift)) == Self.text(shift))
  }

  @Test(arguments: ["", ",TOWGS84[0,0,0,0,0,0,0]", ",TOWGS84[0.0,0.0,-0]"])
  func `a code is taken where there are no parameters, or nothing but zeros`(
    shift: String
  ) throws {
    #expect(try crs(Self.text(shift)) == "EPSG:4610")
  }
}
