/// A set of Unicode scalars as ascending ranges that do not touch.
struct ScalarSet: Hashable, Sendable {
  private(set) var ranges: [ClosedRange<UInt32>]

  private static let last: UInt32 = 0x10FFFF

  /// The union of ranges in any order.
  init(_ ranges: [ClosedRange<UInt32>]) {
    var merged: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let end = merged.last?.upperBound, range.lowerBound <= end || range.lowerBound == end + 1 {
        let start = merged[merged.count - 1].lowerBound
        merged[merged.count - 1] = start...max(end, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
  }

  init(_ scalar: Unicode.Scalar) { self.init([scalar.value...scalar.value]) }

  /// All scalars with a property.
  init(where isMember: (Unicode.Scalar) -> Bool) {
    var ranges: [ClosedRange<UInt32>] = []
    var start: UInt32?
    for value in 0...(Self.last + 1) {
      let isIn = Unicode.Scalar(value).map { value <= Self.last && isMember($0) } ?? false
      if isIn, start == nil { start = value }
      if !isIn, let begin = start {
        ranges.append(begin...(value - 1))
        start = nil
      }
    }
    self.ranges = ranges
  }

  func union(_ other: ScalarSet) -> ScalarSet { ScalarSet(ranges + other.ranges) }

  /// All other scalars.
  var inverted: ScalarSet {
    var others: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { others.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= Self.last { others.append(next...Self.last) }
    return ScalarSet(others)
  }

  func contains(_ value: UInt32) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(value)
  }
}

extension ScalarSet {
  /// `\d`: the digits of ASCII, as identifiers have them.
  static let digits = ScalarSet([0x30...0x39])
  /// `.`: all but ends of lines.
  static let noLineEnds = ScalarSet([0x0A...0x0D, 0x85...0x85, 0x2028...0x2029]).inverted
  /// `\w`: letters of any script, digits and the low line.
  static let word = ScalarSet {
    $0 == "_" || $0.properties.isAlphabetic || $0.properties.generalCategory == .decimalNumber
  }
  /// `\s`.
  static let space = ScalarSet { $0.properties.isWhitespace }

  /// The set of `\p{name}`: a general category or its first letter, or `Han`; nil for other names.
  static func named(_ name: String) -> ScalarSet? {
    if name == "Han" || name == "IsHan" { return ScalarSet { $0.properties.isIdeographic } }
    let wanted = Set(categories.filter { !name.isEmpty && $0.name.hasPrefix(name) }.map(\.category))
    return wanted.isEmpty
      ? nil : ScalarSet { wanted.contains($0.properties.generalCategory) }
  }

  private static let categories: [(name: String, category: Unicode.GeneralCategory)] = [
    ("Lu", .uppercaseLetter), ("Ll", .lowercaseLetter), ("Lt", .titlecaseLetter),
    ("Lm", .modifierLetter), ("Lo", .otherLetter), ("Mn", .nonspacingMark),
    ("Mc", .spacingMark), ("Me", .enclosingMark), ("Nd", .decimalNumber), ("Nl", .letterNumber),
    ("No", .otherNumber), ("Pc", .connectorPunctuation), ("Pd", .dashPunctuation),
    ("Ps", .openPunctuation), ("Pe", .closePunctuation), ("Pi", .initialPunctuation),
    ("Pf", .finalPunctuation), ("Po", .otherPunctuation), ("Sm", .mathSymbol),
    ("Sc", .currencySymbol), ("Sk", .modifierSymbol), ("So", .otherSymbol),
    ("Zs", .spaceSeparator), ("Zl", .lineSeparator), ("Zp", .paragraphSeparator),
    ("Cc", .control), ("Cf", .format),
  ]
}
