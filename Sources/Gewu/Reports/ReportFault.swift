package import Geometry

/// Why a report was not kept, or cannot be found.
package enum ReportFault: UseCaseError, Equatable, Sendable {
  /// What is wrong with one field of a submission.
  package enum Field: Equatable, Sendable {
    case noChannel
    case tooLong(field: String, limit: Int)
    /// A text has a NUL character.
    case hasNUL(field: String)
    /// Of longitude and latitude one is given without the other.
    case halfAPosition(_ isLongitudeMissing: Bool)
    case notFinite(field: String)
    /// Degrees that no place has; `limit` is the greatest in either direction.
    case beyond(field: String, degrees: String, limit: Int)
    /// The position lies in the district only with its ordinates exchanged.
    case exchanged
    /// The position is no place of its reference system.
    case notInSystem(crs: String)
    /// When it was seen is not a moment.
    case notAMoment(String)
    case badCRS(GeometryError)
    case tooManyAttachments(Int, limit: Int)
    /// All files together have more bytes than are taken.
    case largeAttachments(limit: Int)
    case attachment(number: Int, Attachment)
  }

  /// What is wrong with one file that came with a report.
  package enum Attachment: Equatable, Sendable {
    case unknownType(known: [String])
    case empty
    /// It does not begin as files of its type do.
    case otherContent(String)
    case longName(limit: Int)
    /// The name has a control character or a separator of paths.
    case badName
  }

  /// Everything that is wrong with the submission.
  case badFields([Field])
  /// The idempotency key was used for another report.
  case keyUsed(String)
  /// There is no report of this receipt or former number.
  case noReport(String)
  case noAttachment(Int)
  /// A file is sealed, and nobody said what it is read for.
  case sealedAttachment(Int)
  case badLimit(Int, largest: Int)
  /// The day that ends the list is before the one that begins it.
  case emptyRange(from: String, to: String)
  /// The page is to begin behind a report that there is not.
  case noPage(before: String)
  /// More reports wait to be written than are let wait.
  case tooMany

  package var kind: FailureKind {
    switch self {
    case .badFields, .badLimit, .emptyRange: .invalid
    case .keyUsed: .conflict
    case .noReport, .noAttachment, .noPage: .notFound
    case .tooMany: .locked
    case .sealedAttachment: .withheld
    }
  }
}

extension ReportFault.Field {
  /// The member of the submission that is wrong.
  package var field: String {
    switch self {
    case .noChannel: "channel"
    case .tooLong(let field, _), .hasNUL(let field), .notFinite(let field),
      .beyond(let field, _, _):
      field
    case .halfAPosition(let isLongitudeMissing): isLongitudeMissing ? "longitude" : "latitude"
    case .exchanged, .notInSystem: "longitude, latitude"
    case .notAMoment: "reported_at"
    case .badCRS: "crs"
    case .tooManyAttachments, .largeAttachments: "attachments"
    case .attachment(let number, _): "attachments[\(number)]"
    }
  }
}
