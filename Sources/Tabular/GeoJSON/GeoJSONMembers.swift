/// The members of GeoJSON objects that are looked at by themselves.
enum GeoJSONMembers {
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
      throw scanner.failure(.namelessCRS, at: start)
    }
    return normalized(name)
  }

  /// Whether two names are of the same system.
  static func isSame(_ a: String, _ b: String) -> Bool {
    let wgs84 = ["CRS84", "EPSG:4326"]
    return a == b || wgs84.contains(a) && wgs84.contains(b)
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
}
