import Tabular

/// What a reader says of the geometry of a row.
struct GivenGeometry {
  /// Well-known binary in the reference system of the file.
  var bytes: UnsafeRawBufferPointer?
  /// Whether there is one that cannot be read.
  var isFaulty: Bool

  /// No geometry.
  static var none: GivenGeometry { GivenGeometry(bytes: nil, isFaulty: false) }

  private init(bytes: UnsafeRawBufferPointer?, isFaulty: Bool) {
    self.bytes = bytes
    self.isFaulty = isFaulty
  }

  /// That of the row read last.
  init(_ reader: any RowReader) {
    self.init(bytes: reader.geometry, isFaulty: reader.geometryFault != nil)
  }
}
