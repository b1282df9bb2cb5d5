/// How two generations of boundaries differ, and how many records and reports change hands.
public struct GridDiff: Sendable, Equatable, Codable {
  /// A cell that only one of the generations has.
  public struct Cell: Sendable, Equatable, Codable {
    /// The code.
    public var code: String
    /// The name, where the cell has one.
    public var name: String?
    /// Its area in square metres.
    public var area: Double
  }

  /// A cell that lost or won ground.
  public struct Move: Sendable, Equatable, Codable {
    /// The code.
    public var code: String
    /// The area lost, in square metres.
    public var lost: Double
    /// The area won, in square metres.
    public var won: Double
    /// What was lost and won together, as a share of the area before.
    public var share: Double
  }

  /// A value that is another one than before: a name, a parent, a code.
  public struct Change: Sendable, Equatable, Codable {
    /// The code; where the code itself changed, the new one.
    public var code: String
    /// The value before; nil for none.
    public var from: String?
    /// The value after; nil for none.
    public var to: String?
  }

  /// The differences of one level.
  public struct Level: Sendable, Equatable, Codable {
    /// The level's name.
    public var level: String
    /// How many cells it had.
    public var before: Int
    /// How many cells it has.
    public var after: Int
    /// How many are as they were: boundary, name and parent.
    public var unchanged: Int
    /// Cells that were not there before.
    public var added: [Cell]
    /// Cells that are no longer there.
    public var gone: [Cell]
    /// Cells whose ground changed.
    public var moved: [Move]
    /// Cells with another name.
    public var renamed: [Change]
    /// Cells under another cell.
    public var reparented: [Change]
    /// Cells with another code and exactly the ground of one before; they are not among the added
    /// and the gone.
    public var recoded: [Change]
  }

  /// What goes from one cell to another; nil for no cell.
  public struct Pair: Sendable, Hashable, Codable {
    /// The code of the cell before.
    public var from: String?
    /// The code of the cell after.
    public var to: String?
    /// How many records or reports.
    public var count: Int
  }

  /// What changes hands of one kind.
  public struct Hands: Sendable, Equatable, Codable {
    /// The data set; nil for reports.
    public var dataset: String?
    /// How many with a place were looked at.
    public var examined: Int
    /// How many are in another cell than before, or in one where they were in none, or in none.
    public var changed: Int
    /// From where to where, the most frequent first, the same order every time.
    public var pairs: [Pair]
  }

  /// The generation before.
  public var from: Int64
  /// The generation after.
  public var to: Int64
  /// The levels, top first.
  public var levels: [Level]
  /// The current rows of the data sets that have a place, those of data sets without any left out.
  public var datasets: [Hands]
  /// The reports.
  public var reports: Hands

  /// Whether no cell is any different.
  public var isEmpty: Bool {
    levels.allSatisfy { $0.unchanged == $0.before && $0.unchanged == $0.after }
  }
}
