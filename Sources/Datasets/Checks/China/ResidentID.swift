/// The checks of China's identification codes, on bytes.
enum PersonalCodes {
  private static let residentWeights: [Int] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let residentChecks = Array("10X98765432".utf8)
  private static let creditWeights: [Int] = [
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
  ]
  private static let creditAlphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  /// Checks a resident identity number (GB 11643-1999; 15 digits before 1999).
  static func residentFaults(_ bytes: UnsafeBufferPointer<UInt8>) -> FaultSet {
    if bytes.count == 15 {
      guard CalendarDate.digits(bytes, 0, 15) >= 0 else { return .residentIDForm }
      let isDate = CalendarDate.isValid(
        year: century(bytes) * 100 + CalendarDate.digits(bytes, 6, 2),
        month: CalendarDate.digits(bytes, 8, 2), day: CalendarDate.digits(bytes, 10, 2))
      return isDate ? .residentIDLegacy : .residentIDDate
    }
    guard bytes.count == 18 else { return .residentIDForm }
    var sum = 0
    for index in 0..<17 {
      let digit = bytes[index] &- 48
      if digit > 9 { return .residentIDForm }
      sum &+= Int(digit) &* residentWeights[index]
    }
    let last = upper(bytes[17])
    guard last &- 48 < 10 || last == UInt8(ascii: "X") else { return .residentIDForm }
    var faults: FaultSet = []
    let year = CalendarDate.digits(bytes, 6, 4)
    let isDate =
      year >= 1800
      && CalendarDate.isValid(
        year: year, month: CalendarDate.digits(bytes, 10, 2),
        day: CalendarDate.digits(bytes, 12, 2))
    if !isDate { faults.insert(.residentIDDate) }
    if residentChecks[sum % 11] != last { faults.insert(.residentIDCheck) }
    return faults
  }

  /// Puts the number of 18 characters in the place of a right one of 15: the century is added, and
  /// the check character.
  static func modernize(_ value: inout FieldValue, _ arena: TextArena) {
    let old = value.bytes
    let new = arena.reserve(18)
    for index in 0..<6 { new[index] = old[index] }
    new[6] = UInt8(ascii: "1")
    new[7] = century(old) == 18 ? UInt8(ascii: "8") : UInt8(ascii: "9")
    for index in 6..<15 { new[index + 2] = old[index] }
    var sum = 0
    for index in 0..<17 { sum += Int(new[index] &- 48) * residentWeights[index] }
    new[17] = residentChecks[sum % 11]
    value = .text(new, count: 18)
  }

  /// The century of birth in a number of 15 digits: the orders 996 to 999 were given to those who
  /// were a hundred years old.
  private static func century(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    CalendarDate.digits(bytes, 12, 3) >= 996 ? 18 : 19
  }

  /// Checks a unified social credit code (GB 32100-2015).
  static func creditFaults(_ bytes: UnsafeBufferPointer<UInt8>) -> FaultSet {
    guard bytes.count == 18 else { return .creditCodeForm }
    var sum = 0
    for index in 0..<17 {
      let value = creditValue(upper(bytes[index]))
      if value < 0 || index >= 2 && index < 8 && value > 9 { return .creditCodeForm }
      sum &+= value &* creditWeights[index]
    }
    let check = creditValue(upper(bytes[17]))
    if check < 0 { return .creditCodeForm }
    return check == (31 - sum % 31) % 31 ? [] : .creditCodeCheck
  }

  /// Checks a mobile number of mainland China.
  static func mobileFaults(_ bytes: UnsafeBufferPointer<UInt8>) -> FaultSet {
    guard bytes.count == 11, bytes[0] == UInt8(ascii: "1"), bytes[1] >= UInt8(ascii: "3"),
      CalendarDate.digits(bytes, 0, 11) >= 0
    else { return .mobile }
    return []
  }

  @inline(__always)
  static func upper(_ byte: UInt8) -> UInt8 { byte &- 97 < 26 ? byte &- 32 : byte }

  private static func creditValue(_ byte: UInt8) -> Int {
    if byte &- 48 < 10 { return Int(byte &- 48) }
    return creditAlphabet.firstIndex(of: byte) ?? -1
  }
}
