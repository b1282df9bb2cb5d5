/// The guard of delimited text against programs that take a cell for a formula: `=HYPERLINK(…)` in a
/// row of a stranger would run where the table is opened.
///
/// A text that begins with one of `=`, `+`, `-`, `@`, a tab, a line end, or a full-width form of these
/// gets an apostrophe in front, which spreadsheet programs show and do not run; so does one that begins
/// with apostrophes and then such a character, so that taking one apostrophe off gives every text back
/// as it was. Numbers are no formulas and stay as they are. Source: OWASP, CSV Injection.
package enum FormulaGuard {
  private static let apostrophe = UInt8(ascii: "'")

  /// A text as it is written.
  package static func guarded(_ text: String) -> String {
    var text = text
    let isFormula = text.withUTF8 { Self.isLikeFormula($0[...]) && !isNumber($0) }
    return isFormula ? "'" + text : text
  }

  /// Whether a text that was written with the guard has it.
  package static func isGuarded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.first == apostrophe && isLikeFormula(bytes.dropFirst())
  }

  /// A text as it was before it was written with the guard.
  package static func unguarded(_ text: String) -> String {
    var text = text
    return text.withUTF8(isGuarded) ? String(text.dropFirst()) : text
  }

  /// Whether the program wrote a table, by the columns that it adds.
  ///
  /// These are the number of a refused row, or both of those by which rows of the store say how they got
  /// their grid. No department has a field of such a name.
  package static func isOurs(_ headings: [String]) -> Bool {
    headings.contains("gewu_id")
      || headings.contains("attach_method") && headings.contains("attach_level")
  }

  private static func isLikeFormula(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let rest = bytes.drop { $0 == apostrophe }
    switch rest.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): return true
    case 0x09, 0x0A, 0x0D: return true
    case 0xEF: return wide.contains { rest.starts(with: $0) }
    default: return false
    }
  }

  private static let wide = ["＝", "＋", "－", "＠"].map { Array($0.utf8) }

  /// Whether a text is a decimal number with a sign: `-12.50`, `+3e-7`.
  private static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = bytes.dropFirst()
    func skipDigits() -> Bool {
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      rest = rest.dropFirst(digits.count)
      return !digits.isEmpty
    }
    guard let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+"),
      skipDigits()
    else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard skipDigits() else { return false }
    }
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        rest = rest.dropFirst()
      }
      guard skipDigits() else { return false }
    }
    return rest.isEmpty
  }
}

extension TableField {
  /// The field without the guard against formulas.
  package var unguarded: TableField {
    guard kind == .text, FormulaGuard.isGuarded(bytes) else { return self }
    var field = self
    (field.start, field.count) = (start + 1, count - 1)
    return field
  }
}
