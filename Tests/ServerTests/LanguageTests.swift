import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import Server

@Suite struct `The language of a failure` {
  /// Three words of Latin letters with spaces between: a sentence, not a name.
  private nonisolated(unsafe) static let sentence = /[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}/

  /// Checks that a failure is told in Chinese and in nothing else.
  private static func expectChinese(_ response: TestResponse, _ what: String) throws {
    let problem = try JSONDecoder().decode(
      ProblemBody.self, from: Data(response.body.readableBytesView))
    #expect(response.headers[.contentLanguage] == "zh", "\(what)")
    #expect(response.headers[.vary] == "Accept-Language", "\(what)")
    #expect(problem.detail == problem.detailChinese, "\(what)")
    for text in [problem.title, problem.detail] + (problem.errors ?? []).map(\.detail) {
      let isChinese = text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
      #expect(isChinese && !text.contains(sentence), "\(what): \(text)")
      #expect(!text.contains("详见 detail") && !text.contains("gewu "), "\(what): \(text)")
    }
  }

  private static let chinese: HTTPFields = [.acceptLanguage: "zh-CN,zh;q=0.9,en;q=0.8"]

  @Test func `a look-up of a day without boundaries is answered with a whole Chinese sentence`()
    async throws
  {
    try await TestDistrict().test { client in
      for uri in ["/v1/locate?at=1999-01-01", "/v1/locate?lon=120.01&lat=30.01&at=1999-01-01"] {
        let english = try await client.execute(uri: uri, method: .get)
        let chinese = try await client.execute(uri: uri, method: .get, headers: Self.chinese)
        let (first, second) = (try english.object(), try chinese.object())
        #expect(first["detail_zh"] as? String == second["detail"] as? String)
        #expect(first["detail"] as? String != first["detail_zh"] as? String)
        #expect(english.headers[.contentLanguage] == "en")
        try Self.expectChinese(chinese, uri)
      }
      let then = try await client.execute(
        uri: "/v1/locate?lon=120.01&lat=30.01&at=1999-01-01", method: .get)
      #expect(try then.object()["detail_zh"] as? String == "1999-01-01 时没有启用的边界版本")
    }
  }

  @Test func `on every route it is Chinese where that is asked for`() async throws {
    let test = try TestDistrict()
    let configuration = ServerConfiguration()
    let routes = GewuServer.routes(
      Backend(
        district: test.district, configuration: configuration, registry: PrometheusRegistry()),
      try PublicFiles(configuration))
    try await test.test { client in
      for route in routes {
        let path = route.path.replacing(/\{[a-z]+\}/, with: "x")
        let wrong = try await client.execute(
          uri: path + "?nonsense=1", method: route.method, headers: Self.chinese)
        if wrong.status.code >= 400 {
          try Self.expectChinese(wrong, "\(route.method) \(path)?nonsense=1")
        }
        let method = try await client.execute(
          uri: path, method: .delete, headers: Self.chinese)
        try Self.expectChinese(method, "DELETE \(path)")
      }
    }
  }

  @Test(arguments: [
    "/v1/locate?lon=x&lat=91&crs=mars&at=today&nets=,&boundary=maybe&radius=0",
    "/v1/locate?lon=1&lat=1&net=school", "/v1/levels?net=school", "/v1/grids/zz",
    "/v1/grids/zz?level=grid", "/v1/grids?level=yard", "/v1/grids?bbox=1", "/v1/grids/g00/x",
    "/v1/reports/9", "/v1/reports/none", "/v1/reports?limit=0&from=2026-02-30",
    "/v1/places?of=none", "/v1/features?of=none&bbox=1,1,2,2", "/v1/hotspots?of=none",
    "/v1/hotspots?method=x&to=2026-01-01&from=2027-01-01",
    "/assets/none.js", "/v2",
  ])
  func `what cannot be answered is told in Chinese`(uri: String) async throws {
    try await TestDistrict().test { client in
      let response = try await client.execute(uri: uri, method: .get, headers: Self.chinese)
      #expect(response.status.code >= 400)
      try Self.expectChinese(response, uri)
    }
  }

  @Test(arguments: [
    ("application/json", "[[1,2"), ("application/json", "{}"),
    ("application/x-ndjson", "[1,"), ("text/csv", ""), ("text/csv", "a,b\n1,2\n"),
    ("text/csv", "lon,lat,grid_code\n1,2,3\n"), ("text/csv", "lon,lat\n\"1,2\n"),
    ("application/octet-stream", "1234567"), ("text/plain", "x"),
  ])
  func `what is wrong with a batch is told in Chinese`(type: String, body: String) async throws {
    try await TestDistrict().test { client in
      var fields = Self.chinese
      fields[.contentType] = type
      let response = try await client.execute(
        uri: "/v1/locate", method: .post, headers: fields, body: ByteBuffer(string: body))
      #expect(response.status.code >= 400)
      try Self.expectChinese(response, "\(type) \(body)")
    }
  }

  @Test(arguments: [
    "1", #"{"channel":7,"longitude":"120","reported_at":"yesterday","colour":"red"}"#,
    #"{"channel":"app","crs":"mars"}"#,
  ])
  func `what is wrong with a report is told in Chinese`(body: String) async throws {
    try await TestDistrict().test { client in
      var fields = Self.chinese
      fields[.contentType] = "application/json"
      let response = try await client.execute(
        uri: "/v1/reports", method: .post, headers: fields, body: ByteBuffer(string: body))
      #expect(response.status.code == 400)
      try Self.expectChinese(response, body)
    }
  }

  @Test func `before boundaries are loaded it is Chinese too`() async throws {
    try await TestDistrict(isLoaded: false).test { client in
      let response = try await client.execute(
        uri: "/readyz", method: .get, headers: Self.chinese)
      #expect(try response.problemCode() == "not_ready")
      try Self.expectChinese(response, "/readyz")
    }
  }
}
