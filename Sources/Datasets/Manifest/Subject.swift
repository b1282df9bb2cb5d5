/// What the rows of a data set are about.
package enum Subject: String, Sendable, Hashable, CaseIterable {
  /// Citizens' reports, listed with those that come in over HTTP.
  ///
  /// The fields `external_id` (the key) and `channel` are needed; `category`, `description`,
  /// `reported_at`, `address` and `contact` are taken where they are there.
  case report
  case person
  case household
  case legalEntity = "legal_entity"
  /// Fixtures of the city: manhole covers, lamps, trees.
  case component
  case event
  case address
  case place
  case post

  /// The fields that a manifest of the subject must have.
  var requiredFields: [String] {
    switch self {
    case .report: ["external_id", "channel"]
    default: []
    }
  }
}

/// A number of each record that serves as the denominator of rates: people, households, area.
package struct Exposure: Hashable, Sendable, Codable {
  /// The name by which a question asks for it.
  package var name: String
  package var title: String?
  /// The field that holds it.
  package var field: String

  package init(name: String, title: String? = nil, field: String) {
    self.name = name
    self.title = title
    self.field = field
  }
}
