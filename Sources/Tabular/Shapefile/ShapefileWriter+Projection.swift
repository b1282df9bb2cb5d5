extension ShapefileWriter {
  /// The text of a `.prj` in Esri's form for the systems in use in China: WGS 84 (4326), CGCS2000
  /// (4490) and its Gauss-Kruger zones of three degrees without zone prefix (4534…4554); nil for
  /// any other.
  public static func projection(epsg: Int) -> String? {
    let unit = #"PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]"#
    let cgcs2000 =
      #"GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000","#
      + #"SPHEROID["CGCS2000",6378137.0,298.257222101]],"# + unit
    switch epsg {
    case 4326:
      return #"GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984","#
        + #"SPHEROID["WGS_1984",6378137.0,298.257223563]],"# + unit
    case 4490: return cgcs2000
    case 4534...4554:
      let meridian = 75 + 3 * (epsg - 4534)
      return "PROJCS[\"CGCS2000_3_Degree_GK_CM_\(meridian)E\",\(cgcs2000),"
        + #"PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],"#
        + #"PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian","# + "\(meridian).0],"
        + #"PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]"#
    default: return nil
    }
  }
}
