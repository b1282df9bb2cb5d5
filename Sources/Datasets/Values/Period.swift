package import Time

/// The time that a file is about: a year, a quarter, a month or a day.
package struct Period: Hashable, Sendable {
  /// Its first day.
  package let first: Day
  /// Its last day.
  package let last: Day
  /// `2026`, `2026-Q3`, `2026-09` or `2026-09-30`.
  package let text: String

  private init?(year: Int, month: Int, months: Int, text: String) {
    guard let first = Day(year: year, month: month, day: 1),
      let last = Day(
        year: year, month: month + months - 1,
        day: Day.length(ofMonth: month + months - 1, year: year))
    else { return nil }
    (self.first, self.last, self.text) = (first, last, text)
  }

  package init?(year: Int) {
    self.init(year: year, month: 1, months: 12, text: Digits.text(year, 4))
  }

  package init?(year: Int, quarter: Int) {
    guard (1...4).contains(quarter) else { return nil }
    self.init(
      year: year, month: quarter * 3 - 2, months: 3, text: "\(Digits.text(year, 4))-Q\(quarter)")
  }

  package init?(year: Int, month: Int) {
    guard (1...12).contains(month) else { return nil }
    self.init(
      year: year, month: month, months: 1, text: "\(Digits.text(year, 4))-\(Digits.text(month, 2))")
  }

  package init(_ day: Day) {
    (first, last, text) = (day, day, day.text)
  }

  /// Reads `2026`, `2026-Q3`, `2026-09` or `2026-09-30`; nil for another text.
  package init?(_ text: String) {
    if let day = Day(text) {
      self.init(day)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let head = parts.first, head.count == 4, let year = PeriodText.number(head),
      PeriodText.years.contains(year)
    else { return nil }
    switch parts.count {
    case 1: self.init(year: year)
    case 2 where parts[1].uppercased().hasPrefix("Q"):
      guard let quarter = PeriodText.number(parts[1].dropFirst()) else { return nil }
      self.init(year: year, quarter: quarter)
    case 2:
      guard parts[1].count == 2, let month = PeriodText.number(parts[1]) else { return nil }
      self.init(year: year, month: month)
    default: return nil
    }
  }

  /// Whether all of it is before all of another one.
  package func isBefore(_ other: Period) -> Bool { last.ordinal < other.first.ordinal }
}

/// How the period of a data set's files is known.
package enum PeriodRule: Hashable, Sendable {
  /// By the usual forms of years, months and days in the file's name.
  case name
  /// By a pattern of the file's name, with `{year}`, `{month}`, `{day}` or `{quarter}`, and `*` and `?`
  /// as in `files`.
  case pattern(String)
  /// By the latest value of a field.
  case field(String)
  /// Not at all.
  case none
}

/// Finds periods in the names of files and in values.
package enum PeriodText {
  /// The years that are taken for years.
  static let years = 1900...2199

  static func number(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  /// The period that a text names by the usual forms: `2026年9月30日`, `2026年9月`, `2026-09`,
  /// `20260930`, `202609`, `2026Q3`, `2026年第三季度`, `9月`, `2026年`; the last one of the most exact form.
  ///
  /// - Parameter today: a month without a year is the last such month that has begun by then.
  package static func period(in text: String, today: Day) -> Period? {
    let runs = Run.all(of: text)
    let forms = [days, months, quarters, { Self.bareMonths($0, today) }, years]
    for form in forms {
      if let found = form(runs).last { return found }
    }
    return nil
  }

  /// The period that a file's name, without its folders, gives by a pattern; nil where it does not fit.
  package static func period(inName name: String, by pattern: String, today: Day) -> Period? {
    PeriodPattern(pattern).values(in: name).flatMap { period(of: $0, today: today) }
  }

  private static func period(of values: [String: Int], today: Day) -> Period? {
    let month = values["month"]
    guard let year = values["year"] ?? month.flatMap({ Self.year(of: $0, today) }) else {
      return nil
    }
    if let quarter = values["quarter"] { return Period(year: year, quarter: quarter) }
    guard let month else { return Period(year: year) }
    guard let day = values["day"] else { return Period(year: year, month: month) }
    return Day(year: year, month: month, day: day).map { Period($0) }
  }

  /// The year of the last such month that has begun.
  private static func year(of month: Int, _ today: Day) -> Int? {
    (1...12).contains(month) ? (month <= today.month ? today.year : today.year - 1) : nil
  }

  // MARK: Forms

  /// A part of a text: a number, or what stands between two.
  private struct Run {
    var text: String
    var number: Int?
    var length: Int { text.unicodeScalars.count }

    /// The year that it is.
    var year: Int? {
      number.flatMap { length == 4 && PeriodText.years.contains($0) ? $0 : nil }
    }

    /// Digits of any width and Chinese numerals up to twelve are numbers.
    static func all(of text: String) -> [Run] {
      var runs: [Run] = []
      for scalar in text.unicodeScalars {
        let value = scalar.value
        let isWide = (0xFF10...0xFF19).contains(value)
        let plain = isWide ? Unicode.Scalar(value - 0xFF10 + 0x30) ?? scalar : scalar
        let kind =
          ("0"..."9").contains(plain) ? 1 : "一二三四五六七八九十".unicodeScalars.contains(plain) ? 2 : 0
        if let last = runs.indices.last, Run.kind(of: runs[last].text) == kind {
          runs[last].text.unicodeScalars.append(plain)
        } else {
          runs.append(Run(text: String(plain)))
        }
      }
      for index in runs.indices {
        let text = runs[index].text
        switch kind(of: text) {
        case 1: runs[index].number = PeriodText.number(text)
        case 2: runs[index].number = chinese[text]
        default: break
        }
      }
      return runs
    }

    private static let chinese = Dictionary(
      uniqueKeysWithValues: zip(
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], 1...12))

    private static func kind(of text: String) -> Int {
      guard let first = text.unicodeScalars.first else { return 0 }
      if ("0"..."9").contains(first) { return 1 }
      return "一二三四五六七八九十".unicodeScalars.contains(first) ? 2 : 0
    }
  }

  private static let dividers: Set<String> = ["-", "_", ".", "/", "年"]

  private static func days(_ runs: [Run]) -> [Period] {
    var found: [Period] = []
    for index in runs.indices {
      if let number = runs[index].number, [8, 12, 14].contains(runs[index].length) {
        let digits = Int(runs[index].text.prefix(8)) ?? number
        if years.contains(digits / 10_000),
          let day = Day(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
        {
          found.append(Period(day))
        }
      }
      guard let (year, month, next) = yearAndMonth(runs, index), next + 1 < runs.count,
        runs[next].text == "月" || dividers.contains(runs[next].text),
        runs[next + 1].length <= 2, let number = runs[next + 1].number,
        let day = Day(year: year, month: month, day: number)
      else { continue }
      found.append(Period(day))
    }
    return found
  }

  private static func months(_ runs: [Run]) -> [Period] {
    var found: [Period] = []
    for index in runs.indices {
      if let number = runs[index].number, runs[index].length == 6, years.contains(number / 100),
        let period = Period(year: number / 100, month: number % 100)
      {
        found.append(period)
      }
      if let (year, month, _) = yearAndMonth(runs, index),
        let period = Period(year: year, month: month)
      {
        found.append(period)
      }
    }
    return found
  }

  /// A year, a divider and a month, with the place behind them.
  private static func yearAndMonth(_ runs: [Run], _ index: Int) -> (Int, Int, Int)? {
    guard let year = runs[index].year, index + 2 < runs.count,
      dividers.contains(runs[index + 1].text),
      let month = runs[index + 2].number, (1...12).contains(month), runs[index + 2].length <= 2
    else { return nil }
    if runs[index + 1].text == "年" {
      guard index + 3 < runs.count, runs[index + 3].text.hasPrefix("月") else { return nil }
    }
    return (year, month, index + 3)
  }

  private static func quarters(_ runs: [Run]) -> [Period] {
    var found: [Period] = []
    for index in runs.indices {
      guard let year = runs[index].year, index + 2 < runs.count,
        let quarter = runs[index + 2].number, runs[index + 2].length == 1
      else { continue }
      let divider = runs[index + 1].text.uppercased()
      let isNamed = ["Q", "-Q", "_Q", " Q", ".Q"].contains(divider)
      let isChinese =
        ["年第", "年", "第"].contains(divider) && index + 3 < runs.count
        && (runs[index + 3].text.hasPrefix("季") || runs[index + 3].text.hasPrefix("个季"))
      if isNamed || isChinese, let period = Period(year: year, quarter: quarter) {
        found.append(period)
      }
    }
    return found
  }

  private static func bareMonths(_ runs: [Run], _ today: Day) -> [Period] {
    runs.indices.dropLast().compactMap { index in
      guard let month = runs[index].number, runs[index].length <= 2,
        runs[index + 1].text.hasPrefix("月"), let year = year(of: month, today)
      else { return nil }
      return Period(year: year, month: month)
    }
  }

  private static func years(_ runs: [Run]) -> [Period] {
    runs.indices.dropLast().compactMap { index in
      runs[index].year.flatMap { runs[index + 1].text.hasPrefix("年") ? Period(year: $0) : nil }
    }
  }
}
