package import Words

/// Why the service could not be started.
package enum ServerError: Error, Sendable, Equatable {
  /// The address can be reached from other machines, and there is no access control yet.
  case notLoopback(host: String)
  /// The port is not one.
  case badPort(Int)
  /// The map page and the OpenAPI document were not found.
  case noPublicFiles(searched: [String])
  /// Another program listens on the address.
  case inUse(host: String, port: Int)
  /// The address could not be listened on.
  case cannotListen(host: String, port: Int, detail: String)
}

extension ServerError: FaceError {
  /// What happened, where, and what to do next.
  package var wording: Wording {
    switch self {
    case .notLoopback(let host): StartWords.notLoopback(host: host)
    case .badPort(let port): StartWords.badPort(port)
    case .noPublicFiles(let searched): StartWords.noPublicFiles(searched: searched)
    case .inUse(let host, let port): StartWords.inUse(host: host, port: port)
    case .cannotListen(let host, let port, let detail):
      StartWords.cannotListen(host: host, port: port, detail: detail)
    }
  }
}
