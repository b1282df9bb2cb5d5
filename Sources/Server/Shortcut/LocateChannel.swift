import HummingbirdCore
import Logging
import NIOCore
import NIOHTTPTypesHTTP1

/// A connection of the framework's with the shortcut of look-ups in front of it.
struct LocateChannel: ServerChildChannel {
  typealias Value = HTTP1Channel.Value

  private let inner: HTTP1Channel
  private let desk: LocateDesk

  init(responder: @escaping HTTPChannelHandler.Responder, desk: LocateDesk) {
    inner = HTTP1Channel(responder: responder)
    self.desk = desk
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    inner.setup(channel: channel, logger: logger).flatMapThrowing { value in
      let pipeline = channel.pipeline.syncOperations
      let translator = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
      try pipeline.addHandler(LocateShortcut(desk: desk), position: .before(translator))
      return value
    }
  }

  func handle(value: Value, logger: Logger) async {
    await inner.handle(value: value, logger: logger)
  }
}
