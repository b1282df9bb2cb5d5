import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1
import Words

/// Keeps to HTTP/1.x where the framework does not (RFC 9110, RFC 9112): one `Host`, no transfer coding but
/// `chunked`, no chunks to a caller of HTTP/1.0, `Expect: 100-continue`, problem details for what cannot be
/// parsed, and a connection that its request does not keep is closed behind the answer.
///
/// It sees what ``LocateShortcut`` and ``ReportShortcut`` let pass.
final class RequestRules: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  /// The event by which whoever answers says that the body is wanted.
  struct BodyWanted: Sendable {}

  /// What the last request is answered with instead.
  private struct Rejection {
    let problem: Problem
    /// The request's head, where it could be read.
    let head: HTTPRequestHead?
    /// How many of the requests that were passed on it answers: the last one, or none.
    let replaced: Int
  }

  private let serverName: String
  private let connection: Connection
  /// The requests that went on and are not answered yet: whether each is of HTTP/1.0.
  private var open = CircularBuffer<Bool>()
  private var lastHead: HTTPRequestHead?
  /// Whether the end of the last request that went on has not come yet.
  private var isInBody = false
  /// Whether the caller sends the body of the last request only when told to.
  private var isAwaited = false {
    didSet { if oldValue != isAwaited { connection.note(isAwaited: isAwaited) } }
  }
  /// Whether the head of the answer to the first of `open` has been written.
  private var hasBegun = false
  /// Whether no further request is taken.
  private var isLast = false
  private var rejection: Rejection?
  private var isClosed = false

  /// How long the caller may take to notice that the connection is closed, before it is cut: cut at
  /// once, the last answer could be lost on its way.
  private static let linger = TimeAmount.seconds(2)

  init(_ connection: Connection, serverName: String) {
    self.connection = connection
    self.serverName = serverName
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      guard !isLast else { return }
      if let problem = Self.problem(with: head) {
        return reject(context, with: Rejection(problem: problem, head: head, replaced: 0))
      }
      open.append(Self.isOld(head))
      lastHead = head
      isInBody = true
      isAwaited = Self.awaitsContinue(head)
      isLast = !head.isKeepAlive || Self.upgrades(head)
      context.fireChannelRead(data)
    case .body, .end:
      // The rest of the last request that was passed on still belongs to it.
      guard isInBody, rejection == nil else { return }
      isAwaited = false
      if case .end = unwrapInboundIn(data) { isInBody = false }
      context.fireChannelRead(data)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if let error = error as? HTTPParserError, rejection == nil, !isClosed {
      if isInBody, open.count == 1, hasBegun {
        isClosed = true
        context.close(promise: nil)
      } else {
        reject(
          context,
          with: Rejection(
            problem: Problem(error), head: isInBody ? lastHead : nil, replaced: isInBody ? 1 : 0))
      }
    }
    // Ends the task that waits for more of the body.
    context.fireErrorCaught(error)
  }

  func triggerUserOutboundEvent(
    context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
  ) {
    guard event is BodyWanted else {
      return context.triggerUserOutboundEvent(event, promise: promise)
    }
    promise?.succeed()
    guard isAwaited, open.count == 1, !hasBegun, !isClosed else { return }
    isAwaited = false
    context.writeAndFlush(
      wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard !isClosed else {
      promise?.fail(ChannelError.ioOnClosedChannel)
      return
    }
    switch unwrapOutboundIn(data) {
    case .head(let head):
      hasBegun = true
      context.write(wrapOutboundOut(.head(framed(head))), promise: promise)
    case .body:
      context.write(data, promise: promise)
    case .end:
      hasBegun = false
      _ = open.popFirst()
      if let rejection {
        context.write(data, promise: promise)
        if open.count <= rejection.replaced { answer(context, rejection) }
      } else if isLast, open.isEmpty {
        context.writeAndFlush(data, promise: promise)
        close(context)
      } else {
        context.write(data, promise: promise)
      }
    }
  }

  func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    guard mode == .all, hasBegun, !isClosed else {
      return context.close(mode: mode, promise: promise)
    }
    // Of an answer that is broken off, all that was written goes out first: the fault stands at its end.
    context.flush()
    close(context, promise)
  }

  /// The head of an answer, with what the request's version and the end of the connection need.
  private func framed(_ head: HTTPResponseHead) -> HTTPResponseHead {
    var head = head
    let isOnly = open.count <= 1
    let ends = head.headers[canonicalForm: "connection"].contains { $0.lowercased() == "close" }
    if isOnly, ends { isLast = true }
    // A caller that was not told to send the body may send it or not: nobody can know what comes next.
    if isOnly, isAwaited { isLast = true }
    if open.first == true, !head.headers.contains(name: "content-length") {
      // Of unknown length, an answer to HTTP/1.0 ends with the connection.
      head.version = .http1_0
      if isOnly { isLast = true }
    }
    if isOnly, isLast, rejection == nil {
      head.headers.replaceOrAdd(name: "Connection", value: "close")
    } else if open.first == true, !ends {
      head.headers.replaceOrAdd(name: "Connection", value: "keep-alive")
    }
    return head
  }

  /// Whether what comes behind the request would not be parsed; nothing is upgraded to here.
  private static func upgrades(_ head: HTTPRequestHead) -> Bool {
    head.method == .CONNECT || head.headers.contains(name: "upgrade")
  }

  private static func isOld(_ head: HTTPRequestHead) -> Bool { head.version.minor == 0 }

  private static func awaitsContinue(_ head: HTTPRequestHead) -> Bool {
    guard !isOld(head), head.headers.contains(name: "expect") else { return false }
    return head.headers.contains(name: "transfer-encoding")
      || head.headers.first(name: "content-length").map { $0 != "0" } == true
  }

  /// What is wrong with a request's head; nil where nothing is.
  static func problem(with head: HTTPRequestHead) -> Problem? {
    let hosts = head.headers["host"].count
    if hosts > 1 { return .severalHosts }
    if hosts == 0, !isOld(head) { return .noHost }
    let codings = head.headers[canonicalForm: "transfer-encoding"].map { $0.lowercased() }
    guard codings.isEmpty || codings == ["chunked"] else { return .transferCoding }
    let expected = head.headers[canonicalForm: "expect"].map { $0.lowercased() }
    guard expected.allSatisfy({ $0 == "100-continue" }) else { return .expectation }
    return nil
  }

  private func reject(_ context: ChannelHandlerContext, with rejection: Rejection) {
    isLast = true
    isAwaited = false
    self.rejection = rejection
    if open.count <= rejection.replaced { answer(context, rejection) }
  }

  private func answer(_ context: ChannelHandlerContext, _ rejection: Rejection) {
    let (problem, request) = (rejection.problem, rejection.head)
    let language = Language(acceptLanguage: request?.headers["accept-language"].first)
    let path = request?.uri.prefix { $0 != "?" } ?? ""
    var body = ProblemBody(problem, instance: String(path), in: language)
    // Nothing tells the language of a head that could not be read.
    if request == nil {
      body.title = "\(problem.words.title.english) / \(problem.words.title.chinese)"
    }
    let bytes = (try? JSONEncoder().encode(body)).map { ByteBuffer(bytes: $0) } ?? ByteBuffer()
    var head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: Int(problem.status.code)))
    head.headers = [
      "Content-Type": Problem.mediaType, "Content-Length": "\(bytes.readableBytes)",
      "Cache-Control": "no-store",
      "Content-Language": request == nil ? "en, zh" : language.rawValue,
      "Vary": "Accept-Language", "Connection": "close", "Server": serverName,
    ]
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    close(context)
  }

  private func close(_ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>? = nil) {
    isClosed = true
    context.close(mode: .output, promise: nil)
    let channel = context.channel
    context.eventLoop.scheduleTask(in: Self.linger) { channel.close(promise: promise) }
  }
}
