import Crypto

/// SHA-256 (FIPS 180-4), the name by which source files are known.
package enum ContentHash {
  /// The digest as 64 lower-case hexadecimal digits.
  package static func sha256(_ bytes: UnsafeRawBufferPointer) -> String {
    var hash = SHA256()
    hash.update(bufferPointer: bytes)
    return hexadecimal(hash.finalize())
  }

  /// The digest of a file; what was read does not stay in memory.
  package static func sha256(_ file: FileBytes) -> String {
    var hash = SHA256()
    for start in stride(from: 0, to: file.bytes.count, by: window) {
      let part = start..<min(start + window, file.bytes.count)
      hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: file.bytes[part]))
      file.release(part)
    }
    return hexadecimal(hash.finalize())
  }

  /// The digest of the pieces that `body` hands on, each preceded by its length (eight bytes, the
  /// lowest first), so that the same bytes in other pieces have another digest.
  package static func sha256(
    pieces body: (_ add: (UnsafeRawBufferPointer) -> Void) throws -> Void
  ) rethrows -> String {
    var hash = SHA256()
    try body { piece in
      withUnsafeBytes(of: UInt64(piece.count).littleEndian) { hash.update(bufferPointer: $0) }
      hash.update(bufferPointer: piece)
    }
    return hexadecimal(hash.finalize())
  }

  /// The digest of bytes that go by.
  package struct Running {
    private var hash = SHA256()

    package init() {}

    package mutating func add(_ bytes: UnsafeRawBufferPointer) { hash.update(bufferPointer: bytes) }

    /// The digest of what was added so far.
    package var sha256: String { hexadecimal(hash.finalize()) }
  }

  private static let window = 4 << 20

  private static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * SHA256.byteCount)
    for byte in digest {
      for half in [byte >> 4, byte & 15] { digits.append(half < 10 ? 0x30 + half : 0x57 + half) }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// The digest of a text's UTF-8.
  package static func sha256(_ text: String) -> String { sha256(Array(text.utf8)) }

  /// The digest of some bytes.
  package static func sha256(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes { sha256($0) } }
}
