/// A cell that a row or a report was attached to before its present one.
public struct EarlierGrid: Sendable, Equatable, Codable {
  /// The generation that it was attached to.
  public var generation: Int64
  /// The code of the cell.
  public var code: String
  /// The level of the cell.
  public var level: String
  /// How it was attached.
  public var method: String?
  /// The generation whose cell took its place.
  public var untilGeneration: Int64
  /// When that was (RFC 3339, UTC).
  public var until: String

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey {
    case generation, code, level, method, until
    case untilGeneration = "until_generation"
  }
}
