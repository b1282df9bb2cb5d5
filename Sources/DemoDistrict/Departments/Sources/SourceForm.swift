/// In which form a department writes a fact.
enum SourceForm: Hashable {
  /// A day other than that of the list less the set's lag.
  enum Moment: String {
    case entry, filing, year, lag
    case december = "31-december"
  }

  case plain, generalised
  /// The code, with so many zeros behind it.
  case code(zeros: Int)
  /// The label of the code table, or a shortened name.
  case label(String)
  case month, day, upper
  case round(Double)
  case clip(Int)
  case unit(String)
  case crs(String)
  case known(Double)
  case shift(Double)
  case lag(days: Int32)
  case asOf(Moment)
  case masked(front: Int, back: Int, percent: Double)
  case name(String)
  case oldNumber(percent: Double)
  case otherwise(SourceTerm)
  case roadOfDay
  case cut(level: String, percent: Double)
  case spelledFloor(percent: Double)
  case address(AddressForm)

  /// The forms of a cell of `sources.csv`, which are apart by spaces.
  ///
  /// - Throws: `DemoError` where one is none.
  static func all(_ text: String, at place: String) throws -> [SourceForm] {
    try text.split(separator: " ").map { try SourceForm(String($0), at: place) }
  }

  init(_ text: String, at place: String) throws {
    let parts = text.split(separator: ":", maxSplits: 2).map(String.init)
    let word = parts[0]
    let rest = parts.count > 1 ? parts[1] : ""
    let number = Double(parts.count > 2 ? parts[2] : rest)
    let form: SourceForm? =
      switch (word, parts.count) {
      case ("plain", 1): .plain
      case ("generalised", 1): .generalised
      case ("code", 1): .code(zeros: 0)
      case ("code15", 1): .code(zeros: 3)
      case ("code19", 1): .code(zeros: 7)
      case ("label", 1...2): .label(rest)
      case ("month", 1): .month
      case ("day", 1): .day
      case ("upper", 1): .upper
      case ("round", 2): number.map(SourceForm.round)
      case ("clip", 2): Int(rest).map(SourceForm.clip)
      case ("unit", 2): .unit(rest)
      // EPSG:4549 has a colon of its own.
      case ("crs", 2...3): .crs(parts.dropFirst().joined(separator: ":"))
      case ("known", 2): number.map(SourceForm.known)
      case ("shift", 2): number.map(SourceForm.shift)
      case ("lag", 2): rest.last == "d" ? Int32(rest.dropLast()).map(SourceForm.lag) : nil
      case ("asof", 2): Moment(rawValue: rest).map(SourceForm.asOf)
      case ("masked", 3): Self.masked(rest, number)
      case ("name", 2): ["polite", "masked"].contains(rest) ? .name(rest) : nil
      case ("id15", 2): number.map { .oldNumber(percent: $0) }
      case ("else", 2): .otherwise(try SourceTerm(rest, at: place))
      case ("road", 2): rest == "of-day" ? .roadOfDay : nil
      case ("cut", 3): number.map { .cut(level: rest, percent: $0) }
      case ("floor", 3): rest == "spelled" ? number.map { .spelledFloor(percent: $0) } : nil
      case ("address", 2): AddressForm(rawValue: rest).map(SourceForm.address)
      default: nil
      }
    guard let form else { throw DemoError.badForm(text, at: place) }
    self = form
  }

  /// 6+4 and a share: the first six and the last four characters are left.
  private static func masked(_ text: String, _ percent: Double?) -> SourceForm? {
    let parts = text.split(separator: "+").compactMap { Int($0) }
    guard parts.count == 2, let percent else { return nil }
    return .masked(front: parts[0], back: parts[1], percent: percent)
  }
}
