/// A cell to be written to a file.
package enum TableCell: Hashable, Sendable {
  case empty
  case text(String)
  /// A number by its digits; formats that keep binary numbers round it to a double.
  case number(String)
  /// A day `YYYY-MM-DD`, or a moment `YYYY-MM-DDTHH:MM:SS`.
  case date(String)
  case boolean(Bool)
  /// The error of a formula: `#N/A`.
  case error(String)
}

extension TableCell {
  /// What a field of a row holds; a text without characters is empty.
  package init(_ field: TableField) {
    guard field.count > 0 else {
      self = .empty
      return
    }
    let text = field.string
    switch field.kind {
    case .text: self = .text(text)
    case .number: self = .number(text)
    case .date: self = .date(text)
    case .boolean: self = .boolean(text == "true")
    case .error: self = .error(text)
    }
  }

  /// The content as text; empty for none.
  package var text: String {
    switch self {
    case .empty: ""
    case .text(let text), .number(let text), .date(let text), .error(let text): text
    case .boolean(let value): value ? "true" : "false"
    }
  }
}
