import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import Server

@Suite struct `Lines and areas over HTTP` {
  /// Three roads, 0.01 degrees long, 0.01 degrees above each other.
  private static func roads() throws -> TestDistrict {
    let test = try TestDistrict()
    try test.importFeatures(
      (0..<3).map { TestDistrict.line(120, 30 + Double($0) / 100, 120.01, 30 + Double($0) / 100) },
      as: "road", type: "line")
    return test
  }

  private static func numbers(_ response: TestResponse) throws -> [Int] {
    try #require(try response.object()["features"] as? [[String: Any]])
      .compactMap { $0["id"] as? Int }
  }

  @Test func `a feature has its shape and what it is, and nothing of persons`() async throws {
    try await Self.roads().test { client in
      let response = try await client.execute(
        uri: "/v1/features?of=road&bbox=119.9,29.99,120.1,30.001", method: .get)
      #expect(response.status == .ok)
      #expect(response.headers[.contentType] == "application/geo+json")
      #expect(
        response.text == #"{"type":"FeatureCollection","complete":true,"features":["# + "\n"
          + #"{"type":"Feature","id":1,"properties":{"code":"f0","name":"路 0","class":"main","#
          + #""lanes":1,"lit":true},"geometry":{"type":"LineString","coordinates":"#
          + "[[120,30],[120.01,30]]}}\n]}\n")
    }
  }

  @Test func `an area is a polygon, and one of two parts is two`() async throws {
    let test = try TestDistrict()
    let ring = "[[120,30],[120.01,30],[120.01,30.01],[120,30]]"
    let other = "[[121,30],[121.01,30],[121.01,30.01],[121,30]]"
    try test.importFeatures(
      [
        #"{"type":"Polygon","coordinates":[\#(ring)]}"#,
        #"{"type":"MultiPolygon","coordinates":[[\#(ring)],[\#(other)]]}"#,
      ], as: "lake", type: "polygon", sensitivity: 2)
    try await test.test { client in
      let both = try await client.execute(
        uri: "/v1/features?of=lake&bbox=119,29,122,31", method: .get)
      #expect(both.text.contains(#"{"type":"Polygon","coordinates":[\#(ring)]}"#))
      #expect(
        both.text.contains(#"{"type":"MultiPolygon","coordinates":[[\#(ring)],[\#(other)]]}"#))
      let east = try await client.execute(
        uri: "/v1/features?of=lake&bbox=120.9,29,122,31", method: .get)
      #expect(try Self.numbers(east) == [2])
    }
  }

  @Test(arguments: [
    ("120.01,30,121,31", [1, 2, 3]), ("120.0100001,30,121,31", []), ("119,29,120,30", [1]),
    ("120.005,30.01,120.005,30.01", [2]), ("480.005,30.01,480.006,30.02", [2, 3]),
    ("-180,-90,180,90", [1, 2, 3]), ("119,30.0000001,121,30.0099999", []),
  ]) func `borders belong to the box`(bbox: String, expected: [Int]) async throws {
    try await Self.roads().test { client in
      let response = try await client.execute(
        uri: "/v1/features?of=road&bbox=\(bbox)", method: .get)
      #expect(try Self.numbers(response) == expected)
    }
  }

  @Test func `what is cut goes on where the answer says`() async throws {
    try await Self.roads().test { client in
      let path = "/v1/features?of=road&bbox=119,29,121,31&limit=2"
      let first = try await client.execute(uri: path, method: .get)
      #expect(first.text.hasPrefix(#"{"type":"FeatureCollection","complete":false,"next":2,"#))
      #expect(try Self.numbers(first) == [1, 2])
      let rest = try await client.execute(uri: "\(path)&after=2", method: .get)
      #expect(rest.text.hasPrefix(#"{"type":"FeatureCollection","complete":true,"features""#))
      #expect(try Self.numbers(rest) == [3])
      let full = try await client.execute(uri: "\(path)&after=1", method: .get)
      #expect(try full.object()["complete"] as? Bool == true)
      #expect(try Self.numbers(full) == [2, 3])
    }
  }

  @Test func `a window and a line across the antimeridian are cut there`() async throws {
    // Without cells no position is too far away.
    let test = try TestDistrict(isLoaded: false)
    try test.importFeatures(
      [
        TestDistrict.line(179.5, 10, -179.5, 11), TestDistrict.line(-179.2, 10, -179.1, 10),
        TestDistrict.line(0, 10, 1, 10),
      ], as: "road", type: "line")
    try await test.test { client in
      for (bbox, expected) in [
        ("179,9,-179.4,12", [1]), ("179,9,-179,12", [1, 2]), ("179,9,180,10.2", [1]),
        ("179,9,181,12", [1, 2]), ("-1,9,2,12", [3]), ("20,9,30,12", []),
        ("-180,10.6,-179.6,12", [1]), ("-180,9,-179.6,10.2", [1]),
        ("-179.9,9,-179.6,10.2", []),
      ] {
        let response = try await client.execute(
          uri: "/v1/features?of=road&bbox=\(bbox)", method: .get)
        #expect(try Self.numbers(response) == expected, "\(bbox)")
      }
      let crossing = try await client.execute(
        uri: "/v1/features?of=road&bbox=179,9,-179.4,12", method: .get)
      #expect(
        crossing.text.contains(
          #"{"type":"MultiLineString","coordinates":[[[179.5,10],[180,10.5]],"#
            + "[[-180,10.5],[-179.5,11]]]}"))
    }
  }

  @Test func `positions within the distance of a line are left out`() async throws {
    let test = try TestDistrict()
    try test.importFeatures(
      [#"{"type":"LineString","coordinates":[[120,30],[120.005,30.0001],[120.01,30]]}"#],
      as: "road", type: "line")
    try await test.test { client in
      for (metres, positions) in [(0, 3), (10, 3), (12, 2)] {
        let response = try await client.execute(
          uri: "/v1/features?of=road&bbox=119,29,121,31&simplify=\(metres)", method: .get)
        let features = try response.object()["features"] as? [[String: Any]]
        let geometry = features?.first?["geometry"] as? [String: Any]
        #expect((geometry?["coordinates"] as? [Any])?.count == positions, "\(metres)")
      }
    }
  }

  @Test func `a long answer comes in blocks, and HEAD knows its length`() async throws {
    let test = try TestDistrict()
    try test.importFeatures(
      (0..<1200).map { TestDistrict.line(120, 30 + Double($0) / 1e4, 120.01, 30) }, as: "road",
      type: "line")
    try await test.test { client in
      let path = "/v1/features?of=road&bbox=119,29,121,31"
      let whole = try await client.execute(uri: path, method: .get)
      #expect(try Self.numbers(whole) == Array(1...1200))
      #expect(whole.text.hasSuffix("}\n]}\n"))
      let head = try await client.execute(uri: path, method: .head)
      #expect(head.headers[.contentLength] == "\(whole.body.readableBytes)")
    }
  }

  @Test func `a held answer holds until the data set has another batch`() async throws {
    let test = try Self.roads()
    try await test.test { client in
      let path = "/v1/features?of=road&bbox=119,29,121,31"
      let first = try await client.execute(uri: path, method: .get)
      let tag = try #require(first.headers[.eTag])
      let held = try await client.execute(uri: path, method: .get, headers: [.ifNoneMatch: tag])
      #expect(held.status == .notModified)
      try test.importFeatures([TestDistrict.line(120, 30, 120.01, 30)], as: "lane", type: "line")
      let other = try await client.execute(uri: path, method: .get, headers: [.ifNoneMatch: tag])
      #expect(other.status == .notModified, "another data set's batch")
      try test.importFeatures(
        (0..<3).map { TestDistrict.line(120, 30 + Double($0) / 50, 120.01, 30) }, as: "road",
        type: "line")
      let after = try await client.execute(uri: path, method: .get, headers: [.ifNoneMatch: tag])
      #expect(after.status == .ok)
      #expect(after.headers[.eTag] != tag)
      #expect(try Self.numbers(after).count == 3)
    }
  }

  @Test(arguments: [
    (
      "of=house&bbox=119,29,121,31", 403, "withheld",
      "the data set 'house' is of sensitivity level 3: single rows are shown of levels 1 and 2 only; "
        + "count its rows by cell instead",
      "数据资源“house”的敏感级别为 3：只有 1 级和 2 级数据资源的单行可以显示；请改为按单元统计其行数"
    ),
    (
      "of=plot&bbox=119,29,121,31", 403, "withheld",
      "nobody has said how sensitive the data set 'plot' is, so that single rows are not shown; "
        + "put `sensitivity: 1` or 2 into its manifest if they may be, and import it again",
      "尚未说明数据资源“plot”的敏感级别，因此不显示其单行；若可以显示，请在清单中写明 sensitivity: 1 或 2，并重新导入"
    ),
    (
      "of=incident&bbox=119,29,121,31", 400, "invalid",
      "the rows of the data set 'incident' have neither lines nor areas; /v1/places has the positions "
        + "of its rows", "数据资源“incident”的各行既无线也无面；其各行的位置请用 /v1/places 查询"
    ),
    (
      "of=rode&bbox=119,29,121,31", 404, "not_found",
      "there is no data set 'rode'; those imported are house, incident, plot, road; see /v1/datasets",
      "没有数据资源“rode”；已导入的有：house、incident、plot、road；请查看 /v1/datasets"
    ),
    ("of=road", 400, "invalid", "bbox is required", "bbox：必填"),
    (
      "of=road&bbox=2,1,1", 400, "invalid",
      "bbox must be west,south,east,north in degrees, west at most east but across 180",
      "bbox：须依次为西、南、东、北，以逗号分隔（度）；除跨越 180° 外，西不大于东"
    ),
    (
      "of=road&bbox=1,1,2,2&limit=20001", 400, "invalid",
      "limit must be a whole number from 1 to 20000", "limit：必须是 1 到 20000 之间的整数"
    ),
    (
      "of=road&bbox=1,1,2,2&simplify=-1", 400, "invalid",
      "simplify must be a whole number from 0 to 10000", "simplify：必须是 0 到 10000 之间的整数"
    ),
  ]) func `what is refused says why, in both languages`(
    query: String, status: Int, code: String, english: String, chinese: String
  ) async throws {
    let test = try Self.roads()
    let ring = "[[120,30],[120.01,30],[120.01,30.01],[120,30]]"
    let area = #"{"type":"Polygon","coordinates":[\#(ring)]}"#
    try test.importFeatures([area], as: "house", type: "polygon", sensitivity: 3)
    try test.importFeatures([area], as: "plot", type: "polygon", sensitivity: nil)
    try test.importIncidents()
    try await test.test { client in
      let response = try await client.execute(uri: "/v1/features?\(query)", method: .get)
      #expect(Int(response.status.code) == status)
      let problem = try response.object()
      #expect(problem["code"] as? String == code)
      #expect((problem["detail"] as? String)?.contains(english) == true, "\(problem)")
      #expect((problem["detail_zh"] as? String)?.contains(chinese) == true, "\(problem)")
    }
  }
}
