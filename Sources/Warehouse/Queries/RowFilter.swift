public import Geometry

/// Which current rows of a data set count: those of which everything given holds.
public struct RowFilter: Sendable, Equatable {
  /// Only rows of this category.
  public var category: String?
  /// Only rows of this day or later (`YYYY-MM-DD`).
  public var from: String?
  /// Only rows of this day or earlier (`YYYY-MM-DD`).
  public var to: String?

  /// All current rows, where nothing is given.
  public init(category: String? = nil, from: String? = nil, to: String? = nil) {
    self.category = category
    self.from = from
    self.to = to
  }
}

/// How many rows there are, and how many of them a cell.
public struct RowCounts: Sendable, Equatable {
  /// All rows, those without a grid too.
  public var total: Int
  /// The rows attached to each cell, by its key in the store.
  public var byGrid: [Int64: Int]
}

/// How many rows stand at one position.
public struct PointCount: Sendable, Equatable {
  /// The position in the store's reference system.
  public let position: Coordinate
  /// The rows there.
  public let count: Int
}

/// A current row of a data set, or a report: where it is, and the cell it is attached to.
public struct PlacedRow: Sendable {
  /// The key in its table.
  public let id: Int64
  /// Its cell's row in `grid`.
  public let gridID: Int64?
  /// How it was attached.
  public let method: String?
  /// The level of the cell, where that is kept.
  public let level: String?
  /// Its position in the store's reference system; of a line or an area, the one it is attached by.
  public let position: Coordinate?
}
