/// What was wrong with the bytes of a geometry or the name of a reference system.
///
/// Every case holds what was found, where, and what was expected.
public enum GeometryError: Error, Hashable, Sendable {
  /// The bytes end at `offset` although `needed` more were announced.
  case truncated(offset: Int, needed: Int)
  /// The bytes at `offset` are not what the format has there.
  case malformed(offset: Int, Damage)
  /// A geometry of another kind than the caller needs.
  case unexpectedKind(found: GeometryKind, needed: [GeometryKind])
  /// An ordinate at `offset` that is not a finite number.
  case notFinite(offset: Int)
  /// A name that is not that of a reference system; see ``CRSName``.
  case unknownCRS(String)

  /// What bytes have in place of what the format has there.
  public enum Damage: Hashable, Sendable {
    /// A byte order that is neither 0 nor 1.
    case byteOrder(UInt8)
    /// A code that stands for no kind of geometry.
    case code(UInt32)
    /// A part of a kind that the whole cannot have.
    case part(GeometryKind, of: GeometryKind)
    /// Bytes after the end of the geometry.
    case surplus(bytes: Int)
    /// A ring that does not end where it begins.
    case openRing
    /// A byte that marks a place in a SpatiaLite geometry is missing.
    case missing(Mark)
    /// A code that stands for no form of a short point.
    case shortPoint(UInt8)
  }

  /// The bytes that mark places in a SpatiaLite geometry.
  public enum Mark: UInt8, Hashable, Sendable {
    /// The first byte.
    case start = 0x00
    /// The byte before each part.
    case part = 0x69
    /// The byte after the box.
    case boxEnd = 0x7C
    /// The last byte.
    case end = 0xFE
  }
}
