import Geometry
package import Gewu

extension ReportFault {
  /// Why a report was not kept, or cannot be found.
  var wording: Wording {
    switch self {
    case .badFields(let fields):
      fields.map { Wording("\($0.field) ", "\($0.field)：") + $0.detail }.joined()
    case .keyUsed(let key):
      Wording(
        "the idempotency key '\(key)' was used for another report; send this one under a key of its own",
        "幂等键“\(key)”已用于另一条上报；请为这一条使用自己的键")
    case .noReport(let name):
      Wording(
        "there is no report '\(name)'; give the receipt, 26 letters and digits",
        "没有上报“\(name)”；请给出回执编号（26 位字母和数字）")
    case .noAttachment(let number):
      Wording("the report has no attachment \(number)", "该上报没有第 \(number) 个附件")
    case .sealedAttachment(let number):
      Wording(
        "attachment \(number) is sealed, and no purpose is given; nothing was read",
        "第 \(number) 个附件已密封，而未说明用途；未读取任何内容")
    case .badLimit(let limit, let largest):
      Wording(
        "limit is \(limit); give a number from 1 to \(largest)",
        "limit 为 \(limit)；请给出 1 到 \(largest) 之间的数")
    case .emptyRange(let from, let to):
      Wording(
        "the time from \(from) to \(to) ends before it begins; exchange the two",
        "从 \(from) 到 \(to) 的时间段结束早于开始；请对调")
    case .noPage(let before):
      Wording(
        "there is no report '\(before)' to go on behind; give next of the previous page",
        "没有上报“\(before)”，无法由此继续；请给出上一页的 next")
    case .tooMany:
      Wording(
        "too many reports are waiting to be written; send it again in a few seconds",
        "等待写入的上报过多；请几秒后重新发送")
    }
  }
}

extension ReportFault.Field {
  /// What is wrong with the field, behind its name.
  package var detail: Wording {
    switch self {
    case .noChannel:
      Wording(
        "is missing; name where the report came from, such as hotline",
        "缺失；请说明上报的来源，如 hotline")
    case .tooLong(_, let limit):
      Wording("is longer than \(limit) characters; shorten it", "超过 \(limit) 个字符；请缩短")
    case .hasNUL: Wording("has a NUL character; leave it out", "含有 NUL 字符；请去掉")
    case .halfAPosition:
      Wording("is missing beside the other one; give both or neither", "缺失；请两个都给或都不给")
    case .notFinite: Wording("is not a finite number", "不是有限的数")
    case .beyond(_, let degrees, let limit):
      Wording(
        "is \(degrees), and no place is there; give degrees from -\(limit) to \(limit)",
        "为 \(degrees)，不存在这样的位置；请给出 -\(limit) 到 \(limit) 之间的度数")
    case .exchanged:
      Wording(
        "are exchanged: the position lies in the district only the other way round; send them "
          + "exchanged",
        "疑似颠倒：只有互换后该位置才在本区内；请互换后重新发送")
    case .notInSystem(let crs):
      Wording(
        "are no place of \(crs); check the numbers and crs",
        "不是 \(crs) 中的位置；请核对数值和 crs")
    case .notAMoment(let text):
      Wording(
        "'\(text)' is not a time of RFC 3339, such as 2026-01-31T08:30:00+08:00",
        "“\(text)”不是 RFC 3339 时间，例如 2026-01-31T08:30:00+08:00")
    case .badCRS(let error): Words.wording(of: error)
    case .tooManyAttachments(let count, let limit):
      Wording(
        "are \(count); at most \(limit) are taken, send the others with another report",
        "有 \(count) 个；最多 \(limit) 个，其余请另行上报")
    case .largeAttachments(let limit):
      Wording(
        "have more than \(limit) bytes in all; make them smaller",
        "合计超过 \(limit) 字节；请压缩后再发送")
    case .attachment(_, let fault): fault.wording
    }
  }
}

extension ReportFault.Attachment {
  fileprivate var wording: Wording {
    switch self {
    case .unknownType(let known):
      Wording("is of a type that is not taken; taken are ", "类型不被接受；可用：") + known.listed()
    case .empty: Wording("has no content", "内容为空")
    case .otherContent(let type):
      Wording(
        "does not begin as \(type) does; say what it is in media_type",
        "内容不是 \(type)；请在 media_type 中如实说明")
    case .longName(let limit):
      Wording("has a name of more than \(limit) characters; shorten it", "名称超过 \(limit) 个字符；请缩短")
    case .badName:
      Wording(
        "has a control character, / or \\ in its name; leave it out",
        "名称中含有控制字符、/ 或 \\；请去掉")
    }
  }
}
