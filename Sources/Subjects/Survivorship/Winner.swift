/// The value of one attribute of a subject, and why it is this one.
public struct Winner: Hashable, Sendable {
  /// The attribute's number in the rules.
  public var attribute: Int { Int(shortAttribute) }
  /// The row that states it.
  public var row: Int { Int(shortRow) }
  /// The value as stated; a number of the table's pool.
  public let stated: UInt32
  /// The value as read; a number of the table's pool.
  public let reading: UInt32
  // There are millions of winners: 16 bytes each.
  private let shortRow: UInt32
  private let shortAttribute: UInt16
  /// What decided.
  public let criterion: Criterion

  init(attribute: Int, row: Int, stated: UInt32, reading: UInt32, criterion: Criterion) {
    shortAttribute = UInt16(truncatingIfNeeded: attribute)
    shortRow = UInt32(truncatingIfNeeded: row)
    self.stated = stated
    self.reading = reading
    self.criterion = criterion
  }
}

/// What decided that a row's value wins over the next best one.
public enum Criterion: String, CaseIterable, Sendable {
  /// No other row states a value.
  case only
  /// All rows that state one agree.
  case agreed
  /// A person has decided.
  case decision
  /// The list of preferred values.
  case preferred
  /// More rows state it.
  case frequency
  /// The data set's rank.
  case rank
  /// The effective day.
  case effective
  /// The day it was loaded.
  case loaded
  /// The name of the data set.
  case dataSet = "data-set"
  /// The row's key.
  case rowKey = "row-key"
  /// Its tuple's first attribute has won, and the tuple comes from one row.
  case tuple
  /// All values are kept.
  case kept
}
