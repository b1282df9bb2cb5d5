/// The reference system that a `.prj` file names.
enum ProjectionText {
  /// `EPSG:n` where the text carries that code for the system as a whole, else the
  /// text itself; nil where the file is blank.
  static func crs(_ bytes: UnsafeRawBufferPointer) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
      .split(whereSeparator: { $0 == "\u{FEFF}" || $0 == "\0" || $0.isNewline })
      .joined(separator: " ")
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    return authority(in: text).map { "EPSG:\($0)" } ?? text
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
}
