import Foundation
import NIOCore
import Testing

@testable import Server

@Suite struct `Long batches` {
  private static let count = 150_000

  /// A batch with an answer of some 5 MB, and `tail` where its end would be.
  private static func array(_ tail: String = "]") -> String {
    "[" + Array(repeating: "[120.015,30.005]", count: count).joined(separator: ",") + tail
  }

  private static func head(_ type: String, _ length: Int) -> String {
    "POST /v1/locate HTTP/1.1\r\nHost: localhost\r\nContent-Type: \(type)\r\n"
      + "Content-Length: \(length)\r\nConnection: close\r\n\r\n"
  }

  @Test(.timeLimit(.minutes(2)))
  func `are answered to a caller that sends all before it reads`() async throws {
    let test = try TestDistrict()
    try await test.serve { port in
      let body = Self.array()
      let connection = try RawConnection(port: port)
      #expect(connection.send(Self.head("application/json", body.utf8.count) + body))
      let answer = try #require(connection.rest())
      let parts = answer.split(separator: "\r\n\r\n", maxSplits: 1)
      #expect(parts[0].hasPrefix("HTTP/1.1 200"))
      #expect(parts[0].contains("Content-Length: \(parts[1].utf8.count)"))
      let answers = try #require(
        try JSONSerialization.jsonObject(with: Data(parts[1].utf8)) as? [[String: Any]])
      #expect(answers.count == Self.count)
      #expect(answers.allSatisfy { $0["code"] as? String == "g01" })
      // Nothing is left behind.
      let figures = try RawConnection(port: port)
      figures.send("GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
      #expect(figures.rest()?.contains("\ngewu_spooled_bytes 0\n") == true)
    }
  }

  @Test func `with a fault at their end are refused with its place`() async throws {
    try await TestDistrict().serve { port in
      let lines = String(repeating: "[1,2]\n", count: Self.count) + "[1,x]\n"
      let table = "lon,lat\n" + String(repeating: "1,2\n", count: Self.count) + "\"1,2\n"
      for (type, body, place) in [
        ("application/json", Self.array("x"), "position \(Self.count + 1)"),
        ("application/x-ndjson", lines, "line \(Self.count + 1), byte 3"),
        ("text/csv", table, "line \(Self.count + 2)"),
      ] {
        let connection = try RawConnection(port: port)
        connection.send(Self.head(type, body.utf8.count))
        connection.sendAside(body)
        let answer = try #require(connection.rest())
        #expect(answer.hasPrefix("HTTP/1.1 400"), "\(type)")
        #expect(answer.contains(place), "\(type): \(answer.suffix(400))")
      }
    }
  }

  @Test func `go out while they come in where there is no room, and end with the fault`()
    async throws
  {
    try await TestDistrict().serve(spoolLimit: 0) { port in
      for (tail, isWhole, isSlow) in [("]", true, false), ("x", false, false), ("x", false, true)] {
        let body = Self.array(tail)
        let connection = try RawConnection(port: port, window: isSlow ? 1 << 14 : nil)
        connection.send(Self.head("application/json", body.utf8.count))
        connection.sendAside(body)
        let answer = try #require(connection.rest(isSlow: isSlow))
        #expect(answer.hasPrefix("HTTP/1.1 200"))
        #expect(answer.hasSuffix("\r\n0\r\n\r\n") == isWhole)
        #expect(answer.contains("position \(Self.count + 1)") != isWhole)
      }
    }
  }

  @Test func `take no more of the disk than they may`() throws {
    let space = SpoolSpace(most: 100)
    var spools = (0..<5).compactMap { _ in AnswerSpool(space) }
    let hundred = ByteBuffer(repeating: 7, count: 100)
    #expect(spools.map { $0.append(hundred) } == [true, true, true, true, false])
    #expect(spools[4].append(ByteBuffer(repeating: 8, count: 1)) == false)
    #expect(space.used == 400)
    #expect(spools[0].append(ByteBuffer(repeating: 8, count: 1)) == false)
    #expect(spools[0].bytes(from: 90, most: 64) == ByteBuffer(repeating: 7, count: 10))
    spools.removeFirst()
    #expect(space.used == 300)
    #expect(spools[3].append(ByteBuffer(repeating: 8, count: 50)))
    spools = []
    #expect(space.used == 0)
  }
}
