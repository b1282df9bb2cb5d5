import ArgumentParser
import Gewu
import Logging
import Server
import Words

/// The command `gewu serve`.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", words: Help.Serve.command)

  @OptionGroup var store: StoreOptions

  @Option(help: .words(Help.Serve.host))
  var host = "127.0.0.1"

  @Option(help: .words(Help.Serve.port))
  var port = 8080

  @Option(help: .words(Help.Serve.publicDir))
  var publicDir: String?

  @Option(help: .words(Help.Serve.logLevel))
  var logLevel = "warning"

  func validate() throws {
    guard Logger.Level(rawValue: logLevel) != nil else {
      throw ValidationError(Usage.logLevel(logLevel))
    }
  }

  func run() async throws {
    let configuration = ServerConfiguration(host: host, port: port, publicDirectory: publicDir)
    try configuration.check()
    let district = try store.open()
    var logger = Logger(label: "gewu", factory: { VisibleLog(label: $0) })
    logger.logLevel = Logger.Level(rawValue: logLevel) ?? .warning
    let shown = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    try await GewuServer.serve(district: district, configuration: configuration, logger: logger) {
      port in
      try? StandardOutput.write("http://\(shown):\(port)/\n")
    }
  }
}
