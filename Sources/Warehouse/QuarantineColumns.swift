/// The columns that an export of refused rows adds behind the department's own.
enum QuarantineColumns {
  /// The heading of the number by which a corrected row is known again, in every language.
  static let number = "gewu_id"

  /// The heading of the reasons.
  static func reasons(inChinese: Bool) -> String { inChinese ? "错误原因" : "Reasons" }

  /// Whether a heading is that of an added column.
  static func isAdded(_ heading: String) -> Bool {
    [number, reasons(inChinese: true), reasons(inChinese: false)].contains(heading)
  }
}
