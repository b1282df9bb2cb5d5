/// Chinese numerals as addresses and names write them.
package enum ChineseNumeral {
  private static let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// 12 is 十二, 30 is 三十, 108 is 一百零八; numbers from 1,000 on are read digit by digit.
  package static func text(_ number: Int) -> String {
    switch number {
    case ..<10: return digits[max(number, 0)]
    case ..<20: return "十" + (number == 10 ? "" : digits[number - 10])
    case ..<100: return digits[number / 10] + "十" + (number % 10 == 0 ? "" : digits[number % 10])
    case ..<1_000:
      let rest = number % 100
      let head = digits[number / 100] + "百"
      if rest == 0 { return head }
      if rest < 10 { return head + "零" + digits[rest] }
      return head + digits[rest / 10] + "十" + (rest % 10 == 0 ? "" : digits[rest % 10])
    default: return byDigit(number)
    }
  }

  /// 301 is 三〇一.
  package static func byDigit(_ number: Int) -> String {
    String(number).utf8.map { digits[Int($0) - 48] }.joined()
  }
}
