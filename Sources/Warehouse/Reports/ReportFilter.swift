/// Which reports to list: those of which everything that is given holds.
public struct ReportFilter: Sendable {
  /// At most so many, the newest first.
  public var limit: Int
  /// Only reports with a smaller number: the next page.
  public var beforeID: Int64?
  /// Only this channel.
  public var channel: String?
  /// Only this category.
  public var category: String?
  /// Only reports received at this moment or later (RFC 3339, UTC).
  public var from: String?
  /// Only reports received at this moment or earlier (RFC 3339, UTC).
  public var to: String?
  /// Only reports attached to the grid of this code.
  public var grid: String?

  /// All reports, up to `limit`.
  public init(limit: Int) {
    self.limit = limit
  }
}
