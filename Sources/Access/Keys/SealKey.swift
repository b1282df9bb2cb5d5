import Crypto
import Foundation

/// A key that texts are sealed under, one at a time, by the algorithms of its profile.
struct SealKey: Sendable {
  let profile: SealProfile
  let secret: SymmetricKey

  /// A text as it is sealed; the tag is 16 bytes.
  struct Sealed {
    let nonce: Data
    let text: Data
    let tag: Data
  }

  /// Seals a text.
  ///
  /// - Parameters:
  ///   - nonce: 12 bytes, never the same twice; random ones where none are given.
  ///   - bound: what is authenticated with it.
  func seal(_ text: some DataProtocol, nonce: Data? = nil, bound: Data) throws -> Sealed {
    switch profile {
    case .aes256GCM:
      let nonce = try nonce.map { try AES.GCM.Nonce(data: $0) } ?? AES.GCM.Nonce()
      let box = try AES.GCM.seal(text, using: secret, nonce: nonce, authenticating: bound)
      return Sealed(nonce: Data(box.nonce), text: box.ciphertext, tag: box.tag)
    case .sm4CTRWithSM3:
      let nonce = nonce ?? Data(AES.GCM.Nonce())
      let cipher = try SM4Cipher(secret)
      let sealed = try Self.bytes(text.count + SM4Cipher.tagLength, Array(text), nonce, bound) {
        try cipher.seal($0, nonce: $1, bound: $2, into: $3)
      }
      return Sealed(
        nonce: nonce, text: sealed.prefix(text.count), tag: sealed.suffix(SM4Cipher.tagLength))
    }
  }

  /// Opens a text.
  ///
  /// - Throws: `CipherError.changed` where the tag is not that of all the others; what the library of ciphers refuses.
  func open(
    _ text: some DataProtocol, tag: some DataProtocol, nonce: Data, bound: Data
  ) throws -> Data {
    switch profile {
    case .aes256GCM:
      do {
        let box = try AES.GCM.SealedBox(
          nonce: AES.GCM.Nonce(data: nonce), ciphertext: text, tag: tag)
        return try AES.GCM.open(box, using: secret, authenticating: bound)
      } catch {
        throw CipherError.changed
      }
    case .sm4CTRWithSM3:
      let cipher = try SM4Cipher(secret)
      return try Self.bytes(text.count, Array(text) + Array(tag), nonce, bound) {
        try cipher.open($0, nonce: $1, bound: $2, into: $3)
      }
    }
  }

  /// What seals many short texts under the key.
  func cipher() throws(CipherError) -> any TextCipher {
    switch profile {
    case .aes256GCM: try GCMCipher(secret)
    case .sm4CTRWithSM3: try SM4Cipher(secret)
    }
  }

  /// The bytes that a cipher writes.
  private static func bytes(
    _ count: Int, _ text: [UInt8], _ nonce: Data, _ bound: Data,
    _ write: (
      _ text: UnsafeBufferPointer<UInt8>, _ nonce: UnsafePointer<UInt8>,
      _ bound: UnsafeBufferPointer<UInt8>, _ out: UnsafeMutablePointer<UInt8>
    ) throws -> Void
  ) throws -> Data {
    let (nonce, bound) = (Array(nonce), Array(bound))
    guard nonce.count == SM4Cipher.nonceLength else { throw CipherError.changed }
    let out = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, count))
    defer { out.deallocate() }
    try text.withUnsafeBufferPointer { text in
      try bound.withUnsafeBufferPointer { bound in try write(text, nonce, bound, out) }
    }
    return Data(bytes: out, count: count)
  }
}
