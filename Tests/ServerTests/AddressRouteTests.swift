import Foundation
import Datasets
import Gewu
import HTTPTypes
import NIOCore
import Testing

@testable import Server

@Suite struct `Addresses over HTTP` {
  /// Two addresses on a road in grid `g11`.
  private static func street() throws -> TestDistrict {
    let test = try TestDistrict()
    try test.importAddresses([
      "a1,格物市桃宁路5号2幢,120.015,30.015", "a2,格物市桃宁路7号,120.016,30.016",
    ])
    return test
  }

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
  }

  @Test func `a written address is answered with its entry and its grid`() async throws {
    try await Self.street().test { client in
      let response = try await client.execute(
        uri: "/v1/addresses/match?address=\(Self.encoded("桃宁路7号"))", method: .get)
      let answer = try response.object()
      #expect(response.status == .ok)
      #expect(answer["class"] as? String == "A" && answer["level"] as? String == "door")
      #expect((answer["address"] as? [String: Any])?["code"] as? String == "a2")
      #expect((answer["grid"] as? [String: Any])?["code"] as? String == "g11")
    }
  }

  @Test func `several are answered each as alone, in their order`() async throws {
    try await Self.street().test { client in
      let body = #"{"addresses":["桃宁路5号2幢","哪里","桃宁路9号"]}"#
      let response = try await client.execute(
        uri: "/v1/addresses/match", method: .post, headers: [.contentType: "application/json"],
        body: ByteBuffer(string: body))
      let answers = try #require(try response.object()["answers"] as? [[String: Any]])
      #expect(answers.map { $0["class"] as? String } == ["A", "none", "B"])
      #expect(answers.map { $0["level"] as? String } == ["building", "none", "road"])
    }
  }

  @Test(arguments: [
    ("{", "application/json", 400), (#"{"addresses":"a"}"#, "application/json", 400),
    (#"{"addresses":["a"]}"#, "text/csv", 415),
  ])
  func `a body that is no list of texts is refused`(
    body: String, mediaType: String, status: Int
  ) async throws {
    try await Self.street().test { client in
      let response = try await client.execute(
        uri: "/v1/addresses/match", method: .post, headers: [.contentType: mediaType],
        body: ByteBuffer(string: body))
      #expect(response.status.code == status)
    }
  }

  @Test func `a directory of homes is given for a purpose alone`() async throws {
    try await Self.street().test { client in
      let uri = "/v1/addresses?q=\(Self.encoded("桃宁"))"
      let refused = try await client.execute(uri: uri, method: .get)
      let given = try await client.execute(
        uri: uri, method: .get, headers: [.gewuPurpose: "dispatch"])
      #expect(refused.status == .forbidden)
      #expect(try refused.object()["code"] as? String == "withheld")
      #expect(given.headers[.cacheControl] == "private, no-store")
      let found = try #require(try given.object()["addresses"] as? [[String: Any]])
      #expect(found.first?["address"] as? String == "格物市桃宁路")
    }
  }

  @Test(arguments: ["/v1/addresses/match?address=a", "/v1/locate?lon=120&lat=30&address=true"])
  func `without a register there is nothing to be found`(uri: String) async throws {
    try await TestDistrict().test { client in
      let response = try await client.execute(uri: uri, method: .get)
      #expect(response.status == .notFound)
    }
  }

  @Test func `the figures say how many rows wait for their address to be looked up`() async throws {
    let test = try Self.street()
    try test.importVisits(["桃宁路7号", "桃宁路5号2幢", ""])
    try await test.test { client in
      let text = try await client.execute(uri: "/metrics", method: .get).text
      #expect(text.contains(#"gewu_addresses_waiting{dataset="visit"} 2"#))
    }
  }

  @Test func `the figures say how many rows wait for their subjects to be assembled`() async throws
  {
    let test = try TestDistrict()
    try test.importVisits(["桃宁路7号", "桃宁路5号"])
    try test.assembleVisits()
    try await test.test { client in
      let text = try await client.execute(uri: "/metrics", method: .get).text
      #expect(text.contains(#"gewu_subjects_waiting{kind="visit"} 0"#))
    }
    try test.importVisits(["桃宁路7号", "桃宁路6号", "桃宁路8号"])
    try await test.test { client in
      let text = try await client.execute(uri: "/metrics", method: .get).text
      #expect(text.contains(#"gewu_subjects_waiting{kind="visit"} 2"#))
    }
  }

  @Test func `a position is answered with the nearest door`() async throws {
    try await Self.street().test { client in
      let answer = { (query: String) async throws -> [String: Any] in
        try await client.execute(uri: "/v1/locate?\(query)", method: .get).object()
      }
      let near = try await answer("lon=120.0161&lat=30.016&address=true")
      let door = try #require(near["address"] as? [String: Any])
      #expect(door["code"] as? String == "a2" && door["address"] as? String == "格物市桃宁路7号")
      // A ten-thousandth of a degree of longitude at 30° north, on a sphere.
      #expect(abs((door["distance"] as? Double ?? 0) - 9.63) < 0.01)
      #expect((near["grid"] as? [String: Any])?["code"] as? String == "g11")
      #expect(try await answer("lon=120.016&lat=30.02&address=true")["address"] is [String: Any])
      #expect(try await answer("lon=120.016&lat=30.0206&address=true")["address"] is NSNull)
      #expect(try await answer("lon=120.0161&lat=30.016")["address"] == nil)
      // Outside the district doors are near, too.
      let outside = try await answer("lon=119.9999&lat=30.016&address=true")
      #expect(outside["status"] as? String == "outside")
      #expect(outside.keys.contains("address"))
    }
  }
}

extension TestDistrict {
  /// Imports visits at written addresses.
  fileprivate func importVisits(_ places: [String]) throws {
    let url = folder.appending(path: "visit.csv")
    let rows = places.enumerated().map { "\($0),\($1)\n" }.joined()
    try ("number,place\n" + rows).write(to: url, atomically: true, encoding: .utf8)
    _ = try district.importFile(
      at: url.path,
      manifest: Manifest(
        yaml: """
          name: visit
          primaryKey: [number]
          fields: [{name: number}, {name: place}]
          gewu: {load: full, subject: none, location: {address: place}}
          """, path: "visit.yaml"))
  }

  /// Makes a subject of every visited place.
  fileprivate func assembleVisits() throws {
    let rules = folder.appending(path: "rules")
    try FileManager.default.createDirectory(at: rules, withIntermediateDirectories: true)
    try """
    kind: visit
    keys: [place]
    attributes:
      place: {kind: code}
    identity:
      - {rule: V1, certain: true, equal: [place]}
    sources:
      visit: {rank: 1, fields: {place: place}}
    """.write(to: rules.appending(path: "visit.yaml"), atomically: true, encoding: .utf8)
    _ = try district.assembleSubjects(by: rules.path)
  }

  /// Imports addresses and makes a register of them.
  fileprivate func importAddresses(_ rows: [String]) throws {
    let file = { (name: String, text: String) throws -> String in
      let url = self.folder.appending(path: name)
      try text.write(to: url, atomically: true, encoding: .utf8)
      return url.path
    }
    _ = try district.importFile(
      at: file("std.csv", "code,text,lon,lat\n" + rows.joined(separator: "\n") + "\n"),
      manifest: Manifest(
        yaml: """
          name: std
          primaryKey: [code]
          fields:
            - {name: code}
            - {name: text}
            - {name: lon, type: number}
            - {name: lat, type: number}
          gewu: {load: full, subject: none, location: {x: lon, y: lat, crs: wgs84}}
          """, path: "std.yaml"))
    _ = try district.loadAddresses(
      by: file(
        "rules.yaml",
        """
        grammar: cn
        divisions: {above: [{kind: city, name: 格物市}]}
        addresses: [{dataset: std, code: code, text: text, position: door_plate}]
        """))
  }
}
