/// What is known of one thing: a line each, the values under each other.
package struct Details: Sendable {
  private let indent: String
  private var lines: [Wording] = []

  /// - Parameter indent: how many blanks each line begins with.
  init(indent: Int = 0) {
    self.indent = String(repeating: " ", count: indent)
  }

  /// Adds a line.
  mutating func append(_ name: Wording, _ value: Wording) {
    lines.append(
      Wording(
        english: indent + Self.padded(name.english) + value.english,
        chinese: indent + Self.padded(name.chinese) + value.chinese))
  }

  /// Adds a line whose value is a name, a number, a path.
  mutating func append(_ name: Wording, _ value: String) {
    append(name, Wording(verbatim: value))
  }

  /// The lines, without a line end after the last.
  var wording: Wording { lines.lines() }

  /// A name with blanks up to the column of the values, two at least.
  private static func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(2, 12 - TextTable.width(of: name)))
  }
}
