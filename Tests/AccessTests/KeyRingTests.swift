import Crypto
import Foundation
import Testing

@testable import Access

/// What was wrapped and sealed here was so by another program, `cryptography` of Python, from the written form.
@Suite("A key ring")
struct KeyRingTests {
  static let store = "00112233445566778899aabbccddeeff"

  static func wrapped(_ profile: SealProfile = .aes256GCM) -> [KeyRing.Wrapped] {
    let vectors = SealVectors(profile)
    return [vectors.root, vectors.first].enumerated().map { version, secret in
      KeyRing.Wrapped(
        version: UInt32(version), profile: profile, secret: Data(hexadecimal: secret))
    }
  }

  static func ring(_ profile: SealProfile = .aes256GCM) throws -> KeyRing {
    try KeyRing(store: store, wrapped(profile), key: MasterKey(text: MasterKeyTests.text))
  }

  @Test(
    "is opened by its master key, and derives the keys that never change",
    arguments: SealProfile.allCases)
  func derivation(_ profile: SealProfile) throws {
    let (ring, vectors) = (try Self.ring(profile), SealVectors(profile))
    #expect(ring.current.number == 1)
    #expect(ring.rowHashKey == SymmetricKey(hexadecimal: vectors.rowHashKey))
    #expect(ring.subjectKey == SymmetricKey(hexadecimal: vectors.subjectKey))
    var later = ring
    for profile in SealProfile.allCases { later.rotate(profile: profile) }
    #expect(later.keyDigestKey(table: "t") == ring.keyDigestKey(table: "t"))
    #expect(later.rowHashKey == ring.rowHashKey)
    #expect(later.subjectKey == ring.subjectKey)
  }

  @Test(
    "is opened by no other key, for no other store, and not where anything was exchanged",
    arguments: SealProfile.allCases)
  func refusals(_ profile: SealProfile) throws {
    let key = try MasterKey(text: MasterKeyTests.text)
    func refusal(_ store: String, _ wrapped: [KeyRing.Wrapped], _ key: MasterKey) -> KeyRingError? {
      do {
        _ = try KeyRing(store: store, wrapped, key: key)
        return nil
      } catch {
        return error
      }
    }
    let wrapped = Self.wrapped(profile)
    #expect(refusal(Self.store, wrapped, .random()) == .wrongKey)
    #expect(refusal(Self.store.replacing("00", with: "01"), wrapped, key) == .wrongKey)
    #expect(refusal(Self.store, [wrapped[0]], key) == .incomplete)
    #expect(refusal(Self.store, [wrapped[1]], key) == .incomplete)
    var exchanged = wrapped
    (exchanged[0].version, exchanged[1].version) = (1, 0)
    #expect(refusal(Self.store, exchanged, key) == .wrongKey)
    // Nor where another profile is said of one.
    for index in wrapped.indices {
      for other in SealProfile.allCases where other != profile {
        var named = wrapped
        named[index].profile = other
        #expect(refusal(Self.store, named, key) == .wrongKey)
      }
      var cut = wrapped
      cut[index].secret = cut[index].secret.prefix(20)
      #expect(refusal(Self.store, cut, key) == .wrongKey)
    }
    for byte in wrapped[1].secret.indices {
      var changed = wrapped
      changed[1].secret[byte] ^= 1
      #expect(refusal(Self.store, changed, key) == .wrongKey)
    }
  }

  @Test(
    "is wrapped by another master key without a change of its secrets",
    arguments: SealProfile.allCases, SealProfile.allCases)
  func rewrapping(_ profile: SealProfile, _ later: SealProfile) throws {
    var ring = try Self.ring(profile)
    ring.rotate(profile: later)
    let sealed = try Sealer(ring, family: "personal")
      .seal(Data("text".utf8), at: SealPlace(table: "t", row: 1))
    let other = MasterKey.random()
    let wrapped = try ring.wrapped(by: other)
    #expect(wrapped.map(\.version) == [0, 1, 2])
    #expect(wrapped.map(\.profile) == [profile, profile, later])
    let opened = try KeyRing(store: Self.store, wrapped, key: other)
    #expect(opened.subjectKey == ring.subjectKey)
    #expect(
      try Sealer(opened, family: "personal").open(sealed, at: SealPlace(table: "t", row: 1))
        == Data("text".utf8))
    #expect(throws: KeyRingError.wrongKey) {
      try KeyRing(store: Self.store, wrapped, key: MasterKey(text: MasterKeyTests.text))
    }
  }
}

extension Data {
  /// The bytes of pairs of hexadecimal digits.
  init(hexadecimal digits: String) {
    let nibbles = digits.compactMap(\.hexDigitValue)
    self.init(
      stride(from: 0, to: nibbles.count, by: 2).map { UInt8(nibbles[$0] << 4 | nibbles[$0 + 1]) })
  }
}

extension SymmetricKey {
  fileprivate init(hexadecimal digits: String) { self.init(data: Data(hexadecimal: digits)) }
}
