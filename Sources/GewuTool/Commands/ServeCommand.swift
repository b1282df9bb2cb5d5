import ArgumentParser
import Gewu
import Logging
import Server
import Words

/// The command `gewu serve`.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve the look-ups, the reports and the map over HTTP.",
    discussion: """
      Listens on this machine only: there is no access control yet, so any other address is \
      refused. Prints its address, and stops on SIGTERM or Ctrl-C once what has begun is answered.
      """)

  @OptionGroup var store: StoreOptions

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The port; 0 takes any that is free.")
  var port = 8080

  @Option(help: "The folder with the map page, where it is not the one built with the program.")
  var publicDir: String?

  @Option(help: "How much is logged on standard error: info, warning or error.")
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
    var logger = Logger(label: "gewu", factory: { StreamLogHandler.standardError(label: $0) })
    logger.logLevel = Logger.Level(rawValue: logLevel) ?? .warning
    let shown = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    try await GewuServer.serve(district: district, configuration: configuration, logger: logger) {
      port in
      try? StandardOutput.write("http://\(shown):\(port)/\n")
    }
  }
}
