/// Which current rows of a data set count: those of which everything given holds.
public struct RowFilter: Sendable, Equatable {
  /// Only rows of this category.
  public var category: String?
  /// Only rows of this day or later (`YYYY-MM-DD`).
  public var from: String?
  /// Only rows of this day or earlier (`YYYY-MM-DD`).
  public var to: String?

  /// All current rows, where nothing is given.
  public init(category: String? = nil, from: String? = nil, to: String? = nil) {
    self.category = category
    self.from = from
    self.to = to
  }
}
