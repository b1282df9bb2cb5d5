/// The check of mobile numbers of mainland China, on bytes.
enum MobileNumber {
  /// 11 digits, the first two 13 to 19.
  static let check = Check(
    "cn.mobile", reasons: [ChinaReason.mobile], isPersonal: true,
    recognize: { isMobile($0) ? .valid : .no },
    verify: { text, _, _ in isMobile(text) ? 0 : fault.rawValue })

  private static let fault = China.Faults.bit(.mobile)

  static func isMobile(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count == 11 && bytes[0] == UInt8(ascii: "1") && bytes[1] >= UInt8(ascii: "3")
      && CalendarDate.digits(bytes, 0, 11) >= 0
  }
}
