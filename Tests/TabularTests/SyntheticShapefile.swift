import Tabular

/// Makes the bytes of small Shapefiles, in memory.
enum SyntheticShapefile {
  typealias Position = (x: Double, y: Double)

  struct Column {
    var name: [UInt8]
    var type: Character = "C"
    var width: Int = 10
  }

  static func dbf(
    _ columns: [Column], _ rows: [[[UInt8]]], driver: UInt8 = 0, deleted: Set<Int> = [],
    gap: Int = 0
  ) -> [UInt8] {
    let recordLength = 1 + gap + columns.reduce(0) { $0 + $1.width }
    var bytes: [UInt8] = [3, 124, 1, 1]
    bytes += little(rows.count)
    bytes += little(33 + 32 * columns.count).prefix(2)
    bytes += little(recordLength).prefix(2)
    bytes += [UInt8](repeating: 0, count: 17) + [driver, 0, 0]
    for column in columns {
      bytes += column.name + [UInt8](repeating: 0, count: 11 - column.name.count)
      bytes += [column.type.asciiValue ?? 0, 0, 0, 0, 0]
      bytes += little(column.width).prefix(2) + [UInt8](repeating: 0, count: 14)
    }
    bytes.append(0x0D)
    for (index, row) in rows.enumerated() {
      bytes.append(deleted.contains(index) ? 0x2A : 0x20)
      for (value, column) in zip(row, columns) {
        bytes += value + [UInt8](repeating: 0x20, count: column.width - value.count)
      }
      bytes += [UInt8](repeating: 0x20, count: gap)
    }
    return bytes + [0x1A]
  }

  /// The content of a polygon, line (`type` 3) or null shape (no rings).
  static func shape(type: Int = 5, _ rings: [[Position]], tail: Int = 0) -> [UInt8] {
    guard !rings.isEmpty else { return little(0) }
    let positions = rings.flatMap { $0 }
    var bytes = little(type)
    for bound in [
      positions.map(\.x).min(), positions.map(\.y).min(), positions.map(\.x).max(),
      positions.map(\.y).max(),
    ] { bytes += double(bound ?? 0) }
    bytes += little(rings.count) + little(positions.count)
    var start = 0
    for ring in rings {
      bytes += little(start)
      start += ring.count
    }
    for position in positions { bytes += double(position.x) + double(position.y) }
    return bytes + [UInt8](repeating: 0, count: tail)
  }

  static func shp(_ shapes: [[UInt8]], type: Int = 5) -> [UInt8] {
    let length = 100 + shapes.reduce(0) { $0 + 8 + $1.count }
    var bytes = header(length, type)
    for (index, shape) in shapes.enumerated() {
      bytes += big(index + 1) + big(shape.count / 2) + shape
    }
    return bytes
  }

  static func shx(_ shapes: [[UInt8]], type: Int = 5) -> [UInt8] {
    var bytes = header(100 + 8 * shapes.count, type)
    var place = 100
    for shape in shapes {
      bytes += big(place / 2) + big(shape.count / 2)
      place += 8 + shape.count
    }
    return bytes
  }

  static func header(_ length: Int, _ type: Int) -> [UInt8] {
    big(9994) + [UInt8](repeating: 0, count: 20) + big(length / 2) + little(1000) + little(type)
      + [UInt8](repeating: 0, count: 64)
  }

  static func big(_ value: Int) -> [UInt8] { little(value).reversed() }

  static func little(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  static func double(_ value: Double) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt64($0))) }
  }
}
