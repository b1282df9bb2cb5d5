import COpenSSL
import Crypto

/// AES-256 in Galois/Counter Mode (NIST SP 800-38D) for many short texts under one key, on one thread.
///
/// libcrypto keeps the expanded key from one text to the next, where swift-crypto makes it anew for each: a
/// row of 160 bytes takes a third of the time. Both write the same bytes.
final class GCMCipher: TextCipher {
  static let tagLength = 16

  private let context: OpaquePointer

  init(_ key: SymmetricKey) throws(CipherError) {
    guard let context = EVP_CIPHER_CTX_new() else { throw .unavailable }
    self.context = context
    let isReady = key.withUnsafeBytes { bytes in
      EVP_EncryptInit_ex(
        context, EVP_aes_256_gcm(), nil, bytes.bindMemory(to: UInt8.self).baseAddress, nil) == 1
    }
    guard isReady else { throw .unavailable }
  }

  deinit { EVP_CIPHER_CTX_free(context) }

  func seal(
    _ text: UnsafeBufferPointer<UInt8>, nonce: UnsafePointer<UInt8>,
    bound: UnsafeBufferPointer<UInt8>, into out: UnsafeMutablePointer<UInt8>
  ) throws(CipherError) {
    var count: Int32 = 0
    guard EVP_EncryptInit_ex(context, nil, nil, nil, nonce) == 1,
      EVP_EncryptUpdate(context, nil, &count, bound.baseAddress, Int32(bound.count)) == 1,
      text.isEmpty
        || EVP_EncryptUpdate(context, out, &count, text.baseAddress, Int32(text.count)) == 1,
      EVP_EncryptFinal_ex(context, out + text.count, &count) == 1,
      EVP_CIPHER_CTX_ctrl(
        context, EVP_CTRL_AEAD_GET_TAG, Int32(Self.tagLength), out + text.count) == 1
    else { throw .unavailable }
  }
}
