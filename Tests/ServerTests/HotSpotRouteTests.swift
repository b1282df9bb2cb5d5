@testable import Tabular
import Foundation
import Gewu
import HTTPTypes
import HotSpots
import Testing

@testable import Server

@Suite struct `Data sets and hot spots over HTTP` {
  private static func loaded() throws -> TestDistrict {
    let test = try TestDistrict()
    try test.importIncidents()
    return test
  }

  @Test func `a data set says what can be asked of it`() async throws {
    try await Self.loaded().test { client in
      let answer = try await client.execute(uri: "/v1/datasets", method: .get).object()
      let dataset = try #require((answer["datasets"] as? [[String: Any]])?.first)
      #expect(dataset["id"] as? String == "incident")
      #expect(dataset["title_zh"] as? String == "事件")
      #expect(dataset["categories"] as? [String] == ["litter", "noise"])
      #expect(dataset["rows"] as? Int == 12)
      #expect(dataset["attached"] as? Int == 9)
      #expect(dataset["first_date"] as? String == "2026-01-01")
      let metrics = try await client.execute(uri: "/metrics", method: .get)
      #expect(metrics.text.contains(#"gewu_dataset_rows{dataset="incident",grid="attached"} 9"#))
    }
  }

  @Test func `the data sets come with whether what is personal in them is sealed`() async throws {
    for isSealed in [false, true] {
      try await TestDistrict(isSealed: isSealed).test { client in
        let answer = try await client.execute(uri: "/v1/datasets", method: .get).object()
        #expect(answer["sealed"] as? Bool == isSealed)
      }
    }
  }

  @Test func `places are positions with counts, by category, day and box`() async throws {
    try await Self.loaded().test { client in
      for (query, places, count) in [
        ("of=incident&bbox=119.9,29.9,120.1,30.1", 3, 9),
        ("of=incident&bbox=119.9,29.9,120.1,30.1&category=litter", 1, 1),
        ("of=incident&from=2026-01-01&to=2026-01-04", 2, 4),
        ("of=incident&from=2027-01-01", 0, 0),
      ] {
        let answer = try await client.execute(uri: "/v1/places?\(query)", method: .get).object()
        #expect((answer["places"] as? [Any])?.count == places, "\(query)")
        #expect(answer["count"] as? Int == count, "\(query)")
        #expect(answer["complete"] as? Bool == true)
      }
      let some = try await client.execute(uri: "/v1/places?of=incident&limit=1", method: .get)
      let answer = try some.object()
      #expect(answer["complete"] as? Bool == false)
      #expect((answer["places"] as? [[String: Any]])?.first?["count"] as? Int == 4)
    }
  }

  @Test(arguments: [(2, 200), (3, 403), (4, 403)])
  func `places of sensitive data sets are given to nobody, by no parameter`(
    sensitivity: Int, status: Int
  ) async throws {
    let district = try TestDistrict()
    try district.importIncidents(sensitivity: sensitivity)
    try await district.test { client in
      for query in [
        "", "&category=litter", "&bbox=119.9,29.9,120.1,30.1", "&from=2026-01-01", "&limit=1",
      ] {
        let response = try await client.execute(
          uri: "/v1/places?of=incident\(query)", method: .get)
        #expect(response.status.code == status, "\(query): \(response.text)")
        #expect(status == 200 || !response.text.contains("120."))
      }
    }
  }

  @Test func `of sensitive data sets no small count is told, by no parameter, form or list`()
    async throws
  {
    let district = try TestDistrict()
    try district.importIncidents(sensitivity: 3)
    try await district.test { client in
      func get(_ uri: String) async throws -> TestResponse {
        try await client.execute(uri: uri, method: .get)
      }
      // All 9 rows with a cell are fewer than 10.
      for query in ["", "&level=street", "&k=10", "&k=12", "&generation=1&net=base"] {
        let answer = try await get("/v1/hotspots?of=incident\(query)").object()
        let cells = try #require(answer["cells"] as? [[String: Any]])
        #expect(cells.allSatisfy { $0["class"] as? String == "suppressed" }, "\(query)")
        #expect(cells.allSatisfy { $0["count"] is NSNull && $0["z"] is NSNull }, "\(query)")
        let provenance = try #require(answer["provenance"] as? [String: Any])
        let rows = try #require(provenance["rows"] as? [String: Any])
        #expect(
          rows["total"] is NSNull && rows["counted"] is NSNull && rows["unattached"] is NSNull)
        #expect(provenance["rows_in"] is NSNull && provenance["rows_attached"] is NSNull)
        #expect((provenance["withheld"] as? [String: Int])?["cells"] == cells.count)
      }
      let map = try await get("/v1/hotspots?of=incident&format=geojson")
      #expect(map.status == .ok && map.text.contains(#""count":null"#))
      #expect(map.text.firstMatch(of: /"count":[0-9]/) == nil)
      for query in ["category=noise", "from=2026-01", "to=2026-01-31", "batch=1", "category=none"] {
        let refused = try await get("/v1/hotspots?of=incident&\(query)")
        #expect(refused.status == .forbidden, "\(query)")
        #expect(try refused.problemCode() == "withheld")
      }
      for query in ["k=9", "k=2", "k=x", "k=10&k=11"] {
        let refused = try await get("/v1/hotspots?of=incident&\(query)")
        #expect(refused.status == .badRequest, "\(query)")
      }
      let list = try await get("/v1/datasets").object()
      let dataset = try #require((list["datasets"] as? [[String: Any]])?.first)
      #expect(dataset["rows"] == nil && dataset["attached"] == nil && dataset["unattached"] == nil)
      #expect((dataset["categories"] as? [String])?.isEmpty == true && dataset["first_date"] == nil)
      let metrics = try await get("/metrics")
      #expect(!metrics.text.contains(#"dataset="incident""#))
    }
  }

  @Test func `hot spots are a row a cell, with what it takes to compute them again`() async throws {
    try await Self.loaded().test { client in
      let uri = "/v1/hotspots?of=incident&category=noise&permutations=99&seed=7"
      let response = try await client.execute(uri: uri, method: .get)
      #expect(response.status == .ok)
      let answer = try response.object()
      let cells = try #require(answer["cells"] as? [[String: Any]])
      #expect(cells.count == 9)
      let middle = try #require(cells.first { $0["code"] as? String == "g11" })
      #expect(middle["count"] as? Int == 8)
      let provenance = try #require(answer["provenance"] as? [String: Any])
      #expect(provenance["rows_in"] as? Int == 10)
      #expect(provenance["rows_attached"] as? Int == 8)
      #expect((provenance["summary"] as? [String: Any])?["seed"] as? Int == 7)
      let again = try await client.execute(uri: uri, method: .get)
      #expect(again.text == response.text)
    }
  }

  @Test func `every row has one fate, and several categories are all counted`() async throws {
    try await Self.loaded().test { client in
      func provenance(_ query: String) async throws -> [String: Any] {
        let uri = "/v1/hotspots?permutations=0&\(query)"
        let answer = try await client.execute(uri: uri, method: .get).object()
        return try #require(answer["provenance"] as? [String: Any])
      }
      let both = try await provenance("of=incident&category=noise&category=litter")
      #expect(both["categories"] as? [String] == ["noise", "litter"] && both["category"] == nil)
      #expect(
        both["rows"] as? [String: Int] == [
          "total": 12, "counted": 9, "other_level": 0, "earlier_generation": 0, "unattached": 3,
          "quarantined": 0, "outside_period": 0, "without_exposure": 0,
        ])
      let one = try await provenance(
        "of=incident&category=noise&batch=1&generation=1&net=base&zone=UTC")
      #expect(one["category"] as? String == "noise" && one["as_of_batch"] as? Int == 1)
      #expect(one["zone"] as? String == "UTC" && one["net"] as? String == "base")
      let reports = try await provenance("source=reports")
      #expect(reports["source"] as? String == "reports" && reports["dataset"] == nil)
      #expect((reports["rows"] as? [String: Int])?["total"] == 0)
    }
  }

  @Test func `hot spots as GeoJSON are the same rows with their boundaries`() async throws {
    try await Self.loaded().test { client in
      let uri = "/v1/hotspots?of=incident&level=street&permutations=9"
      let response = try await client.execute(
        uri: uri, method: .get, headers: [.accept: "application/geo+json"])
      #expect(response.headers[.contentType] == "application/geo+json")
      let collection = try response.object()
      #expect(collection["provenance"] is [String: Any])
      let features = try #require(collection["features"] as? [[String: Any]])
      #expect(features.map { $0["id"] as? String } == ["s0", "s1", "s2"])
      let row = try #require(features[1]["properties"] as? [String: Any])
      #expect(row["count"] as? Int == 8)
      #expect((features[1]["geometry"] as? [String: Any])?["type"] as? String == "Polygon")
    }
  }

  @Test func `hot spots as GeoJSON are byte for byte those of the command`() async throws {
    let test = try Self.loaded()
    let answer = try test.district.hotSpots(
      HotSpotQuestion(dataset: "incident", level: "street", permutations: 9))
    let written = try HotSpotGeoJSONWriter(
      answer, provenance: String(decoding: JSONText.bytes(of: answer.provenance), as: UTF8.self),
      boundaries: test.district.boundaries(level: "street")
    ).bytes

    try await test.test { client in
      let uri = "/v1/hotspots?of=incident&level=street&permutations=9&format=geojson"
      let response = try await client.execute(uri: uri, method: .get)
      #expect(response.text == String(decoding: written, as: UTF8.self))
    }
  }

  @Test func `a question that cannot be answered says why`() async throws {
    try await Self.loaded().test { client in
      for (query, status) in [
        ("", 400), ("of=none", 404), ("of=incident&level=none", 404),
        ("of=incident&per=none", 404), ("of=incident&permutations=-1", 400),
        ("of=incident&seed=x", 400), ("of=incident&method=kde", 400),
        ("of=incident&from=2026-02-01&to=2026-01-01", 400), ("of=incident&fdr=maybe", 400),
        ("of=incident&permutations=1000000", 400), ("of=incident&permutations=some", 400),
        ("of=incident&islands=sink", 400), ("of=incident&of=incident", 400),
        ("of=incident&seed=1&seed=2", 400), ("of=incident&category=none&category=noise", 404),
        ("of=incident&source=reports", 400), ("source=both", 400), ("source=dataset", 400),
        ("of=incident&batch=0", 400), ("of=incident&batch=9", 404),
        ("of=incident&generation=9", 404), ("of=incident&net=none", 404),
        ("of=incident&zone=Nowhere/At-All", 400), ("source=reports&batch=1", 400),
      ] {
        let response = try await client.execute(uri: "/v1/hotspots?\(query)", method: .get)
        #expect(Int(response.status.code) == status, "\(query)")
        #expect(try response.problemCode() == (status == 400 ? "invalid" : "not_found"))
      }
    }
  }

  @Test func `permutations are adaptive where nothing else is asked for`() async throws {
    try await Self.loaded().test { client in
      func answer(_ query: String) async throws -> [String: Any] {
        let uri = "/v1/hotspots?of=incident\(query)"
        return try await client.execute(uri: uri, method: .get).object()
      }
      func summary(_ query: String) async throws -> [String: Any]? {
        (try await answer(query)["provenance"] as? [String: Any])?["summary"] as? [String: Any]
      }
      let standard = try await summary("")
      #expect(standard?["permutation_rule"] as? String == "adaptive")
      #expect(standard?["permutations"] as? Int == 9_999)
      #expect(standard?["islands"] as? String == "keep")
      #expect(
        try await summary("&permutations=adaptive")?["draws"] as? Int == standard?["draws"] as? Int)
      let fixed = try await summary("&permutations=19&islands=drop")
      #expect(fixed?["permutation_rule"] as? String == "19")
      #expect(fixed?["islands"] as? String == "drop")
      let problem = try await answer("&permutations=some")
      #expect(
        (problem["errors"] as? [[String: Any]])?.first?["detail"] as? String
          == "must be 'adaptive' or a whole number from 0 to 99999")
    }
  }

  @Test func `the service describes and takes every statistic and neighbourhood that there is`()
    async throws
  {
    let (methods, weights) = (HotSpotMethod.allCases, SpatialWeights.Rule.allCases)
    try await Self.loaded().test { client in
      let paths =
        try await client.execute(uri: "/openapi.json", method: .get)
        .object()["paths"] as? [String: [String: [String: Any]]]
      let parameters = paths?["/v1/hotspots"]?["get"]?["parameters"] as? [[String: Any]] ?? []
      func names(_ parameter: String) -> [String]? {
        let found = parameters.first { $0["name"] as? String == parameter }
        return (found?["schema"] as? [String: Any])?["enum"] as? [String]
      }
      #expect(names("method") == methods.map(\.rawValue))
      #expect(names("weights") == weights.map(\.rawValue))
      #expect(names("fdr") == FalseDiscoveryRate.allCases.map(\.rawValue))
      for method in methods {
        for rule in weights {
          let answer = try await client.execute(
            uri: "/v1/hotspots?of=incident&permutations=0"
              + "&method=\(method.rawValue)&weights=\(rule.rawValue)",
            method: .get
          ).object()
          let provenance = try #require(answer["provenance"] as? [String: Any])
          #expect(provenance["weights"] as? String == rule.rawValue)
          let summary = try #require(provenance["summary"] as? [String: Any])
          #expect(summary["method"] as? String == method.rawValue)
        }
      }
      let refused = try await client.execute(
        uri: "/v1/hotspots?of=incident&weights=rook", method: .get)
      #expect(refused.text.contains("'rook' is not known; known are queen"))
    }
  }

  @Test func `warnings have their code and a text in each language`() async throws {
    try await Self.loaded().test { client in
      let uri = "/v1/hotspots?of=incident&permutations=0"
      let answer = try await client.execute(uri: uri, method: .get).object()
      let provenance = try #require(answer["provenance"] as? [String: Any])
      let warnings = try #require(provenance["warnings"] as? [[String: String]])
      #expect(warnings.map { $0["code"] } == ["few_cells", "analytic_only"])
      #expect(
        warnings.first == [
          "code": "few_cells",
          "en": "Only 9 cells have a value; below 30 the classes are unreliable.",
          "zh": "仅有 9 个单元有数值，少于 30 个时分类结果不可靠。",
        ])
    }
  }
}
