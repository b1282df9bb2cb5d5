import COpenSSL
import Crypto

/// HMAC (RFC 2104) of many short values under one key, on one thread: its first 128 bits.
///
/// By which hash, the key's profile says. The states behind the two padded keys are kept and copied for each
/// value. By libcrypto's structure of SHA-256 that takes 0.13 µs for an identifier; its `EVP_MAC` looks names of
/// parameters up anew for each value, and takes three times as long.
package final class KeyedDigest {
  package static let length = 16

  // Side by side and not an enum: copying one out of it for each value takes as long as the digest.
  private let inner: SHA256_CTX
  private let outer: SHA256_CTX
  private let sm3: KeyedSM3?
  private let full = UnsafeMutablePointer<UInt8>.allocate(capacity: Int(SHA256_DIGEST_LENGTH))

  package init(_ key: DigestKey) throws(CipherError) {
    switch key.profile {
    case .aes256GCM:
      let bytes = key.secret.withUnsafeBytes { Array($0) }
      (inner, outer) = (try Self.state(behind: bytes, 0x36), try Self.state(behind: bytes, 0x5c))
      sm3 = nil
    case .sm4CTRWithSM3:
      (inner, outer) = (SHA256_CTX(), SHA256_CTX())
      sm3 = try KeyedSM3(key.secret)
    }
  }

  deinit { full.deallocate() }

  /// The state behind a key that is filled up with zeros and padded.
  private static func state(behind key: [UInt8], _ pad: UInt8) throws(CipherError) -> SHA256_CTX {
    let blockLength = Int(SHA256_CBLOCK)
    guard key.count <= blockLength else { throw .unavailable }
    var block = [UInt8](repeating: pad, count: blockLength)
    for (index, byte) in key.enumerated() { block[index] ^= byte }
    var state = SHA256_CTX()
    guard SHA256_Init(&state) == 1, SHA256_Update(&state, block, blockLength) == 1 else {
      throw .unavailable
    }
    return state
  }

  /// Writes the 16 bytes of a value.
  package func write(
    of value: UnsafeBufferPointer<UInt8>, to out: UnsafeMutablePointer<UInt8>
  ) throws(CipherError) {
    if let sm3 {
      try sm3.begin()
      try sm3.add(UnsafeRawBufferPointer(value))
      try sm3.finish(into: full)
    } else {
      var (state, last) = (inner, outer)
      guard SHA256_Update(&state, value.baseAddress, value.count) == 1,
        SHA256_Final(full, &state) == 1,
        SHA256_Update(&last, full, Int(SHA256_DIGEST_LENGTH)) == 1,
        SHA256_Final(full, &last) == 1
      else { throw .unavailable }
    }
    out.update(from: full, count: Self.length)
  }
}
