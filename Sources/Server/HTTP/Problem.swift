import Foundation
import Gewu
import Hummingbird
import Words

/// What every failed request is answered with: problem details (RFC 9457).
///
/// `code` is for programs and stable; `title`, `detail` and `detail_zh` are for people.
struct Problem: Error, Equatable, Sendable {
  /// The status of the response.
  var status: HTTPResponse.Status
  /// The stable name of the sort of problem; `type` is made of it.
  var code: String
  /// What callers are told.
  var words: ProblemWords
  /// The fields of the question or body that are wrong; all of them at once.
  var errors: [FieldProblem] = []
  /// The cell that existed once, where one was asked for that does not exist.
  var retired: RetiredCell?
  /// The methods that the path does accept, with 405.
  var allowed: [HTTPRequest.Method] = []

  /// The media type of the body.
  static let mediaType = "application/problem+json"

  /// Writes the problem as the answer to the request for `path`, its texts in `language`.
  func response(instance path: String, in language: Language) -> Response {
    var response = Response.json(
      ProblemBody(self, instance: path, in: language), mediaType: Problem.mediaType, status: status)
    response.headers[.cacheControl] = "no-store"
    response.headers[.contentLanguage] = language.rawValue
    response.headers[.vary] = "Accept-Language"
    if !allowed.isEmpty {
      response.headers[.allow] = allowed.map(\.rawValue).sorted().joined(separator: ", ")
    }
    if self == .contentCoding { response.headers[.acceptEncoding] = "gzip" }
    if status == .serviceUnavailable { response.headers[.retryAfter] = "5" }
    return response
  }
}

/// What is wrong with one parameter or one member of a body.
struct FieldProblem: Equatable, Sendable {
  /// The name of the parameter or member.
  var field: String
  /// What is wrong with it, behind its name; see ``FieldWords``.
  var detail: Wording

  init(_ field: String, _ detail: Wording) {
    self.field = field
    self.detail = detail
  }
}
