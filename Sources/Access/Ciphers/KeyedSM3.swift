import COpenSSL
import Crypto

/// HMAC-SM3 (RFC 2104 over GB/T 32905-2016) of many texts under one key, on one thread.
///
/// The states behind the two padded keys are kept and copied for each text. A text may come in parts.
final class KeyedSM3 {
  static let length = 32
  private static let blockLength = 64
  /// Nil where libcrypto has no SM3.
  private nonisolated(unsafe) static let algorithm = EVP_MD_fetch(nil, "SM3", nil)

  static var isAvailable: Bool { algorithm != nil }

  private let inner: OpaquePointer
  private let outer: OpaquePointer
  private let work: OpaquePointer

  /// - Parameter key: at most 64 bytes.
  init(_ key: SymmetricKey) throws(CipherError) {
    let bytes = key.withUnsafeBytes { Array($0) }
    guard Self.isAvailable else { throw .missing }
    guard bytes.count <= Self.blockLength, let inner = EVP_MD_CTX_new(),
      let outer = EVP_MD_CTX_new(), let work = EVP_MD_CTX_new()
    else { throw .unavailable }
    (self.inner, self.outer, self.work) = (inner, outer, work)
    try Self.begin(inner, behind: bytes, 0x36)
    try Self.begin(outer, behind: bytes, 0x5c)
  }

  deinit {
    for context in [inner, outer, work] { EVP_MD_CTX_free(context) }
  }

  /// Brings a state behind a key that is filled up with zeros and padded.
  private static func begin(
    _ state: OpaquePointer, behind key: [UInt8], _ pad: UInt8
  ) throws(CipherError) {
    var block = [UInt8](repeating: pad, count: blockLength)
    for (index, byte) in key.enumerated() { block[index] ^= byte }
    guard EVP_DigestInit_ex(state, algorithm, nil) == 1,
      EVP_DigestUpdate(state, block, blockLength) == 1
    else { throw .unavailable }
  }

  /// Begins a text.
  func begin() throws(CipherError) {
    guard EVP_MD_CTX_copy_ex(work, inner) == 1 else { throw .unavailable }
  }

  /// Adds a part of the text.
  func add(_ part: UnsafeRawBufferPointer) throws(CipherError) {
    guard part.isEmpty || EVP_DigestUpdate(work, part.baseAddress, part.count) == 1 else {
      throw .unavailable
    }
  }

  /// Writes the 32 bytes of the text.
  func finish(into out: UnsafeMutablePointer<UInt8>) throws(CipherError) {
    guard EVP_DigestFinal_ex(work, out, nil) == 1, EVP_MD_CTX_copy_ex(work, outer) == 1,
      EVP_DigestUpdate(work, out, Self.length) == 1, EVP_DigestFinal_ex(work, out, nil) == 1
    else { throw .unavailable }
  }

  /// The 32 bytes of a text.
  func code(of text: [UInt8]) throws -> [UInt8] {
    try begin()
    try text.withUnsafeBytes { try add($0) }
    var code = [UInt8](repeating: 0, count: Self.length)
    try code.withUnsafeMutableBufferPointer {
      try finish(into: $0.baseAddress.unsafelyUnwrapped)
    }
    return code
  }
}
