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
  var sectionCount = UInt32(Section.allCases.count)
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

  /// The arrays, in their order.
  enum Section: Int, CaseIterable {
    /// Where each column of parts begins; doubles.
    case columnStart
    /// Where each row of parts begins; doubles.
    case rowStart
    /// The entry of each square, row by row; words.
    case entries
    /// What the squares answer that lie in no single cell; words.
    case blocks
    /// The positions of the edges; pairs of doubles.
    case vertices
    /// Cells beyond the first on a side of an edge, by edge; `LocatorBlock.ExtraCell`.
    case extra
    /// Where the code of each cell ends among the code bytes; words, none without codes.
    case codeEnds
    /// The codes of the cells in UTF-8.
    case codeBytes

    /// The size of an element in bytes.
    var stride: Int {
      switch self {
      case .columnStart, .rowStart: MemoryLayout<Double>.stride
      case .entries, .blocks, .codeEnds: MemoryLayout<UInt32>.stride
      case .vertices: MemoryLayout<Coordinate>.stride
      case .extra: MemoryLayout<LocatorBlock.ExtraCell>.stride
      case .codeBytes: 1
      }
    }
  }
}
