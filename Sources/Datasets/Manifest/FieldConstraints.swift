/// The constraints of a field, as Table Schema names them.
public struct FieldConstraints: Hashable, Sendable {
  /// Whether a value must be there.
  public var isRequired = false
  /// Whether no two rows of a file may have the same value; rows after the first are refused.
  public var isUnique = false
  /// The least number of characters (Unicode scalars) of a string.
  public var minimumLength: Int?
  /// The greatest number of characters (Unicode scalars) of a string.
  public var maximumLength: Int?
  /// The least value, in the form that the type is kept in; included.
  public var minimum: String?
  /// The greatest value, in the form that the type is kept in; included.
  public var maximum: String?
  /// A regular expression that the whole text of the value must match.
  public var pattern: String?
  /// The values allowed, as they are written in the file; empty where all are.
  public var allowed: [String] = []

  /// Makes no constraints.
  public init() {}
}
