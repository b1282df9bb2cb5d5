import Foundation
import Testing

@testable import Server

/// Bytes of which two programs might disagree where a request ends, over raw sockets.
@Suite struct `Framing` {
  private static let host = "Host: localhost\r\n"
  private static let json = "Content-Type: application/json\r\n"
  private static let end = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"

  private static func post(_ fields: String, _ body: String) -> String {
    "POST /v1/locate HTTP/1.1\r\n" + host + json + fields + "\r\n" + body
  }

  /// The statuses of all answers that come until the connection is closed.
  private static func statuses(_ answer: String?) -> [String] {
    (answer ?? "none").components(separatedBy: "HTTP/1.").dropFirst().map {
      String($0.dropFirst(2).prefix(3))
    }
  }

  struct Case: Sendable {
    let name: String
    let request: String
    let statuses: [String]

    init(_ name: String, _ request: String, _ statuses: String...) {
      (self.name, self.request, self.statuses) = (name, request, statuses)
    }
  }

  static let sound: [Case] = [
    Case(
      "a chunked body",
      post("Transfer-Encoding: chunked\r\n", "6\r\n[[1,2]\r\n1\r\n]\r\n0\r\n\r\n")
        + end, "200", "200"),
    Case(
      "extensions and trailers",
      post(
        "Transfer-Encoding: chunked\r\n", "7;a=b\r\n[[1,2]]\r\n0\r\nX-Trailer: 1\r\n\r\n") + end,
      "200", "200"),
    Case(
      "the coding in another case",
      post("transfer-encoding: Chunked\r\n", "2\r\n[]\r\n0\r\n\r\n") + end, "200", "200"),
    Case(
      "three at once",
      post("Content-Length: 2\r\n", "[]") + post("Content-Length: 7\r\n", "[[1,2]]")
        + end, "200", "200", "200"),
    Case(
      "a look-up between others",
      "GET /healthz HTTP/1.1\r\n\(host)\r\nGET /v1/locate?lon=120.015&lat=30.005 HTTP/1.1\r\n"
        + "\(host)\r\n\(end)", "200", "200", "200"),
    Case("empty lines before", "\r\n\r\n" + end, "200"),
    Case(
      "the target in absolute form",
      "GET http://localhost/healthz HTTP/1.1\r\n\(host)Connection: close\r\n\r\n", "200"),
    Case(
      "a body that nobody reads",
      "GET /healthz HTTP/1.1\r\n\(host)Content-Length: 4\r\n\r\nGET " + end,
      "200", "200"),
    Case(
      "an upgrade that is not made",
      "GET /healthz HTTP/1.1\r\n\(host)Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
        + "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n", "200"),
    Case("HTTP/1.0", "GET /healthz HTTP/1.0\r\n\r\n", "200"),
    Case(
      "HTTP/1.0 with a body", "POST /v1/locate HTTP/1.0\r\n\(json)Content-Length: 2\r\n\r\n[]",
      "200"),
    Case(
      "an answer that is no news",
      "GET /openapi.json HTTP/1.1\r\n\(host)If-None-Match: *\r\n\r\n\(end)", "304", "200"),
    Case("HEAD before GET", "HEAD /openapi.json HTTP/1.1\r\n\(host)\r\n\(end)", "200", "200"),
  ]

  static let faulty: [Case] = [
    Case("a size that is no number", post("Transfer-Encoding: chunked\r\n", "zz\r\n[]\r\n"), "400"),
    Case(
      "a size below nothing", post("Transfer-Encoding: chunked\r\n", "-2\r\n[]\r\n0\r\n\r\n"), "400"
    ),
    Case(
      "a size beyond all numbers",
      post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\n[]\r\n"), "400"),
    Case(
      "a chunk longer than its size",
      post("Transfer-Encoding: chunked\r\n", "1\r\n[]\r\n0\r\n\r\n"),
      "400"),
    Case(
      "two lengths that differ", post("Content-Length: 2\r\nContent-Length: 3\r\n", "[] "), "400"),
    Case("a list of lengths", post("Content-Length: 2, 3\r\n", "[] "), "400"),
    Case("a length below nothing", post("Content-Length: -1\r\n", "[]"), "400"),
    Case("a length with a sign", post("Content-Length: +2\r\n", "[]"), "400"),
    Case("a length that is no number", post("Content-Length: two\r\n", "[]"), "400"),
    Case(
      "a length beyond all numbers", post("Content-Length: 99999999999999999999\r\n", "[]"), "400"),
    Case(
      "a length and chunks",
      post("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "2\r\n[]\r\n0\r\n\r\n"), "400"),
    Case(
      "chunks and a length",
      post("Transfer-Encoding: chunked\r\nContent-Length: 2\r\n", "2\r\n[]\r\n0\r\n\r\n"), "400"),
    Case("a coding that is hidden", post("Transfer-Encoding: xchunked\r\n", "2\r\n[]\r\n"), "501"),
    Case("chunked twice", post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n"), "400"),
    Case("a lone line feed ends a field", "GET /healthz HTTP/1.1\nHost: localhost\n\n", "505"),
    Case(
      "a lone carriage return in a value",
      "GET /healthz HTTP/1.1\r\n\(host)X: a\rEvil: b\r\n\r\n", "400"),
    Case("a NUL in a value", "GET /healthz HTTP/1.1\r\n\(host)X: a\0b\r\n\r\n", "400"),
    Case("a folded line", "GET /healthz HTTP/1.1\r\n\(host)X: a\r\n b\r\n\r\n", "400"),
    Case("a space before the colon", "GET /healthz HTTP/1.1\r\nHost : localhost\r\n\r\n", "400"),
    Case("a field without a name", "GET /healthz HTTP/1.1\r\n\(host): a\r\n\r\n", "400"),
    Case("a field without a colon", "GET /healthz HTTP/1.1\r\n\(host)nonsense\r\n\r\n", "400"),
    Case("no version", "GET /healthz\r\n\r\n", "505"),
    Case("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "505"),
    Case("HTTP/3.1", "GET /healthz HTTP/3.1\r\n\(host)\r\n", "505"),
    Case("another protocol", "SSH-2.0-OpenSSH_9.2p1\r\n", "400"),
    Case("TLS", "\u{16}\u{3}\u{1}\u{2}", "400"),
    Case("a method that there is not", "FETCH /healthz HTTP/1.1\r\n\(host)\r\n", "400"),
    Case(
      "a field of 100 KB",
      "GET /healthz HTTP/1.1\r\n\(host)X: \(String(repeating: "x", count: 100_000))\r\n\r\n", "431"),
    Case(
      "a path of 100 KB",
      "GET /\(String(repeating: "x", count: 100_000)) HTTP/1.1\r\n\(host)\r\n", "431"),
    Case(
      "2,000 fields",
      "GET /healthz HTTP/1.1\r\n\(host)\(String(repeating: "X: y\r\n", count: 2_000))\r\n", "431"),
    Case(
      "an expectation of something else", post("Content-Length: 2\r\nExpect: a miracle\r\n", ""),
      "417"),
    Case(
      "garbage behind a request", "GET /healthz HTTP/1.1\r\n\(host)\r\n\u{1}\u{2}\r\n\r\n", "200",
      "400"),
    Case(
      "a bad chunk behind two requests",
      "GET /v1/levels HTTP/1.1\r\n\(host)\r\nGET /healthz HTTP/1.1\r\n\(host)\r\n"
        + post("Transfer-Encoding: chunked\r\n", "x\r\n"), "200", "200", "400"),
  ]

  @Test func `of what is sound is followed`() async throws {
    try await TestDistrict().serve { port in
      for example in Self.sound {
        for piece in [1 << 20, 7] {
          let connection = try RawConnection(port: port)
          connection.send(example.request, piece: piece)
          #expect(Self.statuses(connection.rest()) == example.statuses, "\(example.name), \(piece)")
        }
      }
    }
  }

  @Test func `of what is not sound is refused with problem details, and the connection closed`()
    async throws
  {
    try await TestDistrict().serve { port in
      for example in Self.faulty {
        let connection = try RawConnection(port: port)
        connection.send(example.request)
        let answer = try #require(connection.rest(), "\(example.name)")
        #expect(Self.statuses(answer) == example.statuses, "\(example.name)")
        let last = try #require(answer.components(separatedBy: "HTTP/1.1 ").last)
        #expect(last.lowercased().contains("content-type: application/problem+json\r\n"))
        #expect(last.lowercased().contains("connection: close\r\n"))
        let body = try #require(last.components(separatedBy: "\r\n\r\n").last)
        let problem = try JSONDecoder().decode(ProblemBody.self, from: Data(body.utf8))
        #expect("\(problem.status)" == example.statuses.last)
        #expect(!problem.detail.isEmpty && problem.detailChinese != problem.detail)
      }
    }
  }

  @Test func `that breaks in a body is told in the caller's language, with its path`() async throws
  {
    try await TestDistrict().serve { port in
      let connection = try RawConnection(port: port)
      connection.send(
        Self.post("Transfer-Encoding: chunked\r\nAccept-Language: zh\r\n", "2\r\n[]\r\nx\r\n"))
      let answer = try #require(connection.rest())
      #expect(answer.contains(#""title":"分块不正确""#))
      #expect(answer.contains(#""code":"malformed""#))
      #expect(answer.contains(#""instance":"\/v1\/locate""#))
    }
  }

  @Test func `that ends in the middle of a body is told so`() async throws {
    try await TestDistrict().serve { port in
      let connection = try RawConnection(port: port)
      connection.send(Self.post("Content-Length: 100\r\n", "[[1,2],"))
      connection.endSending()
      let answer = try #require(connection.rest())
      #expect(Self.statuses(answer) == ["400"])
      #expect(answer.contains("the caller ended the request in the middle"))
    }
  }

  @Test func `leaves nothing of the last request to the next`() async throws {
    try await TestDistrict().serve { port in
      let connection = try RawConnection(port: port)
      // Where the service took the length for less, the second request would be answered.
      connection.send(
        Self.post("Content-Length: \(2 + Self.end.utf8.count)\r\n", "[]" + Self.end) + Self.end)
      #expect(Self.statuses(connection.rest()) == ["400", "200"])
    }
  }

  @Test func `of an answer of unknown length to HTTP/1.0 is the end of the connection`()
    async throws
  {
    let body = "[" + String(repeating: "[1,2],", count: 200_000) + "[1,2]]"
    try await TestDistrict().serve(spoolLimit: 0) { port in
      let connection = try RawConnection(port: port)
      connection.send(
        "POST /v1/locate HTTP/1.0\r\n\(Self.json)Connection: keep-alive\r\n"
          + "Content-Length: \(body.utf8.count)\r\n\r\n")
      connection.sendAside(body)
      let answer = try #require(connection.rest())
      #expect(answer.hasPrefix("HTTP/1.0 200"))
      #expect(answer.contains("Connection: close\r\n"))
      #expect(!answer.lowercased().contains("transfer-encoding"))
      #expect(answer.hasSuffix("}]"))
    }
  }
}
