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
