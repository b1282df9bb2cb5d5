/// A report as the store keeps it: what was sent, and the grid it was given.
public struct ReportRecord: Sendable, Equatable {
  /// The number; 0 before it is kept.
  public var id: Int64 = 0
  /// The sender's key that makes sending twice harmless.
  public var idempotencyKey: String?
  /// A hash of what was sent under that key.
  public var requestHash: String?
  /// The channel it came through.
  public var channel: String
  /// The kind of thing.
  public var category: String?
  /// What was seen.
  public var description: String?
  /// The sender's own number of it.
  public var externalID: String?
  /// When it was seen (RFC 3339).
  public var reportedAt: String?
  /// When it was received (RFC 3339, UTC).
  public var receivedAt: String
  /// The position as it was sent: longitude or easting in `crs`.
  public var x: Double?
  /// The position as it was sent: latitude or northing in `crs`.
  public var y: Double?
  /// The reference system that was declared.
  public var crs: String?
  /// Longitude or easting in the store's system.
  public var storeX: Double?
  /// Latitude or northing in the store's system.
  public var storeY: Double?
  /// `inside`, `border`, `outside` or `invalid`.
  public var gridStatus: String
  /// The key of the grid it was attached to.
  public var gridID: Int64?
  /// The code of that grid; read, not written.
  public var gridCode: String?
  /// The name of that grid; read, not written.
  public var gridName: String?
  /// The generation that attached it.
  public var generation: Int64?

  /// Makes a report that is about to be kept.
  public init(channel: String, receivedAt: String, gridStatus: String) {
    self.channel = channel
    self.receivedAt = receivedAt
    self.gridStatus = gridStatus
  }
}

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
