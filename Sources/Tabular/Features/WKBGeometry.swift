/// A geometry read from well-known binary (OGC 06-103r4, and the codes of ISO and PostGIS), Z and M
/// dropped: what writers of files need of it.
package struct WKBGeometry {
  package typealias Position = (x: Double, y: Double)

  /// The codes of OGC Simple Features 06-103r4 section 8.2.
  package enum Kind: UInt32, Sendable {
    case point = 1
    case lineString, polygon, multiPoint, multiLineString, multiPolygon, collection
  }

  package var kind: Kind
  /// The positions of a point (none where it is empty) or a line.
  package var positions: [Position] = []
  /// The rings of a polygon.
  package var rings: [[Position]] = []
  /// The members of a collection or a multiple geometry.
  package var members: [WKBGeometry] = []

  /// Reads a geometry.
  ///
  /// - Throws: `TabularError` of kind `malformed`; `path` is the file that is being written.
  package init(_ bytes: [UInt8], path: String) throws {
    var cursor = Cursor(bytes: bytes, path: path)
    self = try cursor.geometry(depth: 0)
    guard cursor.offset == bytes.count else { throw cursor.damaged() }
  }

  fileprivate init(kind: Kind) { self.kind = kind }

  /// The polygons of a polygon or several, each a shell and its holes.
  package var polygons: [[[Position]]] { kind == .polygon ? [rings] : members.flatMap(\.polygons) }

  /// The lines of a line or several.
  package var lines: [[Position]] { kind == .lineString ? [positions] : members.flatMap(\.lines) }

  private struct Cursor {
    let bytes: [UInt8]
    let path: String
    var offset = 0
    var isLittle = true

    func damaged() -> TabularError {
      TabularError(.malformed, path: path, .geometry(byte: offset))
    }

    mutating func word() throws -> UInt32 {
      guard offset + 4 <= bytes.count else { throw damaged() }
      defer { offset += 4 }
      let value = bytes.withUnsafeBytes {
        $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
      }
      return isLittle ? UInt32(littleEndian: value) : UInt32(bigEndian: value)
    }

    mutating func double() throws -> Double {
      guard offset + 8 <= bytes.count else { throw damaged() }
      defer { offset += 8 }
      let value = bytes.withUnsafeBytes {
        $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      }
      return Double(
        bitPattern: isLittle ? UInt64(littleEndian: value) : UInt64(bigEndian: value))
    }

    mutating func geometry(depth: Int) throws -> WKBGeometry {
      guard offset < bytes.count, bytes[offset] <= 1, depth < 8 else { throw damaged() }
      isLittle = bytes[offset] == 1
      offset += 1
      let code = try word()
      let iso = code & 0x1FFF_FFFF
      guard let kind = Kind(rawValue: iso % 1000), iso < 4000 else { throw damaged() }
      let hasZ = code & 0x8000_0000 != 0 || iso / 1000 == 1 || iso / 1000 == 3
      let hasM = code & 0x4000_0000 != 0 || iso / 1000 >= 2
      if code & 0x2000_0000 != 0 { offset += 4 }
      let extra = (hasZ ? 8 : 0) + (hasM ? 8 : 0)
      var result = WKBGeometry(kind: kind)
      switch kind {
      case .point:
        let position = try position(extra)
        if position.x.isFinite, position.y.isFinite { result.positions = [position] }
      case .lineString: result.positions = try line(extra)
      case .polygon: result.rings = try list { try $0.line(extra) }
      default: result.members = try list { try $0.geometry(depth: depth + 1) }
      }
      return result
    }

    mutating func position(_ extra: Int) throws -> Position {
      let position = (x: try double(), y: try double())
      offset += extra
      return position
    }

    mutating func line(_ extra: Int) throws -> [Position] { try list { try $0.position(extra) } }

    mutating func list<Element>(
      _ element: (inout Cursor) throws -> Element
    ) throws -> [Element] {
      let count = Int(try word())
      guard count <= (bytes.count - offset) / 4 else { throw damaged() }
      return try (0..<count).map { _ in try element(&self) }
    }
  }
}
