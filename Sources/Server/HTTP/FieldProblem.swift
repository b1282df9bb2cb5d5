import Words

/// What is wrong with one parameter or one member of a body.
struct FieldProblem: Codable, Equatable, Sendable {
  /// The name of the parameter or member.
  var field: String
  /// What is wrong, in English.
  var detail: String
  /// What is wrong, in Chinese.
  var detailChinese: String

  enum CodingKeys: String, CodingKey {
    case field, detail
    case detailChinese = "detail_zh"
  }

  static func missing(_ field: String) -> FieldProblem {
    FieldProblem(field: field, detail: "is required", detailChinese: "必填")
  }

  static func notANumber(_ field: String, _ text: some StringProtocol) -> FieldProblem {
    FieldProblem(
      field: field, detail: "'\(text)' is not a number", detailChinese: "“\(text)”不是数字")
  }

  static func notADate(_ field: String, _ text: some StringProtocol) -> FieldProblem {
    FieldProblem(
      field: field, detail: "'\(text)' is not a date of the form YYYY-MM-DD",
      detailChinese: "“\(text)”不是 YYYY-MM-DD 形式的日期")
  }

  static func notAMoment(_ field: String, _ text: some StringProtocol) -> FieldProblem {
    FieldProblem(
      field: field,
      detail: "'\(text)' is neither a date like 2026-01-31 nor a moment like "
        + "2026-01-31T08:00:00+08:00",
      detailChinese: "“\(text)”既不是 2026-01-31 这样的日期，也不是 2026-01-31T08:00:00+08:00 这样的时刻")
  }

  static func notInRange(_ field: String, _ range: ClosedRange<Int>) -> FieldProblem {
    FieldProblem(
      field: field,
      detail: "must be a whole number from \(range.lowerBound) to \(range.upperBound)",
      detailChinese: "必须是 \(range.lowerBound) 到 \(range.upperBound) 之间的整数")
  }

  static func unknown(_ field: String, known: [String]) -> FieldProblem {
    FieldProblem(
      field: field, detail: "is not known here; known are \(known.joined(separator: ", "))",
      detailChinese: "未知参数；可用的有 \(known.joined(separator: "、"))")
  }

  static func unknownCRS(_ field: String, _ error: any Error) -> FieldProblem {
    let wording = Words.wording(of: error)
    return FieldProblem(
      field: field, detail: wording.english, detailChinese: wording.chinese)
  }
}
