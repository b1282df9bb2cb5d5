import COpenSSL
package import Crypto

/// HMAC-SHA-256 (RFC 2104) of many short values under one key, on one thread: its first 128 bits.
///
/// libcrypto keeps the state behind the key from one value to the next.
package final class KeyedDigest {
  package static let length = 16
  private static let fullLength = 32

  private let context: OpaquePointer
  private let full = UnsafeMutablePointer<UInt8>.allocate(capacity: fullLength)

  package init(_ key: SymmetricKey) throws(CipherError) {
    guard let algorithm = EVP_MAC_fetch(nil, "HMAC", nil) else { throw .unavailable }
    defer { EVP_MAC_free(algorithm) }
    guard let context = EVP_MAC_CTX_new(algorithm) else { throw .unavailable }
    self.context = context
    var digest = Array("SHA256".utf8CString)
    let isReady = digest.withUnsafeMutableBufferPointer { name in
      let settings = [
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name.baseAddress, 0),
        OSSL_PARAM_construct_end(),
      ]
      return key.withUnsafeBytes { bytes in
        EVP_MAC_init(
          context, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count, settings) == 1
      }
    }
    guard isReady else { throw .unavailable }
  }

  deinit {
    EVP_MAC_CTX_free(context)
    full.deallocate()
  }

  /// Writes the 16 bytes of a value.
  package func write(
    of value: UnsafeBufferPointer<UInt8>, to out: UnsafeMutablePointer<UInt8>
  ) throws(CipherError) {
    var count = 0
    // Without a key it begins anew with the one that it has.
    guard EVP_MAC_init(context, nil, 0, nil) == 1,
      EVP_MAC_update(context, value.baseAddress, value.count) == 1,
      EVP_MAC_final(context, full, &count, Self.fullLength) == 1, count == Self.fullLength
    else { throw .unavailable }
    out.update(from: full, count: Self.length)
  }
}
