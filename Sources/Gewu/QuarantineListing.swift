public import Warehouse

/// Refused rows as a list shows them: their place and reasons, not what stands in them.
public enum QuarantineListing {
  /// The lines of one row, one for each reason.
  public static func lines(of row: QuarantinedRow, inChinese: Bool) -> [String] {
    let place = "batch \(row.batch) row \(row.row) line \(row.line)"
    return row.reasons.map { reason in
      let message = inChinese ? reason.messageChinese : reason.message
      return "\(place): \(reason.code)\(reason.field.map { " \($0)" } ?? ""): \(message)"
    }
  }
}
