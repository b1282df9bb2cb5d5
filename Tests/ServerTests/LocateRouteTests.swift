import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Server

@Suite struct `GET and POST locate` {
  @Test func `a position inside has its grid, its path and the generation`() async throws {
    try await TestDistrict().test { client in
      let response = try await client.execute(
        uri: "/v1/locate?lon=120.015&lat=30.005", method: .get)
      #expect(response.status == .ok)
      #expect(response.headers[.contentType] == "application/json")
      let answer = try response.object()
      #expect(answer["status"] as? String == "inside")
      #expect((answer["grid"] as? [String: Any])?["code"] as? String == "g01")
      let path = try #require(answer["path"] as? [[String: Any]])
      #expect(path.map { $0["code"] as? String } == ["s0", "g01"])
      #expect(answer["generation"] as? Int == 1)
      #expect((answer["posts"] as? [Any])?.isEmpty == true)
    }
  }

  @Test func `the same answer has the same bytes, kept or not`() async throws {
    try await TestDistrict().test { client in
      let first = try await client.execute(uri: "/v1/locate?lon=120.015&lat=30.005", method: .get)
      let again = try await client.execute(uri: "/v1/locate?lon=120.016&lat=30.006", method: .get)
      #expect(first.text == again.text)
    }
  }

  @Test func `a position outside is an answer with the nearest grid`() async throws {
    try await TestDistrict().test { client in
      let response = try await client.execute(uri: "/v1/locate?lon=121&lat=30.015", method: .get)
      #expect(response.status == .ok)
      let answer = try response.object()
      #expect(answer["status"] as? String == "outside")
      #expect(answer["grid"] is NSNull)
      let nearest = try #require(answer["nearest"] as? [String: Any])
      #expect(nearest["code"] as? String == "g12")
      #expect((nearest["distance"] as? Double ?? 0) > 90_000)
    }
  }

  @Test func `a shared corner is the border of one grid, and not a number is invalid`() async throws
  {
    try await TestDistrict().test { client in
      let border = try await client.execute(uri: "/v1/locate?lon=120.01&lat=30.01", method: .get)
      #expect(try border.object()["status"] as? String == "border")
      let invalid = try await client.execute(uri: "/v1/locate?lon=nan&lat=0", method: .get)
      #expect(invalid.status == .ok)
      #expect(try invalid.object()["status"] as? String == "invalid")
    }
  }

  @Test func `a malformed question names every wrong field`() async throws {
    try await TestDistrict().test { client in
      for (query, fields) in [
        ("", ["lat", "lon"]), ("?lon=120", ["lat"]), ("?lon=x&lat=30", ["lon"]),
        ("?lon=120&lat=30&crs=mars", ["crs"]), ("?lon=120&lat=30&at=yesterday", ["at"]),
        ("?lng=120&lat=30", ["lng", "lon"]),
      ] {
        let response = try await client.execute(uri: "/v1/locate\(query)", method: .get)
        #expect(response.status == .badRequest)
        #expect(try response.problemCode() == "invalid")
        let errors = try #require(try response.object()["errors"] as? [[String: Any]])
        #expect(errors.compactMap { $0["field"] as? String }.sorted() == fields)
      }
    }
  }

  @Test func `the answer of a tag that still holds is not sent again`() async throws {
    try await TestDistrict().test { client in
      let uri = "/v1/locate?lon=120.015&lat=30.005"
      let tag = try #require(try await client.execute(uri: uri, method: .get).headers[.eTag])
      let again = try await client.execute(uri: uri, method: .get, headers: [.ifNoneMatch: tag])
      #expect(again.status == .notModified)
      #expect(again.body.readableBytes == 0)
    }
  }

  @Test func `a batch comes back in its form and order`() async throws {
    try await TestDistrict().test { client in
      let forms = [
        (
          "application/json", "[[120.015,30.005],[1,1],null]",
          #"[{"status":"inside","code":"g01"},{"status":"outside","code":null},"#
            + #"{"status":"invalid","code":null}]"#
        ),
        (
          "text/csv; charset=utf-8", "id,lon,lat\n1,120.015,30.005\n",
          "id,lon,lat,grid_code,grid_status\n1,120.015,30.005,g01,inside\n"
        ),
        (
          "application/x-ndjson", "{\"lon\":120.015,\"lat\":30.005}\n",
          "{\"status\":\"inside\",\"code\":\"g01\"}\n"
        ),
      ]
      for (type, body, answer) in forms {
        let response = try await client.execute(
          uri: "/v1/locate", method: .post, headers: [.contentType: type],
          body: ByteBuffer(string: body))
        #expect(response.status == .ok)
        #expect(response.text == answer)
        #expect(type.hasPrefix(response.headers[.contentType] ?? "none"))
      }
    }
  }

  @Test func `a batch of another form, or too large, is refused`() async throws {
    try await TestDistrict().test(ServerConfiguration(batchLimit: 20)) { client in
      let unknown = try await client.execute(
        uri: "/v1/locate", method: .post, headers: [.contentType: "text/plain"],
        body: ByteBuffer(string: "x"))
      #expect(unknown.status == .unsupportedMediaType)
      #expect(try unknown.problemCode() == "unsupported_media_type")
      let large = try await client.execute(
        uri: "/v1/locate", method: .post, headers: [.contentType: "application/json"],
        body: ByteBuffer(string: "[[120.015,30.005],[1,1]]"))
      #expect(large.status == .contentTooLarge)
      #expect(try large.problemCode() == "too_large")
    }
  }
}
