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
