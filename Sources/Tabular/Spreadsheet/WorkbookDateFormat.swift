/// What a number format makes of a number: a date, a time, both, or neither.
struct WorkbookDateFormat: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// It shows a day, month or year.
  static let date = WorkbookDateFormat(rawValue: 1)
  /// It shows a time of day.
  static let time = WorkbookDateFormat(rawValue: 2)
  /// It shows hours, minutes or seconds beyond 24, 60 and 60: a duration.
  static let elapsed = WorkbookDateFormat(rawValue: 4)
  /// It shows parts of a second.
  static let fraction = WorkbookDateFormat(rawValue: 8)
  /// It shows a number.
  static let none: WorkbookDateFormat = []

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The formats that files do not describe, because every program knows them (ECMA-376 part 1,
  /// 18.8.30).
  ///
  /// 27…36 and 50…58 belong to the East Asian editions; in the Chinese one 32…35 and 55…56 show
  /// times or months, and all of them show dates or times.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35: self = .time
    case 22: self = [.date, .time]
    case 45: self = .time
    case 46: self = [.time, .elapsed]
    case 47: self = [.time, .fraction]
    case 55, 56: self = [.date, .time]
    default: self = .none
    }
  }

  /// Reads a format code: `yyyy"年"m"月"d"日"`, `[h]:mm`, `0.00`.
  ///
  /// Letters count outside quotes, escapes and brackets, in the first section alone.
  init(code: String) {
    var shows = WorkbookDateFormat.none
    var hasMonthOrMinute = false
    var at = Array(code.utf8)[...]
    // `General` has an e, and letters that mean nothing else.
    if code.lowercased().hasPrefix("general") { at = [] }
    while let letter = at.popFirst() {
      switch letter {
      case UInt8(ascii: "\""): at = at.drop { $0 != UInt8(ascii: "\"") }.dropFirst()
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): at = at.dropFirst()
      case UInt8(ascii: "["):
        let inside = at.prefix { $0 != UInt8(ascii: "]") }
        if Self.isElapsed(inside) { shows.formUnion([.time, .elapsed]) }
        at = at.dropFirst(inside.count + 1)
      case UInt8(ascii: ";"): at = []
      default:
        let lower = letter | 0x20
        if lower == UInt8(ascii: "y") || lower == UInt8(ascii: "d") { shows.insert(.date) }
        if lower == UInt8(ascii: "h") || lower == UInt8(ascii: "s") { shows.insert(.time) }
        if lower == UInt8(ascii: "m") { hasMonthOrMinute = true }
        if lower == UInt8(ascii: "s"), at.starts(with: ".0".utf8) { shows.insert(.fraction) }
      }
    }
    // Without an hour or a second beside it, `m` is the month.
    if hasMonthOrMinute, shows.isEmpty { shows.insert(.date) }
    self = shows
  }

  private static func isElapsed(_ inside: ArraySlice<UInt8>) -> Bool {
    guard let first = inside.first, inside.count <= 2 else { return false }
    let letters: Set<UInt8> = [UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "s")]
    return letters.contains(first | 0x20) && inside.allSatisfy { $0 | 0x20 == first | 0x20 }
  }
}

/// How a workbook shows the numbers of a column.
package enum WorkbookNumberFormat: Hashable, Sendable {
  case general
  /// A number format that files do not describe: 14 days, 22 moments, 49 text, or one of the
  /// Chinese edition's, 27…36 and 50…58 (ECMA-376 part 1, 18.8.30).
  case builtIn(UInt8)
  /// A format code: `yyyy"年"m"月"d"日"`.
  case code(String)

  /// Numbers are shown, and typed in, as text.
  package static let text = WorkbookNumberFormat.builtIn(49)
}
