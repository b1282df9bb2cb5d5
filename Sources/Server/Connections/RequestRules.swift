import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1
import Words

/// Keeps to HTTP/1.x where the framework does not (RFC 9112): one `Host`, no transfer coding but
/// `chunked`, and a connection that its request does not keep is closed behind the answer.
///
/// It sees what ``LocateShortcut`` lets pass.
final class RequestRules: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private let serverName: String
  /// The requests that went on and are not answered yet.
  private var open = 0
  /// Whether no further request is taken.
  private var isLast = false
  /// What the last request is answered with, once those before it are.
  private var rejection: (problem: Problem, head: HTTPRequestHead)?
  private var isClosed = false

  /// How long the caller may take to notice that the connection is closed, before it is cut: cut at
  /// once, the last answer could be lost on its way.
  private static let linger = TimeAmount.seconds(2)

  init(serverName: String) {
    self.serverName = serverName
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head(let head) = unwrapInboundIn(data), !isLast {
      if let problem = Self.problem(with: head) {
        isLast = true
        rejection = (problem, head)
        if open == 0 { reject(context) }
        return
      }
      open += 1
      context.fireChannelRead(data)
      isLast = !head.isKeepAlive
      wasPassed = true
      return
    }
    // The rest of the last request that was passed on still belongs to it.
    guard !isLast || wasPassed, rejection == nil else { return }
    if case .end = unwrapInboundIn(data) {
      context.fireChannelRead(data)
      if isLast { wasPassed = false }
    } else if case .body = unwrapInboundIn(data) {
      context.fireChannelRead(data)
    }
  }

  private var wasPassed = false

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard !isClosed else {
      promise?.fail(ChannelError.ioOnClosedChannel)
      return
    }
    switch unwrapOutboundIn(data) {
    case .head(var head):
      let ends = head.headers[canonicalForm: "connection"].contains { $0.lowercased() == "close" }
      if ends, open <= 1 { isLast = true }
      if isLast, rejection == nil, open <= 1, !ends {
        head.headers.replaceOrAdd(name: "Connection", value: "close")
      }
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .body:
      context.write(data, promise: promise)
    case .end:
      open = max(0, open - 1)
      guard isLast, open == 0 else { return context.write(data, promise: promise) }
      context.writeAndFlush(data, promise: promise)
      if rejection == nil { close(context) } else { reject(context) }
    }
  }

  /// What is wrong with a request's head; nil where nothing is.
  static func problem(with head: HTTPRequestHead) -> Problem? {
    let hosts = head.headers["host"].count
    if hosts > 1 { return .severalHosts }
    if hosts == 0, head.version == .http1_1 { return .noHost }
    let codings = head.headers[canonicalForm: "transfer-encoding"].map { $0.lowercased() }
    guard codings.isEmpty || codings == ["chunked"] else { return .transferCoding }
    return nil
  }

  private func reject(_ context: ChannelHandlerContext) {
    guard let (problem, request) = rejection else { return }
    let language = Language(acceptLanguage: request.headers["accept-language"].first)
    let path = request.uri.prefix { $0 != "?" }
    let body = ProblemBody(problem, instance: String(path), in: language)
    let bytes = (try? JSONEncoder().encode(body)).map { ByteBuffer(bytes: $0) } ?? ByteBuffer()
    var head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: Int(problem.status.code)))
    head.headers = [
      "Content-Type": Problem.mediaType, "Content-Length": "\(bytes.readableBytes)",
      "Cache-Control": "no-store", "Content-Language": language.rawValue,
      "Connection": "close", "Server": serverName,
    ]
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    close(context)
  }

  private func close(_ context: ChannelHandlerContext) {
    isClosed = true
    context.close(mode: .output, promise: nil)
    let channel = context.channel
    context.eventLoop.scheduleTask(in: Self.linger) { channel.close(promise: nil) }
  }
}
