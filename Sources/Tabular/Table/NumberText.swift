/// Binary numbers in decimal digits.
package enum NumberText {
  /// The fewest digits that give the same number, as a workbook of today would keep them: `1`,
  /// `0.1`, `3.3010619900101126E+17`.
  package static func digits(_ value: Double) -> String {
    if let whole = Int(exactly: value), whole.magnitude < 1_000_000_000_000_000 {
      return String(whole)
    }
    let text = "\(value)"
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text).uppercased()
  }
}
