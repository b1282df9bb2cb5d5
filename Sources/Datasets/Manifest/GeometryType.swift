/// The types of geometry that the records of a data set can have.
public enum GeometryType: String, Hashable, Sendable, CaseIterable, Codable {
  /// One position.
  case point
  /// A line or several.
  case line
  /// An area of one or several parts.
  case polygon
}
