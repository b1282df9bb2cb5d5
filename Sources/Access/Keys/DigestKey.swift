package import Crypto
package import Foundation

/// A key of keyed digests: HMAC-SHA-256 or HMAC-SM3, as its profile says.
package struct DigestKey: Sendable, Equatable {
  let profile: SealProfile
  let secret: SymmetricKey

  package init(_ profile: SealProfile, _ secret: SymmetricKey) {
    (self.profile, self.secret) = (profile, secret)
  }

  /// The 32 bytes of a value.
  package func code(of value: some DataProtocol) -> Data {
    switch profile {
    case .aes256GCM: Data(HMAC<SHA256>.authenticationCode(for: value, using: secret))
    case .sm4CTRWithSM3: Data(SM3Code.code(of: Array(value), by: secret))
    }
  }
}
