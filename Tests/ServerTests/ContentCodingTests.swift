import Foundation
import HTTPTypes
import HummingbirdCore
import NIOCore
import Testing

@testable import Server

@Suite struct `Content codings` {
  /// `[[120.015,30.005]]`, packed by Python's gzip.
  private static let foreign = "H4sIAAAAAAACA4uONjQy0DMwNNUxBlIGprGxAJ7ZUMgSAAAA"

  private static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    let deflater = Deflater()
    _ = bytes.withUnsafeBytes { deflater.pack($0, isLast: true, into: &output) }
    return output
  }

  private static func unpacked(_ response: TestResponse) async throws -> [UInt8] {
    var inflater = UnpackedBody(.init(buffer: response.body)).makeAsyncIterator()
    var output: [UInt8] = []
    while let piece = try await inflater.next() { output += piece.readableBytesView }
    return output
  }

  private static func post(
    _ client: RouterClient, _ body: [UInt8], coding: String = "gzip",
    to uri: String = "/v1/locate", type: String = "application/json"
  ) async throws -> TestResponse {
    try await client.execute(
      uri: uri, method: .post, headers: [.contentType: type, .contentEncoding: coding],
      body: ByteBuffer(bytes: body))
  }

  @Test(arguments: ["gzip", "GZip", "x-gzip", "identity, gzip"])
  func `a body that comes packed is read`(coding: String) async throws {
    let body = try #require(Data(base64Encoded: Self.foreign))
    try await TestDistrict().test { client in
      let response = try await Self.post(client, Array(body), coding: coding)
      #expect(response.text == #"[{"status":"inside","code":"g01"}]"#)
    }
  }

  @Test func `several members, one behind the other, are one body`() async throws {
    let body = Self.packed(Array("[[120.015,30.0".utf8)) + Self.packed(Array("05]]".utf8))
    try await TestDistrict().test { client in
      #expect(try await Self.post(client, body).text == #"[{"status":"inside","code":"g01"}]"#)
      let report = try await Self.post(
        client, Self.packed(Array(#"{"channel":"app"}"#.utf8)), to: "/v1/reports")
      #expect(report.status == .created)
    }
  }

  @Test(arguments: ["br", "deflate", "gzip, gzip", "zstd, gzip", "nonsense"])
  func `other codings are 415, with the one that is read`(coding: String) async throws {
    try await TestDistrict().test { client in
      let response = try await Self.post(client, [1, 2, 3], coding: coding)
      #expect(response.status == .unsupportedMediaType)
      #expect(try response.problemCode() == "content_coding")
      #expect(response.headers[.acceptEncoding] == "gzip")
      #expect(response.text.contains("with Content-Encoding: gzip; other codings are not read"))
    }
  }

  @Test func `what is no gzip, is cut short or was made to grow is refused`() async throws {
    let sound = Self.packed(Array("[[120.015,30.005]]".utf8))
    var wrong = sound
    wrong[wrong.count - 6] ^= 1
    let bomb = Self.packed(Array("[".utf8) + [UInt8](repeating: 0x20, count: 4 << 20))
    // Pieces that are further apart than gzip looks back.
    var dice = SystemRandomNumberGenerator()
    let piece = (0..<70_000).map { _ in UInt8.random(in: 65...90, using: &dice) }
    let large = Self.packed(
      Array(#"{"channel":""#.utf8) + repeatElement(piece, count: 200).joined())
    let cases: [([UInt8], String, Int, String)] = [
      (Array("[[1,2]]".utf8), "/v1/locate", 400, "and is not from byte"),
      (wrong, "/v1/locate", 400, "and is not from byte"),
      (sound.dropLast(3), "/v1/locate", 400, "gzip that ends in the middle"),
      ([], "/v1/locate", 400, "gzip that ends in the middle"),
      (bomb, "/v1/locate", 413, "more than 800 times as long"),
      (large, "/v1/reports", 413, "at most 12582912 bytes"),
    ]
    try await TestDistrict().test { client in
      for (body, uri, status, text) in cases {
        let response = try await Self.post(client, body, to: uri)
        #expect(response.status.code == status, "\(text)")
        #expect(response.text.contains(text), "\(response.text)")
      }
    }
  }

  @Test func `positions a thousand times the same are no bomb`() async throws {
    let body = Array(("[" + String(repeating: "[0,0],", count: 200_000) + "null]").utf8)
    try await TestDistrict().test { client in
      let response = try await Self.post(client, Self.packed(body))
      #expect(response.status == .ok)
      #expect(response.text.hasSuffix(#"{"status":"invalid","code":null}]"#))
    }
  }

  @Test func `an answer is packed where the caller takes it, under a tag of its own`() async throws
  {
    try await TestDistrict().test { client in
      let uri = "/v1/grids?format=geojson"
      let plain = try await client.execute(uri: uri, method: .get)
      let packed = try await client.execute(
        uri: uri, method: .get, headers: [.acceptEncoding: "br, gzip"])
      #expect(plain.headers[.contentEncoding] == nil)
      #expect(packed.headers[.contentEncoding] == "gzip")
      #expect(try await Self.unpacked(packed) == Array(plain.body.readableBytesView))
      #expect(packed.headers[.contentLength] == "\(packed.body.readableBytes)")
      #expect(packed.body.readableBytes < plain.body.readableBytes / 3)
      let tag = try #require(plain.headers[.eTag])
      #expect(packed.headers[.eTag] == "\(tag.dropLast())-gzip\"")
      for response in [plain, packed] {
        #expect(response.headers[.vary] == "Accept, Accept-Encoding")
      }
      let head = try await client.execute(
        uri: uri, method: .head, headers: [.acceptEncoding: "gzip"])
      #expect(head.headers == packed.headers)
    }
  }

  @Test func `a tag answers 304 in the forms that the caller takes`() async throws {
    try await TestDistrict().test { client in
      let uri = "/v1/grids?format=geojson"
      let gzip = try await client.execute(
        uri: uri, method: .get, headers: [.acceptEncoding: "gzip"])
      let (packed, plain) = (
        try #require(gzip.headers[.eTag]),
        try #require(try await client.execute(uri: uri, method: .get).headers[.eTag])
      )
      for (held, accepted, tag) in [
        (packed, "gzip", packed), ("W/\(packed), \(plain)", "gzip", plain), (plain, "", plain),
        (packed, "", nil), (packed, "gzip;q=0", nil), (packed, "*", packed),
      ] {
        var headers: HTTPFields = [.ifNoneMatch: held]
        if !accepted.isEmpty { headers[.acceptEncoding] = accepted }
        let response = try await client.execute(uri: uri, method: .get, headers: headers)
        #expect(response.status == (tag == nil ? .ok : .notModified), "\(held) \(accepted)")
        if let tag { #expect(response.headers[.eTag] == tag) }
        #expect(response.headers[.vary] == "Accept, Accept-Encoding")
      }
    }
  }

  @Test(arguments: [
    ("gzip", true), ("gzip;q=0", false), ("br, *;q=0.1", true), ("*;q=0", false), ("GZIP", true),
    ("identity", false), ("", false), ("gzip;q=0, *", false), ("x-gzip", true),
  ])
  func `gzip is taken where the field says so`(field: String, isTaken: Bool) async throws {
    try await TestDistrict().test { client in
      let response = try await client.execute(
        uri: "/openapi.json", method: .get, headers: [.acceptEncoding: field])
      #expect((response.headers[.contentEncoding] == "gzip") == isTaken)
    }
  }

  @Test func `what would not get shorter stays as it is`() async throws {
    try await TestDistrict().test { client in
      for (uri, status) in [("/healthz", 200), ("/v1/grids/none", 404)] {
        let response = try await client.execute(
          uri: uri, method: .get, headers: [.acceptEncoding: "gzip"])
        #expect(response.status.code == status)
        #expect(response.headers[.contentEncoding] == nil)
      }
    }
  }

  @Test func `long batches are packed while they go out`() async throws {
    let body = "[" + String(repeating: "[120.015,30.005],", count: 520_000) + "null]"
    try await TestDistrict().test { client in
      let response = try await client.execute(
        uri: "/v1/locate", method: .post,
        headers: [.contentType: "application/json", .acceptEncoding: "gzip"],
        body: ByteBuffer(string: body))
      #expect(response.headers[.contentEncoding] == "gzip")
      let text = String(decoding: try await Self.unpacked(response), as: UTF8.self)
      #expect(text.utf8.count > 16 << 20)
      #expect(text.split(separator: "},").count == 520_001)
      #expect(response.body.readableBytes < 1 << 20)
    }
  }
}
