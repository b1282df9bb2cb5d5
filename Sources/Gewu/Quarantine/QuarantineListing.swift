public import Warehouse

/// Refused rows as a list shows them: their place and reasons, not what stands in them.
public enum QuarantineListing {
  /// The headings of a list by reason; those of numbers are true.
  public static let reasonColumns: [(name: String, isNumber: Bool)] = [
    ("data set", false), ("reason", false), ("rows", true), ("for example", false),
  ]

  /// The values of one reason.
  public static func row(of count: ReasonCount, inChinese: Bool) -> [String] {
    [
      count.dataset, count.code, "\(count.rows)",
      inChinese ? count.exampleChinese : count.example,
    ]
  }

  /// The lines of one row, one for each reason.
  public static func lines(of row: QuarantinedRow, inChinese: Bool) -> [String] {
    let place = "\(row.number): batch \(row.batch) row \(row.row) line \(row.line)"
    return row.reasons.map { reason in
      let message = inChinese ? reason.messageChinese : reason.message
      return "\(place): \(reason.code)\(reason.field.map { " \($0)" } ?? ""): \(message)"
    }
  }
}
