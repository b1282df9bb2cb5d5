/// Geometry bytes in the making, little-endian.
struct ByteWriter {
  var bytes: [UInt8] = []

  init(reserving capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  mutating func byte(_ value: UInt8) {
    bytes.append(value)
  }

  mutating func uint32(_ value: UInt32) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func double(_ value: Double) {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// What a geometry of SpatiaLite's begins with, up to its class.
  mutating func head(srid: Int32, box: Box) {
    byte(0)
    byte(1)
    uint32(UInt32(bitPattern: srid))
    for bound in [box.minX, box.minY, box.maxX, box.maxY] { double(bound) }
    byte(0x7C)
  }

  mutating func rings(of polygon: Polygon) {
    uint32(UInt32(polygon.rings.count))
    for ring in polygon.rings {
      uint32(UInt32(ring.coordinates.count))
      for coordinate in ring.coordinates {
        double(coordinate.x)
        double(coordinate.y)
      }
    }
  }
}
