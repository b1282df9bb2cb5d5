import Gewu
import Hummingbird
import NIOHTTP1
import Words

extension Problem {
  /// Names the problem that an error of any layer is; the only place that does.
  init(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let error as any ProblemError: self = error.problem
    case let error as any HTTPResponseError: self.init(status: error.status)
    case ReportFault.badFields(let fields):
      self = .invalid(fields.map { FieldProblem($0.field, $0.detail) })
    case ReportFault.tooMany: self = .busy
    case let error as HTTPParserError: self.init(error)
    default:
      self.init(
        FailureKind(error),
        [Words.wording(of: error), ServiceHints.hint(for: error)].compactMap(\.self).joined())
      if case IndexFault.noCell(_, _, _, _, let retired) = error { self.retired = retired }
    }
  }

  /// A store that is locked or full passes; any other fault of the service's own
  /// has a text that may name paths, which is for the log only.
  private init(_ kind: FailureKind, _ detail: Wording) {
    let code = kind.rawValue
    switch kind {
    case .invalid: self.init(status: .badRequest, code: code, words: .invalid(detail))
    case .notFound: self.init(status: .notFound, code: code, words: .notFound(detail))
    case .conflict: self.init(status: .conflict, code: code, words: .conflict(detail))
    case .refused: self.init(status: .unprocessableContent, code: code, words: .refused(detail))
    case .withheld: self.init(status: .forbidden, code: code, words: .withheld(detail))
    case .locked: self.init(status: .serviceUnavailable, code: code, words: .locked)
    case .storeGone: self.init(status: .serviceUnavailable, code: code, words: .storeGone)
    case .noKey: self.init(status: .serviceUnavailable, code: code, words: .noKey)
    case .full:
      self.init(
        status: HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage"),
        code: code, words: .full)
    case .noStore, .interrupted, .failed: self = .fault
    }
  }

  /// An error of the framework's: a malformed request, a body too large.
  private init(status: HTTPResponse.Status) {
    switch status {
    case .notFound: self = .unknownPath
    case .contentTooLarge: self = .tooLarge(limit: nil)
    default:
      self.init(
        status: status, code: "http_\(status.code)",
        words: .status(status.code, phrase: status.reasonPhrase))
    }
  }
}

/// An error of the service's own, which knows what it is answered with.
protocol ProblemError: Error {
  var problem: Problem { get }
}
