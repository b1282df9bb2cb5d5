import Geometry
import Time

/// What a channel sends in: one thing seen at one place.
package struct ReportSubmission: Sendable, Equatable, Codable {
  /// The channel it came through, such as `hotline`, `app`, `patrol`.
  package var channel: String
  /// The kind of thing, a code or a word of the sender's.
  package var category: String?
  /// What was seen, in the sender's words.
  package var description: String?
  /// The longitude or easting in `crs`; nil where the place is not known.
  package var longitude: Double?
  /// The latitude or northing in `crs`.
  package var latitude: Double?
  /// The reference system of the position; WGS 84 where none is named.
  package var crs: String?
  /// When it was seen (RFC 3339).
  package var reportedAt: String?
  /// The sender's own number of it.
  package var externalID: String?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case channel, category, description, longitude, latitude, crs
    case reportedAt = "reported_at"
    case externalID = "external_id"
  }

  package init(
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

extension ReportSubmission {
  /// The longest text that a field of a report takes, in characters.
  package static let longestText = 10_000

  /// Everything that is wrong with the submission.
  func faults() -> [ReportFault.Field] {
    var faults: [ReportFault.Field] = []
    if channel.isEmpty { faults.append(.noChannel) }
    for (name, text) in [
      ("channel", channel), ("category", category), ("description", description),
      ("external_id", externalID),
    ] where (text?.count ?? 0) > Self.longestText {
      faults.append(.tooLong(field: name, limit: Self.longestText))
    }
    if (longitude == nil) != (latitude == nil) { faults.append(.halfAPosition) }
    if let longitude, let latitude, !longitude.isFinite || !latitude.isFinite {
      faults.append(.notAPosition)
    }
    if let reportedAt, (try? Moment(reportedAt, in: .utc)) == nil {
      faults.append(.notAMoment(reportedAt))
    }
    if let crs {
      do throws(GeometryError) { _ = try CRSName(crs) } catch { faults.append(.badCRS(error)) }
    }
    return faults
  }
}
