/// A field in which a record says by code which cell of a level it is in.
public struct StatedCell: Hashable, Sendable {
  /// The field.
  public var field: String
  /// The level.
  public var level: String

  /// Makes one.
  public init(field: String, level: String) {
    self.field = field
    self.level = level
  }
}
