import Foundation
import Gewu
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import Server

@Suite struct `/v1/reports of a sealed store` {
  @Test func `gives words for a purpose alone, and says where they are left out`() async throws {
    let keys = try TemporaryFolder()
    let source = KeySource(file: keys.path("key"))
    let test = try TestDistrict(key: source)
    _ = try test.district.seal(keys: source) { $0 }
    try await test.test { client in
      let sent = try await client.execute(
        uri: "/v1/reports", method: .post, headers: [.contentType: "application/json"],
        body: ByteBuffer(string: #"{"channel": "app", "description": "门口的灯不亮"}"#))
      #expect(sent.status == .created)
      let receipt = try #require(try sent.object()["receipt"] as? String)
      #expect(try sent.object()["description"] as? String == "门口的灯不亮")

      for uri in ["/v1/reports", "/v1/reports/\(receipt)"] {
        func report(_ query: String) async throws -> [String: Any]? {
          let answer = try await client.execute(uri: uri + query, method: .get).object()
          return (answer["reports"] as? [[String: Any]])?.first ?? answer
        }
        let shown = try #require(try await report(""))
        #expect(shown["sealed"] as? Bool == true && shown["description"] == nil, "\(uri)")
        let opened = try #require(try await report("?purpose=repair"))
        #expect(opened["description"] as? String == "门口的灯不亮", "\(uri)")
        #expect(opened["sealed"] == nil)
        let blank = try await client.execute(uri: uri + "?purpose=-", method: .get)
        #expect(blank.status == .badRequest)
        #expect(try blank.problemCode() == "invalid")
      }
    }
  }
}
