import GRDB
package import Geometry
package import Time

/// Which current rows of a data set count: those of which everything given holds.
package struct RowFilter: Sendable, Equatable {
  /// Only rows of this category.
  package var category: String?
  /// Only rows of this day in the store's zone or later.
  package var from: Day?
  /// Only rows of this day in the store's zone or earlier.
  package var to: Day?

  /// All current rows, where nothing is given.
  package init(category: String? = nil, from: Day? = nil, to: Day? = nil) {
    self.category = category
    self.from = from
    self.to = to
  }
}

/// How many rows there are, and how many of them a cell.
package struct RowCounts: Sendable, Equatable {
  /// All rows, those without a grid too.
  package var total: Int
  /// The rows attached to each cell, by its key in the store.
  package var byGrid: [Int64: Int]
}

/// What a field of the rows of a data set sums up to.
package struct CellSums: Sendable, Equatable {
  /// The sum of the rows attached to each cell all of whose rows have a value, by its row in `grid`.
  package var byCell: [Int64: Double] = [:]
  /// The cells that have rows without a value, by their rows in `grid`.
  package var incomplete: Set<Int64> = []
  /// The rows attached to a cell that have a value.
  package var summed = 0
  /// Those attached to a cell that have none.
  package var withoutValue = 0
  /// Those that have no cell.
  package var unattached = 0
  /// The refused rows that are open.
  package var quarantined = 0
  /// The generations in which a cell was looked for last for the rows that have none; 0 for none.
  package var tried: Set<Int64> = []

  package init() {}
}

/// Which batch something is of, and when.
package struct BatchMark: Sendable, Equatable, Codable, FetchableRecord {
  /// Its number.
  package var id: Int64
  /// The time that its file is about, where it is known.
  package var period: String?
  /// When it was published.
  package var published: Moment?

  enum CodingKeys: String, CodingKey {
    case id, period
    case published = "ended"
  }

  package init(id: Int64, period: String? = nil, published: Moment? = nil) {
    self.id = id
    self.period = period
    self.published = published
  }
}

/// How many rows stand at one position.
package struct PointCount: Sendable, Equatable {
  /// The position in the store's reference system.
  package let position: Coordinate
  package let count: Int
}

/// A current row of a data set, or a report: where it is, and the cell it is attached to.
package struct PlacedRow: Sendable {
  /// The key in its table.
  package let id: Int64
  /// Its cell's row in `grid`.
  package let gridID: Int64?
  package let method: String?
  /// The level of the cell, where that is kept.
  package let level: String?
  /// Its position in the store's reference system; of a line or an area, the one it is attached by.
  package let position: Coordinate?
}
