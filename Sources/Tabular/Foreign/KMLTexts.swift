import Files

/// Copies of KML in which all fields are declared as texts, so that `007` is not read as 7.
enum KMLTexts {
  /// Writes such a copy of a file into a folder.
  ///
  /// - Parameter file: a text, or an archive with one text in it.
  /// - Returns: the path of the copy; nil where none can be made.
  static func copy(_ file: FileBytes, _ format: ForeignFormat, into folder: String) -> String? {
    // GDAL takes the name of a layer from that of the file where the text has none.
    let name = file.path.split(separator: "/").last.map(String.init) ?? "doc.kml"
    if format == .kml { return write(file.bytes, to: "\(folder)/\(name)") }
    guard let archive = try? ZipArchive(file) else { return nil }
    let texts = KMLSurvey.texts(in: archive)
    guard let only = texts.first, texts.count == 1, only.size <= largest,
      let content = try? archive.content(of: only)
    else { return nil }
    return content.withUnsafeBytes { write($0, to: "\(folder)/doc.kml") }
  }

  /// The largest text of an archive that is unpacked in memory, in bytes.
  private static let largest = 256 << 20

  private static func write(_ bytes: UnsafeRawBufferPointer, to path: String) -> String? {
    do {
      let file = try FileWriter(path: path, sparing: .none)
      var written = 0
      for type in types(in: bytes) {
        try file.write(UnsafeRawBufferPointer(rebasing: bytes[written..<type.lowerBound]))
        try file.write("string".utf8)
        written = type.upperBound
      }
      try file.write(UnsafeRawBufferPointer(rebasing: bytes[written...]))
      try file.finish()
      return path
    } catch {
      return nil
    }
  }

  /// Where the types of fields are: the value of `type` in each `<SimpleField …>`.
  private static func types(in bytes: UnsafeRawBufferPointer) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let word = Array("SimpleField".utf8)
    var at = 0
    while let tag = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      let end = bytes[tag...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
      at = tag + 1
      // The name of the element, without prefix.
      let name = bytes[at..<end].prefix { !isBlank($0) && $0 != UInt8(ascii: "/") }
      guard name.suffix(word.count).elementsEqual(word),
        name.count == word.count || name[name.endIndex - word.count - 1] == UInt8(ascii: ":")
      else { continue }
      if let type = attribute("type", in: bytes, name.endIndex..<end) { found.append(type) }
      at = end
    }
    return found
  }

  /// The value of an attribute in a tag.
  private static func attribute(
    _ wanted: String, in bytes: UnsafeRawBufferPointer, _ tag: Range<Int>
  ) -> Range<Int>? {
    var at = tag.lowerBound
    while let equals = bytes[at..<tag.upperBound].firstIndex(of: UInt8(ascii: "=")) {
      let name = bytes[at..<equals].split(whereSeparator: isBlank).last ?? bytes[at..<at]
      guard let quote = bytes[(equals + 1)..<tag.upperBound].firstIndex(where: { !isBlank($0) }),
        let end = bytes[(quote + 1)..<tag.upperBound].firstIndex(of: bytes[quote])
      else { return nil }
      if name.elementsEqual(wanted.utf8) { return quote + 1..<end }
      at = end + 1
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
