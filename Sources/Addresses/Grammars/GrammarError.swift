/// What is wrong with the text of a grammar.
///
/// Lines count from 1.
public enum GrammarError: Error, Sendable, Hashable {
  /// The line is none of: a comment, `key: words`, `key: [words]`, or an indented one below a key.
  case syntax(line: Int)
  /// A list that is opened is not closed.
  case openList(line: Int)
  /// The same key twice in one section.
  case repeated(line: Int, key: String)
  case unknownSection(line: Int, name: String)
  /// A name that is no kind of element, or no kind with a variety after a point.
  case unknownKind(line: Int, name: String)
  /// A form whose unit is in no line of `units` and `prefixes`.
  case unknownForm(line: Int, form: String)
  /// A value that the setting does not have, such as a script other than han and latin.
  case unknownValue(line: Int, value: String)
  /// A variant that is not two characters of the basic plane.
  case badVariant(line: Int, variant: String)
  /// A cost that is no whole number from -1000 to 1000.
  case badCost(line: Int, text: String)
  case missing(section: String)
  /// More kinds, varieties and forms than the parser's tables hold.
  case tooLarge(line: Int)
}
