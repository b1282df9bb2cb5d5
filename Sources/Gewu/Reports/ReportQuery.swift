/// Which reports to list: those of which everything that is given holds.
public struct ReportQuery: Sendable {
  /// The most reports that one answer holds.
  public static let largestLimit = 1_000

  /// At most so many, the newest first; 1…1000.
  public var limit: Int
  /// Only reports with a smaller number: the page after the one that ended with it.
  public var beforeID: Int64?
  /// Only this channel.
  public var channel: String?
  /// Only this category.
  public var category: String?
  /// Only reports received at this date or moment, or later.
  public var from: String?
  /// Only reports received at this date or moment, or earlier.
  public var to: String?
  /// Only reports attached to the grid of this code.
  public var grid: String?

  /// The newest reports.
  public init(
    limit: Int = 100, beforeID: Int64? = nil, channel: String? = nil, category: String? = nil,
    from: String? = nil, to: String? = nil, grid: String? = nil
  ) {
    self.limit = limit
    self.beforeID = beforeID
    self.channel = channel
    self.category = category
    self.from = from
    self.to = to
    self.grid = grid
  }
}
