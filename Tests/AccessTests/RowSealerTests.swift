import Crypto
import Foundation
import Testing

@testable import Access

@Suite struct `Sealing rows` {
  private static let row = SealedRow([
    1: .text("张三"), 2: .integer(-7), 3: .real(0.5), 4: .bytes(Data([0, 255])), 300: .text(""),
    5: .text(String(repeating: "x", count: 1_000)),
  ])

  @Test func `values come back as they were`() throws {
    #expect(try SealedRow(Self.row.encoded) == Self.row)
    #expect(try SealedRow(Data()) == SealedRow())
    for count in 1..<30 {
      // Cut anywhere, it is whole again only between two values.
      if let cut = try? SealedRow(Self.row.encoded.prefix(count)) {
        #expect(cut.values.allSatisfy { Self.row.values[$0.key] == $0.value })
      }
    }
  }

  @Test(arguments: [0, 1, 15, 16, 17, 160, 5_000], SealProfile.allCases)
  func `what seals many rows and what seals one write and read the same form`(
    _ count: Int, _ profile: SealProfile
  ) throws {
    var ring = KeyRing(store: "s", profile: profile)
    ring.rotate()
    let text = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    let sealer = try RowSealer(ring, family: "personal", table: "src_a")
    for row in [Int64(1), 7, .max] {
      var sealed = Data(count: count + SealedBlob.overhead)
      try sealed.withUnsafeMutableBytes { out in
        try text.withUnsafeBufferPointer {
          try sealer.seal($0, row: row, into: #require(out.bindMemory(to: UInt8.self).baseAddress))
        }
      }
      let place = SealPlace(table: "src_a", row: row)
      #expect(try Sealer(ring, family: "personal").open(sealed, at: place) == Data(text))
      let others = [SealPlace(table: "src_a", row: row - 1), SealPlace(table: "src_b", row: row)]
      for other in others {
        #expect(throws: SealError.changed) {
          try Sealer(ring, family: "personal").open(sealed, at: other)
        }
      }
      #expect(throws: SealError.changed) {
        try Sealer(ring, family: "secret").open(sealed, at: place)
      }
    }
  }

  @Test(arguments: SealProfile.allCases)
  func `no nonce comes twice`(_ profile: SealProfile) throws {
    let sealer = try RowSealer(
      KeyRing(store: "s", profile: profile), family: "personal", table: "t")
    let nonces = try (0..<2_000).map { Data(try sealer.seal(Self.row, at: $0)[6..<18]) }
    #expect(Set(nonces).count == nonces.count)
  }

  @Test(arguments: SealProfile.allCases)
  func `a digest is that of one value alone, whatever was computed before`(
    _ profile: SealProfile
  ) throws {
    let key = SymmetricKey(size: .bits256)
    let digest = try KeyedDigest(DigestKey(profile, key))
    for value in ["", "a", "990101198503121238", String(repeating: "长", count: 100)] {
      var found = Data(count: KeyedDigest.length)
      try found.withUnsafeMutableBytes { out in
        var value = value
        try value.withUTF8 {
          try digest.write(of: $0, to: #require(out.bindMemory(to: UInt8.self).baseAddress))
        }
      }
      #expect(found == DigestKey(profile, key).code(of: Data(value.utf8)).prefix(16))
    }
  }

  @Test(arguments: SealProfile.allCases)
  func `the index of a column is the same from both`(_ profile: SealProfile) throws {
    let ring = KeyRing(store: "s", profile: profile)
    let digest = try KeyedDigest(ring.indexKey(table: "t", column: "c"))
    var entry = Data(count: 16)
    try entry.withUnsafeMutableBytes { out in
      try Array("v".utf8).withUnsafeBufferPointer {
        try digest.write(of: $0, to: #require(out.bindMemory(to: UInt8.self).baseAddress))
      }
    }
    #expect(entry == BlindIndex(ring, table: "t", column: "c").entry(of: Data("v".utf8)))
    #expect(ring.indexKey(table: "t", column: "c") != ring.indexKey(table: "t", column: "d"))
    #expect(ring.keyDigestKey(table: "t") != ring.keyDigestKey(table: "u"))
  }
}
