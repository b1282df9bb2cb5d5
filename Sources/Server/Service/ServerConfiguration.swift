/// Where the service listens and where its files lie.
package struct ServerConfiguration: Sendable, Equatable {
  /// What the service calls itself in the `Server` field.
  static let serverName = "gewu"

  /// The address to listen on; only loopback is accepted, see ``check()``.
  package var host: String
  /// The port; 0 takes any that is free.
  package var port: Int
  /// The folder with the map page and the OpenAPI document, where it is not
  /// the one that was built with the program.
  package var publicDirectory: String?
  /// The folder with Leaflet; Debian's package `libjs-leaflet` puts it there.
  package var leafletDirectory: String
  /// The greatest body of a report, in bytes: its texts at their longest, each character written as two
  /// escapes of six bytes, and its files in Base64.
  package var reportLimit: Int
  /// The bytes of an answer to a batch that may lie on disk until the body has ended.
  package var spoolLimit: Int
  /// How many connections are kept, and for how long.
  package var limits: ConnectionLimits

  /// Configures a service; the defaults are those of `gewu serve`.
  package init(
    host: String = "127.0.0.1", port: Int = 8080, publicDirectory: String? = nil,
    leafletDirectory: String = "/usr/share/javascript/leaflet",
    reportLimit: Int = 12 << 20, spoolLimit: Int = 1 << 30,
    limits: ConnectionLimits = ConnectionLimits()
  ) {
    self.host = host
    self.port = port
    self.publicDirectory = publicDirectory
    self.leafletDirectory = leafletDirectory
    self.reportLimit = reportLimit
    self.spoolLimit = spoolLimit
    self.limits = limits
  }
}

extension ServerConfiguration {
  /// Throws ``ServerError`` where the address must not or cannot be listened on.
  ///
  /// There is no access control yet, so only addresses that other machines
  /// cannot reach are accepted: 127.0.0.0/8, `::1` and `localhost`.
  package func check() throws {
    guard LoopbackHost.accepts(host) else { throw ServerError.notLoopback(host: host) }
    guard (0...65535).contains(port) else { throw ServerError.badPort(port) }
  }
}
