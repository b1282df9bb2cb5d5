package import Time
package import Warehouse

/// A report as it is shown; what is personal in it is not.
package struct Report: Sendable, Equatable, Codable {
  /// The position as it was sent.
  package struct Given: Sendable, Equatable, Codable {
    /// The digits of the longitude or easting.
    package var longitude: String
    /// The digits of the latitude or northing.
    package var latitude: String
    /// The reference system that was named; nil where none was, which means WGS 84.
    package var crs: String?

    package init(longitude: String, latitude: String, crs: String? = nil) {
      self.longitude = longitude
      self.latitude = latitude
      self.crs = crs
    }
  }

  /// The name by which it is known: 26 letters and digits that nobody guesses.
  package var receipt: String
  /// The channel it came through.
  package var channel: String
  package var category: String?
  package var description: String?
  /// The position in WGS 84, longitude in degrees.
  package var longitude: Double?
  /// The position in WGS 84, latitude in degrees.
  package var latitude: Double?
  /// The position as it was sent.
  package var given: Given?
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
  /// The files that came with it.
  package var attachments: [AttachmentRecord]
  /// True where its words, and what its files are called, are sealed and left out.
  package var isSealed: Bool?

  package enum CodingKeys: String, CodingKey {
    case receipt, channel, category, description, longitude, latitude, given, attachments
    case reportedAt = "reported_at"
    case receivedAt = "received_at"
    case externalID = "external_id"
    case status, grid, generation
    case isSealed = "sealed"
  }
}

/// A report that stands in the store.
package enum KeptReport: Sendable {
  /// The submission made it.
  case new(ReportDraft, Receipt, receivedAt: Moment)
  /// The same one came before.
  case earlier(ReportRecord, [AttachmentRecord])

  package var isNew: Bool {
    switch self {
    case .new: true
    case .earlier: false
    }
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
  /// The most reports that one question gets: a page of a thousand, and one that says that more follow.
  package static let largestLimit = 1_001

  /// At most so many, the newest first; 1…1001.
  package var limit: Int
  /// The receipt of a report: only those that came before it, the page after the one that ended with it.
  package var before: String?
  package var channel: String?
  package var category: String?
  /// Only reports received at this date or moment, or later.
  package var from: String?
  /// Only reports received at this date or moment, or earlier.
  package var to: String?
  /// Only reports attached to the grid of this code.
  package var grid: String?

  package init(
    limit: Int = 100, before: String? = nil, channel: String? = nil, category: String? = nil,
    from: String? = nil, to: String? = nil, grid: String? = nil
  ) {
    self.limit = limit
    self.before = before
    self.channel = channel
    self.category = category
    self.from = from
    self.to = to
    self.grid = grid
  }
}
