import Gewu
import NIOCore
import NIOHTTP1

/// Answers `GET /v1/locate?lon=…&lat=…` on the event loop, before the framework.
///
/// It sits behind the parser and lets everything pass that is not just that question, also that
/// question while an answer of the framework is under way on the connection: answers keep the
/// order of requests. The answer is written past the encoder, being whole bytes already.
/// See decision 0011.
final class LocateShortcut: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private let desk: LocateDesk
  private let watch: ConnectionGuard
  private var plain = PlainRequest()
  /// The requests that went on to the framework and are not answered yet.
  private var waiting = 0
  private var isAnswering = false
  private var hasWritten = false
  private var body = LocateAnswerWriter()
  private var reply: [UInt8] = []
  private var buffer = ByteBuffer()
  private var encoder: ChannelHandlerContext?

  /// - Parameter watch: is told of answers, which do not come by it.
  init(desk: LocateDesk, watch: ConnectionGuard) {
    self.desk = desk
    self.watch = watch
  }

  func handlerAdded(context: ChannelHandlerContext) {
    encoder = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    encoder = nil
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      if waiting == 0, encoder != nil, prepare(head) {
        isAnswering = true
      } else {
        waiting += 1
        context.fireChannelRead(data)
      }
    case .body:
      if !isAnswering { context.fireChannelRead(data) }
    case .end:
      guard isAnswering else { return context.fireChannelRead(data) }
      isAnswering = false
      hasWritten = true
      watch.answered()
      buffer.clear()
      buffer.writeBytes(reply)
      encoder?.write(NIOAny(buffer), promise: nil)
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    if hasWritten {
      hasWritten = false
      encoder?.flush()
    }
    context.fireChannelReadComplete()
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data) { waiting -= 1 }
    context.write(data, promise: promise)
  }

  /// Writes the answer into `reply`, where the request is just that question.
  private func prepare(_ head: HTTPRequestHead) -> Bool {
    guard let position = LocateQuestion.position(in: head.uri) else { return false }
    let start = ContinuousClock.now
    guard plain.matches(head),
      let status = desk.answer(position, body: &body, reply: &reply)
    else { return false }
    desk.count(status, since: start)
    return true
  }
}
