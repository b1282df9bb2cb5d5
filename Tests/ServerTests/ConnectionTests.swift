import Foundation
import Gewu
import Testing

@testable import Server

@Suite struct `Connections` {
  private static let health = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"

  private static var short: ConnectionLimits {
    var limits = ConnectionLimits()
    limits.head = .milliseconds(500)
    limits.idle = .milliseconds(500)
    limits.body = .milliseconds(500)
    limits.wholeBody = .seconds(2)
    return limits
  }

  /// Far more than any of the limits, in seconds: other tests run at the same time, and may let these wait.
  private static let patience = 60.0

  private static func seconds(_ work: () throws -> Void) rethrows -> Double {
    try ContinuousClock().measure { try work() } / .seconds(1)
  }

  @Test(arguments: [
    "", "G", "GET /healthz HTTP/1.1\r\nHost: localhost\r\n",
    "POST /v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
      + "Content-Length: 100\r\n\r\n{",
    "POST /v1/locate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
      + "Content-Length: 100\r\n\r\n[[1,2],",
  ])
  func `that never finish a request are closed`(begun: String) async throws {
    try await TestDistrict().serve(Self.short) { port in
      let connection = try RawConnection(port: port)
      connection.send(begun)
      let seconds = Self.seconds { #expect(connection.rest() != nil) }
      #expect(seconds < Self.patience)
    }
  }

  @Test func `that rest after an answer are closed, and answer until then`() async throws {
    var limits = Self.short
    // Longer than this test may have to wait for its turn.
    limits.idle = .seconds(4)
    try await TestDistrict().serve(limits) { port in
      let connection = try RawConnection(port: port)
      for path in ["/healthz", "/v1/locate?lon=120.015&lat=30.005", "/healthz"] {
        Thread.sleep(forTimeInterval: 0.3)
        connection.send("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(connection.next()?.hasPrefix("HTTP/1.1 200") == true)
      }
      #expect(connection.rest() == "")
    }
  }

  @Test func `whose head or body comes a byte at a time have no longer`() async throws {
    try await TestDistrict().serve(Self.short) { port in
      for start in [
        "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: ",
        "POST /v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
          + "Content-Length: 60000\r\n\r\n",
      ] {
        let connection = try RawConnection(port: port)
        connection.send(start)
        let seconds = Self.seconds {
          while connection.send("x") { Thread.sleep(forTimeInterval: 0.05) }
        }
        #expect(seconds < Self.patience)
      }
    }
  }

  @Test func `that do nothing give way to others`() async throws {
    var limits = ConnectionLimits()
    limits.connections = 20
    try await TestDistrict().serve(limits) { port in
      let idle = try (0..<60).map { _ in try RawConnection(port: port) }
      for connection in idle { connection.send("GET /healthz HTTP/1.1\r\n") }
      Thread.sleep(forTimeInterval: 0.5)
      let connection = try RawConnection(port: port)
      let seconds = Self.seconds {
        connection.send(Self.health)
        #expect(connection.next()?.hasPrefix("HTTP/1.1 200") == true)
      }
      #expect(seconds < Self.patience)
      #expect(idle[0].rest() == "")
    }
  }

  @Test func `of HTTP 1.0, and those that their caller ends, are closed behind the answer`()
    async throws
  {
    try await TestDistrict().serve { port in
      for request in [
        "GET /healthz HTTP/1.0\r\n\r\n",
        "GET /v1/locate?lon=120.015&lat=30.005 HTTP/1.0\r\nHost: localhost\r\n\r\n",
        "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: Close\r\n\r\n",
        "GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET\r\n\r\n",
      ] {
        let connection = try RawConnection(port: port)
        connection.send(request)
        var answer: String?
        let seconds = Self.seconds { answer = connection.rest() }
        #expect(answer?.hasPrefix("HTTP/1.1 ") == true)
        #expect(answer?.lowercased().contains("connection: close\r\n") == true)
        #expect(seconds < Self.patience)
      }
      let kept = try RawConnection(port: port)
      for _ in 0..<2 {
        kept.send("GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        #expect(kept.next()?.hasPrefix("HTTP/1.1 200") == true)
      }
    }
  }

  @Test(arguments: [
    ("GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", "400"),
    ("GET /v1/locate?lon=1&lat=1 HTTP/1.1\r\nHost: localhost\r\nhost: evil.example\r\n\r\n", "400"),
    ("GET /healthz HTTP/1.1\r\n\r\n", "400"),
    ("GET /healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n", "421"),
    ("GET /v1/locate?lon=1&lat=1 HTTP/1.1\r\nHost:\r\n\r\n", "421"),
    (
      "POST /v1/reports HTTP/1.1\r\nHost:\r\nContent-Type: application/json\r\n"
        + "Content-Length: 17\r\n\r\n{\"channel\":\"web\"}", "421"
    ),
    (
      "POST /v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "501"
    ),
    (
      "POST /v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + "Transfer-Encoding: gzip\r\n\r\n", "501"
    ),
    (
      "POST /v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + "Transfer-Encoding: identity\r\nContent-Length: 2\r\n\r\n{}", "400"
    ),
  ])
  func `answer what HTTP does not allow with the status that it names`(
    request: String, status: String
  ) async throws {
    try await TestDistrict().serve { port in
      let connection = try RawConnection(port: port)
      connection.send(request)
      #expect(connection.next()?.hasPrefix("HTTP/1.1 \(status)") == true)
    }
  }

  @Test func `answer what came before a request that is refused, and then that one`() async throws {
    try await TestDistrict().serve { port in
      let connection = try RawConnection(port: port)
      connection.send(
        "GET /v1/levels HTTP/1.1\r\nHost: localhost\r\n\r\n"
          + "GET /healthz HTTP/1.1\r\n\r\n" + Self.health)
      let answer = try #require(connection.rest())
      let statuses = answer.components(separatedBy: "HTTP/1.1 ").dropFirst().map { $0.prefix(3) }
      #expect(statuses == ["200", "400"])
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `that send white space, or a row that never ends, cost what their bytes cost`() throws {
    let locator = try TestDistrict().district.pointLocator()
    for (form, start, filling) in [
      (BatchForm.json, "[", " "), (.json, "[[1,", " "), (.lines, "[1,", " "),
      (.csv, "lon,lat", "x"),
      (.csv, "lon,lat\n1,2\n3,", " "),
    ] {
      var stream = form.stream(locator, longitude: nil, latitude: nil)
      let piece = Array(String(repeating: filling, count: 64).utf8)
      try Array(start.utf8).withUnsafeBytes { try stream.take($0, isLast: false) }
      var sent = 0
      do {
        // 8 MB in 131,072 pieces: looked at anew with each piece, they are 500 GB.
        while sent < 8 << 20 {
          try piece.withUnsafeBytes { try stream.take($0, isLast: false) }
          sent += piece.count
        }
        #expect(start == "[" || start.hasSuffix("3,"))
      } catch {
        #expect(sent <= 4 << 20, "\(form)")
      }
    }
  }
}
