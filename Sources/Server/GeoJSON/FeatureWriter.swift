import Geometry
import Gewu
import Hummingbird

/// Writes a GeoJSON feature collection (RFC 7946) into bytes, a feature at a time.
///
/// Positions are WGS 84, longitude first, with seven decimals; shells run
/// counter-clockwise and holes clockwise, as the RFC asks.
struct FeatureWriter {
  /// The media type of GeoJSON.
  static let mediaType = "application/geo+json"

  private var output: [UInt8] = []
  private var isFirst = true

  /// Starts a collection with further `members`, each a name and its JSON.
  init(members: [(name: String, json: ByteBuffer)] = []) {
    output += #"{"type":"FeatureCollection","#.utf8
    for (name, json) in members {
      JSONText.append(name, to: &output)
      output.append(0x3A)
      output += json.readableBytesView
      output.append(0x2C)
    }
    output += #""features":["#.utf8
  }

  /// Appends a feature.
  mutating func append(
    id: String, properties: some Encodable, boundary: MultiPolygon
  ) throws {
    if !isFirst { output.append(0x2C) }
    isFirst = false
    try Self.append(id, properties, boundary, to: &output)
  }

  /// Ends the collection and gives all of it.
  consuming func finish() -> ByteBuffer {
    output += "]}".utf8
    return ByteBuffer(bytes: output)
  }

  /// One feature by itself.
  static func feature(
    id: String, properties: some Encodable, boundary: MultiPolygon
  ) throws -> ByteBuffer {
    var output: [UInt8] = []
    try append(id, properties, boundary, to: &output)
    return ByteBuffer(bytes: output)
  }

  /// The geometry by itself.
  static func geometry(_ boundary: MultiPolygon) -> ByteBuffer {
    var output: [UInt8] = []
    append(boundary, to: &output)
    return ByteBuffer(bytes: output)
  }

  private static func append(
    _ id: String, _ properties: some Encodable, _ boundary: MultiPolygon, to output: inout [UInt8]
  ) throws {
    output += #"{"type":"Feature","id":"#.utf8
    JSONText.append(id, to: &output)
    output += #","properties":"#.utf8
    output += try JSONText.bytes(of: properties).readableBytesView
    output += #","geometry":"#.utf8
    append(boundary, to: &output)
    output.append(0x7D)
  }

  private static func append(_ boundary: MultiPolygon, to output: inout [UInt8]) {
    let isSingle = boundary.polygons.count == 1
    output += #"{"type":""#.utf8
    output += (isSingle ? "Polygon" : "MultiPolygon").utf8
    output += #"","coordinates":"#.utf8
    if !isSingle { output.append(0x5B) }
    for (index, polygon) in boundary.polygons.enumerated() {
      if index > 0 { output.append(0x2C) }
      append(polygon, to: &output)
    }
    if !isSingle { output.append(0x5D) }
    output.append(0x7D)
  }

  private static func append(_ polygon: Polygon, to output: inout [UInt8]) {
    output.append(0x5B)
    for (index, ring) in polygon.rings.enumerated() {
      if index > 0 { output.append(0x2C) }
      let runsRight = (ring.signedArea >= 0) == (index == 0)
      append(runsRight ? ring : ring.reversed, to: &output)
    }
    output.append(0x5D)
  }

  private static func append(_ ring: Ring, to output: inout [UInt8]) {
    output.append(0x5B)
    for (index, position) in ring.coordinates.enumerated() {
      if index > 0 { output.append(0x2C) }
      output.append(0x5B)
      JSONText.append(degrees: position.x, to: &output)
      output.append(0x2C)
      JSONText.append(degrees: position.y, to: &output)
      output.append(0x5D)
    }
    output.append(0x5D)
  }
}
