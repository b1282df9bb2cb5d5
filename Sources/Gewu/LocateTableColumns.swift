import Tabular

/// Which columns of a table hold the position.
struct LocateTableColumns {
  /// The number of columns.
  let count: Int
  /// The position of the longitude or easting.
  let longitude: Int
  /// The position of the latitude or northing.
  let latitude: Int

  private static let longitudes = ["longitude", "lon", "lng", "long", "x", "经度"]
  private static let latitudes = ["latitude", "lat", "y", "纬度"]

  /// Finds the columns in a header.
  ///
  /// - Parameters:
  ///   - header: the bytes of the header record.
  ///   - name: what messages call the table.
  ///   - longitude: the column's name, exactly; nil for one of the usual names in any case.
  ///   - latitude: the same for the other column.
  /// - Throws: `TabularError`, `GewuError`.
  init(header: [UInt8], name: String, longitude: String?, latitude: String?) throws {
    let names = try Self.names(in: header, of: name)
    for added in ["grid_code", "grid_status"] where names.contains(added) {
      throw GewuError(
        .invalid, "\(name): there is a column \(added) already; leave it out of the table first")
    }
    count = names.count
    self.longitude = try Self.find(
      longitude, among: names, usual: Self.longitudes, option: "--lon", table: name)
    self.latitude = try Self.find(
      latitude, among: names, usual: Self.latitudes, option: "--lat", table: name)
  }

  private static func names(in header: [UInt8], of table: String) throws -> [String] {
    guard !header.isEmpty else {
      throw GewuError(.invalid, "\(table): the first line is empty; it must name the columns")
    }
    let text = try TextFile(file: FileBytes(path: table, copying: header))
    var reader = CSVReader(text)
    _ = reader.next()
    return reader.fields.map(\.string)
  }

  private static func find(
    _ wanted: String?, among names: [String], usual: [String], option: String, table: String
  ) throws -> Int {
    let hits =
      if let wanted {
        names.indices.filter { names[$0] == wanted }
      } else {
        names.indices.filter { usual.contains(names[$0].lowercased()) }
      }
    if hits.count == 1 { return hits[0] }
    let sought = wanted.map { "«\($0)»" } ?? "with a usual name (\(usual.joined(separator: ", ")))"
    let number = hits.isEmpty ? "no column" : "\(hits.count) columns"
    throw GewuError(
      .invalid,
      "\(table): \(number) \(sought); name one with \(option): " + names.joined(separator: ", "))
  }

  /// The number in a field, exactly rounded; nil where it holds anything else.
  ///
  /// Up to 15 digits with a decimal exponent up to 22 are computed exactly in one
  /// operation (W. D. Clinger, How to Read Floating Point Numbers Accurately,
  /// PLDI 1990, DOI 10.1145/93542.93557); the rest is left to the standard library.
  static func number(_ field: TableField) -> Double? {
    let bytes = field.bytes
    var at = 0
    var end = bytes.count
    while at < end, bytes[at] == UInt8(ascii: " ") { at += 1 }
    while end > at, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    let start = at
    let isNegative = at < end && bytes[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    var mantissa: UInt64 = 0
    var digits = 0
    var fraction = 0
    var hasPoint = false
    while at < end {
      let byte = bytes[at]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        mantissa = mantissa &* 10 &+ UInt64(byte &- UInt8(ascii: "0"))
        digits += 1
        if hasPoint { fraction += 1 }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      at += 1
    }
    guard at == end, digits > 0, digits <= 15 else {
      return Double(String(decoding: bytes[start..<end], as: UTF8.self))
    }
    let value = Double(mantissa) / powersOfTen[fraction]
    return isNegative ? -value : value
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
