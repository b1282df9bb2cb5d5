import Foundation

/// The names by which a sealed store knows source files: `hmac:` and 64 hexadecimal digits of the HMAC
/// (RFC 2104, over SHA-256 or SM3, as the root's profile says) of the 64 digits of the SHA-256 of their bytes.
///
/// The SHA-256 itself would tell whoever has a file, or can make up all that a short one may say, that it was
/// loaded. The key never changes as long as a store lives, so that a file is known again after every rotation.
package struct FileNames: Sendable {
  /// What begins a name; a SHA-256 has none of it.
  package static let mark = "hmac:"

  private let key: DigestKey

  package init(_ ring: KeyRing) { key = ring.fileNameKey }

  /// The name of a file.
  ///
  /// - Parameter sha256: 64 hexadecimal digits, lower-case.
  package func name(of sha256: String) -> String {
    Self.mark + key.code(of: Data(sha256.utf8)).map { String(format: "%02x", $0) }.joined()
  }
}
