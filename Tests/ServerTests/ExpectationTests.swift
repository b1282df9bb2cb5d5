import Foundation
import Testing

@testable import Server

@Suite struct `A caller that waits to send its body` {
  private static func head(
    _ path: String, type: String = "application/json", length: Int, version: String = "1.1"
  ) -> String {
    "POST \(path) HTTP/\(version)\r\nHost: localhost\r\nContent-Type: \(type)\r\n"
      + "Content-Length: \(length)\r\nExpect: 100-continue\r\n\r\n"
  }

  private static let report = #"{"channel":"12345"}"#

  @Test(arguments: [("/v1/reports", report, "201"), ("/v1/locate", "[[1,2]]", "200")])
  func `is told to, and answered`(path: String, body: String, status: String) async throws {
    try await TestDistrict().serve { port in
      let connection = try RawConnection(port: port)
      for _ in 0..<2 {
        connection.send(Self.head(path, length: body.utf8.count))
        #expect(connection.next() == "HTTP/1.1 100 Continue\r\n\r\n")
        connection.send(body)
        #expect(connection.next()?.hasPrefix("HTTP/1.1 \(status)") == true)
      }
    }
  }

  @Test(arguments: ["Transfer-Encoding: chunked", "Content-Length: 300000"])
  func `with a large body, or one of a length that it does not say, is told to`(
    framing: String
  ) async throws {
    try await TestDistrict().serve { port in
      let connection = try RawConnection(port: port)
      connection.send(
        "POST /v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
          + "\(framing)\r\nExpect: 100-continue\r\n\r\n")
      #expect(connection.next() == "HTTP/1.1 100 Continue\r\n\r\n")
    }
  }

  @Test(arguments: [
    ("/v1/reports", "application/json", 13 << 20, "413"),
    ("/v1/reports", "text/plain", 10, "415"), ("/v1/locate", "text/plain", 10, "415"),
    ("/v1/levels", "application/json", 10, "405"), ("/v2", "application/json", 10, "404"),
    ("/v1/locate?crs=mars", "application/json", 10, "400"),
  ])
  func `is not told to where the answer does not need it`(
    path: String, type: String, length: Int, status: String
  ) async throws {
    try await TestDistrict().serve { port in
      let connection = try RawConnection(port: port)
      connection.send(Self.head(path, type: type, length: length))
      let answer = try #require(connection.rest())
      #expect(answer.hasPrefix("HTTP/1.1 \(status)"))
      #expect(answer.lowercased().contains("connection: close\r\n"))
      #expect(answer.contains(#""type":"urn:gewu:problem:"#))
    }
  }

  @Test func `and does not, is answered all the same`() async throws {
    try await TestDistrict().serve { port in
      let connection = try RawConnection(port: port)
      connection.send(Self.head("/v1/locate", length: 7) + "[[1,2]]")
      var answer = try #require(connection.next())
      if answer.hasPrefix("HTTP/1.1 100") { answer = try #require(connection.next()) }
      #expect(answer.hasPrefix("HTTP/1.1 200"))
    }
  }

  @Test func `and speaks HTTP/1.0, is not told to`() async throws {
    try await TestDistrict().serve { port in
      let connection = try RawConnection(port: port)
      connection.send(Self.head("/v1/locate", length: 7, version: "1.0"))
      Thread.sleep(forTimeInterval: 0.2)
      connection.send("[[1,2]]")
      #expect(connection.next()?.hasPrefix("HTTP/1.1 200") == true)
    }
  }

  @Test func `behind another request waits for its turn`() async throws {
    try await TestDistrict().serve { port in
      let connection = try RawConnection(port: port)
      connection.send(
        "POST /v1/locate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
          + "Content-Length: 2\r\n\r\n[]" + Self.head("/v1/locate", length: 7))
      var answer = ""
      while !answer.contains("100 Continue"), let next = connection.next() { answer += next }
      #expect(answer.hasPrefix("HTTP/1.1 200"))
      #expect(answer.hasSuffix("HTTP/1.1 100 Continue\r\n\r\n"))
      connection.send("[[1,2]]")
      #expect(connection.next()?.hasPrefix("HTTP/1.1 200") == true)
    }
  }
}
