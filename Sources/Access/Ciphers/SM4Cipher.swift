import COpenSSL
import Crypto

/// SM4 (GB/T 32907-2016) in counter mode, then HMAC-SM3 of what came out, under one key, on one thread.
///
/// libcrypto 3.0 has no SM4 in Galois/Counter Mode. So encryption and authentication are put together as RFC 7518
/// (section 5.2.2.1) does it with AES and SHA-2: the code is that of what is bound, the nonce, the sealed text
/// and the length of what is bound in bits (eight bytes, big-endian), so that no byte can be counted to another
/// part; its first 16 bytes are the tag, and are compared in constant time before anything is opened. The counter
/// is the nonce and four bytes that begin at 0.
final class SM4Cipher: TextCipher {
  /// 32 bytes for HMAC-SM3, then 16 for SM4.
  static let keyLength = KeyedSM3.length + 16
  static let nonceLength = 12
  static let tagLength = 16
  /// Nil where libcrypto has no SM4.
  private nonisolated(unsafe) static let algorithm = EVP_CIPHER_fetch(nil, "SM4-CTR", nil)

  static var isAvailable: Bool { algorithm != nil && KeyedSM3.isAvailable }

  private let context: OpaquePointer
  private let digest: KeyedSM3

  init(_ key: SymmetricKey) throws(CipherError) {
    let bytes = key.withUnsafeBytes { Array($0) }
    guard Self.isAvailable else { throw .missing }
    guard bytes.count == Self.keyLength, let context = EVP_CIPHER_CTX_new() else {
      throw .unavailable
    }
    self.context = context
    digest = try KeyedSM3(SymmetricKey(data: bytes.prefix(KeyedSM3.length)))
    let cipherKey = Array(bytes.dropFirst(KeyedSM3.length))
    guard EVP_EncryptInit_ex(context, Self.algorithm, nil, cipherKey, nil) == 1 else {
      throw .unavailable
    }
  }

  deinit { EVP_CIPHER_CTX_free(context) }

  func seal(
    _ text: UnsafeBufferPointer<UInt8>, nonce: UnsafePointer<UInt8>,
    bound: UnsafeBufferPointer<UInt8>, into out: UnsafeMutablePointer<UInt8>
  ) throws(CipherError) {
    try crypt(text, nonce: nonce, into: out)
    let sealed = UnsafeBufferPointer(start: UnsafePointer(out), count: text.count)
    try writeTag(of: sealed, nonce: nonce, bound: bound, to: out + text.count)
  }

  /// Opens a text.
  ///
  /// - Parameters:
  ///   - sealed: the sealed text and its tag.
  ///   - out: room for the text, in which nothing is written where the tag is another.
  /// - Throws: `CipherError.changed` where the tag is another.
  func open(
    _ sealed: UnsafeBufferPointer<UInt8>, nonce: UnsafePointer<UInt8>,
    bound: UnsafeBufferPointer<UInt8>, into out: UnsafeMutablePointer<UInt8>
  ) throws(CipherError) {
    guard sealed.count >= Self.tagLength else { throw .changed }
    let text = UnsafeBufferPointer(rebasing: sealed.dropLast(Self.tagLength))
    let given = UnsafeBufferPointer(rebasing: sealed.suffix(Self.tagLength))
    try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.tagLength) {
      (tag) throws(CipherError) in
      let tag = tag.baseAddress.unsafelyUnwrapped
      try writeTag(of: text, nonce: nonce, bound: bound, to: tag)
      guard CRYPTO_memcmp(tag, given.baseAddress, Self.tagLength) == 0 else { throw .changed }
    }
    try crypt(text, nonce: nonce, into: out)
  }

  /// Adds the stream of the counter to a text: seals and opens.
  private func crypt(
    _ text: UnsafeBufferPointer<UInt8>, nonce: UnsafePointer<UInt8>,
    into out: UnsafeMutablePointer<UInt8>
  ) throws(CipherError) {
    try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) {
      (counter) throws(CipherError) in
      counter.initialize(repeating: 0)
      let start = counter.baseAddress.unsafelyUnwrapped
      start.update(from: nonce, count: Self.nonceLength)
      try crypt(text, counter: start, into: out)
    }
  }

  /// - Parameter counter: the first one, 16 bytes.
  func crypt(
    _ text: UnsafeBufferPointer<UInt8>, counter: UnsafePointer<UInt8>,
    into out: UnsafeMutablePointer<UInt8>
  ) throws(CipherError) {
    var count: Int32 = 0
    guard EVP_EncryptInit_ex(context, nil, nil, nil, counter) == 1,
      text.isEmpty
        || EVP_EncryptUpdate(context, out, &count, text.baseAddress, Int32(text.count)) == 1
    else { throw .unavailable }
  }

  private func writeTag(
    of sealed: UnsafeBufferPointer<UInt8>, nonce: UnsafePointer<UInt8>,
    bound: UnsafeBufferPointer<UInt8>, to out: UnsafeMutablePointer<UInt8>
  ) throws(CipherError) {
    try digest.begin()
    try digest.add(UnsafeRawBufferPointer(bound))
    try digest.add(UnsafeRawBufferPointer(start: nonce, count: Self.nonceLength))
    try digest.add(UnsafeRawBufferPointer(sealed))
    try withUnsafeTemporaryAllocation(byteCount: KeyedSM3.length, alignment: 8) {
      (bytes) throws(CipherError) in
      bytes.storeBytes(of: UInt64(bound.count * 8).bigEndian, as: UInt64.self)
      try digest.add(UnsafeRawBufferPointer(rebasing: bytes[..<8]))
      let code = bytes.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self)
      try digest.finish(into: code)
      out.update(from: code, count: Self.tagLength)
    }
  }
}
