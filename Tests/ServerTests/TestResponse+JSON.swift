import Foundation
import HTTPTypes
import NIOCore
import Testing

extension TestResponse {
  /// The body as a JSON object.
  func object() throws -> [String: Any] {
    let data = Data(body.readableBytesView)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// The body as text.
  var text: String { String(buffer: body) }

  /// The code of the problem in the body.
  func problemCode() throws -> String? {
    #expect(headers[.contentType] == "application/problem+json")
    return try object()["code"] as? String
  }
}
