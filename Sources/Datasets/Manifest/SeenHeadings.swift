/// The headings of a table, as far as a message may repeat them.
///
/// A file without its header begins with a row: what stands where headings are expected are then the
/// values of a person. Headings are therefore shown where enough of them are names that are known, and
/// else only those that are, which are no secret.
package struct SeenHeadings: Hashable, Sendable {
  /// How many there are.
  package let count: Int
  /// Those that may be shown, in their order.
  package let shown: [String]
  /// Whether the line is taken for a header.
  package let isHeader: Bool

  /// Looks through a line.
  ///
  /// - Parameters:
  ///   - headings: the texts of the line, in their order.
  ///   - known: what headings may be called here.
  ///   - expected: how many of the known names a header may have; of a quarter of them, and one at
  ///     least, the line must have one or something close to it.
  package init(_ headings: [String], known: Set<String>, expected: Int) {
    let names = Set(known.map(HeadingText.normalized))
    let texts = headings.map(HeadingText.normalized)
    let needed = max(1, (min(headings.count, expected) + 3) / 4)
    let recognised = texts.count { text in
      names.contains(text) || !Self.isLikeValue(text) && names.contains { Self.isClose(text, $0) }
    }
    isHeader = recognised >= needed
    count = headings.count
    shown =
      isHeader
      ? headings.filter { !Self.isLikeValue($0) }
      : zip(headings, texts).filter { names.contains($1) }.map(\.0)
  }

  /// Some of the headings of a line that was looked through.
  ///
  /// - Parameter columns: which ones, counted from 0.
  package init(_ columns: [Int], of headings: [String], in line: SeenHeadings) {
    count = columns.count
    isHeader = line.isHeader
    let allowed = Set(line.shown)
    shown = columns.map { headings[$0] }.filter(allowed.contains)
  }

  /// Whether a text is a value rather than a heading: a number of a person or a phone, a day, an address
  /// of mail.
  private static func isLikeValue(_ text: String) -> Bool {
    text.contains("@") || text.count { $0.isNumber } >= 6
  }

  /// Whether a heading is close to a name: one holds the other, or at most a quarter of the characters
  /// differ.
  ///
  /// Names of one character are close to everything, and so to nothing.
  private static func isClose(_ text: String, _ name: String) -> Bool {
    let (shorter, longer) = text.count < name.count ? (text, name) : (name, text)
    guard shorter.count >= 2, longer.count <= 64 else { return false }
    if shorter.count * 4 >= longer.count, longer.contains(shorter) { return true }
    return longer.count >= 4 && Suggestion.distance(text, name) * 4 <= longer.count
  }
}
