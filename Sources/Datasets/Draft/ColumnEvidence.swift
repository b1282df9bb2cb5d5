import Tabular

/// What the values of one column are, counted over the whole of a sample.
///
/// Nothing here decides: it says how many values have which form, and a draft proposes from that.
struct ColumnEvidence {
  /// The texts that usually stand for "no value".
  static let missingTexts: Set<String> = [
    "\\N", "NULL", "null", "N/A", "n/a", "NaN", "None", "无", "空", "-", "--", "—", "/",
  ]
  /// The forms of dates that are tried, as patterns of a manifest.
  static let dateForms = [
    "%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y年%m月%d日", "%Y-%m", "%Y年%m月",
  ]
  /// The forms of times that are tried.
  static let timeForms = [
    "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y/%m/%d %H:%M:%S", "%Y-%m-%d %H:%M",
    "%Y/%m/%d %H:%M", "%Y%m%d%H%M%S",
  ]
  private static let datePatterns = dateForms.compactMap { try? DatePattern($0) }
  private static let timePatterns = timeForms.compactMap { try? DatePattern($0) }
  /// So many distinct values are told by name.
  static let largestList = 40

  /// Values that are there.
  var values = 0
  /// Cells without a value.
  var empty = 0
  /// Texts that stand for "no value", with their counts.
  var missing: [String: Int] = [:]
  /// Whole numbers.
  var integers = 0
  /// Whole numbers that begin with a zero.
  var leadingZeros = 0
  /// Whole numbers of more than 15 digits.
  var longNumbers = 0
  /// Numbers, whole ones included.
  var numbers = 0
  /// Numbers with separators of thousands.
  var grouped = 0
  /// The least and the greatest number.
  var range: ClosedRange<Double>?
  /// Date cells of a workbook.
  var dateCells = 0
  /// Number cells of a workbook with more digits than it can keep.
  var lostNumbers = 0
  /// Values in each form of `dateForms`, then of `timeForms`.
  var dates = Array(repeating: 0, count: dateForms.count + timeForms.count)
  /// The checks that a draft may propose.
  static let checks = Check.all.filter { $0.recognize != nil }
  /// Values with the form that each of `checks` asks for.
  var formed = Array(repeating: 0, count: checks.count)
  /// Values that each of `checks` finds right.
  var valid = Array(repeating: 0, count: checks.count)
  /// The number of characters of the longest value.
  var longest = 0
  /// The distinct values with their counts, while there are few.
  var list: [String: Int] = [:]
  /// Whether there are more distinct values than the list holds.
  var isListFull = false
  /// Whether no value has been seen twice.
  var isUnique = true
  private var seen: Set<ValueHash> = []

  /// Counts one cell.
  mutating func add(_ field: TableField) {
    let text = field.string
    let trimmed = text.trimmingSpaces
    guard !trimmed.isEmpty else {
      empty += 1
      return
    }
    guard !Self.missingTexts.contains(trimmed) else {
      missing[trimmed, default: 0] += 1
      return
    }
    values += 1
    longest = max(longest, trimmed.count)
    var bytes = trimmed
    bytes.withUTF8 { remember($0, trimmed) }
    bytes.withUTF8 { count($0, field.kind) }
  }

  private mutating func remember(_ bytes: UnsafeBufferPointer<UInt8>, _ text: String) {
    if isUnique, !seen.insert(ValueHash(UnsafeRawBufferPointer(bytes))).inserted {
      isUnique = false
      seen = []
    }
    guard !isListFull else { return }
    if list.count == Self.largestList, list[text] == nil {
      isListFull = true
      list = [:]
    } else {
      list[text, default: 0] += 1
    }
  }

  private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: TableField.Kind) {
    if kind == .date {
      dateCells += 1
      return
    }
    let digits = bytes.allSatisfy { $0 &- 48 < 10 }
    if digits {
      integers += 1
      if bytes.count > 1, bytes[0] == UInt8(ascii: "0") { leadingZeros += 1 }
      if bytes.count > 15 { longNumbers += 1 }
    }
    let group = bytes.contains(UInt8(ascii: ",")) ? UInt8(ascii: ",") : 0
    if let number = DecimalReader.number(bytes, decimal: UInt8(ascii: "."), group: group) {
      numbers += 1
      if group != 0 { grouped += 1 }
      if !digits, group == 0, DecimalReader.integer(bytes, group: 0) != nil { integers += 1 }
      range =
        range.map { min($0.lowerBound, number)...max($0.upperBound, number) }
        ?? number...number
      if kind == .number, abs(number) >= 1e15 { lostNumbers += 1 }
    }
    countDates(bytes)
    countCodes(bytes)
  }

  private mutating func countDates(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard 6...26 ~= bytes.count, bytes[0] == UInt8(ascii: "1") || bytes[0] == UInt8(ascii: "2")
    else { return }
    for (index, pattern) in (Self.datePatterns + Self.timePatterns).enumerated() {
      guard let moment = pattern.match(bytes), 1850...2150 ~= moment.year else { continue }
      dates[index] += 1
      return
    }
  }

  private mutating func countCodes(_ bytes: UnsafeBufferPointer<UInt8>) {
    for (index, check) in Self.checks.enumerated() {
      switch check.recognize?(bytes) {
      case .no, nil: continue
      case .form: formed[index] += 1
      case .valid:
        formed[index] += 1
        valid[index] += 1
      }
    }
  }
}

extension String {
  /// The text without ASCII, no-break and ideographic space around it.
  var trimmingSpaces: String {
    var view = Substring(self)
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return view.count == count ? self : String(view)
  }
}
