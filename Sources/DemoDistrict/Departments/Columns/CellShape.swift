import Datasets
import DemoTruth
import Time

/// What the forms of a column make of a value: codes, rounding, masks, cut texts.
struct CellShape: Sendable {
  /// How many of a million rows the department knows it of.
  let known: Int
  private let zeros: String
  private let step: Double?
  private let factor: Double
  private let longest: Int?
  private let mask: (front: Int, back: Int, share: Double)?
  private let labels: [String: String]
  private let isMonth: Bool
  private let isDay: Bool
  private let isUpper: Bool
  private let isShort: Bool
  private let isProject: Bool
  private let isInteger: Bool
  private let isText: Bool
  /// The share of those born before 1985 that are known by the old number of fifteen digits.
  private let oldNumbers: Double
  /// The share of rooms that are written by floor and side: 三楼东户.
  private let spelledFloors: Double
  private let stream: UInt64

  init(
    _ forms: [SourceForm], field: ManifestField, dataset: String, column: String, _ seed: UInt64
  ) {
    var (known, zeros, step, factor) = (1_000_000, "", Double?.none, 1.0)
    var longest = field.constraints.maximumLength
    var mask: (Int, Int, Double)?
    var (isMonth, isDay, isUpper, isShort, isLabel) = (false, false, false, false, false)
    var isProject = false
    var (oldNumbers, spelledFloors) = (0.0, 0.0)
    for form in forms {
      switch form {
      case .known(let percent): known = Int(percent * 10_000)
      case .code(let count): zeros = String(repeating: "0", count: count)
      case .round(let least): step = least
      case .unit(let name): factor = Self.factors[name] ?? 1
      case .clip(let most): longest = min(longest ?? most, most)
      case .masked(let front, let back, let percent): mask = (front, back, percent / 100)
      case .oldNumber(let percent): oldNumbers = percent / 100
      case .spelledFloor(let percent): spelledFloors = percent / 100
      case .month: isMonth = true
      case .day: isDay = true
      case .upper: isUpper = true
      case .label(let kind):
        (isShort, isLabel, isProject) = (kind == "short", kind.isEmpty, kind == "project")
      default: continue
      }
    }
    (self.known, self.zeros, self.step, self.factor) = (known, zeros, step, factor)
    (self.longest, self.mask) = (longest, mask)
    (self.isMonth, self.isDay, self.isUpper, self.isShort) = (isMonth, isDay, isUpper, isShort)
    self.isProject = isProject
    (self.oldNumbers, self.spelledFloors) = (oldNumbers, spelledFloors)
    // The importer takes codes and labels for one; a column in the form `label` has labels.
    labels =
      isLabel
      ? Dictionary(
        (field.codeTable?.entries ?? []).map { ($0.code, $0.label) },
        uniquingKeysWith: { a, _ in a })
      : [:]
    isInteger = field.type == .integer
    isText = field.type == .string
    stream = Draw.stream(seed, "mask.\(dataset).\(column)")
  }

  /// From the truth's unit (yuan, square metres, metres, cubic metres) to that of the column.
  private static let factors: [String: Double] = [
    "10000-yuan": 1e-4, "1000-yuan": 1e-3, "km2": 1e-6, "m2": 1, "km": 1e-3, "10000-m3": 1e-4,
    "mu": 3.0 / 2_000,
  ]

  /// A value as the column has it.
  func shaped(_ value: DemoValue, _ index: Int) -> DemoValue {
    switch value {
    case .text(let text): return .text(written(text, index))
    case .decimal(let text):
      guard let number = Double(text) else { return value }
      return decimal(number)
    case .integer(let number): return factor == 1 && step == nil ? value : decimal(Double(number))
    case .date(let day): return isMonth ? month(day) : value
    case .moment(let day, _): return isMonth ? month(day) : isDay ? .date(day) : value
    case .none, .boolean: return value
    }
  }

  private func written(_ text: String, _ index: Int) -> String {
    var text = labels[text] ?? text + zeros
    if isUpper { text = text.uppercased() }
    if isShort { text = Self.short(text) }
    if isProject { text += "物业服务中心" }
    if oldNumbers > 0, let old = text.oldResidentNumber {
      var draw = Draw(stream &+ 1, index)
      if draw.unit() < oldNumbers { text = old }
    }
    if spelledFloors > 0, let spelled = text.spelledFloor {
      var draw = Draw(stream &+ 2, index)
      if draw.unit() < spelledFloors { text = spelled }
    }
    if let mask {
      var draw = Draw(stream, index)
      if draw.unit() < mask.share, text.count > mask.front + mask.back {
        text =
          text.prefix(mask.front)
          + String(repeating: "*", count: text.count - mask.front - mask.back)
          + text.suffix(mask.back)
      }
    }
    if let longest, text.unicodeScalars.count > longest { text = String(text.prefix(longest)) }
    return text
  }

  private static let fronts =
    [Division.province, Division.city] + Division.all.map(\.name) + ["云溪", "临江"]

  /// A firm's name without district and legal form.
  static func short(_ name: String) -> String {
    var name = Substring(name)
    for front in fronts where name.hasPrefix(front) {
      name = name.dropFirst(front.count)
    }
    for end in ["有限责任公司", "股份有限公司", "集团有限公司", "有限公司", "（个体工商户）"]
    where name.hasSuffix(end) {
      name = name.dropLast(end.count)
    }
    return String(name)
  }

  private func decimal(_ number: Double) -> DemoValue {
    var number = number * factor
    if let step { number = (number / step).rounded() * step }
    if isInteger { return .integer(Int(number.rounded())) }
    let places = step.map { $0 >= 1 ? 0 : $0 >= 0.1 ? 1 : 2 } ?? (factor < 1 ? 4 : 2)
    return .decimal(Digits.decimal(number, places: places))
  }

  /// The year and month: as a text of six digits, else the first day.
  private func month(_ day: Day) -> DemoValue {
    isText ? .text(String(day.number / 100)) : .date(Day(number: day.number / 100 * 100 + 1))
  }
}

extension String {
  /// The number of fifteen digits (GB 11643-1989) of one of eighteen, of those born before 1985; nil for others.
  ///
  /// Serials from 996 on said that someone was more than a hundred years old, born in the century before.
  fileprivate var oldResidentNumber: String? {
    guard utf8.count == 18, let year = Int(dropFirst(6).prefix(4)), 1900..<1985 ~= year,
      let serial = Int(dropFirst(14).prefix(3)), serial < 996
    else { return nil }
    return String(prefix(6) + dropFirst(8).dropLast())
  }

  /// An address that ends in a room of four sides at most, as neighbours say it: 302室 is 三楼西户.
  fileprivate var spelledFloor: String? {
    guard hasSuffix("室") else { return nil }
    let digits = String(dropLast().reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    guard 3...4 ~= digits.count, let floor = Int(digits.dropLast(2)), floor > 0,
      let room = Int(digits.suffix(2)), 1...4 ~= room
    else { return nil }
    let side = ["东户", "西户", "中户", "北户"][room - 1]
    return String(dropLast(digits.count + 1)) + ChineseNumeral.text(floor) + "楼" + side
  }
}
