/// Reads GeoJSON (RFC 7946): a collection of features, one feature, or one a line.
///
/// Properties become text: texts as they are, numbers and nested values exactly as
/// the file writes them, `null` as nil. Coordinates are rounded to the nearest
/// double; those after the second are dropped. A feature's `id` becomes the field `id`,
/// unless there is a property of that name. The old `crs` member is read. Rings
/// must close and have four positions. A duplicate property is refused, for one of
/// the two values would be lost.
///
/// ```swift
/// let table = try GeoJsonReader.read(FileBytes.array(at: path), file: path)
/// ```
public enum GeoJsonReader {
  /// The features in `bytes`; `file` is only for messages.
  ///
  /// GeoJSON is UTF-8; `encoding` names another one for files that break that rule.
  /// Throws `TabularError` with the line and byte of what is wrong.
  public static func read(
    _ bytes: [UInt8], file: String, encoding: String? = nil
  ) throws -> FeatureTable {
    let bytes = try encoding.map { try converted(bytes, from: $0, file: file) } ?? bytes
    try requireUtf8(bytes, file: file)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return try bytes.withUnsafeBufferPointer { buffer in
      var scanner = JsonScanner(buffer, file: file, offset: start)
      var builder = GeoJsonBuilder()
      var count = 0
      // RFC 8142 puts a record separator before every feature of a sequence.
      while scanner.offset < buffer.count {
        while scanner.take(0x1E) {}
        guard scanner.peek() != nil else { break }
        guard count == 0 || builder.isSequence else {
          throw scanner.failure("more text after the end of the data", chinese: "数据结束后还有内容")
        }
        try root(&scanner, &builder)
        count += 1
      }
      guard count > 0 else {
        throw TabularError(
          .empty, path: file, message: "the file holds white space only; export it again",
          messageChinese: "文件只有空白，请重新导出")
      }
      return builder.table
    }
  }

  private static func root(_ scanner: inout JsonScanner, _ builder: inout GeoJsonBuilder) throws {
    let start = scanner.offset
    guard scanner.peek() == 0x7B else {
      throw scanner.unexpected("a GeoJSON object", chinese: "GeoJSON 对象")
    }
    let type = try kind(of: &scanner)
    scanner.offset = start
    switch type {
    case "FeatureCollection":
      builder.isSequence = false
      try collection(&scanner, &builder)
    case "Feature":
      builder.isSequence = true
      try feature(&scanner, &builder)
    case .some(let type) where GeoJsonGeometry.types.contains(type):
      builder.isSequence = true
      builder.append(properties: [], geometry: try GeoJsonGeometry.read(&scanner))
    case .some(let type):
      throw scanner.failure(
        .unsupported, at: start, "the data is of type '\(type)', which is not GeoJSON",
        chinese: "数据类型为“\(type)”，不是 GeoJSON")
    case nil:
      throw scanner.failure(
        .unsupported, at: start, "an object without a type is not GeoJSON",
        chinese: "对象没有 type，不是 GeoJSON")
    }
  }

  /// The `type` of the object that comes next, which may follow its content.
  private static func kind(of scanner: inout JsonScanner) throws -> String? {
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

  private static func collection(
    _ scanner: inout JsonScanner, _ builder: inout GeoJsonBuilder
  ) throws {
    let start = scanner.offset
    var hasFeatures = false
    try scanner.object { scanner, key in
      switch key {
      case "features":
        hasFeatures = true
        try scanner.array { try feature(&$0, &builder) }
      case "crs": builder.crs = try crs(&scanner)
      default: try scanner.skipValue()
      }
    }
    guard hasFeatures else {
      throw scanner.failure(
        at: start, "the collection has no member 'features'", chinese: "集合缺少 features")
    }
  }

  private static func feature(
    _ scanner: inout JsonScanner, _ builder: inout GeoJsonBuilder
  ) throws {
    _ = scanner.peek()
    let start = scanner.offset
    var type: String?
    var properties: [(String, String?)] = []
    var geometry: [UInt8]?
    var id: String?
    try scanner.object { scanner, key in
      switch key {
      case "type": type = try scanner.valueText()
      case "id": id = try scanner.valueText()
      case "properties":
        if scanner.peek() == 0x6E {
          try scanner.literal("null")
        } else {
          try scanner.object { properties.append(($1, try $0.valueText())) }
        }
      case "geometry":
        if scanner.peek() == 0x6E {
          try scanner.literal("null")
        } else {
          geometry = try GeoJsonGeometry.read(&scanner)
        }
      case "crs": builder.crs = try crs(&scanner)
      default: try scanner.skipValue()
      }
    }
    guard type == "Feature" else {
      throw scanner.failure(
        at: start, "an object of type '\(type ?? "none")' where a Feature is needed",
        chinese: "此处应为 Feature，却是“\(type ?? "无类型")”")
    }
    if let id, !properties.contains(where: { $0.0 == "id" }) { properties.append(("id", id)) }
    if let name = builder.append(properties: properties, geometry: geometry) {
      throw scanner.failure(
        at: start, "the property '\(name)' is given twice", chinese: "属性“\(name)”重复出现")
    }
  }

  /// The name in a `crs` member of GeoJSON 2008; nil for null.
  private static func crs(_ scanner: inout JsonScanner) throws -> String? {
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

  private static func converted(
    _ bytes: [UInt8], from encoding: String, file: String
  ) throws -> [UInt8] {
    let name = DbfEncoding.name(for: encoding)
    guard name != "UTF-8" else { return bytes }
    guard let converter = DbfText(name) else {
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

  private static func requireUtf8(_ bytes: [UInt8], file: String) throws {
    if let offset = bytes.withUnsafeBytes(UTF8Validation.firstInvalidOffset(in:)) {
      let line = 1 + bytes[..<offset].count { $0 == 0x0A }
      throw TabularError(
        .encoding, path: file,
        message: "line \(line), byte \(offset): not UTF-8, which GeoJSON must be; "
          + "convert the file, or name its encoding (for example GB18030)",
        messageChinese: "第 \(line) 行，第 \(offset) 字节：不是 UTF-8 编码；请转换文件，或指明其编码（如 GB18030）")
    }
  }
}
