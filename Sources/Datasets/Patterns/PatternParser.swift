/// A regular expression taken apart: what can be matched in a time that grows with the text alone.
indirect enum PatternNode: Hashable, Sendable {
  case set(ScalarSet)
  case sequence([PatternNode])
  case choice([PatternNode])
  /// `most` is nil for any number of times.
  case repeated(PatternNode, least: Int, most: Int?)
  /// `^`: nothing, at the start of the text.
  case start
  /// `$`: nothing, at its end.
  case end
}

/// Why a pattern cannot be used.
package enum PatternFault: Error, Hashable, Sendable {
  /// It is not a regular expression.
  case malformed
  /// A part of it, such as a reference back or a look ahead, has no place in matching without
  /// going back.
  case unsupported(String)
  /// Its repetitions make it longer than can be matched quickly.
  case tooLarge
}

/// Reads regular expressions by recursive descent.
struct PatternParser {
  private let text: [Unicode.Scalar]
  private var at = 0
  private var depth = 0

  /// Deeper groups are an attack, not a pattern.
  private static let mostGroups = 100
  private static let mostTimes = 10_000

  /// The pattern as a tree.
  static func parse(_ pattern: String) throws(PatternFault) -> PatternNode {
    var parser = PatternParser(text: Array(pattern.unicodeScalars))
    let node = try parser.choice()
    guard parser.at == parser.text.count else { throw .malformed }
    return node
  }

  private init(text: [Unicode.Scalar]) { self.text = text }

  private var next: Unicode.Scalar? { at < text.count ? text[at] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    at += 1
    return true
  }

  private mutating func take(_ word: String) -> Bool {
    let scalars = Array(word.unicodeScalars)
    guard text[at...].starts(with: scalars) else { return false }
    at += scalars.count
    return true
  }

  private mutating func choice() throws(PatternFault) -> PatternNode {
    var choices = [try sequence()]
    while take("|" as Unicode.Scalar) { choices.append(try sequence()) }
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func sequence() throws(PatternFault) -> PatternNode {
    var parts: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      parts.append(try quantified(try atom()))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func atom() throws(PatternFault) -> PatternNode {
    guard let scalar = next else { throw .malformed }
    at += 1
    switch scalar {
    case "(": return try group()
    case "[": return .set(try set())
    case ".": return .set(.noLineEnds)
    case "^": return .start
    case "$": return .end
    case "\\": return .set(try escape())
    case "*", "+", "?", "{", "}", "]": throw .malformed
    default: return .set(ScalarSet(scalar))
    }
  }

  private mutating func group() throws(PatternFault) -> PatternNode {
    depth += 1
    guard depth <= Self.mostGroups else { throw .tooLarge }
    if next == "?" {
      for kind in ["?=", "?!", "?<=", "?<!", "?>"]
      where text[at...].starts(with: kind.unicodeScalars) {
        throw .unsupported("(\(kind)")
      }
      at += 1
      if take("<" as Unicode.Scalar) || take("P<") {
        while let scalar = next, scalar != ">" { at += scalar == ">" ? 0 : 1 }
        guard take(">" as Unicode.Scalar) else { throw .malformed }
      } else if !take(":" as Unicode.Scalar) {
        throw .unsupported("(?\(next.map { String(Character($0)) } ?? "")")
      }
    }
    let node = try choice()
    guard take(")" as Unicode.Scalar) else { throw .malformed }
    depth -= 1
    return node
  }

  private mutating func quantified(_ node: PatternNode) throws(PatternFault) -> PatternNode {
    var (least, most): (Int, Int?) = (1, 1)
    switch next {
    case "?": (least, most) = (0, 1)
    case "*": (least, most) = (0, nil)
    case "+": (least, most) = (1, nil)
    case "{":
      at += 1
      (least, most) = try times()
      at -= 1
    default: return node
    }
    at += 1
    if next == "+" { throw .unsupported("possessive +") }
    // A lazy quantifier takes other characters first, and the whole text all the same.
    _ = take("?" as Unicode.Scalar)
    if let scalar = next, ["*", "+", "?", "{"].contains(scalar) { throw .malformed }
    return .repeated(node, least: least, most: most)
  }

  /// `n}`, `n,}`, `,m}` or `n,m}`; leaves the reader behind it.
  private mutating func times() throws(PatternFault) -> (least: Int, most: Int?) {
    let least = number()
    var most = least
    var isOpen = false
    if take("," as Unicode.Scalar) {
      most = number()
      isOpen = most == nil
    }
    guard take("}" as Unicode.Scalar), least != nil || !isOpen && most != nil else {
      throw .malformed
    }
    let first = least ?? 0
    guard most ?? first >= first else { throw .malformed }
    guard first <= Self.mostTimes, most ?? 0 <= Self.mostTimes else { throw .tooLarge }
    return (first, most)
  }

  private mutating func number() -> Int? {
    let start = at
    while let scalar = next, "0"..."9" ~= scalar, at - start < 9 { at += 1 }
    return Int(String(String.UnicodeScalarView(text[start..<at])))
  }

  /// A class, behind its bracket.
  private mutating func set() throws(PatternFault) -> ScalarSet {
    let isInverted = take("^" as Unicode.Scalar)
    var set = ScalarSet([])
    var isEmpty = true
    while !take("]" as Unicode.Scalar) {
      for operation in ["[", "&&", "--", "~~"]
      where text[at...].starts(with: operation.unicodeScalars) {
        throw .unsupported("[… \(operation)")
      }
      let first = try member()
      isEmpty = false
      guard next == "-", at + 1 < text.count, text[at + 1] != "]", let low = first.single else {
        set = set.union(first)
        continue
      }
      if text[at + 1] == "-" { throw .unsupported("[… --") }
      at += 1
      guard let high = try member().single, low <= high else { throw .malformed }
      set = set.union(ScalarSet([low...high]))
    }
    guard !isEmpty else { throw .malformed }
    return isInverted ? set.inverted : set
  }

  private mutating func member() throws(PatternFault) -> ScalarSet {
    guard let scalar = next else { throw .malformed }
    at += 1
    return scalar == "\\" ? try escape() : ScalarSet(scalar)
  }

  /// What an escape stands for, behind its backslash.
  private mutating func escape() throws(PatternFault) -> ScalarSet {
    guard let scalar = next else { throw .malformed }
    at += 1
    switch scalar {
    case "d": return .digits
    case "D": return ScalarSet.digits.inverted
    case "w": return .word
    case "W": return ScalarSet.word.inverted
    case "s": return .space
    case "S": return ScalarSet.space.inverted
    case "t": return ScalarSet("\t")
    case "n": return ScalarSet("\n")
    case "r": return ScalarSet("\r")
    case "f": return ScalarSet("\u{0C}")
    case "x": return try code(digits: 2)
    case "u": return try code(digits: 4)
    case "p", "P":
      guard take("{" as Unicode.Scalar), let end = text[at...].firstIndex(of: "}") else {
        throw .malformed
      }
      let name = String(String.UnicodeScalarView(text[at..<end]))
      at = end + 1
      guard let set = ScalarSet.named(name) else { throw .unsupported("\\p{\(name)}") }
      return scalar == "p" ? set : set.inverted
    default:
      guard !scalar.isASCII || scalar.properties.generalCategory != .decimalNumber,
        !scalar.properties.isAlphabetic
      else { throw .unsupported("\\\(scalar)") }
      return ScalarSet(scalar)
    }
  }

  /// A scalar by its number: so many hexadecimal digits, or any in braces.
  private mutating func code(digits: Int) throws(PatternFault) -> ScalarSet {
    let isBraced = take("{" as Unicode.Scalar)
    let start = at
    while let scalar = next, scalar.properties.isASCIIHexDigit, isBraced || at - start < digits {
      at += 1
    }
    let count = at - start
    guard count <= 8, isBraced ? count > 0 && take("}" as Unicode.Scalar) : count == digits,
      let value = UInt32(String(String.UnicodeScalarView(text[start..<start + count])), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw .malformed }
    return ScalarSet(scalar)
  }
}

extension ScalarSet {
  /// The scalar that is all of it.
  fileprivate var single: UInt32? {
    guard ranges.count == 1, ranges[0].count == 1 else { return nil }
    return ranges[0].lowerBound
  }
}
