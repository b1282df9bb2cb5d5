import Foundation
import Geometry
import Tabular
import Time
import Warehouse

/// What a channel sends in: one thing seen at one place.
package struct ReportSubmission: Sendable, Equatable {
  /// A field that holds a text.
  package enum TextField: String, CaseIterable, Sendable {
    case channel, category, description, crs, address, contact
    case reportedAt = "reported_at"
    case externalID = "external_id"

    /// The longest text that it takes, in characters: Unicode scalar values, as JSON Schema counts
    /// them.
    package var limit: Int {
      switch self {
      case .channel: 64
      case .category, .externalID, .contact: 200
      case .description: 10_000
      case .address: 500
      case .crs: 2_000
      case .reportedAt: 40
      }
    }
  }

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
  /// The digits of the longitude as they were sent; those of the number where nil.
  package var longitudeText: String?
  /// The digits of the latitude as they were sent; those of the number where nil.
  package var latitudeText: String?
  /// The reference system of the position; WGS 84 where none is named.
  package var crs: String?
  /// Where it is, in the sender's words; personal: kept, and in no answer.
  package var address: String?
  /// How the sender can be reached; personal: kept, and in no answer.
  package var contact: String?
  /// When it was seen (RFC 3339).
  package var reportedAt: String?
  /// The sender's own number of it.
  package var externalID: String?
  /// Pictures and the like, in their order.
  package var attachments: [ReportAttachment] = []

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

  private subscript(field: TextField) -> String? {
    switch field {
    case .channel: channel
    case .category: category
    case .description: description
    case .crs: crs
    case .address: address
    case .contact: contact
    case .reportedAt: reportedAt
    case .externalID: externalID
    }
  }
}

extension ReportSubmission {
  /// The name under which a position is spoken of.
  static let position = (longitude: "longitude", latitude: "latitude")

  /// Everything that is wrong with the submission but where its position lies.
  package func faults() -> [ReportFault.Field] {
    var faults: [ReportFault.Field] = []
    if channel.isEmpty { faults.append(.noChannel) }
    for field in TextField.allCases {
      guard let text = self[field] else { continue }
      if text.utf8.count > field.limit, text.unicodeScalars.count > field.limit {
        faults.append(.tooLong(field: field.rawValue, limit: field.limit))
      }
      if text.utf8.contains(0) { faults.append(.hasNUL(field: field.rawValue)) }
    }
    if (longitude == nil) != (latitude == nil) { faults.append(.halfAPosition(longitude == nil)) }
    if let longitude, !longitude.isFinite {
      faults.append(.notFinite(field: Self.position.longitude))
    }
    if let latitude, !latitude.isFinite { faults.append(.notFinite(field: Self.position.latitude)) }
    if let reportedAt, Moment(rfc3339: reportedAt) == nil {
      faults.append(.notAMoment(reportedAt))
    }
    if let crs {
      do throws(GeometryError) { _ = try CRSName(crs) } catch { faults.append(.badCRS(error)) }
    }
    return faults + attachmentFaults()
  }

  private func attachmentFaults() -> [ReportFault.Field] {
    var faults: [ReportFault.Field] = []
    if attachments.count > ReportAttachment.most {
      faults.append(.tooManyAttachments(attachments.count, limit: ReportAttachment.most))
    }
    if attachments.reduce(0, { $0 + $1.content.count }) > ReportAttachment.largestTotal {
      faults.append(.largeAttachments(limit: ReportAttachment.largestTotal))
    }
    for (index, file) in attachments.enumerated() {
      if let fault = file.fault { faults.append(.attachment(number: index + 1, fault)) }
    }
    return faults
  }

  /// A digest of what was sent, so that another submission under the same key is known to be one.
  ///
  /// Not of what is personal: who has the digest and the rest would find a telephone number by trying
  /// all of them. The digits of a number do not matter, and files count by their digests.
  func digest(of files: [AttachmentRecord]) throws -> String {
    if files.isEmpty, let plain = plainContent { return ContentHash.sha256(plain) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let content = Content(
      channel: channel, category: category, description: description, longitude: longitude,
      latitude: latitude, crs: crs, reportedAt: reportedAt, externalID: externalID,
      attachments: files.isEmpty ? nil : files)
    return ContentHash.sha256(String(decoding: try encoder.encode(content), as: UTF8.self))
  }

  /// What the encoder makes of a submission without files, where it escapes no slash; nil elsewhere.
  var plainContent: [UInt8]? {
    let texts = [category, channel, crs, description, externalID, reportedAt]
    guard texts.allSatisfy({ $0?.utf8.contains(UInt8(ascii: "/")) != true }) else { return nil }
    var writer = JSONObjectWriter()
    writer.append("category", category)
    writer.append("channel", channel)
    writer.append("crs", crs)
    writer.append("description", description)
    writer.append("external_id", externalID)
    writer.append("latitude", latitude)
    writer.append("longitude", longitude)
    writer.append("reported_at", reportedAt)
    return writer.closed()
  }

  /// What the digest is made of; that of a report without files stays what it was.
  private struct Content: Encodable {
    var channel: String
    var category: String?
    var description: String?
    var longitude: Double?
    var latitude: Double?
    var crs: String?
    var reportedAt: String?
    var externalID: String?
    var attachments: [AttachmentRecord]?

    enum CodingKeys: String, CodingKey {
      case channel, category, description, longitude, latitude, crs, attachments
      case reportedAt = "reported_at"
      case externalID = "external_id"
    }
  }
}
