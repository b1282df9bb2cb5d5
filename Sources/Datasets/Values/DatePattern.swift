import Time

/// A pattern of dates and times in the manner of strptime, matched against bytes.
///
/// The directives: `%Y` year, `%y` year of two digits (69 to 99 are 1969 to 1999), `%m` `%d` `%e`
/// `%H` `%I` `%M` `%S`, `%f` fraction of a second, `%p` AM or PM, `%z` offset from UTC, `%b` `%B`
/// English month names, `%F` and `%T`. Numbers may lack leading zeros unless they touch another
/// number, as in `%Y%m%d`. Anything else stands for
/// itself.
struct DatePattern: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case literal(UInt8)
    case year, shortYear, month, day, hour, hour12, minute, second, fraction, half, zone, monthName

    var isNumber: Bool {
      switch self {
      case .literal, .half, .zone, .monthName: false
      default: true
      }
    }
  }

  let parts: [Part]
  /// For each part whether it touches another number, so that it must have all its digits:
  /// `2024111` could be two days.
  let isTight: [Bool]

  init(_ pattern: String) throws(DatePatternFault) {
    var parts: [Part] = []
    var bytes = Array(pattern.utf8)[...]
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        parts.append(.literal(byte))
        continue
      }
      guard let letter = bytes.popFirst() else { throw .loneSign }
      parts += try Self.parts(of: letter)
    }
    guard parts.contains(.year) || parts.contains(.shortYear) else {
      throw .noYear
    }
    self.init(known: parts)
  }

  private static func parts(of letter: UInt8) throws(DatePatternFault) -> [Part] {
    let colon = Part.literal(UInt8(ascii: ":"))
    let hyphen = Part.literal(UInt8(ascii: "-"))
    switch letter {
    case UInt8(ascii: "Y"): return [.year]
    case UInt8(ascii: "y"): return [.shortYear]
    case UInt8(ascii: "m"): return [.month]
    case UInt8(ascii: "d"), UInt8(ascii: "e"): return [.day]
    case UInt8(ascii: "H"): return [.hour]
    case UInt8(ascii: "I"): return [.hour12]
    case UInt8(ascii: "M"): return [.minute]
    case UInt8(ascii: "S"): return [.second]
    case UInt8(ascii: "f"): return [.fraction]
    case UInt8(ascii: "p"): return [.half]
    case UInt8(ascii: "z"): return [.zone]
    case UInt8(ascii: "b"), UInt8(ascii: "B"): return [.monthName]
    case UInt8(ascii: "F"): return [.year, hyphen, .month, hyphen, .day]
    case UInt8(ascii: "T"): return [.hour, colon, .minute, colon, .second]
    case UInt8(ascii: "%"): return [.literal(letter)]
    default:
      throw .unknownDirective(Character(Unicode.Scalar(letter)))
    }
  }

  /// How exactly a text of the pattern says when something was.
  var precision: DatePrecision {
    if parts.contains(.day) { return .day }
    return parts.contains { $0 == .month || $0 == .monthName } ? .month : .year
  }

  /// ISO 8601 days.
  static let isoDate = DatePattern(known: [
    .year, .literal(UInt8(ascii: "-")), .month, .literal(UInt8(ascii: "-")), .day,
  ])

  private init(known parts: [Part]) {
    self.parts = parts
    isTight = parts.indices.map { index in
      index > 0 && parts[index - 1].isNumber
        || index + 1 < parts.count && parts[index + 1].isNumber
    }
  }
}

/// What is wrong with a pattern of dates.
package enum DatePatternFault: Error, Hashable, Sendable {
  /// It ends in a `%` with nothing behind it.
  case loneSign
  case noYear
  case unknownDirective(Character)
}
