/// The check of resident identity numbers (GB 11643-1999), on bytes.
enum ResidentID {
  /// A number of 18 characters (date and check character), or the older form of 15 digits.
  ///
  /// A final `x` is made upper case. The region code is not judged: it may be historic.
  static let check = Check(
    "cn.resident-id",
    reasons: [ChinaReason.residentIDForm, .residentIDDate, .residentIDCheck, .residentIDLegacy],
    isPersonal: true, isIdentity: true,
    recognize: { text in
      let found = faults(text)
      return found.isEmpty ? .valid : found.isDisjoint(with: [form, date]) ? .form : .no
    },
    verify: { text, value, arena in
      let found = faults(text)
      if text.last == UInt8(ascii: "x") { value = arena.upper(value.bytes) }
      if text.count == 15, found == legacy { modernize(&value, arena) }
      return found.rawValue
    })

  private static let form = China.Faults.bit(.residentIDForm)
  private static let date = China.Faults.bit(.residentIDDate)
  private static let character = China.Faults.bit(.residentIDCheck)
  private static let legacy = China.Faults.bit(.residentIDLegacy)

  private static let weights: [Int] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let characters = Array("10X98765432".utf8)

  static func faults(_ bytes: UnsafeBufferPointer<UInt8>) -> China.Faults {
    if bytes.count == 15 {
      guard CalendarDate.digits(bytes, 0, 15) >= 0 else { return form }
      let isDate = CalendarDate.isValid(
        year: century(bytes) * 100 + CalendarDate.digits(bytes, 6, 2),
        month: CalendarDate.digits(bytes, 8, 2), day: CalendarDate.digits(bytes, 10, 2))
      return isDate ? legacy : date
    }
    guard bytes.count == 18 else { return form }
    var sum = 0
    for index in 0..<17 {
      let digit = bytes[index] &- 48
      if digit > 9 { return form }
      sum &+= Int(digit) &* weights[index]
    }
    let last = ASCII.upper(bytes[17])
    guard last &- 48 < 10 || last == UInt8(ascii: "X") else { return form }
    var faults: China.Faults = []
    let year = CalendarDate.digits(bytes, 6, 4)
    let isDate =
      year >= 1800
      && CalendarDate.isValid(
        year: year, month: CalendarDate.digits(bytes, 10, 2),
        day: CalendarDate.digits(bytes, 12, 2))
    if !isDate { faults.insert(date) }
    if characters[sum % 11] != last { faults.insert(character) }
    return faults
  }

  /// Puts the number of 18 characters in the place of a right one of 15: the century is added, and
  /// the check character.
  private static func modernize(_ value: inout FieldValue, _ arena: TextArena) {
    let old = value.bytes
    let new = arena.reserve(18)
    for index in 0..<6 { new[index] = old[index] }
    new[6] = UInt8(ascii: "1")
    new[7] = century(old) == 18 ? UInt8(ascii: "8") : UInt8(ascii: "9")
    for index in 6..<15 { new[index + 2] = old[index] }
    var sum = 0
    for index in 0..<17 { sum += Int(new[index] &- 48) * weights[index] }
    new[17] = characters[sum % 11]
    value = .text(new, count: 18)
  }

  /// The century of birth in a number of 15 digits: the orders 996 to 999 were given to those who
  /// were a hundred years old.
  private static func century(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    CalendarDate.digits(bytes, 12, 3) >= 996 ? 18 : 19
  }
}
