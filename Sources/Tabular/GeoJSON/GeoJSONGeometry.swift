/// A GeoJSON geometry turned into well-known binary while it is read.
enum GeoJSONGeometry {
  static let types: Set<String> = [
    "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon",
    "GeometryCollection",
  ]

  static func read(_ scanner: inout JSONScanner) throws -> [UInt8] {
    var writer = WKBWriter()
    try geometry(&scanner, &writer)
    return writer.bytes
  }

  /// Whether a geometry has no position at all, as `"coordinates": []`; RFC 7946, section 3.1, lets it
  /// be taken for none.
  static func isEmpty(_ scanner: JSONScanner, in text: UnsafeRawBufferPointer) -> Bool {
    var scanner = scanner
    var isEmpty = false
    let marks: Set<UInt8> = [0x5B, 0x5D, 0x2C, 0x20, 0x09, 0x0A, 0x0D]
    try? scanner.object { scanner, key in
      guard key == "coordinates" || key == "geometries", scanner.peek() == 0x5B else {
        return try scanner.skipValue()
      }
      let start = scanner.offset
      try scanner.skipValue()
      isEmpty = text[start..<scanner.offset].allSatisfy(marks.contains)
    }
    return isEmpty
  }

  private static func geometry(_ scanner: inout JSONScanner, _ writer: inout WKBWriter) throws {
    _ = scanner.peek()
    let start = scanner.offset
    var type: String?
    var content: Int?
    var isWritten = false
    try scanner.object { scanner, key in
      switch key {
      case "type": type = try scanner.valueText()
      case "coordinates", "geometries":
        _ = scanner.peek()
        content = scanner.offset
        if let type {
          try write(type, &scanner, &writer, at: start)
          isWritten = true
        } else {
          try scanner.skipValue()
        }
      default: try scanner.skipValue()
      }
    }
    guard let type, let content else {
      throw scanner.failure(.incompleteGeometry, at: start)
    }
    // Some writers put the coordinates before the type.
    if !isWritten {
      let end = scanner.offset
      scanner.offset = content
      try write(type, &scanner, &writer, at: start)
      scanner.offset = end
    }
  }

  private static func write(
    _ type: String, _ scanner: inout JSONScanner, _ writer: inout WKBWriter, at start: Int
  ) throws {
    switch type {
    case "Point":
      writer.begin(.point)
      try position(&scanner, &writer)
    case "LineString":
      writer.begin(.lineString)
      try list(&scanner, &writer, position)
    case "Polygon": try polygon(&scanner, &writer)
    case "MultiPoint":
      writer.begin(.multiPoint)
      try list(&scanner, &writer) { scanner, writer in
        writer.begin(.point)
        try position(&scanner, &writer)
      }
    case "MultiLineString":
      writer.begin(.multiLineString)
      try list(&scanner, &writer) { scanner, writer in
        writer.begin(.lineString)
        try list(&scanner, &writer, position)
      }
    case "MultiPolygon":
      writer.begin(.multiPolygon)
      try list(&scanner, &writer, polygon)
    case "GeometryCollection":
      writer.begin(.collection)
      try list(&scanner, &writer, geometry)
    default:
      throw scanner.failure(.noSuchGeometry(type: type), at: start)
    }
  }

  private static func polygon(_ scanner: inout JSONScanner, _ writer: inout WKBWriter) throws {
    writer.begin(.polygon)
    try list(&scanner, &writer, ring)
  }

  private static func ring(_ scanner: inout JSONScanner, _ writer: inout WKBWriter) throws {
    _ = scanner.peek()
    let start = scanner.offset
    let first = writer.bytes.count + 4
    try list(&scanner, &writer, position)
    let end = writer.bytes.count
    guard end - first >= 64 else {
      throw scanner.failure(.shortRing(positions: (end - first) / 16), at: start)
    }
    guard writer.bytes[first..<first + 16] == writer.bytes[(end - 16)...] else {
      throw scanner.failure(.openRing, at: start)
    }
  }

  private static func list(
    _ scanner: inout JSONScanner, _ writer: inout WKBWriter,
    _ element: (inout JSONScanner, inout WKBWriter) throws -> Void
  ) throws {
    let place = writer.reserveCount()
    var count = 0
    try scanner.array { scanner in
      try element(&scanner, &writer)
      count += 1
    }
    writer.setCount(count, at: place)
  }

  private static func position(_ scanner: inout JSONScanner, _ writer: inout WKBWriter) throws {
    try scanner.expect(0x5B, .position)
    let x = try scanner.number()
    try scanner.expect(0x2C, .secondCoordinate)
    let y = try scanner.number()
    while scanner.take(0x2C) { _ = try scanner.number() }
    try scanner.expect(0x5D, .commaOrBracket)
    writer.position(x, y)
    guard writer.bytes.count <= WKBWriter.largest else {
      throw scanner.failure(.largeGeometry(limit: WKBWriter.largest))
    }
  }
}
