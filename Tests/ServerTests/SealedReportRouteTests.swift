import Foundation
import Gewu
import HTTPTypes
import Hummingbird
import TestSupport
import Testing

@testable import Server

@Suite struct `/v1/reports of a sealed store` {
  @Test func `gives words for a purpose alone, and says where they are left out`() async throws {
    try await TestDistrict(isSealed: true).test { client in
      let sent = try await client.execute(
        uri: "/v1/reports", method: .post, headers: [.contentType: "application/json"],
        body: ByteBuffer(string: #"{"channel": "app", "description": "门口的灯不亮"}"#))
      #expect(sent.status == .created)
      let receipt = try #require(try sent.object()["receipt"] as? String)
      #expect(try sent.object()["description"] as? String == "门口的灯不亮")

      for uri in ["/v1/reports", "/v1/reports/\(receipt)"] {
        func report(_ purpose: String? = nil) async throws -> [String: Any]? {
          let headers: HTTPFields = purpose.map { [.gewuPurpose: $0] } ?? [:]
          let answer = try await client.execute(uri: uri, method: .get, headers: headers).object()
          return (answer["reports"] as? [[String: Any]])?.first ?? answer
        }
        let shown = try #require(try await report())
        #expect(shown["sealed"] as? Bool == true && shown["description"] == nil, "\(uri)")
        let opened = try #require(try await report("%E7%BB%B4%E4%BF%AE 7"))
        #expect(opened["description"] as? String == "门口的灯不亮", "\(uri)")
        #expect(opened["sealed"] == nil)
        for bad in ["-", "%FF", "%"] {
          let answer = try await client.execute(
            uri: uri, method: .get, headers: [.gewuPurpose: bad])
          #expect(answer.status == .badRequest)
          #expect(try answer.problemCode() == "invalid")
        }
      }
    }
  }

  @Test func `gives a file for a purpose alone`() async throws {
    try await TestDistrict(isSealed: true).test { client in
      let file = #"{"name":"a.gif","media_type":"image/gif","content":"R0lGODlh"}"#
      let sent = try await client.execute(
        uri: "/v1/reports", method: .post, headers: [.contentType: "application/json"],
        body: ByteBuffer(string: #"{"channel": "app", "attachments": [\#(file)]}"#))
      let uri = try #require(sent.headers[.location]) + "/attachments/1"

      let refused = try await client.execute(uri: uri, method: .get)
      #expect(refused.status == .forbidden)
      #expect(try refused.problemCode() == "withheld")
      #expect(
        try refused.object()["detail"] as? String
          == "attachment 1 is sealed, and no purpose is given; nothing was read")
      let given = try await client.execute(
        uri: uri, method: .get, headers: [.gewuPurpose: "repair"])
      #expect(given.status == .ok)
      #expect(String(buffer: given.body) == "GIF89a")
    }
  }
}
