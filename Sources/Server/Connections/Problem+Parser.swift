import HTTPTypes
import NIOHTTP1
import Words

extension Problem {
  /// The most bytes that a field, and the path with all fields, may have: those of the framework's parser.
  static let headLimit = 80 << 10

  /// The bytes of a connection that are no request of HTTP/1.x.
  init(_ error: HTTPParserError) {
    switch error {
    case .headerOverflow:
      self.init(
        status: .requestHeaderFieldsTooLarge, code: "head_too_large",
        words: .longHead(limit: Self.headLimit))
    // The parser stops of its own accord where HTTP/2 begins.
    case .invalidVersion, .paused:
      self.init(status: .httpVersionNotSupported, code: "http_version", words: .version)
    case .invalidChunkSize: self.init(malformed: .malformedChunk)
    case .invalidContentLength, .unexpectedContentLength: self.init(malformed: .contentLength)
    case .invalidEOFState: self.init(malformed: .cutRequest)
    default: self.init(malformed: .malformed)
    }
  }

  private init(malformed words: ProblemWords) {
    self.init(status: .badRequest, code: "malformed", words: words)
  }
}
