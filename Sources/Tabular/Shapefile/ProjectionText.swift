/// The reference system that a `.prj` file names.
package enum ProjectionText {
  /// `EPSG:n` where the text carries that code for the system as a whole and no shift of its own,
  /// else the text itself; nil where the file is blank.
  static func crs(_ bytes: UnsafeRawBufferPointer) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
      .split(whereSeparator: { $0 == "\u{FEFF}" || $0 == "\0" || $0.isNewline })
      .joined(separator: " ")
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    if hasShift(text) { return text }
    return authority(in: text).map { "EPSG:\($0)" } ?? text
  }

  /// Whether a definition says by itself how its datum comes to WGS 84.
  ///
  /// That is by parameters behind `TOWGS84` that are not all 0, or by a `BOUNDCRS`. A code has not what
  /// they say.
  static func hasShift(_ text: String) -> Bool {
    let key = String(text.filter { !$0.isWhitespace }.uppercased())
    if key.contains("BOUNDCRS[") { return true }
    return key.split(separator: "TOWGS84").dropFirst().contains { rest in
      let list = rest.dropFirst().prefix { $0 != "]" && $0 != ")" }
      return list.split(separator: ",").contains { Double($0) != 0 }
    }
  }

  /// The code in `AUTHORITY["EPSG","n"]` or `ID["EPSG",n]` one bracket deep: those
  /// further in are codes of the datum or the unit.
  private static func authority(in text: String) -> Int? {
    var depth = 0
    var isQuoted = false
    var word = ""
    for character in text {
      switch character {
      case "\"":
        isQuoted.toggle()
        if depth == 2 { word.append(character) }
      case "[" where !isQuoted, "(" where !isQuoted:
        depth += 1
        word = depth == 2 ? word + "[" : ""
      case "]" where !isQuoted, ")" where !isQuoted:
        if depth == 2, let code = epsgCode(in: word) { return code }
        depth -= 1
        word = ""
      case "," where !isQuoted && depth < 2: word = ""
      default: if !character.isWhitespace { word.append(character) }
      }
    }
    return nil
  }

  /// The code in `AUTHORITY["EPSG","n"` or `ID["EPSG",n`.
  private static func epsgCode(in word: String) -> Int? {
    let parts = word.uppercased().split { "[\",".contains($0) }
    guard parts.count >= 3, parts[0] == "AUTHORITY" || parts[0] == "ID", parts[1] == "EPSG" else {
      return nil
    }
    return Int(parts[2])
  }

  /// The text of a `.prj` in Esri's form for the systems in use in China: WGS 84 (4326), CGCS2000
  /// (4490) and its Gauss-Kruger zones of three degrees without zone prefix (4534…4554); nil for
  /// any other.
  package static func text(epsg: Int) -> String? {
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
