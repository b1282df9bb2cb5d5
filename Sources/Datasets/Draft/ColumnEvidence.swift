import Tabular

/// What the values of one column are, counted over the rows of a sample that are looked at.
///
/// Nothing here decides: it says how many values have which form, and a draft proposes from that. No
/// text is made of a cell where its bytes tell enough: samples have millions of them.
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
    "%Y/%m/%d %H:%M", "%Y%m%d%H%M%S", "%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%d %H:%M:%S%z",
    "%Y-%m-%dT%H:%M:%S.%f%z", "%Y-%m-%dT%H:%M:%S.%f", "%Y-%m-%d %H:%M:%S.%f",
    "%Y-%m-%d %H:%M:%S.%f%z", "%Y-%m-%dT%H:%M",
  ]
  private static let patterns = (dateForms + timeForms).compactMap { try? DatePattern($0) }
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
  /// Numbers of a text with one to three digits before a point and three behind it: `1.234`.
  var threePlaces = 0
  /// The least and the greatest number.
  var range: ClosedRange<Double>?
  /// Date cells of a workbook.
  var dateCells = 0
  /// Truth cells of a workbook.
  var truthCells = 0
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
  var list: [String: Int] { distinct?.counts ?? [:] }
  /// Whether there are more distinct values than the list holds.
  var isListFull: Bool { distinct == nil }
  /// Whether every row so far has a value that no other has.
  var isUnique = true
  private var seen: Set<ValueHash> = []
  private var distinct: DistinctTexts? = DistinctTexts()
  /// The checks that are still tried, by their places in `checks`.
  private var active = Array(checks.indices)
  /// The form of the last date.
  private var lastForm = 0

  /// Whether a text that begins so may stand for "no value".
  private static let missingBeginnings: [Bool] = (0..<256).map { byte in
    missingTexts.contains { $0.utf8.first == UInt8(byte) }
  }
  private static let longestMissing = missingTexts.map(\.utf8.count).max() ?? 0
  /// After so many values a check that fits fewer than half of them is given up.
  private static let trial = 4_096

  /// Counts one cell.
  mutating func add(_ field: TableField) {
    guard field.hasDoubledQuotes else { return add(field.bytes, field.kind) }
    var text = field.string
    text.withUTF8 { add($0, field.kind) }
  }

  /// Looks only whether a cell has a value that no other has.
  mutating func addToKey(_ field: TableField) {
    guard isUnique else { return }
    if field.hasDoubledQuotes {
      var text = field.string
      return text.withUTF8 { addToKey($0) }
    }
    addToKey(field.bytes)
  }

  private mutating func addToKey(_ bytes: UnsafeBufferPointer<UInt8>) {
    let bytes = Self.trimmed(bytes)
    if Self.missingText(bytes) != nil { forgetKey() } else { remember(bytes) }
  }

  /// The text that stands for "no value" where a cell has one.
  private static func missingText(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let first = bytes.first, missingBeginnings[Int(first)], bytes.count <= longestMissing
    else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    return missingTexts.contains(text) ? text : nil
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: TableField.Kind) {
    var bytes = Self.trimmed(bytes)
    if bytes.last == UInt8(ascii: "\""), kind == .text, let inner = TableField.protected(bytes) {
      bytes = Self.trimmed(inner)
    }
    if bytes.isEmpty {
      empty += 1
      return forgetKey()
    }
    if let text = Self.missingText(bytes) {
      missing[text, default: 0] += 1
      return forgetKey()
    }
    values += 1
    if bytes.count > longest {
      var length = 0
      for byte in bytes where byte & 0xC0 != 0x80 { length += 1 }
      longest = max(longest, length)
    }
    if isUnique { remember(bytes) }
    if distinct?.add(bytes) == false { distinct = nil }
    count(bytes, kind)
  }

  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    guard var start = bytes.baseAddress else { return bytes }
    var count = bytes.count
    RecordReader.trim(&start, &count)
    return UnsafeBufferPointer(start: start, count: count)
  }

  private mutating func remember(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.isEmpty || !seen.insert(ValueHash(UnsafeRawBufferPointer(bytes))).inserted {
      forgetKey()
    }
  }

  private mutating func forgetKey() {
    isUnique = false
    seen = []
  }

  private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: TableField.Kind) {
    if kind == .date {
      dateCells += 1
      return
    }
    if kind == .boolean { truthCells += 1 }
    let digits = bytes.allSatisfy { $0 &- 48 < 10 }
    if digits {
      integers += 1
      if bytes.count > 1, bytes[0] == UInt8(ascii: "0") { leadingZeros += 1 }
      if bytes.count > 15 { longNumbers += 1 }
    }
    if digits || bytes[0] < UInt8(ascii: ":") { countNumber(bytes, kind, digits: digits) }
    countDates(bytes, digits: digits)
    countCodes(bytes)
  }

  private mutating func countNumber(
    _ bytes: UnsafeBufferPointer<UInt8>, _ kind: TableField.Kind, digits: Bool
  ) {
    let group = bytes.contains(UInt8(ascii: ",")) ? UInt8(ascii: ",") : 0
    guard let number = DecimalReader.number(bytes, decimal: UInt8(ascii: "."), group: group)
    else { return }
    numbers += 1
    if group != 0 { grouped += 1 }
    if !digits, group == 0, DecimalReader.integer(bytes, group: 0) != nil { integers += 1 }
    if let known = range {
      if number < known.lowerBound || number > known.upperBound {
        range = min(known.lowerBound, number)...max(known.upperBound, number)
      }
    } else {
      range = number...number
    }
    if kind == .number ? abs(number) >= 1e15 : PlainNumber.hasLostDigits(bytes) { lostNumbers += 1 }
    let places = bytes.count - 4
    if kind == .text, 1...3 ~= places, bytes[places] == UInt8(ascii: "."),
      bytes[..<places].allSatisfy({ $0 &- 48 < 10 })
    {
      threePlaces += 1
    }
  }

  private mutating func countDates(_ bytes: UnsafeBufferPointer<UInt8>, digits: Bool) {
    guard 6...36 ~= bytes.count, bytes[0] == UInt8(ascii: "1") || bytes[0] == UInt8(ascii: "2"),
      digits ? bytes.count == 8 || bytes.count == 14 : Self.separators.contains(bytes[4])
    else { return }
    if fits(bytes, lastForm) { return }
    for index in Self.patterns.indices where index != lastForm {
      if fits(bytes, index) { return lastForm = index }
    }
  }

  /// What stands behind the year in the forms that have more than digits; the last is of 年.
  private static let separators: [UInt8] = Array("-/.".utf8) + [0xE5]

  private mutating func fits(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard let moment = Self.patterns[index].match(bytes), 1850...2150 ~= moment.year else {
      return false
    }
    dates[index] += 1
    return true
  }

  private mutating func countCodes(_ bytes: UnsafeBufferPointer<UInt8>) {
    for index in active {
      switch Self.checks[index].recognize?(bytes) {
      case .no, nil: continue
      case .form: formed[index] += 1
      case .valid:
        formed[index] += 1
        valid[index] += 1
      }
    }
    if values == Self.trial { active.removeAll { formed[$0] * 2 < Self.trial } }
  }
}

/// The distinct texts of a column with their counts, while there are few.
struct DistinctTexts {
  private var hashes: [UInt64] = []
  private var texts: [String] = []
  private var found: [Int] = []
  /// For each of 128 places one more than the index of a text, 0 for none.
  private var slots = [UInt8](repeating: 0, count: 128)

  var counts: [String: Int] {
    Dictionary(zip(texts, found), uniquingKeysWith: +)
  }

  /// Counts a text.
  ///
  /// - Returns: false where there are more texts than it holds; it is of no use then.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // FNV-1a of 64 bits, draft-eastlake-fnv.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: (hash ^ hash >> 32) & 127)
    while slots[slot] > 0 {
      let index = Int(slots[slot]) - 1
      if hashes[index] == hash {
        found[index] += 1
        return true
      }
      slot = (slot + 1) & 127
    }
    guard texts.count < ColumnEvidence.largestList else { return false }
    hashes.append(hash)
    texts.append(String(decoding: bytes, as: UTF8.self))
    found.append(1)
    slots[slot] = UInt8(texts.count)
    return true
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
