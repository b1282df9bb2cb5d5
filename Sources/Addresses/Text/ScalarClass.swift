/// What a scalar can be part of, once it is folded.
enum ScalarClass: UInt8, Sendable {
  /// Part of a name: Han characters and whatever has no class of its own.
  case name = 0
  /// 0 to 9.
  case digit = 1
  /// A to Z.
  case letter = 2
  /// A numeral that is not a digit: 三, 十, Ⅱ, ③.
  case numeral = 3
  /// One of the hyphens and dashes, all folded to "-".
  case hyphen = 4
  case space = 5
  /// Comma, full stop, underscore, bracket.
  case separator = 6
  /// The mark that lists equal things: 13、14、15号.
  case list = 7

  /// Whether it stands between elements and is part of none.
  var separates: Bool { rawValue >= ScalarClass.hyphen.rawValue }
}
