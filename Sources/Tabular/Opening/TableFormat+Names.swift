extension TableFormat {
  /// A column's name as the format keeps it: a Shapefile cuts names at ten bytes of its encoding,
  /// and leaves half a character at the end out.
  package func shortened(_ name: String, encodingName: String) -> String {
    guard self == .shapefile, let bytes = DBFText("UTF-8", to: encodingName)?.bytes(of: name),
      let back = DBFText(encodingName)
    else { return name }
    switch back.decode(bytes.prefix(10)) {
    case .whole(let text), .cut(let text): return text
    case .invalid: return name
    }
  }
}
