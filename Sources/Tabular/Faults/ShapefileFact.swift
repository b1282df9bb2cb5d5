/// What is wrong with a Shapefile.
package enum ShapefileFact: Hashable, Sendable {
  /// Where the bytes end too early.
  package enum Cut: Hashable, Sendable {
    case header
    /// How many bytes the header announces.
    case announced(Int)
    case recordStart(record: Int, byte: Int)
    case recordLength(record: Int, byte: Int, length: Int)
  }

  /// What is wrong with a record.
  package enum Damage: Hashable, Sendable {
    case noType
    case tooShortForAPoint
    case tooShort
    case points(Int)
    case parts(Int, points: Int)
    case partStart(part: Int, point: Int)
    case notFinite(byte: Int)
    case tooLarge(limit: Int)
    /// So many rings that it takes too long to find out which lies in which.
    case tooManyRings(Int)
  }

  /// The table of attributes, by its path, is not there.
  case noTable(String)
  /// The table, by its path, has another number of records.
  case foreignTable(String, shapes: Int, records: Int)
  /// A ZIP archive has several of them, or none.
  case severalInArchive([String])
  /// The parts in a ZIP archive unpack to more bytes than are held in memory.
  case largeInArchive(limit: Int)
  /// It does not begin with 9994.
  case notAShapefile
  case truncated(bytes: Int, Cut)
  case indexTruncated(bytes: Int, announced: Int)
  /// A type of shape that is not read; 31 is a MultiPatch.
  case type(Int, record: Int)
  case damaged(record: Int, byte: Int, Damage)
}
