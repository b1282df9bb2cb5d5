/// By which algorithms values are sealed, keys derived and digests keyed.
package enum SealProfile: UInt8, Sendable, CaseIterable {
  /// AES-256 in Galois/Counter Mode (NIST SP 800-38D), random nonces of 96 bits, tags of 128 bits; HKDF and HMAC
  /// over SHA-256.
  case aes256GCM = 1
  /// SM4 (GB/T 32907-2016) in counter mode, random nonces of 96 bits, then HMAC-SM3 (GB/T 32905-2016) with tags of
  /// 128 bits; HKDF and HMAC over SM3.
  case sm4CTRWithSM3 = 2

  /// As settings and output name it.
  package var name: String {
    switch self {
    case .aes256GCM: "aes-256-gcm"
    case .sm4CTRWithSM3: "sm4-ctr-hmac-sm3"
    }
  }

  /// As the command line names it.
  package var shortName: String {
    switch self {
    case .aes256GCM: "aes"
    case .sm4CTRWithSM3: "sm"
    }
  }

  /// The profile of a name.
  package init?(name: String) {
    guard let profile = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = profile
  }

  /// The profile of a name of the command line.
  package init?(shortName: String) {
    guard let profile = Self.allCases.first(where: { $0.shortName == shortName }) else {
      return nil
    }
    self = profile
  }

  /// Whether the system's library of ciphers has what it takes.
  package var isAvailable: Bool {
    switch self {
    case .aes256GCM: true
    case .sm4CTRWithSM3: SM4Cipher.isAvailable
    }
  }

  /// How long a key is that seals.
  var sealKeyLength: Int {
    switch self {
    case .aes256GCM: 32
    case .sm4CTRWithSM3: SM4Cipher.keyLength
    }
  }
}
