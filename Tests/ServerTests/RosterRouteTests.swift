import Datasets
import Foundation
import Gewu
import HTTPTypes
import Testing

@testable import Server

@Suite struct `Posts over HTTP` {
  private func district() throws -> TestDistrict {
    let test = try TestDistrict()
    let manifest = """
      name: staff
      primaryKey: [number]
      fields:
        - {name: number, gewu: {sensitive: none}}
        - {name: full_name, gewu: {sensitive: personal}}
        - {name: role, gewu: {public: true}}
        - {name: cell, gewu: {public: true}}
        - {name: since, type: date, gewu: {public: true}}
        - {name: until, type: date}
      gewu:
        posts: {staff: number, holder: full_name, role: role, cell: cell, from: since, until: until}
      """
    let rows = test.folder.appending(path: "staff.csv")
    try """
    number,full_name,role,cell,since,until
    A,王某,01,g11,2020-01-01,2130-03-01
    B,李某,01,g11,2130-03-01,
    C,赵某,09,s1,2021-02-03,

    """.write(to: rows, atomically: true, encoding: .utf8)
    _ = try test.district.importFile(
      at: rows.path, manifest: Manifest(yaml: manifest, path: "staff.yaml"))
    return test
  }

  @Test func `the shortcut and the router answer with the same posts`() async throws {
    try await district().test { client in
      let place = "/v1/locate?lon=120.015&lat=30.015"
      let plain = try await client.execute(uri: place, method: .get)
      let routed = try await client.execute(uri: place + "&crs=wgs84", method: .get)
      #expect(plain.text == routed.text)
      #expect(plain.text.contains(#""staff_id":"A""#) && plain.text.contains(#""staff_id":"C""#))
      #expect(!plain.text.contains("李某"))
      let before = try await client.execute(uri: place + "&at=2130-02-28", method: .get)
      #expect(before.text.contains(#""staff_id":"A""#))
      #expect(!before.text.contains(#""staff_id":"B""#))
      let day = try await client.execute(uri: place + "&at=2130-03-01", method: .get)
      #expect(day.text.contains(#""staff_id":"B""#))
      #expect(before.headers[.eTag] != day.headers[.eTag])
    }
  }

  @Test func `the notice is a page`() async throws {
    try await district().test { client in
      let page = try await client.execute(
        uri: "/v1/grids/g11/sign?address=https://grid.example.org", method: .get)
      #expect(page.status == .ok)
      #expect(page.headers[.contentType] == "text/html; charset=utf-8")
      #expect(page.text.contains("https://grid.example.org/assets/report.html?grid=g11"))
      #expect(page.text.contains(#"<link rel="stylesheet" href="/assets/notice.css">"#))
      #expect(!page.text.contains("李某") && !page.text.contains("<style"))
      let own = try await client.execute(uri: "/v1/grids/g11/sign", method: .get)
      #expect(own.text.contains("/assets/report.html?grid=g11"))
      for file in ["report.html", "report.js", "report.css", "notice.css"] {
        let asset = try await client.execute(uri: "/assets/\(file)", method: .get)
        #expect(asset.status == .ok, "\(file)")
      }
      let unknown = try await client.execute(uri: "/v1/grids/g99/sign", method: .get)
      #expect(unknown.status == .notFound)
      let bad = try await client.execute(
        uri: "/v1/grids/g11/sign?address=javascript:alert(1)", method: .get)
      #expect(bad.status == .badRequest)
    }
  }
}
