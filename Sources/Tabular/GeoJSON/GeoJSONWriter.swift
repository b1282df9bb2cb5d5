package import Files
import Geometry

/// Writes a GeoJSON feature collection (RFC 7946), one feature a line.
///
/// Numbers keep their digits, dates are strings, an empty cell is `null`. The same rows give the
/// same bytes.
package final class GeoJSONWriter: TableWriter {
  private let file: FileWriter
  private let names: [[UInt8]]
  private var text: GeoJSONText
  private var count = 0

  /// Begins the file.
  ///
  /// - Parameters:
  ///   - names: the properties, one for each cell of a row.
  ///   - crs: the old `crs` member, `urn:ogc:def:crs:EPSG::4490` for example; nil for none, which
  ///     means WGS 84.
  /// - Throws: `OutputError`.
  package convenience init(path: String, names: [String], crs: String? = nil) throws {
    self.init(try FileWriter(path: path, sparing: .none), names, crs)
  }

  /// Begins the content of a file in the making, which somebody else publishes.
  package convenience init(_ draft: FileDraft, names: [String], crs: String? = nil) {
    self.init(FileWriter(draft), names, crs)
  }

  private init(_ file: FileWriter, _ names: [String], _ crs: String?) {
    self.file = file
    self.names = names.map { Array(JSONRow.quoted($0).utf8) }
    let member = crs.map {
      (
        name: "crs",
        json: Array(#"{"type":"name","properties":{"name":\#(JSONRow.quoted($0))}}"#.utf8)
      )
    }
    text = GeoJSONText(.exact, members: member.map { [$0] } ?? [])
  }

  package func write(_ cells: [TableCell], geometry: [UInt8]?) throws {
    guard cells.count == names.count else {
      throw TabularError(
        .unsupported, path: file.path,
        .geoJSON(
          .cellCount(feature: count + 1, cells: cells.count, properties: names.count), at: nil))
    }
    let shape = try geometry.map { try WKBGeometry($0, path: file.path) }
    text.append(id: nil, properties: properties(cells)) { bytes in
      if let shape { Self.append(shape, to: &bytes) } else { bytes += "null".utf8 }
    }
    count += 1
    try file.write(text.take())
  }

  /// Closes the collection and the file.
  package func finish() throws {
    try file.write(text.finish())
    try file.finish()
  }

  private func properties(_ cells: [TableCell]) -> [UInt8] {
    var bytes = [UInt8(ascii: "{")]
    for (name, cell) in zip(names, cells) {
      if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
      bytes += name
      bytes.append(UInt8(ascii: ":"))
      bytes += Self.value(cell).utf8
    }
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  private static func value(_ cell: TableCell) -> String {
    switch cell {
    case .date(let text), .error(let text): JSONRow.quoted(text)
    case .empty, .text, .number, .boolean: JSONRow.text(cell)
    }
  }

  private static func append(_ geometry: WKBGeometry, to bytes: inout [UInt8]) {
    let isCollection = geometry.kind == .collection
    bytes +=
      #"{"type":"\#(name(of: geometry.kind))","\#(isCollection ? "geometries" : "coordinates")":"#
      .utf8
    if isCollection {
      GeoJSONText.list(geometry.members, to: &bytes, append)
    } else {
      appendCoordinates(of: geometry, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private static func appendCoordinates(of geometry: WKBGeometry, to bytes: inout [UInt8]) {
    switch geometry.kind {
    case .point:
      if let position = geometry.positions.first {
        append(position, to: &bytes)
      } else {
        bytes += "[]".utf8
      }
    case .lineString: GeoJSONText.list(geometry.positions, to: &bytes, append)
    case .polygon:
      GeoJSONText.list(geometry.rings.enumerated(), to: &bytes) { place, bytes in
        let ring = Ring(place.element.map { Coordinate(x: $0.x, y: $0.y) })
        let directed = GeoJSONText.directed(ring, isShell: place.offset == 0)
        GeoJSONText.list(directed.coordinates, to: &bytes) { append(($0.x, $0.y), to: &$1) }
      }
    case .multiPoint, .multiLineString, .multiPolygon, .collection:
      GeoJSONText.list(geometry.members, to: &bytes, appendCoordinates)
    }
  }

  private static func append(_ position: WKBGeometry.Position, to bytes: inout [UInt8]) {
    bytes += "[\(position.x),\(position.y)]".utf8
  }

  private static func name(of kind: WKBGeometry.Kind) -> String {
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
}
