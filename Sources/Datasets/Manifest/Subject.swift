/// What the rows of a data set are about.
public enum Subject: String, Sendable, Hashable, CaseIterable {
  /// Citizens' reports, listed with those that come in over HTTP.
  ///
  /// The fields `external_id` (the key) and `channel` are needed; `category`,
  /// `description` and `reported_at` are taken where they are there.
  case report
  /// People.
  case person
  /// Households.
  case household
  /// Companies, institutions and associations.
  case legalEntity = "legal_entity"
  /// Fixtures of the city: manhole covers, lamps, trees.
  case component
  /// What happened.
  case event
  /// Addresses, buildings and dwellings.
  case address
  /// Places and areas.
  case place
  /// Who answers for what.
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
public struct Exposure: Hashable, Sendable, Codable {
  /// The name by which a question asks for it.
  public var name: String
  /// What people call it.
  public var title: String?
  /// The field that holds it.
  public var field: String

  /// Makes an exposure.
  public init(name: String, title: String? = nil, field: String) {
    self.name = name
    self.title = title
    self.field = field
  }
}
