/// By which algorithms values are sealed.
package enum SealProfile: UInt8, Sendable, CaseIterable {
  /// AES-256 in Galois/Counter Mode (NIST SP 800-38D), random nonces of 96 bits, tags of 128 bits.
  case aes256GCM = 1

  /// As settings and output name it.
  package var name: String {
    switch self {
    case .aes256GCM: "aes-256-gcm"
    }
  }

  /// The profile of a name.
  package init?(name: String) {
    guard let profile = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = profile
  }
}
