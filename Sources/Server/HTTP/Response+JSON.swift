import HTTPTypes
import Hummingbird
import Tabular

extension Response {
  /// Answers with `value` as JSON: keys in a fixed order, so that the same
  /// question has the same bytes.
  static func json(
    _ value: some Encodable, mediaType: String = "application/json",
    status: HTTPResponse.Status = .ok
  ) -> Response {
    // Only a number that is not finite fails to encode, which the use cases never answer.
    guard let text = try? JSONText.bytes(of: value) else {
      return Response(status: .internalServerError)
    }
    return bytes(ByteBuffer(bytes: text), mediaType: mediaType, status: status)
  }

  /// Answers with bytes that are ready.
  static func bytes(
    _ buffer: ByteBuffer, mediaType: String, status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status, headers: [.contentType: mediaType], body: ResponseBody(byteBuffer: buffer))
  }
}

extension HTTPField.Name {
  /// The sender's name for an order, so that sending it again does not repeat it.
  static let idempotencyKey = HTTPField.Name(uncheckedName: "Idempotency-Key")

  /// What sealed words are read for: a text, percent-encoded (RFC 3986).
  static let gewuPurpose = HTTPField.Name(uncheckedName: "Gewu-Purpose")

  /// The generation of boundaries that a batch was answered from.
  static let gewuGeneration = HTTPField.Name(uncheckedName: "Gewu-Generation")
  /// The generations of the other nets that answered, `name=number` with commas between them; names
  /// are percent-encoded (RFC 3986).
  static let gewuNetGenerations = HTTPField.Name(uncheckedName: "Gewu-Net-Generations")
}

extension HTTPField.Name {
  /// A name that is known to be well formed, being written here.
  fileprivate init(uncheckedName name: StaticString) {
    guard let parsed = HTTPField.Name("\(name)") else {
      preconditionFailure("'\(name)' is not the name of a field")
    }
    self = parsed
  }
}
