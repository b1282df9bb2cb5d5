import Files
package import Tabular

/// Writes a Shapefile: `.shp`, `.shx`, `.dbf`, and `.prj` and `.cpg` where they are wanted.
///
/// The layout is that of the ESRI white paper of July 1998; shells are turned clockwise as it asks.
/// The same rows give the same bytes.
package final class ShapefileWriter: TableWriter {
  /// The kind of all its shapes.
  package enum Shape: UInt32, Sendable {
    case point = 1
    /// One or several lines a record.
    case line = 3
    /// One or several polygons a record.
    case polygon = 5
  }

  /// How its texts are written, and what is said about it.
  package struct Texts: Sendable {
    /// The encoding of names and texts.
    package var encoding: TextEncoding
    /// The language driver, byte 29 of the table's header; 0x4D says GBK, 0 says nothing.
    package var driver: UInt8
    /// What the `.cpg` says; nil for none.
    package var codePage: String?

    package init(encoding: TextEncoding, driver: UInt8 = 0, codePage: String? = nil) {
      self.encoding = encoding
      self.driver = driver
      self.codePage = codePage
    }

    /// UTF-8, and a `.cpg` that says so.
    package static let utf8 = Texts(encoding: .utf8, codePage: "UTF-8")
    /// GBK as most Chinese tools write it, named in the table's header.
    package static let gbk = Texts(encoding: .gb18030, driver: 0x4D)
  }

  private let shape: Shape
  private let shapes: FileWriter
  private let index: FileWriter
  private let table: DBFWriter
  private var count = 0
  private var low = (x: Double.infinity, y: Double.infinity)
  private var high = (x: -Double.infinity, y: -Double.infinity)

  /// Begins the files.
  ///
  /// - Parameters:
  ///   - path: the `.shp`; its companions lie beside it.
  ///   - projection: the text of the `.prj`, as `ProjectionText` gives it; nil for none.
  /// - Throws: `OutputError` where a file cannot be written, `DemoError` where a column does not fit.
  package init(
    path: String, shape: Shape, columns: [DBFColumn], texts: Texts = .utf8,
    projection: String? = nil
  ) throws {
    let base = path.hasSuffix(".shp") ? String(path.dropLast(4)) : path
    self.shape = shape
    shapes = try FileWriter(path: path, sparing: .none)
    index = try FileWriter(path: base + ".shx", sparing: .none)
    table = try DBFWriter(
      path: base + ".dbf", columns: columns, encoding: texts.encoding, driver: texts.driver)
    for (suffix, content) in [(".prj", projection), (".cpg", texts.codePage)] {
      guard let content else { continue }
      let file = try FileWriter(path: base + suffix, sparing: .none)
      try file.write(content.utf8)
      try file.finish()
    }
    for file in [shapes, index] { try file.write([UInt8](repeating: 0, count: 100)) }
  }

  /// Adds a record; without geometry its shape is null.
  package func write(_ cells: [TableCell], geometry: [UInt8]?) throws {
    try table.write(cells)
    var content: [UInt8] = []
    if let geometry {
      content = try body(try WKBGeometry(geometry, path: shapes.path))
    } else {
      content.appendLittle(UInt32(0))
    }
    count += 1
    var head: [UInt8] = []
    head.appendBig(UInt32(shapes.count / 2))
    head.appendBig(UInt32(content.count / 2))
    try index.write(head)
    var record: [UInt8] = []
    record.appendBig(UInt32(count))
    record.appendBig(UInt32(content.count / 2))
    try shapes.write(record + content)
  }

  private func body(_ geometry: WKBGeometry) throws -> [UInt8] {
    switch shape {
    case .point:
      guard geometry.kind == .point, let position = geometry.positions.first else { break }
      note(position)
      var bytes: [UInt8] = []
      bytes.appendLittle(shape.rawValue)
      bytes.appendLittle(position.x)
      bytes.appendLittle(position.y)
      return bytes
    case .line:
      guard !geometry.lines.isEmpty else { break }
      return parts(geometry.lines)
    case .polygon:
      guard !geometry.polygons.isEmpty else { break }
      return parts(geometry.polygons.flatMap(Self.turned))
    }
    throw DemoError(
      "\(shapes.path): record \(count + 1) is a \(geometry.kind), not a \(shape) as the Shapefile",
      "\(shapes.path)：第 \(count + 1) 条记录的几何类型（\(geometry.kind)）与 Shapefile 的类型（\(shape)）不符")
  }

  /// Shell clockwise, holes the other way.
  private static func turned(_ rings: [[WKBGeometry.Position]]) -> [[WKBGeometry.Position]] {
    rings.enumerated().map { index, ring in
      let isClockwise = ShapefileRing(ring).signedArea < 0
      return isClockwise == (index == 0) ? ring : ring.reversed()
    }
  }

  private func parts(_ parts: [[WKBGeometry.Position]]) -> [UInt8] {
    let box = Self.box(parts)
    note(box.low)
    note(box.high)
    var bytes: [UInt8] = []
    bytes.appendLittle(shape.rawValue)
    for bound in [box.low.x, box.low.y, box.high.x, box.high.y] { bytes.appendLittle(bound) }
    bytes.appendLittle(UInt32(parts.count))
    bytes.appendLittle(UInt32(parts.reduce(0) { $0 + $1.count }))
    var start = 0
    for part in parts {
      bytes.appendLittle(UInt32(start))
      start += part.count
    }
    for position in parts.joined() {
      bytes.appendLittle(position.x)
      bytes.appendLittle(position.y)
    }
    return bytes
  }

  private static func box(
    _ parts: [[WKBGeometry.Position]]
  ) -> (low: WKBGeometry.Position, high: WKBGeometry.Position) {
    var low = (x: Double.infinity, y: Double.infinity)
    var high = (x: -Double.infinity, y: -Double.infinity)
    for position in parts.joined() {
      low = (min(low.x, position.x), min(low.y, position.y))
      high = (max(high.x, position.x), max(high.y, position.y))
    }
    return (low, high)
  }

  private func note(_ position: WKBGeometry.Position) {
    low = (min(low.x, position.x), min(low.y, position.y))
    high = (max(high.x, position.x), max(high.y, position.y))
  }

  /// Writes the headers and closes the files.
  package func finish() throws {
    try table.finish()
    for file in [shapes, index] {
      var header: [UInt8] = []
      header.appendBig(UInt32(9994))
      header += [UInt8](repeating: 0, count: 20)
      header.appendBig(UInt32(file.count / 2))
      header.appendLittle(UInt32(1000))
      header.appendLittle(shape.rawValue)
      for bound in [low.x, low.y, high.x, high.y] {
        header.appendLittle(bound.isFinite ? bound : 0)
      }
      try file.overwrite(header, at: 0)
      try file.finish()
    }
  }
}
