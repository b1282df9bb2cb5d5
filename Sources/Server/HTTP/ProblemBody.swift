/// The members of problem details as they stand in the body (RFC 9457, section 3).
struct ProblemBody: Codable, Equatable, Sendable {
  var type: String
  var title: String
  var status: Int
  var detail: String
  var detailChinese: String?
  var instance: String
  var code: String
  var errors: [FieldProblem]?

  enum CodingKeys: String, CodingKey {
    case type, title, status, detail
    case detailChinese = "detail_zh"
    case instance, code, errors
  }
}
