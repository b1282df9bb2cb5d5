import Foundation
import HTTPTypes
import Hummingbird
import Testing

@testable import Server

@Suite struct `GET and POST locate` {
  @Test func `hexadecimal digits are no number, a turn too much is`() async throws {
    try await TestDistrict().test { client in
      for uri in ["/v1/locate?lon=0x78&lat=30", "/v1/grids?bbox=0x78,30,0x79,31"] {
        #expect(try await client.execute(uri: uri, method: .get).status == .badRequest, "\(uri)")
      }
      let here = try await client.execute(uri: "/v1/locate?lon=120.015&lat=30.005", method: .get)
      for longitude in ["480.015", "-239.985", "%20120.015", "1.20015e2"] {
        let answer = try await client.execute(
          uri: "/v1/locate?lon=\(longitude)&lat=30.005", method: .get)
        #expect(try answer.object()["status"] as? String == "inside", "\(longitude)")
        #expect(try answer.object()["grid"] != nil && here.status == .ok)
      }
    }
  }

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

  @Test
  func `a datum that nobody knows is refused, unless its parameters or an accuracy are given`()
    async throws
  {
    try await TestDistrict().test { client in
      let uri = "/v1/locate?lon=120.015&lat=30.005&crs=EPSG:4610"
      let refused = try await client.execute(uri: uri, method: .get)
      #expect(refused.status == .unprocessableContent)
      #expect(try refused.object()["code"] as? String == "refused")
      for known in ["%20towgs84=0,0,0", "+%2Btowgs84=0,0,0", "+accuracy=100"] {
        let answer = try await client.execute(uri: uri + known, method: .get)
        #expect((try answer.object()["grid"] as? [String: Any])?["code"] as? String == "g01")
      }
      for wrong in ["+towgs84=1", "+nadgrids=/etc/hostname", "+accuracy=-1"] {
        let answer = try await client.execute(uri: uri + wrong, method: .get)
        #expect(answer.status == .badRequest, "\(wrong)")
      }
    }
  }

  @Test func `at takes a day or a moment, as the command does`() async throws {
    let test = try TestDistrict()
    let moment = Date.now.addingTimeInterval(60).ISO8601Format()
    try await test.test { client in
      let uri = "/v1/locate?lon=120.015&lat=30.005&at="
      let then = try await client.execute(uri: uri + moment, method: .get)
      #expect(try then.object()["generation"] as? Int == 1)
      for late in ["2100-01-01", "2100-01-01T08:00:00+08:00", "2100-01-01T08:00:00%2B08:00"] {
        let answer = try await client.execute(uri: uri + late, method: .get)
        #expect(answer.status == .ok, "\(late)")
      }
      let early = try await client.execute(uri: uri + "2000-01-01T00:00:00Z", method: .get)
      #expect(early.status == .notFound)
      for wrong in ["2026-02-30", "2026-01-01T25:00:00Z", "2026-01-01T08:00"] {
        let answer = try await client.execute(uri: uri + wrong, method: .get)
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("neither a date like 2026-01-31 nor a moment"))
      }
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

  @Test func `a batch of another form is refused`() async throws {
    try await TestDistrict().test { client in
      let unknown = try await client.execute(
        uri: "/v1/locate", method: .post, headers: [.contentType: "text/plain"],
        body: ByteBuffer(string: "x"))
      #expect(unknown.status == .unsupportedMediaType)
      #expect(try unknown.problemCode() == "unsupported_media_type")
    }
  }

  @Test func `a fault in a batch is a problem that names the place`() async throws {
    try await TestDistrict().test { client in
      let response = try await client.execute(
        uri: "/v1/locate", method: .post, headers: [.contentType: "text/csv"],
        body: ByteBuffer(string: "a,b\n1,2\n"))
      #expect(response.status == .badRequest)
      #expect(try response.problemCode() == "bad_body")
      #expect(
        response.text.contains(
          "no column of the header is the longitude; the first line has 2 fields"))
    }
  }

  @Test func `a long answer is streamed, and is whole`() async throws {
    try await TestDistrict().test { client in
      let rows = 300_000
      let body = "lon,lat\n" + String(repeating: "120.015,30.005\n", count: rows)
      let response = try await client.execute(
        uri: "/v1/locate", method: .post, headers: [.contentType: "text/csv"],
        body: ByteBuffer(string: body))
      #expect(response.status == .ok)
      let line = "120.015,30.005,g01,inside\n"
      #expect(
        response.text
          == "lon,lat,grid_code,grid_status\n" + String(repeating: line, count: rows))
    }
  }

  @Test func `the boundary comes with the answer where it is asked for`() async throws {
    try await TestDistrict().test { client in
      let uri = "/v1/locate?lon=120.015&lat=30.005"
      let response = try await client.execute(uri: "\(uri)&boundary=true", method: .get)
      let answer = try response.object()
      let boundary = try #require(answer["boundary"] as? [String: Any])
      #expect(boundary["type"] as? String == "Polygon")
      let alone = try await client.execute(uri: "/v1/grids/g01/boundary", method: .get)
      #expect(response.text.contains(alone.text))
      let outside = try await client.execute(
        uri: "/v1/locate?lon=1&lat=1&boundary=true", method: .get)
      #expect(try outside.object()["boundary"] is NSNull)
    }
  }

  @Test func `the grids within a radius are named, the nearest first`() async throws {
    try await TestDistrict().test { client in
      // 0.001° from the western border of g01 (96.3 m) and 0.002° from its southern one.
      let response = try await client.execute(
        uri: "/v1/locate?lon=120.011&lat=30.008&radius=250", method: .get)
      let near = try #require(try response.object()["within"] as? [[String: Any]])
      #expect(near.map { $0["code"] as? String } == ["g01", "g00", "g11", "g10"])
      let distances = near.compactMap { $0["distance"] as? Double }
      #expect(distances.first == 0)
      #expect(abs(distances[1] - 96.3) < 0.2 && abs(distances[2] - 222.39) < 0.2)
      #expect(abs(distances[3] - 242.3) < 0.3)
      let none = try await client.execute(
        uri: "/v1/locate?lon=121&lat=30.008&radius=1000", method: .get)
      #expect((try none.object()["within"] as? [Any])?.isEmpty == true)
      let wrong = try await client.execute(
        uri: "/v1/locate?lon=121&lat=30.008&radius=0", method: .get)
      #expect(wrong.status == .badRequest)
      #expect(wrong.text.contains("radius must be a whole number from 1 to 50000"))
    }
  }

  @Test func `the answer is a feature for those who accept GeoJSON`() async throws {
    try await TestDistrict().test { client in
      let uri = "/v1/locate?lon=120.015&lat=30.005"
      let response = try await client.execute(
        uri: uri, method: .get, headers: [.accept: "application/geo+json"])
      #expect(response.headers[.contentType] == "application/geo+json")
      let feature = try response.object()
      #expect(feature["type"] as? String == "Feature")
      #expect(feature["id"] as? String == "g01")
      #expect((feature["properties"] as? [String: Any])?["status"] as? String == "inside")
      #expect((feature["geometry"] as? [String: Any])?["type"] as? String == "Polygon")
      let tag = try #require(response.headers[.eTag])
      let again = try await client.execute(
        uri: uri, method: .get, headers: [.accept: "application/geo+json", .ifNoneMatch: tag])
      #expect(again.status == .notModified)
      let outside = try await client.execute(
        uri: "/v1/locate?lon=1&lat=1&format=geojson", method: .get)
      #expect(try outside.object()["geometry"] is NSNull)
    }
  }
}
