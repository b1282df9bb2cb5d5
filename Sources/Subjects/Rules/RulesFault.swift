/// One thing that is wrong in a file of rules.
public struct RulesFault: Error, Hashable, Sendable {
  /// Where in the file: keys and positions from the top, as `identity[2].equal[0]`.
  public let place: String
  /// What is wrong.
  public let reason: RulesReason
}

/// All that is wrong in a file of rules, in the order of the file.
public struct RulesFaults: Error, Hashable, Sendable {
  /// The kind of subject the file is about.
  public let kind: String
  /// The faults, at least one.
  public let faults: [RulesFault]
}

/// Why a part of a file of rules cannot be used.
public enum RulesReason: Hashable, Sendable {
  /// A name is missing or empty.
  case noName
  /// The same name occurs twice.
  case repeated(String)
  /// No attribute has this name.
  case unknownAttribute(String)
  /// No data set has this name.
  case unknownDataSet(String)
  /// A word is none of those that may stand here.
  case unknownWord(String, allowed: [String])
  /// A list has fewer entries than it needs.
  case tooFew(Int, least: Int)
  /// There are more entries than can be counted.
  case tooMany(Int, most: Int)
  /// A number lies outside what makes sense here.
  case outOfRange(Double)
  /// An attribute is derived from itself, by one or more steps.
  case circle(String)
  /// An attribute is derived and stated by a field as well.
  case derivedAndStated(String)
  /// An attribute of the subject's key does not bind rows by a certain rule of its own.
  case keyBindsNothing(String)
  /// An attribute is in two tuples.
  case inTwoTuples(String)
  /// A certain rule asks for a distance, which can only propose.
  case nearIsNeverCertain
  /// The rule names data sets' personal keys, and no data set has one.
  case noPersonalKey
}
