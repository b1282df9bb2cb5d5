import Foundation
import HTTPTypes
import Hummingbird
import Testing

@testable import Server

private func send(
  _ client: RouterClient, _ body: String, key: String? = nil,
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
        client, #"{"channel":"app","description":""# + String(repeating: "a", count: 13 << 20))
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
      var seen: [String] = []
      var uri = "/v1/reports?limit=2"
      while true {
        let page = try await client.execute(uri: uri, method: .get).object()
        seen += (page["reports"] as? [[String: Any]] ?? []).compactMap {
          $0["external_id"] as? String
        }
        guard let next = page["next"] as? String else { break }
        uri = "/v1/reports?limit=2&before=\(next)"
      }
      #expect(seen == ["5", "4", "3", "2", "1"])
      for name in ["1", "99", "x", "%E8%B7%AF"] {
        let response = try await client.execute(uri: "/v1/reports/\(name)", method: .get)
        #expect(response.status == .notFound)
      }
      let page = try await client.execute(uri: "/v1/reports?before=5", method: .get)
      #expect(page.status == .notFound)
    }
  }

  @Test func `a last page that is full has no next one`() async throws {
    try await TestDistrict().test { client in
      for number in 1...4 {
        let body = #"{"channel":"app","external_id":"\#(number)"}"#
        #expect(try await send(client, body).status == .created)
      }
      for (limit, hasNext) in [(1, true), (2, true), (4, false), (1_000, false)] {
        let page = try await client.execute(uri: "/v1/reports?limit=\(limit)", method: .get)
          .object()
        #expect((page["reports"] as? [Any])?.count == min(limit, 4))
        #expect((page["next"] != nil) == hasNext, "limit \(limit)")
      }
      let first = try await client.execute(uri: "/v1/reports?limit=2", method: .get).object()
      let next = try #require(first["next"] as? String)
      let second = try await client.execute(
        uri: "/v1/reports?limit=2&before=\(next)", method: .get
      ).object()
      #expect((second["reports"] as? [Any])?.count == 2 && second["next"] == nil)
      for limit in ["1001", "0", "+5", "%2B5"] {
        let response = try await client.execute(uri: "/v1/reports?limit=\(limit)", method: .get)
        #expect(response.status == .badRequest, "limit \(limit)")
      }
    }
  }

  @Test func `a plus sign in a query is a blank, and a NUL character is refused`() async throws {
    try await TestDistrict().test { client in
      #expect(
        try await send(client, #"{"channel":"web","category":"noise night"}"#).status == .created)
      #expect(try await send(client, #"{"channel":"web","category":"a+b"}"#).status == .created)
      for (category, count) in [
        ("noise+night", 1), ("noise%20night", 1), ("a%2Bb", 1), ("a+b", 0), ("noise%2Bnight", 0),
      ] {
        let answer = try await client.execute(
          uri: "/v1/reports?&&category=\(category)&", method: .get
        ).object()
        #expect((answer["reports"] as? [Any])?.count == count, "\(category)")
      }
      for uri in [
        "/v1/reports?channel=web%00", "/v1/reports?category=noise+night%00x", "/v1/grids/g01%00",
        "/v1/grids/g01%00/boundary", "/v1/locate?lon=1&lat=1&net=a%00",
      ] {
        let response = try await client.execute(uri: uri, method: .get)
        #expect(response.status == .badRequest, "\(uri)")
        #expect(response.text.contains("NUL"), "\(uri)")
      }
    }
  }

  @Test(arguments: [#"\u3000"#, #"\n\r"#, #"\u00a0\t"#, #"\u200b"#, #"\ufeff "#])
  func `what cannot be seen is no text`(blank: String) async throws {
    try await TestDistrict().test { client in
      let refused = try await send(client, #"{"channel":"\#(blank)"}"#)
      #expect(refused.status == .badRequest)
      #expect(refused.text.contains("is required"))
      let kept = try await send(
        client, #"{"channel":"web","category":"\#(blank)","external_id":"\#(blank)"}"#)
      #expect(kept.status == .created)
      let report = try kept.object()
      #expect(report["category"] is NSNull? && report["external_id"] is NSNull?)
    }
  }

  @Test func `no number leaves the house`() async throws {
    try await TestDistrict().test { client in
      let sent = try await send(client, Self.manhole)
      let receipt = try #require(try sent.object()["receipt"] as? String)
      #expect(sent.headers[.location] == "/v1/reports/\(receipt)" && receipt.count == 26)
      let list = try await client.execute(uri: "/v1/reports", method: .get)
      for answer in [try sent.object(), (try list.object()["reports"] as? [[String: Any]])?[0]] {
        #expect(answer?["id"] == nil && answer?["receipt"] as? String == receipt)
      }
      let lower = try await client.execute(
        uri: "/v1/reports/\(receipt.lowercased())", method: .get)
      #expect(lower.text == sent.text)
    }
  }

  @Test func `positions out of range and exchanged ones are refused by field`() async throws {
    try await TestDistrict().test { client in
      for (position, fields, words) in [
        (#""longitude":120.015,"latitude":91"#, ["latitude"], "degrees from -90 to 90"),
        (#""longitude":30.015,"latitude":120.005"#, ["longitude, latitude"], "exchanged"),
        (#""longitude":541,"latitude":-90.01"#, ["longitude", "latitude"], "is 541,"),
        (#""longitude":1e999,"latitude":30"#, ["longitude"], "not a finite number"),
      ] {
        let response = try await send(client, #"{"channel":"app",\#(position)}"#)
        #expect(response.status == .badRequest)
        let errors = try response.object()["errors"] as? [[String: Any]] ?? []
        #expect(errors.compactMap { $0["field"] as? String } == fields)
        #expect(response.text.contains(words), "\(response.text)")
      }
    }
  }

  @Test func `the digits of a position come back as they were sent`() async throws {
    try await TestDistrict().test { client in
      let answer = try await send(
        client, #"{"channel":"app","longitude":120.01500,"latitude":3.0005E1,"crs":"wgs84"}"#
      ).object()
      let given = answer["given"] as? [String: Any]
      #expect(given?["longitude"] as? String == "120.01500")
      #expect(given?["latitude"] as? String == "3.0005E1")
      #expect(given?["crs"] as? String == "wgs84")
    }
  }

  @Test func `times of RFC 3339 are taken as it writes them`() async throws {
    try await TestDistrict().test { client in
      for time in ["2026-01-31t08:30:00z", "2016-12-31T23:59:60Z", "2017-01-01T07:59:60+08:00"] {
        let answer = try await send(client, #"{"channel":"app","reported_at":"\#(time)"}"#)
        #expect(answer.status == .created)
        #expect(try answer.object()["reported_at"] as? String == time)
      }
      let noon = try await send(
        client, #"{"channel":"app","reported_at":"2026-01-31T12:00:60Z"}"#)
      #expect(noon.status == .badRequest)
    }
  }

  @Test(arguments: ["\u{20000}", #"\ud840\udc00"#])
  func `ten thousand characters fit, however they are written`(character: String) async throws {
    try await TestDistrict().test { client in
      for (count, status) in [(10_000, HTTPResponse.Status.created), (10_001, .badRequest)] {
        let text = String(repeating: character, count: count)
        let response = try await send(client, #"{"channel":"app","description":"\#(text)"}"#)
        #expect(response.status == status)
      }
    }
  }

  @Test(arguments: [
    "/v1/reports?", "/v1/places?of=incident&", "/v1/hotspots?of=incident&",
  ])
  func `a day that ends before it begins is a wrong question`(path: String) async throws {
    let test = try TestDistrict()
    try test.importIncidents()
    try await test.test { client in
      let response = try await client.execute(
        uri: path + "from=2026-02-02&to=2026-02-01", method: .get)
      #expect(response.status == .badRequest)
      let errors = try response.object()["errors"] as? [[String: Any]]
      #expect(errors?.compactMap { $0["field"] as? String } == ["to"])
      let day = try await client.execute(
        uri: path + "from=2026-02-01&to=2026-02-01", method: .get)
      #expect(day.status == .ok)
    }
  }

  @Test func `a body that is no JSON is refused with the place`() async throws {
    try await TestDistrict().test { client in
      for (body, words) in [
        (#"{"channel":"app",}"#, "byte 17"), (#"{"channel":"app"} x"#, "byte 18"),
        ("{\"channel\":\"a\nb\"}", "byte 13"), (#"{"channel":"\u0000"}"#, "NUL"),
      ] {
        let response = try await send(client, body)
        #expect(try response.problemCode() == "bad_body")
        #expect(response.text.contains(words), "\(response.text)")
      }
      let twice = try await send(client, #"{"channel":"app","channel":"web"}"#)
      #expect(twice.status == .badRequest && twice.text.contains("twice"))
      let latin = ByteBuffer(bytes: Array(#"{"channel":""#.utf8) + [0xE9] + Array(#""}"#.utf8))
      let response = try await client.execute(
        uri: "/v1/reports", method: .post, headers: [.contentType: "application/json"], body: latin)
      #expect(try response.problemCode() == "bad_body")
      #expect(response.text.contains("byte 12 of the body is not UTF-8"))
    }
  }

  @Test func `an attachment is given out to be saved, never to be shown`() async throws {
    try await TestDistrict().test { client in
      let content = Data([0xFF, 0xD8, 0xFF]) + Data("<script>alert(1)</script>".utf8)
      let file =
        #"{"name":"井盖 \"1\".jpg","media_type":"image/jpeg","content":"\#(content.base64EncodedString())"}"#
      let sent = try await send(client, #"{"channel":"app","attachments":[\#(file)]}"#)
      #expect(sent.status == .created, "\(sent.text)")
      let location = try #require(sent.headers[.location])
      let answer = try await client.execute(uri: location + "/attachments/1", method: .get)
      #expect(Data(answer.body.readableBytesView) == content)
      #expect(answer.headers[.contentType] == "image/jpeg")
      #expect(answer.headers[.xContentTypeOptions] == "nosniff")
      #expect(answer.headers[.cacheControl] == "private, no-store")
      #expect(
        answer.headers[.contentDisposition]
          == "attachment; filename=\"__ _1_.jpg\"; filename*=UTF-8''%E4%BA%95%E7%9B%96%20%221%22.jpg"
      )
      for (path, status) in [
        ("2", HTTPResponse.Status.notFound), ("99999999999999999999", .notFound),
        ("0", .badRequest),
        ("+1", .badRequest), ("x", .badRequest),
      ] {
        let other = try await client.execute(uri: location + "/attachments/\(path)", method: .get)
        #expect(other.status == status)
      }
    }
  }

  @Test func `what is wrong with an attachment is said by its number`() async throws {
    try await TestDistrict().test { client in
      for (files, field) in [
        (#"{"media_type":"text/html","content":"PGI+"}"#, "attachments[1]"),
        (#"{"media_type":"image/png","content":"/9j/"}"#, "attachments[1]"),
        (#"{"media_type":"image/jpeg","content":"/9j/\n"}"#, "attachments[1].content"),
        (#"{"media_type":"image/jpeg"}"#, "attachments[1].content"),
        (#"{"content":"/9j/"}"#, "attachments[1].media_type"),
        (#"{"media_type":"image/jpeg","content":"/9j/","path":"x"}"#, "attachments[1].path"),
        ("7", "attachments[1]"),
      ] {
        let response = try await send(client, #"{"channel":"app","attachments":[\#(files)]}"#)
        #expect(response.status == .badRequest)
        let errors = try response.object()["errors"] as? [[String: Any]]
        #expect(errors?.compactMap { $0["field"] as? String } == [field], "\(response.text)")
      }
      let many = Array(repeating: #"{"media_type":"image/jpeg","content":"/9j/"}"#, count: 7)
      let response = try await send(
        client, #"{"channel":"app","attachments":[\#(many.joined(separator: ","))]}"#)
      #expect(response.status == .badRequest && response.text.contains("at most 6"))
      let list = try await client.execute(uri: "/v1/reports", method: .get).object()
      #expect((list["reports"] as? [Any])?.isEmpty == true)
    }
  }

  @Test func `address and contact are in no answer`() async throws {
    try await TestDistrict().test { client in
      let body = #"{"channel":"app","address":"秘密路 7 号","contact":"13800000000"}"#
      let sent = try await send(client, body, key: "p")
      let again = try await send(client, body, key: "p")
      let other = try await send(
        client, body.replacing("13800000000", with: "13800000001"), key: "p")
      let long = try await send(
        client, body.replacing("13800000000", with: String(repeating: "13800000000", count: 20)))
      #expect(sent.status == .created && again.text == sent.text && other.status == .conflict)
      #expect(long.status == .badRequest)
      let list = try await client.execute(uri: "/v1/reports", method: .get)
      for answer in [sent, other, long, list] {
        #expect(!answer.text.contains("秘密") && !answer.text.contains("138000"))
      }
    }
  }

  @Test func `the figures have what waits and how many share a transaction`() async throws {
    try await TestDistrict().test { client in
      for _ in 1...3 { _ = try await send(client, Self.manhole) }
      let text = try await client.execute(uri: "/metrics", method: .get).text
      #expect(text.contains("gewu_report_queue 0\n"))
      #expect(text.contains("gewu_report_batch_size_bucket{le=\"256\"} 3\n"))
      #expect(text.contains("gewu_report_batch_size_sum 3\n"))
      #expect(text.contains("gewu_report_write_seconds_count 3\n"))
    }
  }
}
