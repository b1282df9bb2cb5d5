package import Warehouse

/// Refused rows as a list shows them: their place and reasons, not what stands in them.
package enum QuarantineListing {
  /// How many rows each data set has for each reason, a row each.
  package static func table(of counts: [ReasonCount]) -> Wording {
    var table = Listing([
      .text("data set", "数据资源"), .text("reason", "原因"), .number("rows", "行数"),
      .text("for example", "例如"),
    ])
    for count in counts {
      table.append(
        [count.dataset, count.code, "\(count.rows)"].map(Wording.init(verbatim:))
          + [count.example])
    }
    return table.wording
  }

  /// A line for each reason of each row: the place, the code, the field by what people call it, the
  /// value as far as it may be shown, and what is wrong with it.
  package static func lines(of rows: [QuarantinedRow]) -> Wording {
    rows.flatMap(lines(of:)).lines()
  }

  private static func lines(of row: QuarantinedRow) -> [Wording] {
    let place = Wording(
      "\(row.number): batch \(row.batch) row \(row.row) line \(row.line)",
      "\(row.number)：批次 \(row.batch) 第 \(row.row) 条 第 \(row.line) 行")
    return row.reasons.map { reason in
      let what = reason.wordingWithValue
      return Wording(
        "\(place.english): \(reason.code): \(what.english)",
        "\(place.chinese)：\(reason.code)：\(what.chinese)")
    }
  }
}
