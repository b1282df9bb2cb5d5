package import Tabular

/// What a caller of the service is told of a failed request.
package struct ProblemWords: Sendable, Equatable {
  /// The sort of problem.
  package let title: Wording
  /// What happened with this request, and what to do.
  package let detail: Wording

  package init(title: Wording, detail: Wording) {
    self.title = title
    self.detail = detail
  }
}

/// Kinds of failure of a use case; the detail is what its error says.
extension ProblemWords {
  /// Some fields are wrong; each with what is wrong with it.
  package static func badFields(_ fields: [(name: String, detail: Wording)]) -> ProblemWords {
    .invalid(
      fields.map { Wording("\($0.name) ", "\($0.name)：") + $0.detail }.joined())
  }

  package static func invalid(_ detail: Wording) -> ProblemWords {
    ProblemWords(title: Wording("The request is not well formed", "请求不正确"), detail: detail)
  }

  package static func notFound(_ detail: Wording) -> ProblemWords {
    ProblemWords(title: Wording("Not found", "未找到"), detail: detail)
  }

  package static func conflict(_ detail: Wording) -> ProblemWords {
    ProblemWords(title: Wording("Conflict", "与已有内容冲突"), detail: detail)
  }

  package static func refused(_ detail: Wording) -> ProblemWords {
    ProblemWords(title: Wording("Refused", "按规则拒绝"), detail: detail)
  }

  package static func withheld(_ detail: Wording) -> ProblemWords {
    ProblemWords(title: Wording("Not given out", "不予提供"), detail: detail)
  }

  package static let locked = ProblemWords(
    title: Wording("The store is being written", "数据库正在写入"),
    detail: Wording(
      "another program is writing the store; try again in a few seconds",
      "另一程序正在写入数据库；请几秒后重试"))

  package static let storeGone = ProblemWords(
    title: Wording("The store is gone", "数据库已不在原处"),
    detail: Wording(
      "the store was deleted, moved or replaced while it was served: nothing was kept, and the "
        + "service ends; send the request again when it has been started anew",
      "数据库在服务期间被删除、移动或替换：未保存任何内容，服务即将结束；请在服务重新启动后再次发送"))

  package static let noKey = ProblemWords(
    title: Wording("The key is not here", "没有密钥"),
    detail: Wording(
      "the store is sealed and the service has not its key: nothing personal can be kept or read; nothing "
        + "was kept",
      "数据库已密封，而服务没有密钥：无法保存或读取个人信息；未保存任何内容"))

  package static let full = ProblemWords(
    title: Wording("No space left", "磁盘已满"),
    detail: Wording(
      "the disk of the service is full; nothing was stored", "服务所在磁盘已满；未保存任何内容"))

  package static let fault = ProblemWords(
    title: Wording("Internal error", "服务内部错误"),
    detail: Wording(
      "the request failed for a reason of the service's own; its log has the particulars",
      "请求因服务自身的原因失败；详情见服务日志"))
}

/// Kinds of failure of the service itself.
extension ProblemWords {
  package static func badBody(_ detail: Wording) -> ProblemWords {
    ProblemWords(title: Wording("The body cannot be read", "正文无法读取"), detail: detail)
  }

  package static let notAnObject = badBody(
    Wording("the body is not a JSON object", "正文不是 JSON 对象"))

  /// The body is not JSON; the error says where.
  package static func notJSON(_ error: TabularError) -> ProblemWords {
    badBody(Wording("body: ", "正文：") + error.fact.wording)
  }

  /// - Parameter byte: where the first byte is that is none of UTF-8.
  package static func notUTF8(byte: Int) -> ProblemWords {
    badBody(
      Wording(
        "byte \(byte) of the body is not UTF-8, which JSON is written in",
        "正文第 \(byte) 字节不是 UTF-8；JSON 须用 UTF-8 编码"))
  }

  package static let unknownPath = ProblemWords(
    title: Wording("No such path", "没有此路径"),
    detail: Wording(
      "there is nothing at this path; /openapi.json describes every path",
      "此路径不存在；/openapi.json 描述了全部路径"))

  package static func methodNotAllowed(_ names: [String]) -> ProblemWords {
    ProblemWords(
      title: Wording("Method not allowed", "方法不被接受"),
      detail: Wording("this path accepts ", "此路径接受 ") + names.listed())
  }

  package static func unsupportedMediaType(known: [String]) -> ProblemWords {
    ProblemWords(
      title: Wording("Unsupported media type", "不支持的正文格式"),
      detail: Wording(
        "say with Content-Type what the body is: ", "请用 Content-Type 说明正文格式：")
        + known.listed())
  }

  package static let contentCoding = ProblemWords(
    title: Wording("Content coding not known", "不支持的内容编码"),
    detail: Wording(
      "a body comes as it is or with Content-Encoding: gzip; other codings are not read",
      "正文须为原文，或以 Content-Encoding: gzip 发送；不支持其他内容编码"))

  package static func damagedCoding(byte: Int) -> ProblemWords {
    badBody(
      Wording(
        "the body says that it is gzip, and is not from byte \(byte) on",
        "正文声明为 gzip，但自第 \(byte) 字节起不是有效的 gzip"))
  }

  package static let cutCoding = badBody(
    Wording("the body is gzip that ends in the middle", "正文的 gzip 数据不完整"))

  /// - Parameter ratio: how many times as long as what was sent the unpacked body may be.
  package static func bomb(ratio: Int) -> ProblemWords {
    ProblemWords(
      title: Wording("The body is too large", "正文过大"),
      detail: Wording(
        "unpacked, the body is more than \(ratio) times as long as what was sent; send it in parts or "
          + "as it is",
        "正文解压后超过所发数据的 \(ratio) 倍；请分批或不压缩发送"))
  }

  /// - Parameter limit: in bytes; nil where it is not known.
  package static func tooLarge(limit: Int?) -> ProblemWords {
    ProblemWords(
      title: Wording("The body is too large", "正文过大"),
      detail: limit.map {
        Wording(
          "a body of at most \($0) bytes is taken here; send it in parts",
          "正文最多 \($0) 字节；请分批发送")
      }
        ?? Wording(
          "the body is larger than this path takes; send it in parts",
          "正文超过此路径所能接受的大小；请分批发送"))
  }

  package static let misdirected = ProblemWords(
    title: Wording("Not a name of this service", "不是本服务的名称"),
    detail: Wording(
      "the Host field names another machine; use localhost or 127.0.0.1",
      "Host 字段不是本机；请使用 localhost 或 127.0.0.1"))

  package static let severalHosts = ProblemWords(
    title: Wording("Several hosts", "Host 字段重复"),
    detail: Wording(
      "the request has several Host fields; send one", "请求含有多个 Host 字段；请只发送一个"))

  package static let noHost = ProblemWords(
    title: Wording("No host", "缺少 Host 字段"),
    detail: Wording(
      "a request of HTTP/1.1 has a Host field; send localhost or 127.0.0.1",
      "HTTP/1.1 请求必须有 Host 字段；请发送 localhost 或 127.0.0.1"))

  package static let transferCoding = ProblemWords(
    title: Wording("Transfer coding not known", "不支持的传输编码"),
    detail: Wording(
      "a body comes with Content-Length or as Transfer-Encoding: chunked; other codings are not read",
      "正文须带 Content-Length，或以 Transfer-Encoding: chunked 发送；不支持其他传输编码"))

  package static let expectation = ProblemWords(
    title: Wording("Expectation not known", "不支持的 Expect"),
    detail: Wording(
      "the request expects something other than 100-continue; leave Expect out",
      "请求的 Expect 不是 100-continue；请去掉 Expect"))

  package static let malformed = ProblemWords(
    title: Wording("The request is not HTTP", "请求不符合 HTTP"),
    detail: Wording(
      "the request is not HTTP/1.1 as RFC 9112 has it; the connection is closed",
      "请求不符合 HTTP/1.1（RFC 9112）；连接已关闭"))

  package static let malformedChunk = ProblemWords(
    title: Wording("A chunk is malformed", "分块不正确"),
    detail: Wording(
      "the size of a chunk of the body is not a hexadecimal number, or its end is missing; the "
        + "connection is closed",
      "正文的某个分块长度不是十六进制数，或缺少分块结尾；连接已关闭"))

  package static let contentLength = ProblemWords(
    title: Wording("The length of the body is unclear", "正文长度不明确"),
    detail: Wording(
      "Content-Length is not one whole number, or stands beside Transfer-Encoding; the connection is "
        + "closed",
      "Content-Length 不是单一整数，或与 Transfer-Encoding 同时出现；连接已关闭"))

  package static let cutRequest = ProblemWords(
    title: Wording("The request is not whole", "请求不完整"),
    detail: Wording(
      "the caller ended the request in the middle", "请求在中途结束"))

  /// - Parameter limit: in bytes.
  package static func longHead(limit: Int) -> ProblemWords {
    ProblemWords(
      title: Wording("The head of the request is too large", "请求头过大"),
      detail: Wording(
        "the path and the fields of a request have at most \(limit) bytes, and 1,000 fields; send less",
        "请求的路径与字段合计最多 \(limit) 字节、1,000 个字段；请减少"))
  }

  package static let version = ProblemWords(
    title: Wording("HTTP version not supported", "不支持的 HTTP 版本"),
    detail: Wording(
      "the first line of the request does not end with HTTP/1.1 or HTTP/1.0, and CR LF",
      "请求首行未以 HTTP/1.1 或 HTTP/1.0 加 CR LF 结尾"))

  package static let busy = ProblemWords(
    title: Wording("Busy", "服务繁忙"),
    detail: Wording(
      "too many requests are waiting; try again in a few seconds", "等待的请求过多；请几秒后重试"))

  package static let notReady = ProblemWords(
    title: Wording("Not ready", "服务尚未就绪"),
    detail: Wording(
      "no boundaries are active yet; whoever keeps the store has to load and activate some",
      "尚无启用的网格边界；请管理数据库的人员装载并启用"))

  package static let noLeaflet = ProblemWords(
    title: Wording("Leaflet is missing", "缺少 Leaflet"),
    detail: Wording(
      "the map needs Leaflet: install Debian's package libjs-leaflet and start again",
      "地图需要 Leaflet：请安装 Debian 软件包 libjs-leaflet 后重新启动"))

  /// A failure that only the framework names, by a status and its phrase.
  package static func status(_ code: Int, phrase: String) -> ProblemWords {
    ProblemWords(
      title: Wording("\(phrase)", "状态 \(code)"),
      detail: Wording(
        "the request cannot be answered: \(phrase.lowercased())", "无法回答此请求（状态 \(code)）"))
  }
}
