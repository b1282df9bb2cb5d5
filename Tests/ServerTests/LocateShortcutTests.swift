import Foundation
import Geometry
import HTTPTypes
import Hummingbird
import Logging
import NIOHTTP1
import Testing

@testable import Server

@Suite struct `The shortcut of look-ups` {
  /// What a question over the wire is answered, without its date: the line of the status with the fields, and the body.
  private static func answer(_ target: String, _ port: Int) throws -> (head: [String], body: String)
  {
    let connection = try RawConnection(port: port)
    connection.send("GET \(target) HTTP/1.1\r\nHost: localhost\r\n\r\n")
    connection.endSending()
    let text = try #require(connection.rest())
    let parts = text.split(separator: "\r\n\r\n", maxSplits: 1)
    let head = try #require(parts.first).split(separator: "\r\n").map(String.init)
    let isDate = { (line: String) in line.lowercased().hasPrefix("date: ") }
    #expect(head.count(where: isDate) == 1)
    return (head.filter { !isDate($0) }.sorted(), parts.count > 1 ? String(parts[1]) : "")
  }

  @Test func `answers byte for byte and field for field as the router does`() async throws {
    try await TestDistrict().serve { port in
      // A second parameter that changes nothing takes the way through the router.
      for (lon, lat) in [("120.015", "30.005"), ("120.01", "30.01"), ("120.029", "3.0029e1")] {
        let short = try Self.answer("/v1/locate?lon=\(lon)&lat=\(lat)", port)
        let long = try Self.answer("/v1/locate?lon=\(lon)&lat=\(lat)&crs=wgs84", port)
        #expect(short.head.contains("HTTP/1.1 200 OK"))
        #expect(short == long)
      }
    }
  }

  @Test func `counts in the figures as the router does`() async throws {
    try await TestDistrict().serve { port in
      for crs in ["", "&crs=wgs84", "", "&crs=wgs84"] {
        _ = try Self.answer("/v1/locate?lon=120.015&lat=30.005\(crs)", port)
      }
      let figures = try Self.answer("/metrics", port).body
      #expect(figures.contains(#"gewu_located_positions_total{status="inside"} 4"#))
      #expect(
        figures.contains(
          #"gewu_http_requests_total{route="/v1/locate",method="GET",status="200"} 4"#))
      #expect(figures.contains(#"gewu_http_request_seconds_count{route="/v1/locate"} 4"#))
    }
  }

  @Test(arguments: [
    ("/v1/locate?lon=120.5&lat=30", 120.5, 30.0), ("/v1/locate?lat=-30.25&lon=1e2", 100, -30.25),
  ])
  func `reads the plain question`(target: String, longitude: Double, latitude: Double) {
    let position = LocateQuestion.position(in: target)
    #expect(position?.x == longitude && position?.y == latitude)
  }

  @Test(arguments: [
    "/v1/locate", "/v1/locate?", "/v1/locate?lon=1", "/v1/locate?lon=1&lon=2",
    "/v1/locate?lon=1&lat=2&", "/v1/locate?lon=1&lat=2&at=2026-01-01", "/v1/locate?lon=1&lat=",
    "/v1/locate?lon=+1&lat=2", "/v1/locate?lon=%31&lat=2", "/v1/locate?lon=nan&lat=2",
    "/v1/locate?lon=1;lat=2", "/v1/locate/?lon=1&lat=2", "/v1/located?lon=1&lat=2", "",
    "/v1/locate?lon=1&lat=2#x", "//v1/locate?lon=1&lat=2",
  ])
  func `leaves every other question to the router`(target: String) {
    #expect(LocateQuestion.position(in: target) == nil)
  }

  @Test(arguments: [
    (["Host": "localhost"], true), (["host": "127.0.0.1:8080", "Accept": "*/*"], true),
    (["HOST": "[::1]", "Connection": "Keep-Alive", "User-Agent": "x"], true), ([:], false),
    (["Host": "example.org"], false), (["Host": "localhost", "Connection": "close"], false),
    (["Host": "localhost", "Accept": "application/geo+json"], false),
    (["Host": "localhost", "If-None-Match": "\"x\""], false),
    (["Host": "localhost", "Content-Length": "0"], false),
    (["Host": "localhost", "Transfer-Encoding": "chunked"], false),
    (["Host": "localhost", "Expect": "100-continue"], false),
    (["Host": "localhost", "Upgrade": "h2c"], false),
  ])
  func `takes only requests that are plain`(fields: [String: String], isPlain: Bool) {
    var plain = PlainRequest()
    let head = HTTPRequestHead(
      version: .http1_1, method: .GET, uri: "/", headers: HTTPHeaders(fields.map { ($0, $1) }))
    #expect(plain.matches(head) == isPlain)
    #expect(plain.matches(head) == isPlain, "the second time too")
  }

  @Test func `the date is that of RFC 9110`() {
    #expect(DateField.text(of: 784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
  }
}
