import Geometry
import Gewu
import HTTPTypes
import Hummingbird
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
      #expect(tag.isHeld(by: request("/", [.ifNoneMatch: field])) == isHeld, "\(field)")
    }
  }
}
