/// A level of the active generation as lists and pages show it.
public struct LevelSummary: Sendable, Equatable, Codable {
  /// The level's name.
  public var level: String
  /// The depth: 0 is the top level.
  public var rank: Int
  /// How many cells it has.
  public var cells: Int
  /// Whether all of its boundaries are unions of the cells below.
  public var isDerived: Bool

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey {
    case level, rank, cells
    case isDerived = "derived"
  }
}
