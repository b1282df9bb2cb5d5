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
/// let table = try GeoJSONReader.read(FileBytes.array(at: path), file: path)
/// ```
package enum GeoJSONReader {
  /// The features in `bytes`; `file` is only for messages.
  ///
  /// GeoJSON is UTF-8; `encoding` names another one for files that break that rule.
  /// Throws `TabularError` with the line and byte of what is wrong.
  package static func read(
    _ bytes: [UInt8], file: String, encoding: String? = nil
  ) throws -> FeatureTable {
    let bytes = try encoding.map { try converted(bytes, from: $0, file: file) } ?? bytes
    try bytes.withUnsafeBytes { try requireUtf8($0, file: file) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return try bytes.withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(buffer, file: file, offset: start)
      var builder = GeoJSONBuilder()
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

  private static func root(_ scanner: inout JSONScanner, _ builder: inout GeoJSONBuilder) throws {
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
    case .some(let type) where GeoJSONGeometry.types.contains(type):
      builder.isSequence = true
      builder.append(properties: [], geometry: try GeoJSONGeometry.read(&scanner))
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

  private static func collection(
    _ scanner: inout JSONScanner, _ builder: inout GeoJSONBuilder
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
    _ scanner: inout JSONScanner, _ builder: inout GeoJSONBuilder
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
          geometry = try GeoJSONGeometry.read(&scanner)
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
}
