/// A format of features that GDAL reads for us.
package enum ForeignFormat: String, Hashable, Sendable, CaseIterable {
  /// Keyhole Markup Language (OGC 12-007), plain or in a ZIP archive: Google Earth, phones.
  case kml, kmz
  /// Geography Markup Language (ISO 19136).
  case gml
  /// MapInfo, in its own form and in the one for exchange.
  case mapInfoTable, mapInfoInterchange
  /// Drawings of AutoCAD for exchange.
  case dxf
  case flatGeobuf
  /// A folder of Esri's, or the same in a ZIP archive.
  case fileGeodatabase
  case topoJSON

  /// The format that a text, without blanks before it, shows by its beginning.
  static func sniff(text: ArraySlice<UInt8>) -> ForeignFormat? {
    // Nearly all texts are tables, and are known by their first byte to be none of these.
    guard let first = text.first, "!vV<09 \t".utf8.contains(first) else { return nil }
    let head = String(decoding: text.prefix(4096), as: UTF8.self).lowercased()
      // Both are one character where they stand together.
      .replacing("\r\n", with: "\n")
    if head.hasPrefix("!table") { return .mapInfoTable }
    if head.hasPrefix("version "), head.contains("\ncolumns ") || head.contains("\rcolumns ") {
      return .mapInfoInterchange
    }
    let lines = head.split(omittingEmptySubsequences: true) { $0.isNewline }.prefix(8)
      .map { $0.trimmingBlanks() }
    // A drawing is pairs of a number and a value; comments have the number 999.
    let pairs = lines.indices.dropLast().filter { $0.isMultiple(of: 2) && lines[$0] != "999" }
    if let first = pairs.first, lines[first] == "0", lines[first + 1] == "section" { return .dxf }
    guard head.hasPrefix("<") else { return nil }
    if head.contains("<kml") || head.contains(":kml ") { return .kml }
    return head.contains("opengis.net/gml") ? .gml : nil
  }

  /// The format that the first bytes of a file show, which are no text.
  static func sniff(binary bytes: UnsafeRawBufferPointer) -> ForeignFormat? {
    if bytes.starts(with: "fgb\u{3}fgb".utf8) { return .flatGeobuf }
    return bytes.starts(with: "AutoCAD Binary DXF\r\n".utf8) ? .dxf : nil
  }

  /// The endings of the files that belong to one of this format.
  var companions: [String] {
    switch self {
    case .mapInfoTable: ["dat", "map", "id", "ind"]
    case .mapInfoInterchange: ["mid"]
    case .kml, .kmz, .gml, .dxf, .flatGeobuf, .fileGeodatabase, .topoJSON: []
    }
  }
}

extension Substring {
  fileprivate func trimmingBlanks() -> Substring {
    drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }
  }
}
