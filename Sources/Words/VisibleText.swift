/// A sentence with what is put into it: names, values and paths come from files that strangers made, and
/// reach terminals and logs only with their control characters written out.
///
/// An escape sequence would move the cursor or change colours, a line feed would make a line of its own
/// in a log, and a mark of direction would show the rest backwards.
package struct VisibleText: ExpressibleByStringInterpolation, Sendable {
  package let text: String

  package init(stringLiteral value: String) { text = value }

  package init(stringInterpolation parts: Interpolation) { text = parts.text }

  private init(_ text: String) { self.text = text }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { text += literal }

    package mutating func appendInterpolation(_ value: some Any) {
      text += VisibleText.visible("\(value)")
    }
  }

  package static func + (one: VisibleText, other: VisibleText) -> VisibleText {
    VisibleText(one.text + other.text)
  }

  /// A text with its control characters written out: `\n`, `\t`, `\u{1B}`.
  package static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var visible = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": visible += "\\n"
      case "\r": visible += "\\r"
      case "\t": visible += "\\t"
      case _ where isHidden(scalar):
        visible += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: visible.unicodeScalars.append(scalar)
      }
    }
    return visible
  }

  /// Whether a character is not seen, and changes how others are.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F: true
    // Lines, paragraphs and directions of writing.
    case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0x061C: true
    // What is not seen at all.
    case 0x200B, 0x2060, 0xFEFF, 0xFFF9...0xFFFB: true
    default: false
    }
  }
}
