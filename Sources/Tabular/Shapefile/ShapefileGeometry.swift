/// One shape of a Shapefile turned into well-known binary.
struct ShapefileGeometry {
  private let shapes: ShapefileIndex
  private let record: Int
  private let content: Range<Int>

  /// The geometry of a record (from 0); nil for the null shape.
  static func read(_ shapes: ShapefileIndex, record: Int) throws -> [UInt8]? {
    let shape = ShapefileGeometry(
      shapes: shapes, record: record, content: shapes.content(record))
    guard shape.content.count >= 4 else { throw shape.damaged(.noType) }
    guard shape.content.count <= WKBWriter.largest else {
      throw shape.damaged(.tooLarge(limit: WKBWriter.largest))
    }
    let type = shapes.little32(shape.content.lowerBound)
    switch type {
    case 0: return nil
    case 1, 11, 21: return try shape.point()
    case 8, 18, 28: return try shape.multiPoint()
    case 3, 13, 23: return try shape.lines()
    case 5, 15, 25: return try shape.polygon()
    default:
      throw TabularError(
        .unsupported, path: shapes.file, .shapefile(.type(type, record: record + 1)))
    }
  }

  private func point() throws -> [UInt8] {
    guard content.count >= 20 else { throw damaged(.tooShortForAPoint) }
    var writer = WKBWriter()
    writer.begin(.point)
    let position = try position(at: content.lowerBound + 4)
    writer.position(position.x, position.y)
    return writer.bytes
  }

  private func multiPoint() throws -> [UInt8]? {
    guard content.count >= 40 else { throw damaged(.tooShort) }
    let count = shapes.little32(content.lowerBound + 36)
    guard count >= 0, 40 + 16 * count <= content.count else {
      throw damaged(.points(count))
    }
    guard count > 0 else { return nil }
    var writer = WKBWriter()
    writer.begin(.multiPoint)
    writer.uint32(UInt32(count))
    for index in 0..<count {
      writer.begin(.point)
      let position = try position(at: content.lowerBound + 40 + 16 * index)
      writer.position(position.x, position.y)
    }
    return writer.bytes
  }

  private func lines() throws -> [UInt8]? {
    let parts = try parts()
    guard !parts.isEmpty else { return nil }
    var writer = WKBWriter()
    writer.begin(.multiLineString)
    writer.uint32(UInt32(parts.count))
    for part in parts {
      writer.begin(.lineString)
      writer.uint32(UInt32(part.count))
      for position in part { writer.position(position.x, position.y) }
    }
    return writer.bytes
  }

  private func polygon() throws -> [UInt8]? {
    let rings = try parts().filter { !$0.isEmpty }.map(ShapefileRing.init)
    guard !rings.isEmpty else { return nil }
    let polygons: [[ShapefileRing]]
    do {
      polygons = try ShapefileRing.polygons(of: rings)
    } catch {
      throw damaged(.tooManyRings(rings.count))
    }
    var writer = WKBWriter()
    if polygons.count > 1 {
      writer.begin(.multiPolygon)
      writer.uint32(UInt32(polygons.count))
    }
    for polygon in polygons {
      writer.begin(.polygon)
      writer.uint32(UInt32(polygon.count))
      for ring in polygon {
        writer.uint32(UInt32(ring.positions.count))
        for position in ring.positions { writer.position(position.x, position.y) }
      }
    }
    return writer.bytes
  }

  /// The parts of a line or polygon: box, counts, starts of parts, positions.
  private func parts() throws -> [[ShapefileRing.Position]] {
    guard content.count >= 44 else { throw damaged(.tooShort) }
    let partCount = shapes.little32(content.lowerBound + 36)
    let pointCount = shapes.little32(content.lowerBound + 40)
    guard partCount >= 0, pointCount >= 0, 44 + 4 * partCount + 16 * pointCount <= content.count
    else {
      throw damaged(.parts(partCount, points: pointCount))
    }
    var starts = (0..<partCount).map { shapes.little32(content.lowerBound + 44 + 4 * $0) }
    starts.append(pointCount)
    let first = content.lowerBound + 44 + 4 * partCount
    return try (0..<partCount).map { part in
      guard starts[part] >= 0, starts[part] <= starts[part + 1] else {
        throw damaged(.partStart(part: part + 1, point: starts[part]))
      }
      return try (starts[part]..<starts[part + 1]).map { try position(at: first + 16 * $0) }
    }
  }

  private func position(at place: Int) throws -> ShapefileRing.Position {
    let position = (x: shapes.double(place), y: shapes.double(place + 8))
    guard position.x.isFinite, position.y.isFinite else {
      throw damaged(.notFinite(byte: place))
    }
    return position
  }

  private func damaged(_ damage: ShapefileFact.Damage) -> TabularError {
    TabularError(
      .malformed, path: shapes.file,
      .shapefile(.damaged(record: record + 1, byte: content.lowerBound - 8, damage)))
  }
}
