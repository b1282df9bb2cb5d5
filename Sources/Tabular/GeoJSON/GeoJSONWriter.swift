/// Writes a GeoJSON feature collection (RFC 7946), one feature a line.
///
/// Numbers keep their digits, dates are strings, an empty cell is `null`. The same rows give the
/// same bytes.
package final class GeoJSONWriter: TableWriter {
  private let file: FileWriter
  private let names: [String]
  private var count = 0

  /// Begins the file.
  ///
  /// - Parameters:
  ///   - names: the properties, one for each cell of a row.
  ///   - crs: the old `crs` member, `urn:ogc:def:crs:EPSG::4490` for example; nil for none, which
  ///     means WGS 84.
  /// - Throws: `TabularError` of kind `unwritable`.
  package init(path: String, names: [String], crs: String? = nil) throws {
    file = try FileWriter(path: path)
    self.names = names.map(JSONRow.quoted)
    try file.write("{\"type\":\"FeatureCollection\",".utf8)
    if let crs {
      try file.write(
        "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\(JSONRow.quoted(crs))}},".utf8)
    }
    try file.write("\"features\":[\n".utf8)
  }

  package func write(_ cells: [TableCell], geometry: [UInt8]?) throws {
    guard cells.count == names.count else {
      throw TabularError(
        .unsupported, path: file.path,
        message: "feature \(count + 1) has \(cells.count) cells for \(names.count) properties",
        messageChinese: "第 \(count + 1) 个要素有 \(cells.count) 个单元格,而属性有 \(names.count) 个")
    }
    let properties = zip(names, cells).map { "\($0):\(Self.value($1))" }.joined(separator: ",")
    let shape = try geometry.map { Self.text(try WKBGeometry($0, path: file.path)) } ?? "null"
    try file.write(count == 0 ? "".utf8 : ",\n".utf8)
    try file.write(
      "{\"type\":\"Feature\",\"properties\":{\(properties)},\"geometry\":\(shape)}".utf8)
    count += 1
  }

  /// Closes the collection and the file.
  package func finish() throws {
    try file.write("\n]}\n".utf8)
    try file.finish()
  }

  private static func value(_ cell: TableCell) -> String {
    switch cell {
    case .date(let text), .error(let text): JSONRow.quoted(text)
    default: JSONRow.text(cell)
    }
  }

  private static func text(_ geometry: WKBGeometry) -> String {
    let content: String =
      switch geometry.kind {
      case .point: geometry.positions.first.map(text) ?? "[]"
      case .lineString: text(geometry.positions)
      case .polygon: list(geometry.rings, text)
      case .collection: list(geometry.members, text)
      default: list(geometry.members, coordinates)
      }
    let name = Self.name(of: geometry.kind)
    let member = geometry.kind == .collection ? "geometries" : "coordinates"
    return "{\"type\":\"\(name)\",\"\(member)\":\(content)}"
  }

  private static func coordinates(_ member: WKBGeometry) -> String {
    switch member.kind {
    case .point: member.positions.first.map(text) ?? "[]"
    case .polygon: list(member.rings, text)
    default: text(member.positions)
    }
  }

  private static func name(of kind: WKBWriter.Kind) -> String {
    switch kind {
    case .point: "Point"
    case .lineString: "LineString"
    case .polygon: "Polygon"
    case .multiPoint: "MultiPoint"
    case .multiLineString: "MultiLineString"
    case .multiPolygon: "MultiPolygon"
    case .collection: "GeometryCollection"
    }
  }

  private static func text(_ positions: [WKBGeometry.Position]) -> String { list(positions, text) }

  private static func text(_ position: WKBGeometry.Position) -> String {
    "[\(position.x),\(position.y)]"
  }

  private static func list<Element>(_ items: [Element], _ text: (Element) -> String) -> String {
    "[" + items.map(text).joined(separator: ",") + "]"
  }
}
