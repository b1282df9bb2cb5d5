import Foundation
import Gewu
import HTTPTypes
import Testing

@testable import Server

@Suite struct `Grids over HTTP` {
  private static let geoJSON: HTTPFields = [.accept: "application/geo+json"]

  @Test func `levels are listed top first with their cells`() async throws {
    try await TestDistrict().test { client in
      let answer = try await client.execute(uri: "/v1/levels", method: .get).object()
      let levels = try #require(answer["levels"] as? [[String: Any]])
      #expect(levels.map { $0["level"] as? String } == ["street", "grid"])
      #expect(levels.map { $0["cells"] as? Int } == [3, 9])
    }
  }

  @Test func `cells are listed by level and box`() async throws {
    try await TestDistrict().test { client in
      for (query, count) in [
        ("", 12), ("?level=grid", 9), ("?level=street", 3),
        ("?level=grid&bbox=120.001,30.001,120.002,30.002", 1), ("?bbox=0,0,1,1", 0),
      ] {
        let response = try await client.execute(uri: "/v1/grids\(query)", method: .get)
        #expect((try response.object()["grids"] as? [Any])?.count == count, "\(query)")
      }
    }
  }

  @Test func `GeoJSON has the boundaries of one level`() async throws {
    try await TestDistrict().test { client in
      for (uri, count) in [("/v1/grids?level=street", 3), ("/v1/grids", 9)] {
        let response = try await client.execute(uri: uri, method: .get, headers: Self.geoJSON)
        #expect(response.headers[.contentType] == "application/geo+json")
        let features = try #require(try response.object()["features"] as? [[String: Any]])
        #expect(features.count == count)
        #expect((features[0]["geometry"] as? [String: Any])?["type"] as? String == "Polygon")
      }
      let asked = try await client.execute(uri: "/v1/grids?format=geojson", method: .get)
      #expect(asked.headers[.contentType] == "application/geo+json")
    }
  }

  @Test func `one cell has its path and its boundary`() async throws {
    try await TestDistrict().test { client in
      let detail = try await client.execute(uri: "/v1/grids/g21", method: .get).object()
      #expect((detail["path"] as? [[String: Any]])?.first?["code"] as? String == "s2")
      #expect((detail["grid"] as? [String: Any])?["name"] as? String == "网格 21")
      let geometry = try await client.execute(uri: "/v1/grids/g21/boundary", method: .get)
      #expect(
        geometry.text == #"{"type":"Polygon","coordinates":[[[120.01,30.02],[120.02,30.02],"#
          + "[120.02,30.03],[120.01,30.03],[120.01,30.02]]]}")
      let feature = try await client.execute(
        uri: "/v1/grids/g21/boundary", method: .get, headers: Self.geoJSON)
      #expect(try feature.object()["id"] as? String == "g21")
    }
  }

  @Test func `what does not exist is not found, and a bad box is refused`() async throws {
    try await TestDistrict().test { client in
      for uri in ["/v1/grids/none", "/v1/grids/g21?level=none", "/v1/grids?level=none"] {
        let response = try await client.execute(uri: uri, method: .get)
        #expect(response.status == .notFound, "\(uri)")
        #expect(try response.problemCode() == "not_found")
      }
      let bad = try await client.execute(uri: "/v1/grids?bbox=1,2,0,3", method: .get)
      #expect(try bad.problemCode() == "invalid")
    }
  }

  @Test func `cells of another day are asked with at, and a code that was retired says so`()
    async throws
  {
    let test = try TestDistrict()
    // The grids g00 and g01 become one, and g22 is given up.
    let file = test.folder.appending(path: "next.geojson")
    try TestDistrict.redrawn.write(to: file, atomically: true, encoding: .utf8)
    _ = try test.district.loadGrids(
      GridLoadRequest(
        file: file.path, level: "grid", codeField: "code", parentField: "street", activates: true))
    let generations = try JSONSerialization.jsonObject(
      with: JSONEncoder().encode(test.district.generations()))
    let since = try #require((generations as? [[String: Any]])?.first?["activated_at"] as? String)
    try await test.test { client in
      for (query, count) in [("", 7), ("?at=\(since)", 9)] {
        let uri = "/v1/grids\(query)\(query.isEmpty ? "?" : "&")level=grid"
        let cells = try await client.execute(uri: uri, method: .get).object()
        #expect((cells["grids"] as? [Any])?.count == count)
      }
      let levels = try await client.execute(uri: "/v1/levels?at=\(since)", method: .get).object()
      #expect((levels["levels"] as? [[String: Any]])?.map { $0["cells"] as? Int } == [3, 9])
      let then = try await client.execute(uri: "/v1/grids/g01?at=\(since)", method: .get)
      #expect(try then.object()["generation"] as? Int == 1)
      let line = try await client.execute(uri: "/v1/grids/g01/boundary?at=\(since)", method: .get)
      #expect(line.status == .ok)
      let early = try await client.execute(uri: "/v1/grids?at=2001-01-01", method: .get)
      #expect(early.status == .notFound)
      let odd = try await client.execute(uri: "/v1/grids/g01?at=x", method: .get)
      #expect(try odd.problemCode() == "invalid")

      for uri in ["/v1/grids/g01", "/v1/grids/g01/boundary"] {
        let gone = try await client.execute(uri: uri, method: .get)
        #expect(gone.status == .notFound)
        #expect(try gone.problemCode() == "not_found")
        let retired = try #require(try gone.object()["retired"] as? [String: Any])
        #expect(retired["level"] as? String == "grid" && retired["generation"] as? Int == 1)
        #expect((retired["until"] as? String)?.hasSuffix("Z") == true)
        let now = try #require(retired["now"] as? [[String: Any]])
        #expect(now.map { $0["code"] as? String } == ["g0w"])
      }
      let never = try await client.execute(uri: "/v1/grids/none", method: .get)
      #expect(try never.object()["retired"] == nil)
    }
  }

  @Test func `the tag differs by form, and 304 answers the one that is held`() async throws {
    try await TestDistrict().test { client in
      let json = try await client.execute(uri: "/v1/grids", method: .get)
      let geo = try await client.execute(uri: "/v1/grids", method: .get, headers: Self.geoJSON)
      let tag = try #require(json.headers[.eTag])
      #expect(tag != geo.headers[.eTag])
      let held = try await client.execute(
        uri: "/v1/grids", method: .get, headers: [.ifNoneMatch: tag])
      #expect(held.status == .notModified)
    }
  }
}
