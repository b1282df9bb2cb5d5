/// How a level differs from the generation before, in cells.
public struct GridChanges: Sendable, Equatable, Codable {
  /// Cells whose code was not there before.
  public var new = 0
  /// Cells with another boundary, name or parent than before.
  public var changed = 0
  /// Cells that are as they were; their rows span the generations.
  public var unchanged = 0
  /// Cells of before that are no longer there.
  public var gone = 0

  /// No change.
  public init() {}
}
