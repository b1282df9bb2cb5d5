import COpenSSL
import Crypto
import Foundation
import Testing

@testable import Access

/// Vectors of the standards; those of the modes are of IETF drafts and of GM/T 0042-2015, annex D.
@Suite struct `SM4 and SM3` {
  private static func cipher(_ key: String) throws -> SM4Cipher {
    try SM4Cipher(SymmetricKey(data: Data(count: KeyedSM3.length) + Data(hexadecimal: key)))
  }

  /// What the counter's stream makes of a text; of zeros it is the cipher of the counter itself.
  private static func stream(
    _ cipher: SM4Cipher, counter: [UInt8], _ text: [UInt8] = [UInt8](repeating: 0, count: 16)
  ) throws -> [UInt8] {
    var out = [UInt8](repeating: 0, count: text.count)
    try text.withUnsafeBufferPointer { text in
      try out.withUnsafeMutableBufferPointer { out in
        try cipher.crypt(text, counter: counter, into: #require(out.baseAddress))
      }
    }
    return out
  }

  @Test func `a block is that of GB_T 32907, once and a million times`() throws {
    let key = "0123456789abcdeffedcba9876543210"
    let cipher = try Self.cipher(key)
    var block = Array(Data(hexadecimal: key))
    block = try Self.stream(cipher, counter: block)
    #expect(Data(block) == Data(hexadecimal: "681edf34d206965e86b3e94f536e4246"))
    let zeros = [UInt8](repeating: 0, count: 16)
    try zeros.withUnsafeBufferPointer { zeros in
      try block.withUnsafeMutableBufferPointer { block in
        let start = try #require(block.baseAddress)
        for _ in 1..<1_000_000 { try cipher.crypt(zeros, counter: start, into: start) }
      }
    }
    #expect(Data(block) == Data(hexadecimal: "595298c7c6fd271f0402f804c33d3f66"))
  }

  @Test(arguments: [
    (
      "0123456789abcdeffedcba9876543210",
      "ac3236cb970cc20791364c395a1342d1a3cbc1878c6f30cd074cce385cdd70c7"
        + "f234bc0e24c11980fd1286310ce37b926e02fcd0faa0baf38b2933851d824514"
    ),
    (
      "fedcba98765432100123456789abcdef",
      "5dcccd25b95ab07417a08512ee160e2f8f661521cbbab44cc87138445bc29e5c"
        + "0ae0297205d62704173b21239b887f6c8cb5b800917a2488284bde9e16ea2906"
    ),
  ])
  func `the counter mode is that of draft-ribose-cfrg-sm4`(_ key: String, _ sealed: String) throws {
    let blocks = "abcdefab".map { String(repeating: $0, count: 16) }
    let counter = Array(Data(hexadecimal: "000102030405060708090a0b0c0d0e0f"))
    #expect(
      try Data(
        Self.stream(
          Self.cipher(key), counter: counter, Array(Data(hexadecimal: blocks.joined()))))
        == Data(hexadecimal: sealed))
  }

  @Test(arguments: [
    ("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
    (
      String(repeating: "abcd", count: 16),
      "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
    ),
  ])
  func `the digest is that of GB_T 32905`(_ text: String, _ digest: String) {
    var out = Data(count: KeyedSM3.length)
    let isDone = out.withUnsafeMutableBytes { out in
      EVP_Q_digest(nil, "SM3", nil, text, text.utf8.count, out.baseAddress, nil)
    }
    #expect(isDone == 1)
    #expect(out == Data(hexadecimal: digest))
  }

  @Test(arguments: [
    (
      Data(1...32),
      Data(
        String(repeating: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", count: 2).utf8
      ),
      "ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a"
    ),
    (
      Data(1...37), Data(repeating: 0xcd, count: 50),
      "220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae"
    ),
    (
      Data(repeating: 0x0b, count: 32), Data("Hi There".utf8),
      "c0ba18c68b90c88bc07de794bfc7d2c8d19ec31ed8773bc2b390c9604e0be11e"
    ),
    (
      Data("Jefe".utf8), Data("what do ya want for nothing?".utf8),
      "2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882"
    ),
  ])
  func `the keyed digest is that of GM_T 0042, in one part or several, again and again`(
    _ key: Data, _ text: Data, _ code: String
  ) throws {
    let digest = try KeyedSM3(SymmetricKey(data: key))
    for _ in 0..<2 {
      #expect(try Data(digest.code(of: Array(text))) == Data(hexadecimal: code))
      var parts = [UInt8](repeating: 0, count: KeyedSM3.length)
      try digest.begin()
      for byte in text { try withUnsafeBytes(of: byte) { try digest.add($0) } }
      try parts.withUnsafeMutableBufferPointer {
        try digest.finish(into: #require($0.baseAddress))
      }
      #expect(Data(parts) == Data(hexadecimal: code))
    }
  }

  /// By `openssl kdf -keylen 48 -kdfopt digest:SM3 -kdfopt hexkey:00 -kdfopt info:x HKDF`.
  @Test func `a key is derived as OpenSSL derives it`() throws {
    let known =
      "d6ce23fc418b6da29fcccf5d14b2029d7ab37479fbb55e772f9d3157a8c5b403"
      + "2384e58006924603093e7eabfd621e8b"
    let secret = SymmetricKey(data: [0])
    for count in [16, 32, 33, 48] {
      let key = SM3Code.deriveKey(secret, info: Array("x".utf8), bytes: count)
      #expect(key == SymmetricKey(data: Data(hexadecimal: known).prefix(count)))
    }
  }

  @Test func `no byte can be counted to another part of what is authenticated`() throws {
    let key = SealKey(
      profile: .sm4CTRWithSM3, secret: SymmetricKey(data: Data(0..<48)))
    let bound = Data("table\0kab".utf8)
    let sealed = try key.seal(Data("text".utf8), bound: bound)
    #expect(
      try key.open(sealed.text, tag: sealed.tag, nonce: sealed.nonce, bound: bound)
        == Data("text".utf8))
    // The same bytes, with the border between what is bound and the nonce one further.
    let all = bound + sealed.nonce + sealed.text
    for border in [bound.count - 1, bound.count + 1] {
      #expect(throws: CipherError.changed) {
        try key.open(
          all.dropFirst(border + 12), tag: sealed.tag,
          nonce: Data(all.dropFirst(border).prefix(12)), bound: Data(all.prefix(border)))
      }
    }
  }
}
