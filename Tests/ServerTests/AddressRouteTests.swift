import Foundation
import Datasets
import Gewu
import HTTPTypes
import HummingbirdTesting
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

  @Test func `without a register there is nothing to be found`() async throws {
    try await TestDistrict().test { client in
      let response = try await client.execute(
        uri: "/v1/addresses/match?address=a", method: .get)
      #expect(response.status == .notFound)
    }
  }
}

extension TestDistrict {
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
