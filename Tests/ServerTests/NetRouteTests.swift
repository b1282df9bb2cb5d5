import Foundation
import Geometry
import Gewu
import HTTPTypes
import Hummingbird
import Testing

@testable import Server

@Suite struct `Look-ups in several nets over HTTP` {
  /// The nine grids, and two police beats: one over the western half of the ground, and one that
  /// reaches further east.
  private func district() throws -> TestDistrict {
    let test = try TestDistrict()
    try test.district.addNet("police", levels: ["beat"])
    try test.district.addNet("学区", levels: ["school"])
    let file = test.folder.appending(path: "beats.geojson")
    let features = [("P1", 120.0, 120.02), ("P2", 120.02, 120.1)].map { code, west, east in
      """
      {"type":"Feature","properties":{"code":"\(code)"},"geometry":{"type":"Polygon",\
      "coordinates":[[[\(west),30],[\(east),30],[\(east),30.03],[\(west),30.03],[\(west),30]]]}}
      """
    }
    try #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
      .write(to: file, atomically: true, encoding: .utf8)
    var request = GridLoadRequest(
      file: file.path, level: "beat", codeField: "code", activates: true)
    request.net = "police"
    _ = try test.district.loadGrids(request)
    return test
  }

  @Test func `nets adds their answers to that of the base net, which stays as it is`() async throws
  {
    try await district().test { client in
      let plain = try await client.execute(uri: "/v1/locate?lon=120.015&lat=30.005", method: .get)
      for nets in ["police", "all"] {
        let response = try await client.execute(
          uri: "/v1/locate?lon=120.015&lat=30.005&nets=\(nets)", method: .get)
        var answer = try response.object()
        let beats = try #require(answer["nets"] as? [String: [String: Any]])
        #expect(beats.keys.sorted() == ["police"])
        #expect((beats["police"]?["grid"] as? [String: Any])?["code"] as? String == "P1")
        #expect(beats["police"]?["generation"] as? Int == 2)
        answer["nets"] = nil
        #expect(NSDictionary(dictionary: answer) == NSDictionary(dictionary: try plain.object()))
      }
    }
  }

  @Test func `the answer equals that of the district, inside of one and outside of another`()
    async throws
  {
    let test = try district()
    try await test.test { client in
      for (lon, lat) in [(120.05, 30.01), (120.02, 30.005), (121.0, 30.0)] {
        let response = try await client.execute(
          uri: "/v1/locate?lon=\(lon)&lat=\(lat)&nets=all", method: .get)
        let answer = try JSONDecoder().decode(LocateAnswer.self, from: Data(response.text.utf8))
        let expected = try test.district.locate(
          Coordinate(longitude: lon, latitude: lat), nets: .all)
        #expect(answer == expected)
      }
    }
  }

  @Test func `net answers from that net alone, also for a batch`() async throws {
    try await district().test { client in
      let one = try await client.execute(
        uri: "/v1/locate?lon=120.05&lat=30.005&net=police", method: .get)
      #expect((try one.object()["grid"] as? [String: Any])?["code"] as? String == "P2")
      let batch = try await client.execute(
        uri: "/v1/locate?net=police", method: .post, headers: [.contentType: "application/json"],
        body: ByteBuffer(string: "[[120.05,30.005],[0,0]]"))
      #expect(
        batch.text
          == #"[{"status":"inside","code":"P2"},{"status":"outside","code":null}]"#)
      #expect(batch.headers[.gewuGeneration] == "2")
    }
  }

  @Test func `a batch carries the nets in each of its forms`() async throws {
    try await district().test { client in
      func post(_ type: String, _ body: String, _ nets: String = "police") async throws
        -> TestResponse
      {
        try await client.execute(
          uri: "/v1/locate?nets=\(nets)", method: .post, headers: [.contentType: type],
          body: ByteBuffer(string: body))
      }
      let csv = try await post(
        "text/csv", "id,lon,lat\n1,120.015,30.005\n2,120.05,30.005\n3,x,\n4\n")
      #expect(
        csv.text == """
          id,lon,lat,grid_code,grid_status,police_code,police_status
          1,120.015,30.005,g01,inside,P1,inside
          2,120.05,30.005,,outside,P2,inside
          3,x,,,invalid,,invalid
          4,,,,invalid,,invalid

          """)
      #expect(csv.headers[.gewuGeneration] == "1")
      #expect(csv.headers[.gewuNetGenerations] == "police=2")
      let one =
        #"{"status":"border","code":"g02","nets":{"police":{"status":"border","code":"P2"}}}"#
      let json = try await post("application/json", "[[120.02,30.005],[120.02,30.005]]")
      #expect(json.text == "[\(one),\(one)]")
      let lines = try await post("application/x-ndjson", "[120.02,30.005]\n[120.02,30.005]\n")
      #expect(lines.text == "\(one)\n\(one)\n")
      let none = try await post("application/octet-stream", "")
      #expect(none.status == .badRequest)
      #expect(none.text.contains("one number per position; ask for one net with net"))
    }
  }

  @Test func `the nets are listed, and the cells of each with their boundaries`() async throws {
    try await district().test { client in
      let list = try await client.execute(uri: "/v1/nets", method: .get)
      let nets = try #require(try list.object()["nets"] as? [[String: Any]])
      #expect(nets.map { $0["name"] as? String } == ["base", "police", "学区"])
      #expect(nets.map { $0["generation"] as? Int } == [1, 2, nil])

      let levels = try await client.execute(uri: "/v1/levels?net=police", method: .get)
      #expect(levels.text.contains(#""level":"beat""#) && !levels.text.contains("street"))
      let grids = try await client.execute(uri: "/v1/grids?net=police", method: .get)
      #expect(
        (try grids.object()["grids"] as? [[String: Any]])?.map { $0["code"] as? String }
          == ["P1", "P2"])
      let drawn = try await client.execute(
        uri: "/v1/grids?net=police&format=geojson", method: .get)
      #expect((try drawn.object()["features"] as? [Any])?.count == 2)
      for path in ["/v1/grids/P2", "/v1/grids/P2/boundary"] {
        #expect(try await client.execute(uri: path, method: .get).status == .notFound)
        let found = try await client.execute(uri: path + "?net=police", method: .get)
        #expect(found.status == .ok)
      }
    }
  }

  @Test func `a table that has the columns already is refused`() async throws {
    try await district().test { client in
      let response = try await client.execute(
        uri: "/v1/locate?nets=police", method: .post, headers: [.contentType: "text/csv"],
        body: ByteBuffer(string: "lon,lat,police_status\n1,2,3\n"))
      #expect(response.status == .badRequest)
      #expect(response.text.contains("police_status"))
    }
  }

  @Test func `a net that is not there, or has nothing active, is said without a path`() async throws
  {
    let test = try district()
    try await test.test { client in
      for (query, text) in [
        ("net=fire", "there is no net 'fire'"), ("nets=police,fire", "there is no net 'fire'"),
        ("net=%E5%AD%A6%E5%8C%BA", "no generation of the net 学区 is active"),
      ] {
        let response = try await client.execute(
          uri: "/v1/locate?lon=120.015&lat=30.005&\(query)", method: .get)
        #expect(response.status == .notFound)
        #expect(response.text.contains(text), "\(response.text)")
        #expect(!response.text.contains(test.folder.lastPathComponent))
      }
      for query in ["nets=police,", "nets=police&net=police"] {
        let response = try await client.execute(
          uri: "/v1/locate?lon=120.015&lat=30.005&\(query)", method: .get)
        #expect(response.status == .badRequest)
        #expect(try response.object()["errors"] != nil, "\(response.text)")
      }
    }
  }

  @Test func `the tag changes with the generation of any net that answered`() async throws {
    let test = try district()
    try await test.test { client in
      let uri = "/v1/locate?lon=120.015&lat=30.005&nets=all"
      let first = try await client.execute(uri: uri, method: .get)
      let tag = try #require(first.headers[.eTag])
      let held = try await client.execute(uri: uri, method: .get, headers: [.ifNoneMatch: tag])
      #expect(held.status == .notModified)

      var request = GridLoadRequest(
        file: test.folder.appending(path: "grids.geojson").path, level: "school",
        codeField: "code", activates: true)
      request.net = "学区"
      _ = try test.district.loadGrids(request)

      let next = try await client.execute(uri: uri, method: .get, headers: [.ifNoneMatch: tag])
      #expect(next.status == .ok)
      let nets = try #require(try next.object()["nets"] as? [String: Any])
      #expect(nets.keys.sorted() == ["police", "学区"].sorted())
      let csv = try await client.execute(
        uri: "/v1/locate?nets=all", method: .post, headers: [.contentType: "text/csv"],
        body: ByteBuffer(string: "lon,lat\n"))
      #expect(csv.headers[.gewuNetGenerations] == "police=2, %E5%AD%A6%E5%8C%BA=3")
      #expect(
        csv.text == "lon,lat,grid_code,grid_status,police_code,police_status,学区_code,学区_status\n")
    }
  }
}
