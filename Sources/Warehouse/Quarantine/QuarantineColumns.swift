/// The columns that an export of refused rows adds behind the department's own.
enum QuarantineColumns {
  /// The heading of the number by which a corrected row is known again, in every language.
  static let number = "gewu_id"

  /// The heading of the reasons.
  static func reasons(inChinese: Bool) -> String { inChinese ? "错误原因" : "Reasons" }

  /// The heading of what a row has too much.
  static func surplus(inChinese: Bool) -> String { inChinese ? "多余内容" : "Surplus" }

  /// Whether a heading is that of an added column.
  static func isAdded(_ heading: String) -> Bool {
    heading == number
      || [true, false].contains { isChinese in
        [reasons(inChinese: isChinese), surplus(inChinese: isChinese)].contains(heading)
      }
  }
}
