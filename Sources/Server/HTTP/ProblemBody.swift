import Gewu
import HTTPTypes
import Words

/// The members of problem details as they stand in the body (RFC 9457, section 3).
struct ProblemBody: Codable, Equatable, Sendable {
  /// One wrong parameter or member.
  struct Field: Codable, Equatable, Sendable {
    var field: String
    var detail: String
    var detailChinese: String

    enum CodingKeys: String, CodingKey {
      case field, detail
      case detailChinese = "detail_zh"
    }
  }

  var type: String
  var title: String
  var status: Int
  /// What happened with this request and what to do, in the language of the answer.
  var detail: String
  /// The same in Chinese, whatever the language of the answer.
  var detailChinese: String
  var instance: String
  var code: String
  var errors: [Field]?
  /// The cell that existed once, where one was asked for that does not exist.
  var retired: RetiredCell?

  enum CodingKeys: String, CodingKey {
    case type, title, status, detail
    case detailChinese = "detail_zh"
    case instance, code, errors, retired
  }
}

extension ProblemBody {
  init(_ problem: Problem, instance: String, in language: Language) {
    let words = problem.words
    let errors = problem.errors.map {
      Field(field: $0.field, detail: $0.detail[language], detailChinese: $0.detail.chinese)
    }
    self.init(
      type: "urn:gewu:problem:\(problem.code)", title: words.title[language],
      status: Int(problem.status.code), detail: words.detail[language],
      detailChinese: words.detail.chinese, instance: instance, code: problem.code,
      errors: errors.isEmpty ? nil : errors, retired: problem.retired)
  }
}
