/// What is wrong with one parameter or one member of a body, behind its name.
package enum FieldWords {
  package static let missing = Wording("is required", "必填")
  package static let twice = Wording("is given twice", "重复")
  package static let empty = Wording(
    "is empty; give a value or leave it out", "为空；请给出值或去掉此参数")
  package static let hasNUL = Wording(
    "has a NUL character; leave it out", "含有 NUL 字符；请去掉")
  package static let notAFlag = Wording("must be true or false", "必须是 true 或 false")
  package static let notABox = Wording(
    "must be west,south,east,north in degrees, west at most east but across 180",
    "须依次为西、南、东、北，以逗号分隔（度）；除跨越 180° 外，西不大于东")
  package static let notANumber = Wording("must be a number", "必须是数字")
  package static let notAText = Wording("must be a text", "必须是文本")
  package static func texts(most: Int) -> Wording {
    Wording("must be a list of up to \(most) texts", "必须是至多 \(most) 个文本的列表")
  }
  package static let notBase64 = Wording(
    "must be Base64 of RFC 4648, with its padding and without line ends",
    "必须是 RFC 4648 的 Base64，带填充且不含换行")
  package static let notAnAttachment = Wording(
    "must be an object with media_type, content and perhaps name",
    "必须是含 media_type、content 及可选 name 的对象")
  package static let notAttachments = Wording("must be a list of attachments", "必须是附件列表")
  package static let notAnAttachmentNumber = Wording(
    "must be the number of an attachment, from 1", "必须是附件的序号（从 1 起）")
  package static let badIdempotencyKey = Wording(
    "must be 1 to 255 visible ASCII characters", "必须是 1 到 255 个可见 ASCII 字符")
  package static let badPurpose = Wording(
    "must say in 1 to 200 characters what sealed words are read for, percent-encoded (UTF-8) beyond ASCII",
    "必须用 1 到 200 个字符说明读取密封内容的用途，ASCII 以外的字符须百分号编码（UTF-8）")
  package static let besideReports = Wording(
    "names a data set, and source asks for the reports; leave one out",
    "指定了数据资源，而 source 要求统计上报；请去掉其一")
  package static let netBesideNets = Wording(
    "adds to the answer of the base net; leave out net", "是在基础网格的回答之外附加；请去掉 net")

  package static func notANumber(_ text: String) -> Wording {
    Wording("'\(text)' is not a number", "“\(text)”不是数字")
  }

  package static func notADate(_ text: String) -> Wording {
    Wording(
      "'\(text)' is not a date of the form YYYY-MM-DD", "“\(text)”不是 YYYY-MM-DD 形式的日期")
  }

  package static func notADayOrMonth(_ text: String) -> Wording {
    Wording(
      "'\(text)' is not a date of the form YYYY-MM-DD, or a month of the form YYYY-MM",
      "“\(text)”不是 YYYY-MM-DD 形式的日期，也不是 YYYY-MM 形式的月份")
  }

  package static func notATime(_ text: String) -> Wording {
    Wording(
      "'\(text)' is not a time of RFC 3339, such as 2026-01-31T08:30:00+08:00",
      "“\(text)”不是 RFC 3339 时间，例如 2026-01-31T08:30:00+08:00")
  }

  package static func notInRange(_ range: ClosedRange<Int>) -> Wording {
    Wording(
      "must be a whole number from \(range.lowerBound) to \(range.upperBound)",
      "必须是 \(range.lowerBound) 到 \(range.upperBound) 之间的整数")
  }

  package static func notPermutations(_ range: ClosedRange<Int>) -> Wording {
    Wording(
      "must be 'adaptive' or a whole number from \(range.lowerBound) to \(range.upperBound)",
      "必须是 adaptive，或 \(range.lowerBound) 到 \(range.upperBound) 之间的整数")
  }

  package static func notAText(limit: Int) -> Wording {
    Wording("must be a text of at most \(limit) characters", "必须是不超过 \(limit) 个字符的文本")
  }

  /// The parameter or member itself is not known.
  package static func unknown(known: [String]) -> Wording {
    known.isEmpty
      ? Wording("is not known here; none is", "未知参数；此处没有参数")
      : Wording("is not known here; known are ", "未知参数；可用的有 ") + known.listed()
  }

  /// The value is none of those that there are.
  package static func notAChoice(_ text: String, of known: [String]) -> Wording {
    Wording("'\(text)' is not known; known are ", "“\(text)”未知；可用：") + known.listed()
  }

  package static func unknownCRS(_ text: String) -> Wording {
    Wording(
      "'\(text)' is not a known reference system; give EPSG:n, wgs84, cgcs2000, gcj02 or bd09",
      "“\(text)”不是已知的坐标系；可用 EPSG:n、wgs84、cgcs2000、gcj02、bd09")
  }

  /// A reference system names a file of the service's machine.
  package static let crsNamesFile = Wording(
    "names a file, which a caller cannot; give +towgs84=… instead",
    "不能指定文件；请改用 +towgs84=…")

  /// A day that ends a range is before the one that begins it.
  package static func isBefore(_ other: String) -> Wording {
    Wording("is before \(other)", "早于 \(other)")
  }
}
