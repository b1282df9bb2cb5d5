import DemoTruth

/// Makes texts that match a regular expression as manifests use them: literals, classes, `\d`,
/// groups, alternatives and counted repetitions.
///
/// The shape of the text is drawn once; only the characters of classes differ from text to text.
/// So a running number written into the positions that take any digit makes each text unique.
struct PatternSampler {
  /// The characters that each position of the text may hold.
  private let positions: [[Character]]
  /// The positions that take any digit, from the last one to the first.
  private let digitPositions: [Int]

  private static let digits = Array("0123456789")
  private static let longest = 40

  /// Draws a shape; nil where the expression says more than is understood here.
  init?(_ pattern: String, _ draw: inout Draw) {
    var parser = Parser(text: Array(pattern), draw: draw)
    guard let positions = parser.alternatives(), parser.isAtEnd else { return nil }
    draw = parser.draw
    self.positions = positions
    digitPositions = positions.indices.reversed().filter { positions[$0].starts(with: Self.digits) }
  }

  /// How many different texts running numbers make.
  var capacity: Int {
    digitPositions.count >= 9
      ? 1_000_000_000 : (0..<digitPositions.count).reduce(1) { n, _ in n * 10 }
  }

  /// A text; with a number it is unlike those of all other numbers below the capacity.
  func text(_ draw: inout Draw, serial: Int? = nil) -> String {
    var letters = positions.map { $0.count == 1 ? $0[0] : draw.pick($0) }
    if var rest = serial {
      for position in digitPositions {
        letters[position] = Self.digits[rest % 10]
        rest /= 10
      }
    }
    return String(letters)
  }

  /// A recursive descent over the expression that draws as it reads.
  private struct Parser {
    let text: [Character]
    var at = 0
    var draw: Draw

    init(text: [Character], draw: Draw) {
      self.text = text
      self.draw = draw
    }

    var isAtEnd: Bool { at == text.count }

    mutating func alternatives() -> [[Character]]? {
      var choices: [[[Character]]] = []
      repeat {
        guard let choice = sequence() else { return nil }
        choices.append(choice)
      } while take("|")
      return draw.pick(choices)
    }

    private mutating func sequence() -> [[Character]]? {
      var positions: [[Character]] = []
      while at < text.count, text[at] != "|", text[at] != ")" {
        if take("^") || take("$") { continue }
        guard let piece = piece(), let count = repetition() else { return nil }
        for _ in 0..<count { positions += piece }
      }
      return positions
    }

    private mutating func piece() -> [[Character]]? {
      if take("(") {
        if take("?"), !take(":") { return nil }
        guard let inner = alternatives(), take(")") else { return nil }
        return inner
      }
      if take("[") { return characterClass().map { [$0] } }
      if take(".") { return [Array("ABCDEFGH")] }
      guard take("\\") else {
        at += 1
        return [[text[at - 1]]]
      }
      guard at < text.count else { return nil }
      at += 1
      return [escaped(text[at - 1])]
    }

    private func escaped(_ letter: Character) -> [Character] {
      switch letter {
      case "d": PatternSampler.digits
      case "w": Array("ABCDEFGHJKLMNPQRSTUVWXYZ")
      case "s": [" "]
      default: [letter]
      }
    }

    private mutating func characterClass() -> [Character]? {
      if take("^") { return nil }
      var letters: [Character] = []
      while at < text.count, text[at] != "]" {
        let letter = text[at]
        at += 1
        if letter == "\\" {
          guard at < text.count else { return nil }
          letters += escaped(text[at])
          at += 1
        } else if at + 1 < text.count, text[at] == "-", text[at + 1] != "]" {
          letters += range(letter, text[at + 1])
          at += 2
        } else {
          letters.append(letter)
        }
      }
      return take("]") && !letters.isEmpty ? letters : nil
    }

    private func range(_ low: Character, _ high: Character) -> [Character] {
      guard let first = low.unicodeScalars.first?.value,
        let last = high.unicodeScalars.first?.value, first <= last
      else { return [low] }
      // A few of a wide range, such as that of all ideographs, are enough.
      return stride(from: first, through: last, by: max(1, Int(last - first) / 60))
        .compactMap { Unicode.Scalar($0).map(Character.init) }
    }

    private mutating func repetition() -> Int? {
      if take("?") { return draw.below(2) }
      if take("*") { return draw.number(0...4) }
      if take("+") { return draw.number(2...5) }
      guard take("{") else { return 1 }
      guard let least = number() else { return nil }
      var most = least
      if take(",") { most = number() ?? least + 4 }
      guard take("}"), least <= most else { return nil }
      return draw.number(least...max(least, min(most, PatternSampler.longest)))
    }

    private mutating func number() -> Int? {
      var digits = ""
      while at < text.count, text[at].isASCII, text[at].isNumber {
        digits.append(text[at])
        at += 1
      }
      return Int(digits)
    }

    private mutating func take(_ letter: Character) -> Bool {
      guard at < text.count, text[at] == letter else { return false }
      at += 1
      return true
    }
  }
}
