import Access

/// By which family of algorithms a store is sealed.
package enum SealAlgorithms: String, Sendable, CaseIterable {
  /// AES-256-GCM and SHA-256.
  case aes
  /// SM4 and SM3, of the national standards GB/T 32907 and GB/T 32905.
  case sm

  var profile: SealProfile {
    switch self {
    case .aes: .aes256GCM
    case .sm: .sm4CTRWithSM3
    }
  }
}
