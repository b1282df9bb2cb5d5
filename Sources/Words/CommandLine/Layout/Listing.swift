/// A list of things as a table with headings in both languages.
package struct Listing: Sendable {
  /// A heading, and whether numbers stand under it.
  package struct Column: Sendable {
    let name: Wording
    let isNumber: Bool
  }

  private let columns: [Column]
  private var rows: [[Wording]] = []

  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row with a value for each column.
  mutating func append(_ row: [Wording]) { rows.append(row) }

  /// Adds a row of names and numbers.
  mutating func append(_ row: [String]) { append(row.map(Wording.init(verbatim:))) }

  /// The lines, without a line end after the last.
  package var wording: Wording { Wording(english: text(.english), chinese: text(.chinese)) }

  private func text(_ language: Language) -> String {
    var table = TextTable(
      columns.map { (name: $0.name[language], side: $0.isNumber ? .right : .left) })
    for row in rows { table.append(row.map { $0[language] }) }
    return table.text
  }
}

extension Listing.Column {
  /// A column of names or codes.
  static func text(_ english: VisibleText, _ chinese: VisibleText) -> Listing.Column {
    Listing.Column(name: Wording(english, chinese), isNumber: false)
  }

  /// A column of numbers.
  static func number(_ english: VisibleText, _ chinese: VisibleText) -> Listing.Column {
    Listing.Column(name: Wording(english, chinese), isNumber: true)
  }
}
