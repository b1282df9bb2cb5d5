import Gewu
import Hummingbird
import Words

extension Problem {
  /// Names the problem that an error of any layer is; the only place that does.
  init(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case is BlockingPool.Busy: self = .busy
    case let error as any HTTPResponseError: self.init(status: error.status)
    default: self.init(FailureKind(error), Words.wording(of: error))
    }
  }

  /// A store that is locked or full passes; any other fault of the service's own
  /// has a text that may name paths, which is for the log only.
  private init(_ kind: FailureKind, _ wording: Wording) {
    let (code, detail) = (kind.rawValue, wording.english)
    switch kind {
    case .invalid:
      self.init(
        status: .badRequest, code: code, title: "The request is not well formed",
        detail: detail, detailChinese: "请求不正确，详见 detail")
    case .notFound:
      self.init(
        status: .notFound, code: code, title: "Not found", detail: detail,
        detailChinese: "没有所指的对象，详见 detail")
    case .conflict:
      self.init(
        status: .conflict, code: code, title: "Conflict", detail: detail,
        detailChinese: "与已有内容冲突，详见 detail")
    case .refused:
      self.init(
        status: .unprocessableContent, code: code, title: "Refused", detail: detail,
        detailChinese: "按规则拒绝，未作任何更改，详见 detail")
    case .locked:
      self.init(
        status: .serviceUnavailable, code: code, title: "The store is being written",
        detail: "another program is writing the store; try again in a few seconds",
        detailChinese: "另一程序正在写入数据库；请几秒后重试")
    case .full:
      self.init(
        status: HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage"),
        code: code, title: "No space left",
        detail: "the disk of the service is full; nothing was stored",
        detailChinese: "服务所在磁盘已满；未保存任何内容")
    case .noStore, .interrupted, .failed: self = .fault
    }
  }

  /// An error of the framework's: a malformed request, a body too large.
  private init(status: HTTPResponse.Status) {
    switch status {
    case .notFound: self = .unknownPath
    case .contentTooLarge:
      self.init(
        status: status, code: "too_large", title: "The body is too large",
        detail: "the body is larger than this path takes; send it in parts",
        detailChinese: "正文过大；请分批发送")
    default:
      self.init(
        status: status, code: "http_\(status.code)", title: status.reasonPhrase,
        detail: "the request cannot be answered: \(status.reasonPhrase.lowercased())")
    }
  }
}
