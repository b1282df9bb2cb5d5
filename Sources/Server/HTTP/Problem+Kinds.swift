import Hummingbird
import Words

extension Problem {
  /// The question is not well formed; names every field that is wrong.
  static func invalid(_ errors: [FieldProblem]) -> Problem {
    Problem(
      status: .badRequest, code: "invalid", words: .badFields(errors.map { ($0.field, $0.detail) }),
      errors: errors)
  }

  /// The body cannot be read as what it says it is.
  static func badBody(_ words: ProblemWords) -> Problem {
    Problem(status: .badRequest, code: "bad_body", words: words)
  }

  /// No route has this path.
  static let unknownPath = Problem(status: .notFound, code: "unknown_path", words: .unknownPath)

  /// The path exists, but not with this method.
  static func methodNotAllowed(_ allowed: [HTTPRequest.Method]) -> Problem {
    Problem(
      status: .methodNotAllowed, code: "method_not_allowed",
      words: .methodNotAllowed(allowed.map(\.rawValue).sorted()), allowed: allowed)
  }

  /// The body is in a form that this path does not read.
  static func unsupportedMediaType(known: [String]) -> Problem {
    Problem(
      status: .unsupportedMediaType, code: "unsupported_media_type",
      words: .unsupportedMediaType(known: known))
  }

  /// The body comes in a content coding other than gzip.
  static let contentCoding = Problem(
    status: .unsupportedMediaType, code: "content_coding", words: .contentCoding)

  /// The body is larger than the service takes; `limit` is in bytes, where it is known.
  static func tooLarge(limit: Int?) -> Problem {
    Problem(status: .contentTooLarge, code: "too_large", words: .tooLarge(limit: limit))
  }

  /// The request names a host other than this machine.
  static let misdirected = Problem(
    status: .misdirectedRequest, code: "misdirected", words: .misdirected)

  /// The request names several hosts.
  static let severalHosts = Problem(
    status: .badRequest, code: "invalid", words: .severalHosts)

  /// The request of HTTP/1.1 names no host.
  static let noHost = Problem(status: .badRequest, code: "invalid", words: .noHost)

  /// The body comes in a transfer coding other than `chunked`.
  static let transferCoding = Problem(
    status: .notImplemented, code: "transfer_coding", words: .transferCoding)

  /// The request expects something other than `100-continue`.
  static let expectation = Problem(
    status: .expectationFailed, code: "expectation", words: .expectation)

  /// More work waits than can be done soon.
  static let busy = Problem(status: .serviceUnavailable, code: "busy", words: .busy)

  /// No generation of boundaries is active yet.
  static let notReady = Problem(status: .serviceUnavailable, code: "not_ready", words: .notReady)

  /// The map library is not installed.
  static let noLeaflet = Problem(status: .notFound, code: "no_leaflet", words: .noLeaflet)

  /// A fault of the service's own; the log has the particulars, the answer has none.
  static let fault = Problem(status: .internalServerError, code: "internal", words: .fault)
}
