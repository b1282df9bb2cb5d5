import Crypto

/// SHA-256 (FIPS 180-4), the name by which source files are known.
public enum ContentHash {
  /// The digest as 64 lower-case hexadecimal digits.
  public static func sha256(_ bytes: UnsafeRawBufferPointer) -> String {
    var hash = SHA256()
    hash.update(bufferPointer: bytes)
    return hash.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }

  /// The digest of a text's UTF-8.
  public static func sha256(_ text: String) -> String {
    Array(text.utf8).withUnsafeBytes { sha256($0) }
  }
}
