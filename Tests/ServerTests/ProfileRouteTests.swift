import Datasets
import Foundation
import Gewu
import HTTPTypes
import Testing

@testable import Server

@Suite struct `What cells have, over HTTP` {
  private static let subjects = """
    kind: person
    keys: [number]
    attributes:
      number: {kind: code}
      gender: {kind: code}
      home: {kind: code}
      grid: {kind: code}
    identity:
      - {rule: I1, certain: true, equal: [number]}
    facts:
      - {kind: lives, dataSet: register, place: home}
    sources:
      register:
        rank: 1
        fields: {number: number, gender: gender, home: home, grid: "@grid"}
    """
  private static let columns = """
    columns:
      - {name: people, title: People, title_zh: 人口, kind: person, at: lives}
      - {name: women, title: Women, title_zh: 女, kind: person, at: lives, when: {is: {gender: ["2"]}}}
      - {name: rows, title: Rows, title_zh: 行, dataset: register}
    """

  /// Thirty people in g11, twelve in g00 and three in g01, not counted yet.
  private func district() throws -> TestDistrict {
    let test = try TestDistrict()
    let cells = ["g11": 30, "g00": 12, "g01": 3]
    var text = "number,gender,home,cell\n"
    for (cell, count) in cells.sorted(by: <) {
      for number in 0..<count { text += "\(cell)-\(number),\(number % 2 + 1),H\(number),\(cell)\n" }
    }
    let rows = test.folder.appending(path: "register.csv")
    try text.write(to: rows, atomically: true, encoding: .utf8)
    let manifest = """
      name: register
      primaryKey: [number]
      fields: [{name: number}, {name: gender}, {name: home}, {name: cell}]
      gewu: {load: full, sensitivity: 3, location: {grid: {field: cell, level: grid}}}
      """
    _ = try test.district.importFile(
      at: rows.path, manifest: Manifest(yaml: manifest, path: "register.yaml"))
    let rules = test.folder.appending(path: "rules")
    try FileManager.default.createDirectory(at: rules, withIntermediateDirectories: true)
    try Self.subjects.write(
      to: rules.appending(path: "person.yaml"), atomically: true, encoding: .utf8)
    _ = try test.district.assembleSubjects(by: rules.path)
    return test
  }

  private func count(_ test: TestDistrict) throws {
    let path = test.folder.appending(path: "profile.yaml")
    try Self.columns.write(to: path, atomically: true, encoding: .utf8)
    _ = try test.district.countProfile(by: path.path, at: "2026-07-01")
  }

  @Test func `all cells of a level are answered with the columns asked for`() async throws {
    let test = try district()
    try count(test)
    try await test.test { client in
      let response = try await client.execute(
        uri: "/v1/profile?level=grid&column=people&column=women", method: .get)
      let answer = try response.object()
      let columns = try #require(answer["columns"] as? [[String: Any]])
      #expect(columns.map { $0["name"] as? String } == ["people", "women", "rows"])
      #expect(columns.map { $0["is_hidden"] as? Bool } == [false, true, false])
      let cells = try #require(answer["cells"] as? [[String: Any]])
      #expect(cells.count == 9)
      let counts = Dictionary(
        uniqueKeysWithValues: cells.compactMap { cell in
          (cell["code"] as? String).map { ($0, cell["counts"] as? [String: Any] ?? [:]) }
        })
      #expect(counts["g11"]?["people"] as? Int == 30)
      // Three are few, and the twelve beside them in the same street would tell them.
      #expect(counts["g01"]?["people"] is NSNull)
      #expect(counts.values.allSatisfy { $0["women"] is NSNull && $0["rows"] == nil })
      let one = try await client.execute(
        uri: "/v1/grids/g11/profile?column=rows", method: .get
      ).object()
      let cell = try #require((one["cells"] as? [[String: Any]])?.first)
      #expect(cell["counts"] as? [String: Int] == ["rows": 30])
    }
  }

  @Test(arguments: [
    ("/v1/profile?column=none", 400, "people, women"),
    ("/v1/profile?level=none", 400, "none"), ("/v1/profile?net=none", 404, "none"),
    ("/v1/profile?at=2026-06-30", 404, "2026-06-30"), ("/v1/grids/none/profile", 404, "none"),
  ])
  func `what was not counted is said to be none`(
    uri: String, status: Int, words: String
  ) async throws {
    let test = try district()
    try count(test)
    try await test.test { client in
      let response = try await client.execute(uri: uri, method: .get)
      #expect(response.status.code == status)
      #expect((try response.object()["detail"] as? String)?.contains(words) == true)
    }
  }

  @Test func `the figures say whether anything has changed since`() async throws {
    let test = try district()
    try await test.test { client in
      let figure = { () async throws -> String? in
        try await client.execute(uri: "/metrics", method: .get).text.split(separator: "\n")
          .first { $0.hasPrefix("gewu_profile_outdated ") }.map(String.init)
      }
      #expect(try await figure() == nil)
      #expect(try await client.execute(uri: "/v1/profile", method: .get).status == .notFound)
      try count(test)
      #expect(try await figure() == "gewu_profile_outdated 0")
      try test.importIncidents()
      #expect(try await figure() == "gewu_profile_outdated 1")
    }
  }
}
