import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Server

private func send(
  _ client: any TestClientProtocol, _ body: String, key: String? = nil,
  type: String = "application/json"
) async throws -> TestResponse {
  var headers: HTTPFields = [.contentType: type]
  headers[.idempotencyKey] = key
  return try await client.execute(
    uri: "/v1/reports", method: .post, headers: headers, body: ByteBuffer(string: body))
}

@Suite struct `Reports over HTTP` {
  private static let manhole = """
    {"channel":"hotline","category":"井盖缺失","description":"路口","longitude":120.015,\
    "latitude":30.005,"reported_at":"2026-01-31T08:30:00+08:00","external_id":"12345-1"}
    """

  @Test func `a report is stored, attached, and found where Location says`() async throws {
    try await TestDistrict().test { client in
      let response = try await send(client, Self.manhole)
      #expect(response.status == .created)
      let location = try #require(response.headers[.location])
      let report = try await client.execute(uri: location, method: .get)
      #expect(report.text == response.text)
      let members = try report.object()
      #expect((members["grid"] as? [String: Any])?["code"] as? String == "g01")
      #expect(members["category"] as? String == "井盖缺失")
      #expect(members["status"] as? String == "inside")
    }
  }

  @Test func `the same key with the same body is the same report, with another a conflict`()
    async throws
  {
    try await TestDistrict().test { client in
      let first = try await send(client, Self.manhole, key: "k-1")
      let again = try await send(client, Self.manhole, key: "k-1")
      #expect(first.status == .created)
      #expect(again.status == .ok)
      #expect(again.text == first.text)
      #expect(again.headers[.location] == first.headers[.location])
      let other = try await send(client, #"{"channel":"app"}"#, key: "k-1")
      #expect(other.status == .conflict)
      #expect(try other.problemCode() == "conflict")
      let list = try await client.execute(uri: "/v1/reports", method: .get).object()
      #expect((list["reports"] as? [Any])?.count == 1)
    }
  }

  @Test func `everything that is wrong is said at once, and nothing is stored`() async throws {
    try await TestDistrict().test { client in
      let response = try await send(
        client,
        """
        {"channel":7,"longitude":"120","reported_at":"yesterday","colour":"red","latitude":30,
        "description":["x"]}
        """)
      #expect(response.status == .badRequest)
      let errors = try #require(try response.object()["errors"] as? [[String: Any]])
      #expect(
        Set(errors.compactMap { $0["field"] as? String })
          == ["channel", "longitude", "reported_at", "colour", "description"])
      for (body, field) in [
        ("{}", "channel"), (#"{"channel":" "}"#, "channel"),
        (#"{"channel":"app","longitude":120}"#, "latitude"),
      ] {
        let errors = try await send(client, body).object()["errors"] as? [[String: Any]]
        #expect(errors?.compactMap { $0["field"] as? String } == [field])
      }
      let list = try await client.execute(uri: "/v1/reports", method: .get).object()
      #expect((list["reports"] as? [Any])?.isEmpty == true)
    }
  }

  @Test func `a body that is no report is refused`() async throws {
    try await TestDistrict().test { client in
      for body in ["", "[1]", "{\"channel\":", "null"] {
        #expect(try await send(client, body).problemCode() == "bad_body")
      }
      let form = try await send(client, "channel=app", type: "application/x-www-form-urlencoded")
      #expect(form.status == .unsupportedMediaType)
      let large = try await send(
        client, #"{"channel":"app","description":""# + String(repeating: "a", count: 70_000))
      #expect(large.status == .contentTooLarge)
      let unknown = try await send(
        client, #"{"channel":"app","longitude":1,"latitude":1,"crs":"?"}"#)
      #expect(unknown.status == .badRequest)
      let key = try await send(client, Self.manhole, key: String(repeating: "k", count: 256))
      #expect(key.status == .badRequest)
    }
  }

  @Test func `pages follow each other to the last`() async throws {
    try await TestDistrict().test { client in
      for number in 1...5 {
        let body = #"{"channel":"app","external_id":"\#(number)"}"#
        #expect(try await send(client, body).status == .created)
      }
      var seen: [Int] = []
      var uri = "/v1/reports?limit=2"
      while true {
        let page = try await client.execute(uri: uri, method: .get).object()
        seen += (page["reports"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? Int }
        guard let next = page["next"] as? Int else { break }
        uri = "/v1/reports?limit=2&before=\(next)"
      }
      #expect(seen.count == 5)
      #expect(seen == seen.sorted(by: >))
      #expect(try await client.execute(uri: "/v1/reports/99", method: .get).status == .notFound)
      #expect(try await client.execute(uri: "/v1/reports/x", method: .get).status == .badRequest)
    }
  }
}
