import NIOHTTP1

/// Whether a request has nothing about it that would change the answer from the usual one.
struct PlainRequest {
  /// The last `Host` that was found to name this machine: a connection says the same every time.
  private var host = ""

  /// Whether the request is a `GET` of HTTP/1.1 that keeps the connection, takes JSON, holds no
  /// earlier answer, has no body, and was meant for this machine.
  mutating func matches(_ head: HTTPRequestHead) -> Bool {
    guard head.method == .GET, head.version == .http1_1 else { return false }
    var hosts = 0
    for (name, value) in head.headers {
      switch name.utf8.count {
      case 4 where Self.equal(name, "host"):
        hosts += 1
        if value != host {
          guard LoopbackHost.accepts(authority: value) else { return false }
          host = value
        }
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
