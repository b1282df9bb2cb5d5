import Crypto
import Foundation

/// What a key is for.
///
/// Keys of different labels say nothing about each other.
package enum KeyLabel: String, Sendable, CaseIterable {
  /// Sealing values.
  case seal
  /// Finding sealed values that are equal.
  case index
  /// Knowing rows again. It never changes as long as a store lives.
  case rowHash = "row-hash"
  /// Naming subjects in what leaves the store. It never changes as long as a store lives.
  case subjectKey = "subject-key"
  /// Naming source files. It never changes as long as a store lives.
  case fileName = "file-name"
  /// Wrapping the secrets of a ring by the master key.
  case wrap
  /// The name of the master key.
  case name
}

/// Keys out of a secret: HKDF (RFC 5869) over SHA-256 or SM3, as the profile says, without salt, with
/// `gewu/1/LABEL` as its info, followed by a zero byte and each part of the context.
///
/// Secrets are 256 random bits, for which RFC 5869 (section 3.1) needs no salt.
enum KeyDerivation {
  /// - Parameter context: what the key is for within its label, each part with a zero byte before it; parts have none in them.
  static func derive(
    _ secret: SymmetricKey, _ label: KeyLabel, _ context: [String] = [], bytes: Int = 32,
    by profile: SealProfile = .aes256GCM
  ) -> SymmetricKey {
    let info = Array((["gewu/1/\(label.rawValue)"] + context).joined(separator: "\0").utf8)
    return switch profile {
    case .aes256GCM:
      HKDF<SHA256>.deriveKey(inputKeyMaterial: secret, info: info, outputByteCount: bytes)
    case .sm4CTRWithSM3: SM3Code.deriveKey(secret, info: info, bytes: bytes)
    }
  }
}

extension SymmetricKey {
  /// Two digits per byte.
  var hexadecimal: String {
    withUnsafeBytes { bytes in bytes.map { String(format: "%02x", $0) }.joined() }
  }
}
