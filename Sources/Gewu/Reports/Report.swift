/// A report as the store keeps it.
public struct Report: Sendable, Equatable, Codable {
  /// The number, given in the order of arrival.
  public var id: Int64
  /// The channel it came through.
  public var channel: String
  /// The kind of thing.
  public var category: String?
  /// What was seen.
  public var description: String?
  /// The position in WGS 84, longitude in degrees.
  public var longitude: Double?
  /// The position in WGS 84, latitude in degrees.
  public var latitude: Double?
  /// When it was seen (RFC 3339).
  public var reportedAt: String?
  /// When it was received (RFC 3339, UTC).
  public var receivedAt: String
  /// The sender's own number of it.
  public var externalID: String?
  /// Where the position lies; `invalid` where there is none.
  public var status: GridStatus
  /// The grid it was attached to.
  public var grid: LocateAnswer.Cell?
  /// The generation that attached it.
  public var generation: Int64?

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey {
    case id, channel, category, description, longitude, latitude
    case reportedAt = "reported_at"
    case receivedAt = "received_at"
    case externalID = "external_id"
    case status, grid, generation
  }
}

/// What the sender of a report is answered once it is on disk.
public struct ReportReceipt: Sendable, Equatable {
  /// The report as it is kept.
  public var report: Report
  /// Whether this submission made it; false where the same one came before.
  public var isNew: Bool
}

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
