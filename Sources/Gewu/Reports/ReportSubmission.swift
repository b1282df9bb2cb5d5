/// What a channel sends in: one thing seen at one place.
public struct ReportSubmission: Sendable, Equatable, Codable {
  /// The channel it came through, such as `hotline`, `app`, `patrol`.
  public var channel: String
  /// The kind of thing, a code or a word of the sender's.
  public var category: String?
  /// What was seen, in the sender's words.
  public var description: String?
  /// The longitude or easting in `crs`; nil where the place is not known.
  public var longitude: Double?
  /// The latitude or northing in `crs`.
  public var latitude: Double?
  /// The reference system of the position; WGS 84 where none is named.
  public var crs: String?
  /// When it was seen (RFC 3339).
  public var reportedAt: String?
  /// The sender's own number of it.
  public var externalID: String?

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey, CaseIterable {
    case channel, category, description, longitude, latitude, crs
    case reportedAt = "reported_at"
    case externalID = "external_id"
  }

  /// Makes a submission.
  public init(
    channel: String, category: String? = nil, description: String? = nil,
    longitude: Double? = nil, latitude: Double? = nil, crs: String? = nil,
    reportedAt: String? = nil, externalID: String? = nil
  ) {
    self.channel = channel
    self.category = category
    self.description = description
    self.longitude = longitude
    self.latitude = latitude
    self.crs = crs
    self.reportedAt = reportedAt
    self.externalID = externalID
  }
}
