import Geometry

/// The first bytes of a `LocatorImage`.
struct LocatorHeader: BitwiseCopyable {
  /// Tells a cache file from any other; "gewu-loc" where the lowest byte comes first.
  static let magic: UInt64 = 0x636F_6C2D_7577_6567
  /// The layout that this code writes and reads.
  static let version: UInt32 = 1
  /// How many bytes are kept for the header and the table of the arrays.
  static let byteCount = 512

  var magic = Self.magic
  var version = Self.version
  /// The number of arrays.
  var sectionCount = UInt32(LocatorImage.Section.allCases.count)
  /// What `LocatorImage.checksum` makes of the whole, this field taken for 0; 0 in memory.
  var checksum: UInt64 = 0
  /// The size of the whole in bytes.
  var byteCount: UInt64 = 0
  /// The number of cells.
  var cellCount: UInt64 = 0
  /// The number of edges.
  var edgeCount: UInt64 = 0
  /// The number of columns of squares.
  var columns: UInt64 = 0
  /// The number of rows of squares.
  var rows: UInt64 = 0
  var box = Box.empty
  var scaleX = 0.0
  var scaleY = 0.0
}
