import Gewu
import NIOCore
import NIOHTTP1

/// Receives `POST /v1/reports` on the event loop, before the framework.
///
/// It takes a report that has nothing unusual about it, while nothing of the framework is under way on the
/// connection, and answers once the report is on the disk. Whatever is not answered with 201 (a body that is
/// no report, a fault, a key that was used, a full line) is handed on as it came, so that the router
/// answers it. What comes meanwhile is held until then: answers keep the order of requests.
/// See decision 0029.
final class ReportShortcut: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  /// A request that is not handed on yet.
  private struct Open {
    let head: HTTPRequestHead
    let key: String?
    var body = ByteBuffer()
    let start = ContinuousClock.now
  }

  private enum Held {
    case part(HTTPServerRequestPart)
    case event(Any)
    case failure(any Error)
  }

  private let desk: ReportDesk
  private let connection: Connection
  private var plain = PlainRequest()
  private var context: ChannelHandlerContext?
  /// The requests that went on to the framework and are not answered yet.
  private var waiting = 0
  /// Whether the connection ends with what is under way, so that no further request counts.
  private var isLast = false
  private var report: Open?
  private var isWriting = false
  /// What came while a report was being written.
  private var held = CircularBuffer<Held>()
  private var isReadHeld = false

  init(desk: ReportDesk, connection: Connection) {
    self.desk = desk
    self.connection = connection
  }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let part = unwrapInboundIn(data)
    if isWriting { held.append(.part(part)) } else { take(part, context) }
  }

  private func take(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
    switch part {
    case .head(let head):
      if waiting == 0, !isLast, let (length, key) = plain.report(head), length <= desk.longest {
        report = Open(head: head, key: key)
        return
      }
      if !head.isKeepAlive || head.headers.contains(name: "upgrade") { isLast = true }
      waiting += 1
    case .body(var bytes):
      if report != nil {
        if report?.body.readableBytes == 0 {
          report?.body = bytes
        } else {
          report?.body.writeBuffer(&bytes)
        }
        return
      }
    case .end:
      if let whole = report { return write(whole, context) }
    }
    context.fireChannelRead(wrapInboundOut(part))
  }

  private func write(_ whole: Open, _ context: ChannelHandlerContext) {
    guard let draft = desk.draft(whole.body, key: whole.key) else {
      return handOn(whole, isWhole: true, context)
    }
    isWriting = true
    let loop = context.eventLoop
    let handler = NIOLoopBound(self, eventLoop: loop)
    desk.keep(draft, isWanted: { [connection] in !connection.hasLeft }) { outcome in
      loop.execute { handler.value.finish(outcome) }
    }
  }

  private func finish(_ outcome: Result<KeptReport, any Error>) {
    guard let context, let whole = report else { return }
    if let answer = desk.answer(outcome) {
      report = nil
      context.write(wrapOutboundOut(.head(answer.head)), promise: nil)
      context.write(wrapOutboundOut(.body(.byteBuffer(answer.body))), promise: nil)
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
      desk.count(since: whole.start)
    } else {
      handOn(whole, isWhole: true, context)
    }
    isWriting = false
    while !isWriting, let next = held.popFirst() {
      switch next {
      case .part(let part): take(part, context)
      case .event(let event): context.fireUserInboundEventTriggered(event)
      case .failure(let error): context.fireErrorCaught(error)
      }
    }
    context.fireChannelReadComplete()
    if isReadHeld, held.isEmpty {
      isReadHeld = false
      context.read()
    }
  }

  /// Lets the framework have a request as far as it has come.
  private func handOn(_ request: Open, isWhole: Bool, _ context: ChannelHandlerContext) {
    report = nil
    waiting += 1
    context.fireChannelRead(wrapInboundOut(.head(request.head)))
    if request.body.readableBytes > 0 {
      context.fireChannelRead(wrapInboundOut(.body(request.body)))
    }
    if isWhole { context.fireChannelRead(wrapInboundOut(.end(nil))) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    held.removeAll()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if isWriting { return held.append(.failure(error)) }
    if let report { handOn(report, isWhole: false, context) }
    context.fireErrorCaught(error)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    // The framework would close a connection on which it knows of no request.
    if isWriting { return held.append(.event(event)) }
    if let report { handOn(report, isWhole: false, context) }
    context.fireUserInboundEventTriggered(event)
  }

  func read(context: ChannelHandlerContext) {
    if isWriting, !held.isEmpty { isReadHeld = true } else { context.read() }
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head):
      if head.headers[canonicalForm: "connection"].contains("close") { isLast = true }
    case .body: break
    case .end: waiting -= 1
    }
    context.write(data, promise: promise)
  }
}
