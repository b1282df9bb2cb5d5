import Hummingbird

extension Problem {
  /// The question is not well formed; names every field that is wrong.
  static func invalid(_ errors: [FieldProblem]) -> Problem {
    let english = errors.map { "\($0.field) \($0.detail)" }.joined(separator: "; ")
    let chinese = errors.map { "\($0.field)：\($0.detailChinese)" }.joined(separator: "；")
    return Problem(
      status: .badRequest, code: "invalid", title: "The request is not well formed",
      detail: english, detailChinese: chinese, errors: errors)
  }

  /// The body cannot be read as what it says it is.
  static func badBody(_ english: String, _ chinese: String) -> Problem {
    Problem(
      status: .badRequest, code: "bad_body", title: "The body cannot be read", detail: english,
      detailChinese: chinese)
  }

  /// No route has this path.
  static let unknownPath = Problem(
    status: .notFound, code: "unknown_path", title: "No such path",
    detail: "there is nothing at this path; /openapi.json describes every path",
    detailChinese: "此路径不存在；/openapi.json 描述了全部路径")

  /// The path exists, but not with this method.
  static func methodNotAllowed(_ allowed: [HTTPRequest.Method]) -> Problem {
    let names = allowed.map(\.rawValue).sorted()
    return Problem(
      status: .methodNotAllowed, code: "method_not_allowed", title: "Method not allowed",
      detail: "this path accepts \(names.joined(separator: ", "))",
      detailChinese: "此路径接受 \(names.joined(separator: "、"))", allowed: allowed)
  }

  /// The body is in a form that this path does not read.
  static func unsupportedMediaType(known: [String]) -> Problem {
    Problem(
      status: .unsupportedMediaType, code: "unsupported_media_type",
      title: "Unsupported media type",
      detail: "say with Content-Type what the body is: \(known.joined(separator: ", "))",
      detailChinese: "请用 Content-Type 说明正文格式：\(known.joined(separator: "、"))")
  }

  /// The body is larger than the service takes.
  static func tooLarge(limit: Int) -> Problem {
    Problem(
      status: .contentTooLarge, code: "too_large", title: "The body is too large",
      detail: "a body of at most \(limit) bytes is taken here; send it in parts",
      detailChinese: "正文最多 \(limit) 字节；请分批发送")
  }

  /// The request names a host other than this machine.
  static let misdirected = Problem(
    status: .misdirectedRequest, code: "misdirected", title: "Not a name of this service",
    detail: "the Host field names another machine; use localhost or 127.0.0.1",
    detailChinese: "Host 字段不是本机；请使用 localhost 或 127.0.0.1")

  /// More work waits than can be done soon.
  static let busy = Problem(
    status: .serviceUnavailable, code: "busy", title: "Busy",
    detail: "too many requests are waiting; try again in a few seconds",
    detailChinese: "等待的请求过多；请几秒后重试")

  /// No generation of boundaries is active yet.
  static let notReady = Problem(
    status: .serviceUnavailable, code: "not_ready", title: "Not ready",
    detail: "no boundaries are active yet; load some with `gewu grids load … --activate`",
    detailChinese: "尚无生效的网格边界；请用 `gewu grids load … --activate` 载入")

  /// The map library is not installed.
  static let noLeaflet = Problem(
    status: .notFound, code: "no_leaflet", title: "Leaflet is missing",
    detail: "the map needs Leaflet: install Debian's package libjs-leaflet and start again",
    detailChinese: "地图需要 Leaflet：请安装 Debian 软件包 libjs-leaflet 后重新启动")

  /// A fault of the service's own; the log has the particulars, the answer has none.
  static let fault = Problem(
    status: .internalServerError, code: "internal", title: "Internal error",
    detail: "the request failed for a reason of the service's own; its log has the particulars",
    detailChinese: "服务内部错误；详情见日志")
}
