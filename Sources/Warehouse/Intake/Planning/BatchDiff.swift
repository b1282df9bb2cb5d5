/// What is different between two states of a data set: after one batch and after a later one.
public struct BatchDiff: Hashable, Sendable, Codable {
  /// One difference, for example.
  public struct Sample: Hashable, Sendable, Codable {
    /// What happened to a row.
    public enum Kind: String, Hashable, Sendable, Codable {
      case added, changed, removed
    }

    /// What happened.
    public var kind: Kind
    /// The row's key, its parts divided by commas; sensitive ones masked.
    public var key: String
    /// The field that changed; nil for a row that came or went.
    public var column: String?
    /// What it was, masked where it is sensitive; nil for no value.
    public var old: String?
    /// What it is, masked where it is sensitive; nil for no value.
    public var new: String?
  }

  /// How many rows there are.
  public struct Shift: Hashable, Sendable, Codable {
    /// In the earlier state.
    public var before: Int
    /// In the later one.
    public var after: Int

    /// How many more.
    public var difference: Int { after - before }
  }

  /// How many rows a grid has.
  public struct GridShift: Hashable, Sendable, Codable {
    /// The grid; nil for rows without one.
    public var code: String?
    /// The rows.
    public var rows: Shift
  }

  /// The data set.
  public var dataset: String
  /// The earlier batch; nil for the state before all batches.
  public var from: Int64?
  /// The later batch; nil for a load that is only planned.
  public var to: Int64?
  /// Rows that are new.
  public var added = 0
  /// Rows that are there in another version.
  public var changed = 0
  /// Rows that are the same.
  public var unchanged = 0
  /// Rows that are gone.
  public var removed = 0
  /// In how many changed rows each field differs.
  public var columns: [String: Int] = [:]
  /// Some of the differences: changes first, then rows that came, then rows that went.
  public var samples: [Sample] = []
  /// The grids with another number of rows, the greatest difference first.
  public var grids: [GridShift] = []
  /// How many rows each batch refused, for each reason.
  public var reasons: [String: Shift] = [:]
}
