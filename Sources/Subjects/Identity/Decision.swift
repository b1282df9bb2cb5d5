/// What a person has decided: an input of the highest rank.
public enum Decision: Hashable, Sendable {
  /// Two rows are one subject.
  case same(RowAddress, RowAddress)
  /// Two rows are two subjects.
  case different(RowAddress, RowAddress)
  /// The subject of a row has a value, as long as its rows state exactly the values seen.
  case value(ValueDecision)

  /// The rows it names.
  var rows: [RowAddress] {
    switch self {
    case .same(let one, let other), .different(let one, let other): [one, other]
    case .value(let decision): [decision.row]
    }
  }
}

/// A value that a person has chosen for an attribute, bound to the values that were seen.
public struct ValueDecision: Hashable, Sendable {
  /// A row of the subject.
  public let row: RowAddress
  /// The attribute's name.
  public let attribute: String
  /// The value, as stated.
  public let value: [UInt8]
  /// The read values that the subject's rows stated when it was decided, each once, sorted.
  public let seen: [[UInt8]]

  /// A decision; the values seen are put in order.
  public init(row: RowAddress, attribute: String, value: [UInt8], seen: [[UInt8]]) {
    self.row = row
    self.attribute = attribute
    self.value = value
    self.seen = Set(seen).sorted { $0.lexicographicallyPrecedes($1) }
  }
}
