extension GeoJSONReader {
  /// The `type` of the object that comes next, which may follow its content.
  static func kind(of scanner: inout JSONScanner) throws -> String? {
    // Writers put it first; then the content need not be walked twice.
    var early = scanner
    if early.take(0x7B), early.peek() == 0x22, try early.string() == "type", early.take(0x3A),
      early.peek() == 0x22
    {
      return try early.string()
    }
    var type: String?
    try scanner.object { scanner, key in
      if key == "type", scanner.peek() == 0x22 {
        type = try scanner.string()
      } else {
        try scanner.skipValue()
      }
    }
    return type
  }

  /// The name in a `crs` member of GeoJSON 2008; nil for null.
  static func crs(_ scanner: inout JSONScanner) throws -> String? {
    let start = scanner.offset
    if scanner.peek() == 0x6E {
      try scanner.literal("null")
      return nil
    }
    var name: String?
    try scanner.object { scanner, key in
      guard key == "properties", scanner.peek() == 0x7B else { return try scanner.skipValue() }
      try scanner.object { scanner, key in
        switch key {
        case "name", "href": name = try scanner.valueText()
        case "code": name = try scanner.valueText().map { "EPSG:\($0)" }
        default: try scanner.skipValue()
        }
      }
    }
    guard let name else {
      throw scanner.failure(at: start, "the crs has no name", chinese: "crs 没有名称")
    }
    return normalized(name)
  }

  /// `EPSG:n` for the forms of a URN, `CRS84` for longitude-first WGS 84.
  private static func normalized(_ name: String) -> String {
    let upper = name.uppercased()
    if upper.hasSuffix("CRS84") { return "CRS84" }
    let parts = upper.split { $0 == ":" || $0 == "/" }
    if parts.contains("EPSG"), let code = parts.last, code.allSatisfy(\.isNumber) {
      return "EPSG:\(code)"
    }
    return name
  }

  static func converted(
    _ bytes: [UInt8], from encoding: String, file: String
  ) throws -> [UInt8] {
    let name = DBFEncoding.name(for: encoding)
    guard name != "UTF-8" else { return bytes }
    guard let converter = DBFText(name) else {
      throw TabularError(
        .encoding, path: file,
        message: "no encoding is called '\(encoding)'; use for example UTF-8 or GB18030",
        messageChinese: "没有名为“\(encoding)”的编码，可用 UTF-8、GB18030 等")
    }
    guard case .whole(let text) = converter.decode(bytes[...]) else {
      throw TabularError(
        .encoding, path: file,
        message: "the text is not \(name) throughout; name the right encoding",
        messageChinese: "文本并非全为 \(name) 编码，请指明正确的编码")
    }
    return Array(text.utf8)
  }

  static func requireUtf8(_ bytes: UnsafeRawBufferPointer, file: String) throws {
    if let offset = UTF8Validation.firstInvalidOffset(in: bytes) {
      let line = 1 + bytes[..<offset].count { $0 == 0x0A }
      throw TabularError(
        .encoding, path: file,
        message: "line \(line), byte \(offset): not UTF-8, which GeoJSON must be; "
          + "convert the file, or name its encoding (for example GB18030)",
        messageChinese: "第 \(line) 行，第 \(offset) 字节：不是 UTF-8 编码；请转换文件，或指明其编码（如 GB18030）")
    }
  }
}
