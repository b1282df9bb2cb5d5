/// How two generations of boundaries differ, and how many records and reports change hands.
package struct GridDiff: Sendable, Equatable, Codable {
  /// A cell that only one of the generations has.
  package struct Cell: Sendable, Equatable, Codable {
    package var code: String
    /// The name, where the cell has one.
    package var name: String?
    /// Its area in square metres.
    package var area: Double
  }

  /// A cell that lost or won ground.
  package struct Move: Sendable, Equatable, Codable {
    package var code: String
    /// The area lost, in square metres.
    package var lost: Double
    /// The area won, in square metres.
    package var won: Double
    /// What was lost and won together, as a share of the area before.
    package var share: Double
  }

  /// A value that is another one than before: a name, a parent, a code.
  package struct Change: Sendable, Equatable, Codable {
    /// The code; where the code itself changed, the new one.
    package var code: String
    /// The value before; nil for none.
    package var from: String?
    /// The value after; nil for none.
    package var to: String?
  }

  /// The differences of one level.
  package struct Level: Sendable, Equatable, Codable {
    package var level: String
    /// How many cells it had.
    package var before: Int
    /// How many cells it has.
    package var after: Int
    /// How many are as they were: boundary, name and parent.
    package var unchanged: Int
    /// Cells that were not there before.
    package var added: [Cell]
    /// Cells that are no longer there.
    package var gone: [Cell]
    package var moved: [Move]
    package var renamed: [Change]
    package var reparented: [Change]
    /// Cells with another code and exactly the ground of one before; they are not among the added
    /// and the gone.
    package var recoded: [Change]
  }

  /// What goes from one cell to another; nil for no cell.
  package struct Pair: Sendable, Hashable, Codable {
    /// The code of the cell before.
    package var from: String?
    /// The code of the cell after.
    package var to: String?
    /// How many records or reports.
    package var count: Int
  }

  /// What changes hands of one kind.
  package struct Hands: Sendable, Equatable, Codable {
    /// The data set; nil for reports.
    package var dataset: String?
    /// How many with a place were looked at.
    package var examined: Int
    /// How many are in another cell than before, or in one where they were in none, or in none.
    package var changed: Int
    /// From where to where, the most frequent first, the same order every time.
    package var pairs: [Pair]
  }

  package var from: Int64
  package var to: Int64
  package var levels: [Level]
  /// The current rows of the data sets that have a place, those of data sets without any left out.
  package var datasets: [Hands]
  package var reports: Hands

  /// Whether no cell is any different.
  package var isEmpty: Bool {
    levels.allSatisfy { $0.unchanged == $0.before && $0.unchanged == $0.after }
  }
}
