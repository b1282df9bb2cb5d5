import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Testing

@testable import Server

@Suite struct `The service around the routes` {
  @Test func `without boundaries it is alive, but not ready`() async throws {
    try await TestDistrict(isLoaded: false).test { client in
      #expect(try await client.execute(uri: "/healthz", method: .get).status == .ok)
      for uri in ["/readyz", "/v1/locate?lon=1&lat=1", "/v1/grids", "/v1/levels"] {
        let response = try await client.execute(uri: uri, method: .get)
        #expect(response.status == .serviceUnavailable, "\(uri)")
        #expect(try response.problemCode() == "not_ready")
        #expect(response.headers[.retryAfter] != nil)
      }
    }
  }

  @Test func `with boundaries it is ready and says which`() async throws {
    try await TestDistrict().test { client in
      let answer = try await client.execute(uri: "/readyz", method: .get).object()
      #expect(answer["generation"] as? Int == 1)
    }
  }

  @Test func `the figures count requests by route and status, and measure the store`() async throws
  {
    try await TestDistrict().test { client in
      for uri in ["/v1/locate?lon=120.001&lat=30.001", "/v1/locate", "/v1/grids/g00", "/nothing"] {
        _ = try await client.execute(uri: uri, method: .get)
      }
      let response = try await client.execute(uri: "/metrics", method: .get)
      #expect(response.headers[.contentType]?.hasPrefix("text/plain; version=0.0.4") == true)
      for line in [
        #"gewu_http_requests_total{route="/v1/locate",method="GET",status="200"} 1"#,
        #"gewu_http_requests_total{route="/v1/locate",method="GET",status="400"} 1"#,
        #"gewu_http_requests_total{route="/v1/grids/{code}",method="GET",status="200"} 1"#,
        #"gewu_http_requests_total{route="NotFound",method="GET",status="404"} 1"#,
        #"gewu_http_request_seconds_count{route="/v1/locate"} 2"#,
        #"gewu_located_positions_total{status="inside"} 1"#, "gewu_generation 1",
        #"gewu_grids{level="grid"} 9"#,
      ] {
        #expect(response.text.contains(line + "\n"), "\(line)")
      }
    }
  }

  @Test func `every answer has the security fields, and the page only its own files`() async throws
  {
    try await TestDistrict().test { client in
      for uri in ["/", "/v1/levels", "/nothing", "/assets/app.js", "/openapi.json"] {
        let response = try await client.execute(uri: uri, method: .get)
        let policy = response.headers[.contentSecurityPolicy] ?? ""
        #expect(policy.hasPrefix("default-src 'self';"), "\(uri)")
        #expect(!policy.contains("unsafe") && !policy.contains("http"), "\(uri)")
        #expect(response.headers[.xContentTypeOptions] == "nosniff")
      }
      let page = try await client.execute(uri: "/", method: .get)
      #expect(page.headers[.contentType] == "text/html; charset=utf-8")
      for uri in ["/assets/../openapi.json", "/assets/%2e%2e", "/assets/none.js"] {
        let response = try await client.execute(uri: uri, method: .get)
        #expect(response.status == .notFound, "\(uri)")
      }
    }
  }

  @Test func `without Leaflet the answer names the package`() async throws {
    try await TestDistrict().test(ServerConfiguration(leafletDirectory: "/nonexistent")) { client in
      let response = try await client.execute(uri: "/assets/leaflet/leaflet.js", method: .get)
      #expect(response.status == .notFound)
      #expect(response.text.contains("libjs-leaflet"))
    }
  }

  @Test func `another machine's name in Host is refused`() throws {
    for host in [nil, "localhost:8080", "127.0.0.1"] {
      try ProblemMiddleware.check(authority: host)
    }
    #expect(throws: Problem.misdirected) {
      try ProblemMiddleware.check(authority: "evil.example:8080")
    }
  }

  @Test func `a service on another address is not even built`() throws {
    let test = try TestDistrict(isLoaded: false)
    let district = test.district
    #expect(throws: ServerError.notLoopback(host: "0.0.0.0")) {
      _ = try GewuServer.buildApplication(
        district: district, configuration: ServerConfiguration(host: "0.0.0.0"),
        logger: Logger(label: "test"))
    }
  }
}
