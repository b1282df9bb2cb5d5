import HummingbirdCore
import Logging
import NIOCore
import NIOHTTPTypesHTTP1

/// A connection of the framework's with the shortcuts of look-ups and reports, and what watches over
/// callers, in front of it.
struct ShortcutChannel: ServerChildChannel {
  typealias Value = HTTP1Channel.Value

  private let inner: HTTP1Channel
  private let look: LocateDesk
  private let intake: ReportDesk
  private let registry: ConnectionRegistry
  private let limits: ConnectionLimits

  init(
    responder: @escaping HTTPChannelHandler.Responder, look: LocateDesk, intake: ReportDesk,
    registry: ConnectionRegistry, limits: ConnectionLimits
  ) {
    self.registry = registry
    self.limits = limits
    inner = HTTP1Channel(responder: responder)
    (self.look, self.intake) = (look, intake)
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    inner.setup(channel: channel, logger: logger).flatMapThrowing { value in
      let pipeline = channel.pipeline.syncOperations
      let connection = Connection(channel)
      registry.add(connection, of: channel)
      let watch = ConnectionGuard(connection, limits: limits)
      let translator = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
      try pipeline.addHandlers(
        [
          watch, LocateShortcut(desk: look, watch: watch),
          ReportShortcut(desk: intake, connection: connection),
          RequestRules(connection, serverName: ServerConfiguration.serverName),
        ],
        position: .before(translator))
      return value
    }
  }

  func handle(value: Value, logger: Logger) async {
    await Connection.$current.withValue(registry.connection(of: value.channel)) {
      await inner.handle(value: value, logger: logger)
    }
  }
}
