import Geometry
import Gewu
import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import Words

@testable import Server

private func request(_ path: String, _ fields: HTTPFields = [:]) -> Request {
  Request(
    head: HTTPRequest(
      method: .get, scheme: "http", authority: "localhost", path: path, headerFields: fields),
    body: RequestBody(buffer: ByteBuffer()))
}

@Suite struct `Questions` {
  @Test func `all that is wrong is said at once, in both languages`() {
    var query = QueryReader(
      request("/?lat=abc&from=2017-02-29&bbox=1,2,3&limit=0&lng=1&a=1&a=2"),
      known: ["lon", "lat", "from", "bbox", "limit", "a"])
    _ = query.requiredNumber("lon")
    _ = query.requiredNumber("lat")
    _ = query.day("from")
    _ = query.window()
    _ = query.integer("limit", in: 1...10, standard: 5)
    let problem = #expect(throws: Problem.self) { try query.check() }
    #expect(
      Set(problem?.errors.map(\.field) ?? []) == [
        "lng", "a", "lon", "lat", "from", "bbox", "limit",
      ])
    #expect(problem?.errors.allSatisfy { !$0.detail.chinese.isEmpty } == true)
    #expect(problem?.words.detail.english.contains("lon is required") == true)
  }

  @Test func `what is right is read`() throws {
    var query = QueryReader(
      request("/?lon=-1.5e0&bbox=-2,50.5,1,51&day=2016-02-29&text=%E7%BD%91%20a"),
      known: ["lon", "bbox", "day", "text", "limit"])
    #expect(query.requiredNumber("lon") == -1.5)
    #expect(query.window() == MapWindow(west: -2, south: 50.5, east: 1, north: 51))
    #expect(query.day("day") == "2016-02-29")
    #expect(query.text("text") == "网 a")
    #expect(query.integer("limit", in: 1...10, standard: 5) == 5)
    try query.check()
  }

  @Test(arguments: [
    (nil, false), ("*/*", false), ("application/json", false), ("application/geo+json", true),
    ("application/json, application/geo+json", true),
    ("application/json, application/geo+json;q=0.5", false),
    ("application/geo+json;q=0.9, application/json;q=0.5", true),
    ("application/geo+json;q=0", false), ("text/html, */*;q=0.1", false),
  ])
  func `GeoJSON is given to those that would rather have it`(accept: String?, geo: Bool) {
    var fields = HTTPFields()
    fields[.accept] = accept
    #expect(MediaRange.prefersGeoJSON(request("/", fields)) == geo)
  }

  @Test func `a tag that the caller holds saves the answer`() {
    let tag = EntityTag(edition: "7")
    let held = tag.value
    for (field, isHeld) in [
      (held, true), ("W/\(held)", true), ("\"a\", \(held)", true), ("*", true),
      ("\"g7-json\"", false), (EntityTag(edition: "6").value, false),
      (EntityTag(edition: "7", form: "geo").value, false),
    ] {
      #expect((tag.held(by: request("/", [.ifNoneMatch: field])) != nil) == isHeld, "\(field)")
    }
  }
}

@Suite struct `Questions over HTTP` {
  @Test(arguments: [
    "/v1/grids/none", "/v1/grids/none/boundary", "/v1/grids?level=nowhere",
    "/v1/grids/g00?level=street",
    "/v1/locate?lon=1&lat=1&net=none", "/assets/none.js", "/v2", "/v1/reports/1",
  ])
  func `of what does not exist nobody holds an answer`(uri: String) async throws {
    try await TestDistrict().test { client in
      let tag = try #require(
        try await client.execute(uri: "/v1/grids", method: .get).headers[.eTag])
      for held in ["*", tag, tag.replacing("json", with: "geo")] {
        for method in [HTTPRequest.Method.get, .head] {
          let response = try await client.execute(
            uri: uri, method: method, headers: [.ifNoneMatch: held])
          #expect(response.status == .notFound, "\(held)")
        }
      }
    }
  }

  @Test func `what exists is 304 to whoever holds anything of it`() async throws {
    try await TestDistrict().test { client in
      for uri in [
        "/v1/grids", "/v1/grids?level=street", "/v1/grids/g00", "/v1/grids/g00/boundary",
        "/v1/locate?lon=120.015&lat=30.005", "/openapi.json",
      ] {
        let response = try await client.execute(
          uri: uri, method: .get, headers: [.ifNoneMatch: "*"])
        #expect(response.status == .notModified, "\(uri)")
        #expect(response.headers[.eTag] != nil)
      }
    }
  }

  @Test(arguments: [
    ("/v1/locate?lon=1&lat=1&format=xml", "format 'xml' is not known; known are json, geojson"),
    ("/v1/grids?format=xml", "format 'xml' is not known; known are json, geojson"),
    ("/v1/grids/g00?format=GeoJSON", "format 'GeoJSON' is not known; known are json, geojson"),
    ("/v1/grids/g00/boundary?format=wkt", "format 'wkt' is not known; known are json, geojson"),
    ("/v1/hotspots?of=x&format=csv", "format 'csv' is not known; known are json, geojson"),
    ("/v1/hotspots?of=x&fdr=none,bh", "fdr 'none,bh' is not known; known are bh, none"),
    ("/v1/locate?lon=1&lat=1&boundary=1", "boundary must be true or false"),
    ("/v1/grids?format=", "format is empty; give a value or leave it out"),
    ("/v1/locate?lon=1&lat=", "lat is empty; give a value or leave it out"),
    ("/v1/reports?limit=", "limit is empty; give a value or leave it out"),
  ])
  func `a value that there is not is refused with those that there are`(
    uri: String, detail: String
  ) async throws {
    try await TestDistrict().test { client in
      let response = try await client.execute(uri: uri, method: .get)
      #expect(response.status == .badRequest)
      #expect(try response.object()["detail"] as? String == detail)
    }
  }

  @Test(arguments: [
    (#"{"channel":"app","channel":"app"}"#, "channel is given twice"),
    (#"{"channel":"app","\u0063hannel":"web"}"#, "channel is given twice"),
    (
      #"{"channel":"app","description":{"a":1,"a":2}}"#,
      "description must be a text of at most 10000 characters"
    ),
    (#"{"channel":"app"} {}"#, "body: line 1, byte 18: '{' where the end is needed"),
    (
      #"{"channel":"#,
      "body: line 1, byte 11: the text ends in the middle of a value; it is not whole"
    ),
    (#"["channel"]"#, "the body is not a JSON object"),
  ])
  func `a report that readers would read differently is refused`(
    body: String, detail: String
  ) async throws {
    try await TestDistrict().test { client in
      let response = try await client.execute(
        uri: "/v1/reports", method: .post, headers: [.contentType: "application/json"],
        body: ByteBuffer(string: body))
      #expect(response.status == .badRequest)
      #expect(try response.object()["detail"] as? String == detail)
    }
  }

  @Test func `two keys for one report are refused`() async throws {
    try await TestDistrict().test { client in
      var headers: HTTPFields = [.contentType: "application/json"]
      headers.append(HTTPField(name: .idempotencyKey, value: "a"))
      headers.append(HTTPField(name: .idempotencyKey, value: "b"))
      let response = try await client.execute(
        uri: "/v1/reports", method: .post, headers: headers,
        body: ByteBuffer(string: #"{"channel":"app"}"#))
      #expect(response.status == .badRequest)
      #expect(response.text.contains("Idempotency-Key is given twice"))
    }
  }
}
