import Gewu
import Hummingbird

extension Response {
  /// Answers with `value` as JSON: keys in a fixed order, so that the same
  /// question has the same bytes.
  static func json(
    _ value: some Encodable, mediaType: String = "application/json",
    status: HTTPResponse.Status = .ok
  ) -> Response {
    // Only a number that is not finite fails to encode, which the use cases never answer.
    guard let buffer = try? JSONText.bytes(of: value) else {
      return Response(status: .internalServerError)
    }
    return bytes(buffer, mediaType: mediaType, status: status)
  }

  /// Answers with bytes that are ready.
  static func bytes(
    _ buffer: ByteBuffer, mediaType: String, status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status, headers: [.contentType: mediaType], body: ResponseBody(byteBuffer: buffer))
  }
}
