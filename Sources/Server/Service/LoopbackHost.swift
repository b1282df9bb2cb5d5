/// The addresses that only this machine can reach: 127.0.0.0/8, `::1`, `localhost`.
enum LoopbackHost {
  /// Whether `host` names this machine and nothing else, without asking a name server.
  static func accepts(_ host: String) -> Bool {
    let name = host.lowercased()
    if name == "localhost" || name == "::1" || name == "[::1]" { return true }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { part in
        (1...3).contains(part.utf8.count) && part.utf8.allSatisfy { (48...57).contains($0) }
          && UInt8(part) != nil
      }
  }

  /// Whether the `Host` field of a request names this machine, with or without a port.
  ///
  /// A page of another site that points its own name at 127.0.0.1 ("DNS
  /// rebinding") sends that name here.
  static func accepts(authority: String) -> Bool {
    if authority.hasPrefix("[") {
      let parts = authority.split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 && accepts("\(parts[0])]")
        && (parts[1].isEmpty || parts[1].hasPrefix(":") && isPort(parts[1].dropFirst()))
    }
    let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return accepts(String(parts[0])) && (parts.count == 1 || isPort(parts[1]))
  }

  /// Whether a text can stand behind the colon: digits, or nothing (RFC 3986, section 3.2.3).
  private static func isPort(_ text: Substring) -> Bool {
    text.utf8.count <= 5 && text.utf8.allSatisfy { (48...57).contains($0) }
  }
}
