/// One dated fact about a division: it bore a name under a parent from a day until a day.
///
/// Several rows of one code are the history of one division (renamed, moved to another parent); a
/// division that was merged or split off under another code names that one as its successor.
public struct DivisionRow: Sendable, Hashable {
  /// Code of the division, the same in all its rows.
  public let code: String
  /// Full name, such as 襄樊市.
  public let name: String
  /// Province, city, county, town, or country; levels may be skipped.
  public let kind: ElementKind
  /// Code of the division that it is a part of.
  public let parent: String?
  /// First day, in days since 1970-01-01; nil where it has always been so.
  public let from: Int32?
  /// Day after the last one; nil where it is still so.
  public let to: Int32?
  /// Code of the division that it became a part of.
  public let successor: String?

  /// A row of given parts.
  public init(
    code: String, name: String, kind: ElementKind, parent: String? = nil, from: Int32? = nil,
    to: Int32? = nil, successor: String? = nil
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.parent = parent
    self.from = from
    self.to = to
    self.successor = successor
  }
}

/// What is wrong with the rows of divisions.
public enum DivisionError: Error, Sendable, Hashable {
  case emptyName(code: String)
  case unknownParent(code: String, parent: String)
  case unknownSuccessor(code: String, successor: String)
  /// A division that is above itself.
  case circle(code: String)
  /// Rows of one code are of two kinds.
  case twoKinds(code: String)
  case tooMany
}
