import Gewu

extension ReportFault {
  /// Why a report was not kept, or cannot be found.
  var wording: Wording {
    switch self {
    case .badFields(let fields): fields.map(\.wording).joined()
    case .keyUsed(let key, let report):
      Wording(
        "the idempotency key '\(key)' was used for another report (number \(report)); send this one "
          + "under a key of its own",
        "幂等键“\(key)”已用于另一条上报（编号 \(report)）；请为这一条使用自己的键")
    case .noReport(let report): Wording("there is no report \(report)", "没有编号为 \(report) 的上报")
    case .badLimit(let limit, let largest):
      Wording(
        "limit is \(limit); give a number from 1 to \(largest)",
        "limit 为 \(limit)；请给出 1 到 \(largest) 之间的数")
    }
  }
}

extension ReportFault.Field {
  /// What is wrong with one field, behind its name.
  var wording: Wording {
    switch self {
    case .noChannel:
      Wording(
        "channel: it is missing; name where the report came from, such as hotline",
        "channel：缺失；请说明上报的来源，如 hotline")
    case .tooLong(let field, let limit):
      Wording(
        "\(field): it is longer than \(limit) characters; shorten it",
        "\(field)：超过 \(limit) 个字符；请缩短")
    case .halfAPosition:
      Wording(
        "longitude, latitude: one is given without the other; give both or neither",
        "longitude、latitude：只给了其中一个；请都给或都不给")
    case .notAPosition:
      Wording(
        "longitude, latitude: not a position; give two finite numbers",
        "longitude、latitude：不是位置；请给出两个有限的数")
    case .notAMoment(let text):
      Wording(
        "reported_at: '\(text)' is not a moment; write it like 2026-01-31T08:00:00+08:00",
        "reported_at：“\(text)”不是时刻；请写成 2026-01-31T08:00:00+08:00")
    case .badCRS(let error): Wording("crs: ", "crs：") + Words.wording(of: error)
    }
  }
}
