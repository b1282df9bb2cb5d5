import Foundation
import Gewu
import HTTPTypes
import Hummingbird
import Logging
import NIOHTTP1
import Testing

@testable import Server

@Suite struct `The shortcut of reports` {
  private static func body(_ name: String) -> String {
    """
    {"channel":"hotline","category":"a/b","description":"路口 \\"7\\"","longitude":120.015,\
    "latitude":30.0050,"reported_at":"2026-01-31T08:30:00+08:00","external_id":"\(name)"}
    """
  }

  /// A request as it goes over the wire, and whatever `fields` are given.
  private static func request(_ name: String, fields: String = "") -> String {
    let body = body(name)
    return "POST /v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
      + "Content-Length: \(body.utf8.count)\r\n\(fields)\r\n\(body)"
  }

  private static func get(_ target: String, fields: String = "") -> String {
    "GET \(target) HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n"
  }

  /// The statuses of answers in their order.
  private static func statuses(in text: String) -> [String] {
    text.matches(of: #/HTTP/1\.1 ([0-9]{3}) /#).map { String($0.1) }
  }

  @Test func `answers byte for byte and field for field as the router does`() async throws {
    let test = try TestDistrict()
    try await test.serve { port in
      var answers: [[String]] = []
      for fields in ["", "Idempotency-Key: k-1\r\n", "Expect: 100-continue\r\n"] {
        let connection = try RawConnection(port: port)
        connection.send(
          Self.request("A-1", fields: fields)
            + Self.get("/healthz", fields: "Connection: close\r\n"))
        let text = try #require(connection.rest())
        let whole = text.replacing("HTTP/1.1 100 Continue\r\n\r\n", with: "")
        let end = try #require(whole.range(of: "HTTP/1.1 200 OK"))
        var lines = whole[..<end.lowerBound].split(separator: "\r\n").map(String.init)
        lines = lines.map { line in
          line.replacing(#/[0-9A-Z]{26}/#, with: "RECEIPT")
            .replacing(#/"received_at":"[^"]*"/#, with: "MOMENT")
            .replacing(#/^([A-Za-z-]+):/#) { $0.1.lowercased() + ":" }
        }.filter { !$0.hasPrefix("date:") }
        answers.append(lines.sorted())
      }
      #expect(answers.count == 3 && answers[0].contains("HTTP/1.1 201 Created"))
      #expect(answers[0].contains("location: /v1/reports/RECEIPT"))
      // The last one is not plain, and went through the router.
      #expect(answers[1] == answers[0] && answers[2] == answers[0])
    }
    #expect(try test.district.reports().count == 3)
  }

  @Test func `answers keep the order of requests that were sent without waiting`() async throws {
    let test = try TestDistrict()
    try await test.serve { port in
      for piece in [1 << 20, 11] {
        let connection = try RawConnection(port: port)
        let text =
          Self.request("first") + Self.get("/v1/locate?lon=120.015&lat=30.005")
          + Self.get("/v1/reports?limit=1") + Self.request("second") + Self.request("third")
          + Self.get("/v1/reports?limit=1") + Self.get("/v1/locate?lon=120.015&lat=30.005")
          + Self.request("fourth", fields: "Connection: close\r\n")
        connection.send(text, piece: piece)
        let answers = try #require(connection.rest())
        #expect(
          Self.statuses(in: answers) == ["201", "200", "200", "201", "201", "200", "200", "201"])
        let names = answers.matches(of: #/"external_id":"([a-z]+)"/#).map { String($0.1) }
        #expect(names == ["first", "first", "second", "third", "third", "fourth"])
      }
    }
    #expect(try test.district.reports().count == 8)
  }

  @Test func `what is wrong is answered by the router, in its turn`() async throws {
    let test = try TestDistrict()
    try await test.serve { port in
      let connection = try RawConnection(port: port)
      let key = "Idempotency-Key: k\r\n"
      connection.send(
        Self.request("A", fields: key) + Self.request("A", fields: key)
          + Self.request("B", fields: key)
          + Self.request("C").replacing("hotline", with: "hotl\u{1}ne")
          + Self.request("D").replacing("longitude", with: "longitudo")
          + Self.request("E") + "nonsense\r\n\r\n")
      let answers = try #require(connection.rest())
      #expect(Self.statuses(in: answers) == ["201", "200", "409", "400", "400", "201", "400"])
      // The language of what is no request is known to nobody.
      #expect(answers.contains("Content-Language: en, zh"))
      #expect(answers.contains(#""title":"The request is not HTTP \/ 请求不符合 HTTP""#))
    }
    #expect(try test.district.reports().map(\.externalID) == ["E", "A"])
  }

  @Test func `a body that does not come is not waited for without end, nor kept`() async throws {
    let test = try TestDistrict()
    try await test.serve { port in
      let connection = try RawConnection(port: port)
      connection.send(String(Self.request("A").dropLast(20)))
      connection.endSending()
      let answers = try #require(connection.rest())
      #expect(Self.statuses(in: answers).allSatisfy { $0 == "400" })
    }
    #expect(try test.district.reports().isEmpty)
  }

  @Test func `a request behind the last one of a connection is not received`() async throws {
    let test = try TestDistrict()
    try await test.serve { port in
      let connection = try RawConnection(port: port)
      connection.send(Self.get("/healthz", fields: "Connection: close\r\n") + Self.request("late"))
      let answers = try #require(connection.rest())
      // It may be told that nothing was to follow.
      let statuses = Self.statuses(in: answers)
      #expect(
        statuses.first == "200" && statuses.dropFirst().allSatisfy { $0 == "400" }, "\(answers)")
    }
    #expect(try test.district.reports().isEmpty)
  }

  @Test func `counts in the figures as the router does`() async throws {
    try await TestDistrict().serve { port in
      let connection = try RawConnection(port: port)
      connection.send(
        Self.request("A") + Self.request("B", fields: "Expect: 100-continue\r\n")
          + Self.request("C") + Self.get("/metrics", fields: "Connection: close\r\n"))
      let figures = try #require(connection.rest())
      #expect(
        figures.contains(
          #"gewu_http_requests_total{route="/v1/reports",method="POST",status="201"} 3"#))
      #expect(figures.contains(#"gewu_http_request_seconds_count{route="/v1/reports"} 3"#))
      #expect(figures.contains("gewu_report_batch_size_sum 3"))
    }
  }

  private static let plain = [
    ("Host", "localhost"), ("Content-Type", "application/json"), ("Content-Length", "12"),
  ]

  @Test(
    arguments: [
      ([], "12 -"), ([("Idempotency-Key", "k")], "12 k"), ([("Connection", "Keep-Alive")], "12 -"),
      ([("Accept-Encoding", "gzip")], "12 -"), ([("User-Agent", "x")], "12 -"),
      ([("Host", "localhost")], nil), ([("Connection", "close")], nil),
      ([("Idempotency-Key", "k"), ("idempotency-key", "l")], nil), ([("Idempotency-Key", "")], nil),
      ([("Expect", "100-continue")], nil), ([("Upgrade", "h2c")], nil),
      ([("Content-Encoding", "gzip")], nil), ([("Transfer-Encoding", "chunked")], nil),
      ([("Content-Length", "13")], nil), ([("Content-Type", "text/plain")], nil),
    ] as [([(String, String)], String?)])
  func `takes only requests that are plain`(more: [(String, String)], found: String?) {
    var plain = PlainRequest()
    let head = HTTPRequestHead(
      version: .http1_1, method: .POST, uri: "/v1/reports", headers: HTTPHeaders(Self.plain + more))
    for _ in 1...2 {
      #expect(plain.report(head).map { "\($0.length) \($0.key ?? "-")" } == found)
    }
  }

  @Test(arguments: [
    (HTTPMethod.GET, "/v1/reports", "localhost", "application/json"),
    (.POST, "/v1/reports?x=1", "localhost", "application/json"),
    (.POST, "/v1/reports/", "localhost", "application/json"),
    (.POST, "/v1/reports", "example.org", "application/json"),
    (.POST, "/v1/reports", "localhost", "application/json; charset=utf-8"),
  ])
  func `leaves every other request to the router`(
    method: HTTPMethod, uri: String, host: String, type: String
  ) {
    var plain = PlainRequest()
    let head = HTTPRequestHead(
      version: .http1_1, method: method, uri: uri,
      headers: ["Host": host, "Content-Type": type, "Content-Length": "12"])
    #expect(plain.report(head) == nil)
  }
}
