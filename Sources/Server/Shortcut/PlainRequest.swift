import NIOHTTP1

/// Whether a request has nothing about it that would change the answer from the usual one.
struct PlainRequest {
  /// The last `Host` that was found to name this machine: a connection says the same every time.
  private var host: String?

  /// Whether the request is a `GET` of HTTP/1.1 that keeps the connection, takes JSON, holds no
  /// earlier answer, has no body, and was meant for this machine.
  mutating func matches(_ head: HTTPRequestHead) -> Bool {
    guard head.method == .GET, head.version == .http1_1 else { return false }
    var hosts = 0
    for (name, value) in head.headers {
      switch name.utf8.count {
      case 4 where Self.equal(name, "host"):
        hosts += 1
        guard isOurs(host: value) else { return false }
      case 6 where Self.equal(name, "accept"):
        guard value == "*/*" || value == "application/json" else { return false }
      case 10 where Self.equal(name, "connection"):
        guard Self.equal(value, "keep-alive") else { return false }
      case 6, 7, 13, 14, 17:
        if Self.changesAnswer(name) { return false }
      default: break
      }
    }
    return hosts == 1
  }

  /// The length of the body and the `Idempotency-Key` of a report that is sent in with HTTP/1.1 on a
  /// connection that stays, as plain JSON of a known length, to this machine; nil for every other request.
  mutating func report(_ head: HTTPRequestHead) -> (length: Int, key: String?)? {
    guard head.method == .POST, head.version == .http1_1, head.uri == "/v1/reports" else {
      return nil
    }
    var (hosts, types) = (0, 0)
    var (lengths, keys): ([Int], [String]) = ([], [])
    for (name, value) in head.headers {
      switch name.utf8.count {
      case 4 where Self.equal(name, "host"):
        hosts += 1
        guard isOurs(host: value) else { return nil }
      case 10 where Self.equal(name, "connection"):
        guard Self.equal(value, "keep-alive") else { return nil }
      case 12 where Self.equal(name, "content-type"):
        types += 1
        guard value == "application/json" else { return nil }
      case 14 where Self.equal(name, "content-length"):
        guard let length = Int(value), length > 0 else { return nil }
        lengths.append(length)
      case 15 where Self.equal(name, "idempotency-key"):
        guard ReportRoutes.isKey(value) else { return nil }
        keys.append(value)
      case 6, 7, 16, 17:
        if Self.changesReading(name) { return nil }
      default: break
      }
    }
    guard hosts == 1, types == 1, lengths.count == 1, keys.count <= 1 else { return nil }
    return (lengths[0], keys.first)
  }

  private static func changesReading(_ name: String) -> Bool {
    equal(name, "expect") || equal(name, "upgrade") || equal(name, "content-encoding")
      || equal(name, "transfer-encoding")
  }

  private mutating func isOurs(host value: String) -> Bool {
    if value == host { return true }
    guard LoopbackHost.accepts(authority: value) else { return false }
    host = value
    return true
  }

  private static func changesAnswer(_ name: String) -> Bool {
    equal(name, "expect") || equal(name, "upgrade") || equal(name, "if-none-match")
      || equal(name, "content-length") || equal(name, "transfer-encoding")
  }

  /// Whether `text` is `lowercase` in any case.
  private static func equal(_ text: String, _ lowercase: StaticString) -> Bool {
    guard text.utf8.count == lowercase.utf8CodeUnitCount else { return false }
    var place = 0
    for byte in text.utf8 {
      let letter = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
      guard letter == lowercase.utf8Start[place] else { return false }
      place += 1
    }
    return true
  }
}
