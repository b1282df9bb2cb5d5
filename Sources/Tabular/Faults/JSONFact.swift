/// What is wrong with a JSON text (RFC 8259).
package enum JSONFact: Hashable, Sendable {
  /// What is needed where something else stands.
  package enum Need: String, Hashable, Sendable {
    case text
    case object
    case array
    case key
    case colon
    case commaOrBrace
    case commaOrBracket
    case value
    case number
    case geoJSONObject
    /// `[x, y]`.
    case position
    case secondCoordinate
    /// Nothing more of the document.
    case end
    case endOfLine
  }

  /// Something else stands where this is needed; `found` is its first byte.
  case needs(Need, found: UInt8)
  /// The text ends in the middle of a value.
  case truncated
  /// A control character in a text, which must be escaped.
  case controlCharacter(UInt8)
  case noSuchEscape
  /// `\u0000`, which no text has.
  case nul
  /// Half of a surrogate pair.
  case halfPair
  /// `\u` without four hexadecimal digits.
  case hexadecimalDigits
  /// A number beyond all doubles, by its digits.
  case tooLarge(String)
  case tooDeep(limit: Int)
  /// An object in a kept row that is neither a date nor an error nor a geometry.
  case notACell
}
