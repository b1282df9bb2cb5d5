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
  /// Letters count outside quotes, escapes and brackets, in the first section; in the later ones too
  /// where the first is for some numbers only: `[=0]"";yyyy/m/d`.
  init(code: String) {
    var rest = Array(code.utf8)[...]
    let first = Section(&rest)
    var sections = [first]
    while first.hasCondition, !rest.isEmpty { sections.append(Section(&rest)) }
    // What shows some numbers as numbers is no date for any of them.
    self =
      sections.contains(where: \.hasDigits)
      ? .none : sections.reduce(into: .none) { $0.formUnion($1.shows) }
  }

  /// A part of a format code up to a semicolon.
  private struct Section {
    var shows = WorkbookDateFormat.none
    /// Whether it is for some numbers only.
    var hasCondition = false
    private var hasMonthOrMinute = false
    /// Whether it shows digits, which no date does but for parts of a second.
    private(set) var hasDigits = false

    /// Reads the section at the front, and takes it and its semicolon away.
    init(_ at: inout ArraySlice<UInt8>) {
      while let letter = at.popFirst(), letter != UInt8(ascii: ";") {
        switch letter {
        case UInt8(ascii: "\""): at = at.drop { $0 != UInt8(ascii: "\"") }.dropFirst()
        case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): at = at.dropFirst()
        case UInt8(ascii: "["):
          let inside = at.prefix { $0 != UInt8(ascii: "]") }
          if WorkbookDateFormat.isElapsed(inside) {
            shows.formUnion([.time, .elapsed])
            takeFraction(&at, behind: inside.count + 1)
          } else {
            at = at.dropFirst(inside.count + 1)
          }
          if let first = inside.first, "<>=".utf8.contains(first) { hasCondition = true }
        case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"): hasDigits = true
        default: read(letter | 0x20, &at)
        }
      }
      // Without an hour or a second beside it, `m` is the month.
      if hasMonthOrMinute, shows.isEmpty { shows.insert(.date) }
    }

    private mutating func read(_ letter: UInt8, _ at: inout ArraySlice<UInt8>) {
      switch letter {
      case UInt8(ascii: "y"), UInt8(ascii: "d"): shows.insert(.date)
      case UInt8(ascii: "h"): shows.insert(.time)
      case UInt8(ascii: "m"): hasMonthOrMinute = true
      case UInt8(ascii: "s"):
        // The German word for General.
        if Self.take("tandard", &at) { return }
        shows.insert(.time)
        takeFraction(&at, behind: 0)
      case UInt8(ascii: "g"): _ = Self.take("eneral", &at)
      case UInt8(ascii: "a"):
        // `aaa` is the day of the week; `a/p` and `am/pm` stand beside an hour.
        if Self.take("aa", &at) { shows.insert(.date) }
        if Self.take("m/pm", &at) { shows.insert(.time) }
      case UInt8(ascii: "e"):
        // The year of an era, or of ours, where it is no exponent.
        if at.first != UInt8(ascii: "+"), at.first != UInt8(ascii: "-") { shows.insert(.date) }
      default: break
      }
    }

    /// Takes the digits of parts of a second away.
    private mutating func takeFraction(_ at: inout ArraySlice<UInt8>, behind count: Int) {
      at = at.dropFirst(count)
      guard let point = at.first, ".,".utf8.contains(point),
        at.dropFirst().first == UInt8(ascii: "0")
      else { return }
      shows.insert(.fraction)
      at = at.dropFirst().drop { $0 == UInt8(ascii: "0") }
    }

    /// Takes a word in letters of either case away where it stands at the front.
    private static func take(_ word: String, _ at: inout ArraySlice<UInt8>) -> Bool {
      guard at.prefix(word.utf8.count).map({ $0 | 0x20 }) == word.utf8.map({ $0 | 0x20 }) else {
        return false
      }
      at = at.dropFirst(word.utf8.count)
      return true
    }
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
