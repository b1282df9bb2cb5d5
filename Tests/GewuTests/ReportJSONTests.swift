import Foundation
import Tabular
import Testing
import Time
import Warehouse

@testable import Gewu

@Suite struct `Reports as JSON, written by hand` {
  static let texts: [String?] = [
    nil, "", "路灯不亮", #"a "quoted" \ one"#, "a/b", "</script>", "tab\t, feed\n, bell\u{7}, \u{7F}",
    "e\u{301}", "\u{1F6B2}\u{2028}", "\u{0}",
  ]
  static let numbers: [Double?] = [
    nil, 0, -0.0, 1, -1, 116, 116.035, -1.5512345, 1e-7, .leastNonzeroMagnitude, 1e15, 1e16,
    123_456_789_012_345_680,
    1e300, -1.797_693_134_862_315_7e308, 0.1 + 0.2,
  ]

  @Test func `a report is what the encoder makes of it`() throws {
    let moment = try #require(Moment(rfc3339: "2026-01-02T03:04:05.006Z"))
    let files = [
      AttachmentRecord(
        number: 1, name: "a/b.jpg", mediaType: "image/jpeg", bytes: 7, sha256: "00ff")
    ]
    for (index, text) in Self.texts.enumerated() {
      for (place, number) in Self.numbers.enumerated() {
        let other = Self.texts[(index + place) % Self.texts.count]
        let report = Report(
          receipt: "7JSM5B5NYQJ6YXZERDGXJ41V8N", channel: other ?? "app", category: text,
          description: other, longitude: number,
          latitude: Self.numbers[(index + place) % Self.numbers.count],
          given: text.map { .init(longitude: $0, latitude: "1", crs: other) }, reportedAt: text,
          receivedAt: moment, externalID: other, status: .inside,
          grid: other.map { .init(code: $0, name: text) },
          generation: place == 0 ? nil : Int64(place) - 2, attachments: index == 3 ? files : [])
        let bytes = try report.json
        #expect(
          try bytes == JSONText.bytes(of: report), "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  /// What a digest is made of, as the encoder takes it.
  private struct Content: Encodable {
    var channel: String
    var category, description: String?
    var longitude, latitude: Double?
    var crs: String?
    var reported_at, external_id: String?
  }

  @Test func `a digest is that of what the encoder makes of it`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    var plain = 0
    for (index, text) in Self.texts.enumerated() {
      for (place, number) in Self.numbers.enumerated() {
        let other = Self.texts[(index + place) % Self.texts.count]
        var report = ReportSubmission(
          channel: text ?? "app", category: other, description: text, longitude: number,
          latitude: Self.numbers[(index + place) % Self.numbers.count], crs: other,
          reportedAt: text, externalID: other)
        (report.address, report.contact) = ("nowhere", "no one")
        let content = Content(
          channel: report.channel, category: report.category, description: report.description,
          longitude: report.longitude, latitude: report.latitude, crs: report.crs,
          reported_at: report.reportedAt, external_id: report.externalID)
        let bytes = Array(try encoder.encode(content))
        #expect(try report.digest(of: []) == ContentHash.sha256(bytes))
        if let written = report.plainContent {
          #expect(written == bytes)
          plain += 1
        }
      }
    }
    // Only those with a slash go the long way.
    #expect(plain > 80 && plain < Self.texts.count * Self.numbers.count)
  }
}
