import GRDB
package import Time

/// A report as the store keeps it: what was sent, and the grid it was given.
///
/// What is personal in it is a ``ReportPrivate``, which no list has.
package struct ReportRecord: Sendable, Equatable, Codable, FetchableRecord {
  /// The number, which does not leave the store; 0 before it is kept.
  package var id: Int64 = 0
  /// The name by which it is known outside; given when it is kept.
  package var receipt = Receipt.none
  /// The sender's key that makes sending twice harmless.
  package var idempotencyKey: String?
  /// A hash of what was sent under that key.
  package var requestHash: String?
  /// The channel it came through.
  package var channel: String
  package var category: String?
  package var description: String?
  /// The sender's own number of it.
  package var externalID: String?
  /// When it was seen: RFC 3339, as it was sent.
  package var reportedAt: String?
  package var receivedAt: Moment
  /// The position as it was sent: longitude or easting in `crs`.
  package var x: Double?
  /// The position as it was sent: latitude or northing in `crs`.
  package var y: Double?
  /// The reference system that was declared.
  package var crs: String?
  /// The digits of `x` as they were sent, or as a table has them.
  package var givenLongitude: String?
  /// The digits of `y` as they were sent, or as a table has them.
  package var givenLatitude: String?
  /// The name of the reference system as it was sent; nil where none was named.
  package var givenCRS: String?
  /// Longitude or easting in the store's system.
  package var storeX: Double?
  /// Latitude or northing in the store's system.
  package var storeY: Double?
  /// `inside`, `border`, `outside` or `invalid`.
  package var gridStatus: String
  /// The key of the grid it was attached to.
  package var gridID: Int64?
  /// The code of that grid; read, not written.
  package var gridCode: String?
  /// The name of that grid; read, not written.
  package var gridName: String?
  /// The generation that attached it.
  package var generation: Int64?
  /// True where something of it is sealed and was not opened; read, not written.
  package var isSealed: Bool?

  /// Makes a report that is about to be kept.
  package init(channel: String, receivedAt: Moment, gridStatus: String) {
    self.channel = channel
    self.receivedAt = receivedAt
    self.gridStatus = gridStatus
  }

  /// The columns of the table `report`, and what is selected beside them.
  enum CodingKeys: String, CodingKey {
    case id, receipt, channel, category, description, x, y, crs, generation
    case givenLongitude = "given_longitude"
    case givenLatitude = "given_latitude"
    case givenCRS = "given_crs"
    case idempotencyKey = "idempotency_key"
    case requestHash = "request_hash"
    case externalID = "external_id"
    case reportedAt = "reported_at"
    case receivedAt = "received_at"
    case storeX = "store_x"
    case storeY = "store_y"
    case gridStatus = "grid_status"
    case gridID = "grid_id"
    case gridCode = "grid_code"
    case gridName = "grid_name"
    case isSealed = "is_sealed"
  }
}

/// A file that came with a report.
package struct AttachmentRecord: Sendable, Equatable, Codable, FetchableRecord {
  /// From 1, in the order in which they were sent.
  package var number: Int
  /// What the sender calls it.
  package var name: String?
  package var mediaType: String
  package var bytes: Int
  /// The digest of its content, 64 hexadecimal digits.
  package var sha256: String

  package init(number: Int, name: String?, mediaType: String, bytes: Int, sha256: String) {
    self.number = number
    self.name = name
    self.mediaType = mediaType
    self.bytes = bytes
    self.sha256 = sha256
  }

  package enum CodingKeys: String, CodingKey {
    case number, name, bytes, sha256
    case mediaType = "media_type"
  }
}

/// Which reports to list: those of which everything that is given holds.
package struct ReportFilter: Sendable {
  /// At most so many, the newest first.
  package var limit: Int
  /// Only reports that came before this one: the next page.
  package var beforeID: Int64?
  package var channel: String?
  package var category: String?
  /// Only reports received at this moment or later.
  package var from: Moment?
  /// Only reports received at this moment or earlier.
  package var to: Moment?
  /// Only reports attached to the grid of this code.
  package var grid: String?

  /// All reports, up to `limit`.
  package init(limit: Int) {
    self.limit = limit
  }
}
