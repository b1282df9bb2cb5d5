package import Datasets
package import Geometry
package import Tabular

/// The geometry that the file itself has, brought to the store's reference system and to the one
/// type of the data set.
package struct PlaceByGeometry {
  /// The type of the data set's geometries.
  package let type: GeometryType
  private let convert: (Coordinate) -> Coordinate?
  private let attacher: GridAttacher?
  private let plausible: PlausiblePosition

  package init(
    type: GeometryType, convert: @escaping (Coordinate) -> Coordinate?, attacher: GridAttacher?
  ) {
    self.type = type
    self.convert = convert
    self.attacher = attacher
    plausible = PlausiblePosition(convert: convert, extent: attacher?.extent)
  }

  package var level: String? { attacher?.level }

  /// Reads a record's geometry, writes it to the arena as SpatiaLite keeps it, and finds its cell.
  ///
  /// - Returns: a reason to refuse the record, or nil.
  package func place(
    _ given: GivenGeometry, _ row: inout PlannedRow, _ arena: TextArena, srid: Int32
  ) -> RowReason? {
    if given.isFaulty { return .geometryInvalid }
    guard let found = given.bytes else { return nil }
    let bytes = type == .point ? Self.single(found) : found
    let shape: Shape
    do {
      guard let read = try WellKnownBinary.decodeShape(bytes) else { return nil }
      shape = read
    } catch .unexpectedKind {
      return .geometryType
    } catch {
      return .geometryInvalid
    }
    guard isOfType(shape) else { return .geometryType }
    guard shape.fault == nil else { return .geometryInvalid }
    if case .point(let given) = shape, given.x == 0, given.y == 0 { return .coordinateZero }
    guard let given = shape.anchor else { return .geometryInvalid }
    let moved = shape.mapped(convert)
    if let fault = plausible.fault(given, moved?.anchor) { return fault }
    guard let moved, let anchor = moved.anchor else { return .coordinateInvalid }
    let blob = SpatiaLiteBlob.encode(moved, srid: srid)
    let copy = arena.reserve(blob.count)
    copy.update(from: blob, count: blob.count)
    row.shape = UnsafeRawBufferPointer(start: copy, count: blob.count)
    if let attacher {
      let cell = attacher.locate(anchor)
      if cell >= 0 { row.gridID = attacher.gridIDs[Int(cell)] }
    }
    return nil
  }

  /// The point of a multipoint that has only one, as programs make of every layer of points; else the
  /// geometry as it is.
  ///
  /// Well-known binary (OGC 06-103r4, 8.2.8): byte order, type, number of points, points.
  private static func single(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard bytes.count > 9 else { return bytes }
    let word = { (at: Int) in
      let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)
      return bytes[0] == 0 ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
    }
    guard (word(1) & 0xFFFF) % 1_000 == 4, word(1) & 0x2000_0000 == 0, word(5) == 1 else {
      return bytes
    }
    return UnsafeRawBufferPointer(rebasing: bytes[9...])
  }

  private func isOfType(_ shape: Shape) -> Bool {
    switch (type, shape) {
    case (.point, .point), (.line, .lines), (.polygon, .area): true
    default: false
    }
  }
}

/// What a reader says of the geometry of a row.
package struct GivenGeometry {
  /// Well-known binary in the reference system of the file.
  package var bytes: UnsafeRawBufferPointer?
  /// Whether there is one that cannot be read.
  package var isFaulty: Bool

  /// No geometry.
  package static var none: GivenGeometry { GivenGeometry(bytes: nil, isFaulty: false) }

  private init(bytes: UnsafeRawBufferPointer?, isFaulty: Bool) {
    self.bytes = bytes
    self.isFaulty = isFaulty
  }

  /// That of the row read last.
  package init(_ reader: any RowReader) {
    self.init(bytes: reader.geometry, isFaulty: reader.geometryFault != nil)
  }
}
