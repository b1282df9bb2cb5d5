import NIOCore
import NIOHTTP1

/// Closes connections whose callers keep the service waiting: for a request, for the rest of a body,
/// or for the reading of an answer.
///
/// It sits in front of everything that reads requests, and costs a look at the clock a request.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private let limits: ConnectionLimits
  private let connection: Connection
  /// The requests that are not answered yet.
  private var open = 0
  private var isInBody = false
  /// Whether the body is answered while it comes in.
  private var isBatch = false
  /// Whether the next bytes are waited for, and not held up by this side.
  private var isReading = false
  private var isFirst = true
  /// When the caller last did what it is waited for.
  private var moved = NIODeadline.now()
  private var bodyBegan = NIODeadline.now()
  private var unwritableSince: NIODeadline?
  private var timer: Scheduled<Void>?

  /// How often to look at least.
  private static let longestSleep = TimeAmount.seconds(5)

  init(_ connection: Connection, limits: ConnectionLimits) {
    self.connection = connection
    self.limits = limits
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { begin(context) }
  }

  func handlerRemoved(context: ChannelHandlerContext) { end() }

  func channelActive(context: ChannelHandlerContext) {
    begin(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    end()
    context.fireChannelInactive()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed? = event as? ChannelEvent { connection.leave() }
    context.fireUserInboundEventTriggered(event)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      isFirst = false
      isInBody = true
      isBatch = head.method == .POST && head.uri.utf8.starts(with: Self.batches)
      open += 1
      moved = .now()
      bodyBegan = moved
      connection.note(idleSince: nil)
    case .body:
      moved = .now()
    case .end:
      isInBody = false
    }
    isReading = false
    context.fireChannelRead(data)
  }

  private static let batches = "/v1/locate".utf8

  func read(context: ChannelHandlerContext) {
    if !isReading {
      isReading = true
      if isInBody { moved = .now() }
    }
    context.read()
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    unwritableSince = context.channel.isWritable ? nil : .now()
    context.fireChannelWritabilityChanged()
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data) { answered() }
    context.write(data, promise: promise)
  }

  /// A request has been answered, through this handler or past it.
  func answered() {
    open = max(0, open - 1)
    guard open == 0 else { return }
    moved = .now()
    if !isInBody { connection.note(idleSince: moved) }
  }

  private func begin(_ context: ChannelHandlerContext) {
    guard timer == nil else { return }
    moved = .now()
    connection.note(idleSince: moved)
    schedule(context)
  }

  private func end() {
    timer?.cancel()
    timer = nil
    connection.leave()
  }

  /// By when the caller has to do something; nil where it is this side's turn.
  private var deadline: NIODeadline? {
    if let unwritableSince { return unwritableSince + TimeAmount(limits.answer) }
    if isInBody {
      let pause = isReading ? moved + TimeAmount(limits.body) : nil
      let whole = isBatch ? nil : bodyBegan + TimeAmount(limits.wholeBody)
      return [pause, whole].compactMap(\.self).min()
    }
    guard open == 0 else { return nil }
    return moved + TimeAmount(isFirst ? limits.head : limits.idle)
  }

  private func look(_ context: ChannelHandlerContext) {
    timer = nil
    if let deadline, deadline <= .now() {
      context.close(promise: nil)
    } else {
      schedule(context)
    }
  }

  private func schedule(_ context: ChannelHandlerContext) {
    let latest = NIODeadline.now() + Self.longestSleep
    let next = min(deadline ?? latest, latest)
    timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: next) { [self] in
      if context.channel.isActive { look(context) }
    }
  }
}
