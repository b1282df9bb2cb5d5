import Geometry

/// How the words of a block are laid out: what a square answers that does not lie in one cell.
///
/// The first word of a block is its header: the form in the highest byte, then counts.
///
/// - Parts: 16 times four bits, row by row, each the place of a pattern; the patterns, two a word;
///   the codes of the cells; the edges; for each edge a byte with the places of the codes of
///   its left and right cell as its path runs. See `PartsDraft`.
/// - Wide parts: the same for more edges, with a pattern a word: the edges have 24 bits, and the place
///   of the code the eight highest.
/// - Divided: six doubles, where the second to fourth column and row of parts begin; the entries of
///   the 16 parts, row by row.
/// - List: the number of cells at the reference corner, the number of edges; the codes of
///   those cells; for each edge its place and the codes of its left and right cell.
/// - Overlapping: as a list, where a place can belong to several cells.
///
/// The code of a cell is its number plus one; 0 is outside.
@usableFromInline
enum LocatorBlock {
  /// What a block holds.
  enum Form: UInt32 {
    case parts, wideParts, divided, list, overlapping
  }

  /// In an entry: the rest is the place of a block.
  @usableFromInline static let flag: UInt32 = 1 << 31
  /// The most edges that a block of parts holds.
  static let greatestEdgeCount = 12
  /// The most edges that a block of wide parts holds.
  static let greatestWideEdgeCount = 24
  /// The most cells that a block of parts holds.
  static let greatestCellCount = 16

  static func header(_ form: Form, patternWords: Int = 0, cells: Int = 0, edges: Int = 0) -> UInt32
  {
    form.rawValue << 24 | UInt32(edges << 16 | cells << 8 | patternWords)
  }

  static func form(_ header: UInt32) -> Form? { Form(rawValue: header >> 24) }

  /// An edge with its cells, upwards.
  struct Edge {
    var lower: Coordinate
    var upper: Coordinate
    /// The code of the cell to its left; 0 is outside.
    var left: UInt32
    /// The code of the cell to its right.
    var right: UInt32
    /// Its place among the positions.
    var place: UInt32
  }

  /// A cell on a side of an edge that another cell has taken already.
  struct ExtraCell: BitwiseCopyable {
    var place: UInt32
    var code: UInt32
  }
}
