import Logging
import Words

/// The log on standard error: paths, names and errors that come from callers and files are written
/// visibly, so that nobody can make lines or colours of the log's own.
struct VisibleLog: LogHandler {
  private var inner: StreamLogHandler

  init(label: String) {
    inner = StreamLogHandler.standardError(label: label)
  }

  var logLevel: Logger.Level {
    get { inner.logLevel }
    set { inner.logLevel = newValue }
  }

  var metadata: Logger.Metadata {
    get { inner.metadata }
    set { inner.metadata = newValue.mapValues(Self.visible) }
  }

  var metadataProvider: Logger.MetadataProvider? {
    get { inner.metadataProvider }
    set { inner.metadataProvider = newValue }
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { inner[metadataKey: key] }
    set { inner[metadataKey: key] = newValue.map(Self.visible) }
  }

  func log(event: LogEvent) {
    var event = event
    event.message = "\(VisibleText.visible("\(event.message)"))"
    event.metadata = event.metadata?.mapValues(Self.visible)
    inner.log(event: event)
  }

  private static func visible(_ value: Logger.Metadata.Value) -> Logger.Metadata.Value {
    .string(VisibleText.visible("\(value)"))
  }
}
