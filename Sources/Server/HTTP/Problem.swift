import Foundation
import Hummingbird

/// What every failed request is answered with: problem details (RFC 9457).
///
/// `code` is for programs and stable; `detail` and `detail_zh` are for people.
struct Problem: Error, Equatable, Sendable {
  /// The status of the response.
  var status: HTTPResponse.Status
  /// The stable name of the sort of problem; `type` is made of it.
  var code: String
  /// The sort of problem in words.
  var title: String
  /// What happened with this request and what to do, in English.
  var detail: String
  /// The same in Chinese, where there is one.
  var detailChinese: String?
  /// The fields of the question or body that are wrong; all of them at once.
  var errors: [FieldProblem] = []
  /// The methods that the path does accept, with 405.
  var allowed: [HTTPRequest.Method] = []

  /// The media type of the body.
  static let mediaType = "application/problem+json"

  /// Writes the problem as the answer to the request for `path`.
  func response(instance path: String) -> Response {
    let body = ProblemBody(
      type: "urn:gewu:problem:\(code)", title: title, status: Int(status.code), detail: detail,
      detailChinese: detailChinese, instance: path, code: code,
      errors: errors.isEmpty ? nil : errors)
    var response = Response.json(body, mediaType: Problem.mediaType, status: status)
    response.headers[.cacheControl] = "no-store"
    if !allowed.isEmpty {
      response.headers[.allow] = allowed.map(\.rawValue).sorted().joined(separator: ", ")
    }
    if status == .serviceUnavailable { response.headers[.retryAfter] = "5" }
    return response
  }
}
