import Geometry

/// What an index was built from, by a digest of 32 bytes that whoever writes its file chooses.
package struct LocatorKey: BitwiseCopyable, Hashable, Sendable {
  private var words: (UInt64, UInt64, UInt64, UInt64)

  /// Not said.
  package static let none = LocatorKey(words: (0, 0, 0, 0))

  private init(words: (UInt64, UInt64, UInt64, UInt64)) {
    self.words = words
  }

  /// The digest of 64 hexadecimal digits; nil for any other text.
  package init?(hexadecimal text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 64 else { return nil }
    let parts = (0..<4).compactMap { part in
      UInt64(String(decoding: digits[(16 * part)..<(16 * part + 16)], as: UTF8.self), radix: 16)
    }
    guard parts.count == 4 else { return nil }
    words = (parts[0], parts[1], parts[2], parts[3])
  }

  package static func == (one: LocatorKey, other: LocatorKey) -> Bool { one.words == other.words }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}

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
  /// What the index was built from; zero where that was not said.
  var key = LocatorKey.none

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
