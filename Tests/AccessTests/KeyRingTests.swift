import Access
import Crypto
import Foundation
import Testing

/// What was wrapped and sealed here was so by another program, `cryptography` of Python, from the written form.
@Suite("A key ring")
struct KeyRingTests {
  static let store = "00112233445566778899aabbccddeeff"

  static func wrapped() -> [KeyRing.Wrapped] {
    let root =
      "000000000000000000000000ebf0e23cc55bb4cbf8d63dd7828e01692e7b1311d8a63c882262ed5a233a13dd"
      + "992690edb6490a8e5cc5364682be632e"
    let first =
      "010101010101010101010101bc899d38a9fed259d2615cf96616a8e2948a058ff4e66a59f6e47e19a906e669"
      + "3a7783d41c452bef19e9ee288dc02fde"
    return [
      KeyRing.Wrapped(version: 0, profile: .aes256GCM, secret: Data(hexadecimal: root)),
      KeyRing.Wrapped(version: 1, profile: .aes256GCM, secret: Data(hexadecimal: first)),
    ]
  }

  static func ring() throws -> KeyRing {
    try KeyRing(store: store, wrapped(), key: MasterKey(text: MasterKeyTests.text))
  }

  @Test("is opened by its master key, and derives the keys that never change")
  func derivation() throws {
    let ring = try Self.ring()
    #expect(ring.current.number == 1)
    #expect(ring.rowHashKey == SymmetricKey(hexadecimal: "9715f0cd16ade782da10bf15d3aadd66"))
    #expect(
      ring.subjectKey
        == SymmetricKey(
          hexadecimal: "81c50e302fb20a2ee58f5859dd404586e7a9920cbfbdad32196c8a16f1e497f3"))
    var later = ring
    later.rotate()
    #expect(later.rowHashKey == ring.rowHashKey)
    #expect(later.subjectKey == ring.subjectKey)
  }

  @Test("is opened by no other key, for no other store, and not where anything was exchanged")
  func refusals() throws {
    let key = try MasterKey(text: MasterKeyTests.text)
    func refusal(_ store: String, _ wrapped: [KeyRing.Wrapped], _ key: MasterKey) -> KeyRingError? {
      do {
        _ = try KeyRing(store: store, wrapped, key: key)
        return nil
      } catch {
        return error
      }
    }
    let wrapped = Self.wrapped()
    #expect(refusal(Self.store, wrapped, .random()) == .wrongKey)
    #expect(refusal(Self.store.replacing("00", with: "01"), wrapped, key) == .wrongKey)
    #expect(refusal(Self.store, [wrapped[0]], key) == .incomplete)
    #expect(refusal(Self.store, [wrapped[1]], key) == .incomplete)
    var exchanged = wrapped
    (exchanged[0].version, exchanged[1].version) = (1, 0)
    #expect(refusal(Self.store, exchanged, key) == .wrongKey)
    for byte in wrapped[1].secret.indices {
      var changed = wrapped
      changed[1].secret[byte] ^= 1
      #expect(refusal(Self.store, changed, key) == .wrongKey)
    }
  }

  @Test("is wrapped by another master key without a change of its secrets")
  func rewrapping() throws {
    var ring = try Self.ring()
    ring.rotate()
    let sealed = try Sealer(ring, family: "personal")
      .seal(Data("text".utf8), at: SealPlace(table: "t", row: 1))
    let other = MasterKey.random()
    let wrapped = try ring.wrapped(by: other)
    #expect(wrapped.map(\.version) == [0, 1, 2])
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
