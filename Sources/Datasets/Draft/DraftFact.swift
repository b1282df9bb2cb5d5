package import Tabular

/// What a draft says in its comments, in no language: where it comes from and what speaks for each
/// proposal.
package enum DraftFact: Hashable, Sendable {
  /// Fields begin with spaces and a quote.
  case spacesBeforeQuotes
  /// Quoted values go over several lines.
  case quotedLines(QuotedLines)

  // The whole.
  case proposal(file: String, rows: Int)
  /// The cells of only so many rows were looked at.
  case examined(Int)
  case whatToDo
  case sheet(String)
  case blankRows(Int)
  /// Rows with another number of cells than the header.
  case otherShape(Int)

  // The header.
  case noHeader
  /// Rows above the header, which look like titles.
  case titles(Int, above: Int)
  case headerOfTwoRows(Int, Int)

  // A field; `of` is how many values the column has.
  case noValues
  /// Values that a check finds right.
  case valid(Int, of: Int, check: String)
  case alsoDates
  case inForm(String, Int)
  case dateCells(Int)
  case notDates(Int)
  case leadingZeros(Int, of: Int)
  /// Number cells with more digits than a spreadsheet keeps.
  case lostDigits(Int)
  case longNumbers(Int)
  case notNumbers(Int, of: Int)
  case numbersThatName
  case grouped(Int)
  case range(String, String)
  case allDifferent
  case empty(Int, rows: Int)
  /// How often a text stands for "no value".
  case missing(String, Int)
  /// The distinct values with their counts, the most frequent first; `count` is how many there are.
  case distinct([Counted], count: Int)
  case longest(Int)

  /// A value and how often it stands.
  package struct Counted: Hashable, Sendable {
    package let text: String
    package let count: Int
  }
}

/// What only a person can decide about a draft.
package enum DraftQuestion: Hashable, Sendable {
  /// Whether the reference system that the file names is the right one.
  case isSystemTrue
  case whichSystem
  case noKey
  case isWhole
  /// Whether the point of these fields, behind which all numbers have three digits, divides thousands.
  case areThousands([String])
  /// Which English names fields should have; each with its heading.
  case names([Unnamed])

  /// A field without a name of its own.
  package struct Unnamed: Hashable, Sendable {
    package let name: String
    package let heading: String
  }
}
