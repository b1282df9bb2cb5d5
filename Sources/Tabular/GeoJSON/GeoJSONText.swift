package import Geometry

/// GeoJSON (RFC 7946) in the making: a collection, one feature a line, or a feature or geometry alone.
///
/// Every GeoJSON that leaves this program is written here. Shells run counter-clockwise and holes
/// clockwise, as the RFC asks.
package struct GeoJSONText: Sendable {
  /// How exact boundaries are, and of which type.
  package enum Detail: Sendable {
    /// All digits, and always a MultiPolygon, so that a layer has one type: for databases.
    case exact
    /// Seven decimals, about a centimetre, and a Polygon where one is enough: for maps.
    case drawn
  }

  /// The media type of GeoJSON.
  package static let mediaType = "application/geo+json"

  private var bytes: [UInt8] = []
  private var isFirst = true
  private let detail: Detail

  /// Begins a collection with further `members` (RFC 7946, 6.1), each a name and its JSON.
  package init(_ detail: Detail, members: [(name: String, json: [UInt8])] = []) {
    self.detail = detail
    bytes += #"{"type":"FeatureCollection","#.utf8
    for (name, json) in members {
      JSONText.append(name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      bytes += json
      bytes.append(UInt8(ascii: ","))
    }
    bytes += "\"features\":[\n".utf8
  }

  /// Appends a feature; without a boundary its geometry is `null`.
  package mutating func append(
    id: String? = nil, properties: [UInt8], boundary: MultiPolygon?
  ) {
    let detail = detail
    append(id: id, properties: properties) { Self.append(boundary, detail, to: &$0) }
  }

  /// Appends a feature with a point; without one its geometry is `null`.
  package mutating func append(properties: [UInt8], point: Coordinate?) {
    append(id: nil, properties: properties) { bytes in
      guard let point else { return bytes += "null".utf8 }
      bytes += #"{"type":"Point","coordinates":"#.utf8
      Self.append(point, .exact, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// Appends a feature with a number and a shape; without one its geometry is `null`.
  package mutating func append(number: Int64, properties: [UInt8], shape: Shape?) {
    let detail = detail
    beginFeature()
    var id: [UInt8] = []
    JSONText.append(number, to: &id)
    Self.append(id, properties, { Self.append(shape, detail, to: &$0) }, to: &bytes)
  }

  /// Appends a feature whose geometry `geometry` writes.
  mutating func append(
    id: String?, properties: [UInt8], geometry: (inout [UInt8]) -> Void
  ) {
    beginFeature()
    Self.append(id.map(Self.quoted), properties, geometry, to: &bytes)
  }

  private mutating func beginFeature() {
    if !isFirst { bytes += ",\n".utf8 }
    isFirst = false
  }

  /// Takes what has been written, leaving the text empty.
  package mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Ends the collection and gives all of it that has not been taken.
  package consuming func finish() -> [UInt8] {
    bytes += "\n]}\n".utf8
    return bytes
  }

  /// One feature by itself.
  package static func feature(
    id: String? = nil, properties: [UInt8], boundary: MultiPolygon?, _ detail: Detail
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    append(id.map(quoted), properties, { append(boundary, detail, to: &$0) }, to: &bytes)
    return bytes
  }

  /// A geometry by itself; `null` for none.
  package static func geometry(_ boundary: MultiPolygon?, _ detail: Detail) -> [UInt8] {
    var bytes: [UInt8] = []
    append(boundary, detail, to: &bytes)
    return bytes
  }

  private static func quoted(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    JSONText.append(text, to: &bytes)
    return bytes
  }

  private static func append(
    _ id: [UInt8]?, _ properties: [UInt8], _ geometry: (inout [UInt8]) -> Void,
    to bytes: inout [UInt8]
  ) {
    bytes += #"{"type":"Feature","#.utf8
    if let id {
      bytes += #""id":"#.utf8
      bytes += id
      bytes.append(UInt8(ascii: ","))
    }
    bytes += #""properties":"#.utf8
    bytes += properties
    bytes += #","geometry":"#.utf8
    geometry(&bytes)
    bytes.append(UInt8(ascii: "}"))
  }

  private static func append(_ shape: Shape?, _ detail: Detail, to bytes: inout [UInt8]) {
    switch shape {
    case nil: bytes += "null".utf8
    case .area(let area): append(area, detail, to: &bytes)
    case .point(let position):
      bytes += #"{"type":"Point","coordinates":"#.utf8
      append(position, detail, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    case .lines(let lines):
      let isSingle = detail == .drawn && lines.count == 1
      bytes += #"{"type":"\#(isSingle ? "LineString" : "MultiLineString")","coordinates":"#.utf8
      func line(_ positions: [Coordinate], _ bytes: inout [UInt8]) {
        list(positions, to: &bytes) { append($0, detail, to: &$1) }
      }
      if isSingle { line(lines[0], &bytes) } else { list(lines, to: &bytes, line) }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func append(
    _ boundary: MultiPolygon?, _ detail: Detail, to bytes: inout [UInt8]
  ) {
    guard let boundary else { return bytes += "null".utf8 }
    let isSingle = detail == .drawn && boundary.polygons.count == 1
    bytes += #"{"type":"\#(isSingle ? "Polygon" : "MultiPolygon")","coordinates":"#.utf8
    if isSingle {
      append(boundary.polygons[0], detail, to: &bytes)
    } else {
      list(boundary.polygons, to: &bytes) { append($0, detail, to: &$1) }
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private static func append(_ polygon: Polygon, _ detail: Detail, to bytes: inout [UInt8]) {
    list(polygon.rings.enumerated(), to: &bytes) { place, bytes in
      let (index, ring) = place
      list(directed(ring, isShell: index == 0).coordinates, to: &bytes) {
        append($0, detail, to: &$1)
      }
    }
  }

  /// A ring as the RFC wants it to run (section 3.1.6): shells counter-clockwise, holes clockwise.
  static func directed(_ ring: Ring, isShell: Bool) -> Ring {
    (ring.signedArea >= 0) == isShell ? ring : ring.reversed
  }

  private static func append(
    _ position: Coordinate, _ detail: Detail, to bytes: inout [UInt8]
  ) {
    bytes.append(UInt8(ascii: "["))
    switch detail {
    case .exact:
      JSONText.append(position.x, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      JSONText.append(position.y, to: &bytes)
    case .drawn:
      JSONText.append(degrees: position.x, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      JSONText.append(degrees: position.y, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Appends an array, each element as `append` writes it.
  static func list<Elements: Sequence>(
    _ elements: Elements, to bytes: inout [UInt8],
    _ append: (Elements.Element, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    var isFirst = true
    for element in elements {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      append(element, &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }
}
