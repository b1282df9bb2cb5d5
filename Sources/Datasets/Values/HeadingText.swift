import Foundation

/// Headings in the form in which they are compared.
package enum HeadingText {
  /// Characters that offices put into headings and that mean nothing: the dots of lists, the
  /// asterisk of what must be filled in, marks of width zero.
  private static let ornaments: Set<Character> = [
    "·", "•", "‧", "・", "∙", "*", "\u{FEFF}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}",
  ]

  /// A heading without regard to case, space of any kind and width of characters.
  ///
  /// Compatibility forms are composed (UAX 15, NFKC): `ＩＤ（号）` is `id(号)`, `㎡` is `m2`.
  package static func normalized(_ text: String) -> String {
    let composed = isPlain(text) ? text : text.precomposedStringWithCompatibilityMapping
    return composed.filter { !$0.isWhitespace && !ornaments.contains($0) }.lowercased()
  }

  private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

  /// A heading as people read it: line breaks and repeated space as one space, none at the ends.
  static func cleaned(_ text: String) -> String {
    text.split { $0.isWhitespace || $0 == "\u{FEFF}" }.joined(separator: " ")
  }
}
