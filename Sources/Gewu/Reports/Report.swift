package import Time

/// A report as the store keeps it.
package struct Report: Sendable, Equatable, Codable {
  /// The number, given in the order of arrival.
  package var id: Int64
  /// The channel it came through.
  package var channel: String
  package var category: String?
  package var description: String?
  /// The position in WGS 84, longitude in degrees.
  package var longitude: Double?
  /// The position in WGS 84, latitude in degrees.
  package var latitude: Double?
  /// When it was seen: RFC 3339, as it was sent.
  package var reportedAt: String?
  package var receivedAt: Moment
  /// The sender's own number of it.
  package var externalID: String?
  /// Where the position lies; `invalid` where there is none.
  package var status: GridStatus
  /// The grid it was attached to.
  package var grid: LocateAnswer.Cell?
  /// The generation that attached it.
  package var generation: Int64?

  package enum CodingKeys: String, CodingKey {
    case id, channel, category, description, longitude, latitude
    case reportedAt = "reported_at"
    case receivedAt = "received_at"
    case externalID = "external_id"
    case status, grid, generation
  }
}

/// What the sender of a report is answered once it is on disk.
package struct ReportReceipt: Sendable, Equatable {
  /// The report as it is kept.
  package var report: Report
  /// Whether this submission made it; false where the same one came before.
  package var isNew: Bool
}

/// Which reports to list: those of which everything that is given holds.
package struct ReportQuery: Sendable {
  /// The most reports that one answer holds.
  package static let largestLimit = 1_000

  /// At most so many, the newest first; 1…1000.
  package var limit: Int
  /// Only reports with a smaller number: the page after the one that ended with it.
  package var beforeID: Int64?
  package var channel: String?
  package var category: String?
  /// Only reports received at this date or moment, or later.
  package var from: String?
  /// Only reports received at this date or moment, or earlier.
  package var to: String?
  /// Only reports attached to the grid of this code.
  package var grid: String?

  package init(
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
