package import Crypto
package import Foundation

/// The keys of one store: a root that never changes, and versions of the secret that values are sealed under.
///
/// The store keeps them wrapped by the master key, which it does not have (the design of HashiCorp Vault's
/// transit engine): the newest version seals, every version opens, and values move from an old one to the newest
/// by being opened and sealed again. Another master key wraps the same secrets anew, and no row changes.
package struct KeyRing: Sendable {
  /// The store that the keys are for: 32 hexadecimal digits made at random with it.
  package let store: String
  /// Whose labels ``KeyLabel/rowHash``, ``KeyLabel/subjectKey`` and ``KeyLabel/fileName`` are.
  private let root: KeyVersion
  /// From 1 on, the oldest first; what has been withdrawn is not among them.
  package private(set) var versions: [KeyVersion]

  /// A new ring with one version.
  ///
  /// - Parameter profile: one that is available here; also that of the root, which never changes.
  package init(store: String, profile: SealProfile = .aes256GCM) {
    self.store = store
    root = KeyVersion(number: 0, profile: profile)
    versions = [KeyVersion(number: 1, profile: profile)]
  }

  /// The version that seals.
  package var current: KeyVersion { versions[versions.count - 1] }

  /// The version of a number, where the ring has it.
  package func version(_ number: UInt32) -> KeyVersion? {
    versions.last { $0.number == number }
  }

  /// Adds a version, which seals from now on.
  ///
  /// - Parameter profile: one that is available here; that of the newest version where none is given.
  package mutating func rotate(profile: SealProfile? = nil) {
    versions.append(
      KeyVersion(number: current.number + 1, profile: profile ?? current.profile))
  }

  /// Takes out the versions before the newest: what is still sealed under them can never be opened again.
  package mutating func withdrawFormer() { versions = [current] }

  /// The 128-bit key of the hash that rows are known by.
  package var rowHashKey: SymmetricKey {
    root.key(.rowHash, bytes: 16)
  }

  /// Its bytes.
  package var rowHashBytes: [UInt8] { rowHashKey.withUnsafeBytes { Array($0) } }

  /// The key of what rows of a table are known by where their own key is personal.
  ///
  /// It never changes as long as a store lives: rows of later files are known again by it.
  package func keyDigestKey(table: String) -> DigestKey {
    root.digestKey(.rowHash, ["key", table])
  }

  /// The key of the index of a column under the newest version.
  package func indexKey(table: String, column: String) -> DigestKey {
    current.digestKey(.index, [table, column])
  }

  /// The key that names of subjects are made with.
  package var subjectKey: SymmetricKey { root.key(.subjectKey) }

  /// The same key, with the algorithm of the digests that are made by it.
  package var subjectDigestKey: DigestKey { root.digestKey(.subjectKey) }

  /// The key that names of source files are made with.
  var fileNameKey: DigestKey { root.digestKey(.fileName) }
}

/// One secret of a ring.
package struct KeyVersion: Sendable {
  package let number: UInt32
  /// By which algorithms it seals, and keys are derived from it.
  package let profile: SealProfile
  let secret: SymmetricKey

  init(number: UInt32, profile: SealProfile, secret: SymmetricKey = SymmetricKey(size: .bits256)) {
    (self.number, self.profile, self.secret) = (number, profile, secret)
  }

  /// The key of a label and what it is for.
  func key(_ label: KeyLabel, _ context: [String] = [], bytes: Int = 32) -> SymmetricKey {
    KeyDerivation.derive(secret, label, context, bytes: bytes, by: profile)
  }

  /// The key of keyed digests of a label.
  func digestKey(_ label: KeyLabel, _ context: [String] = []) -> DigestKey {
    DigestKey(profile, key(label, context))
  }

  /// The key that what it is for is sealed under.
  func sealKey(_ context: [String]) -> SealKey {
    SealKey(profile: profile, secret: key(.seal, context, bytes: profile.sealKeyLength))
  }
}

extension KeyRing {
  /// A secret as the store keeps it.
  package struct Wrapped: Sendable, Equatable {
    /// 0 for the root.
    package var version: UInt32
    /// By which algorithms it is wrapped, and seals.
    package var profile: SealProfile
    /// 12 bytes of nonce, the secret sealed, 16 bytes of tag.
    package var secret: Data

    package init(version: UInt32, profile: SealProfile, secret: Data) {
      (self.version, self.profile, self.secret) = (version, profile, secret)
    }
  }

  /// The secrets, wrapped by a master key; the root first.
  package func wrapped(by key: MasterKey) throws -> [Wrapped] {
    try ([root] + versions).map { version in
      let sealed = try Self.wrappingKey(key, store, version.profile).seal(
        version.secret.withUnsafeBytes { Data($0) },
        bound: Self.binding(store, version.number, version.profile))
      return Wrapped(
        version: version.number, profile: version.profile,
        secret: sealed.nonce + sealed.text + sealed.tag)
    }
  }

  /// The ring that a store keeps.
  ///
  /// - Throws: `KeyRingError` where the key is another store's, what is kept was changed, or a profile cannot be
  ///   had here.
  package init(store: String, _ wrapped: [Wrapped], key: MasterKey) throws(KeyRingError) {
    var root: KeyVersion?
    var versions: [KeyVersion] = []
    for one in wrapped.sorted(by: { $0.version < $1.version }) {
      guard one.profile.isAvailable else { throw .missing(one.profile) }
      let (nonce, rest) = (one.secret.prefix(12), one.secret.dropFirst(12))
      guard rest.count > 16,
        let secret = try? Self.wrappingKey(key, store, one.profile).open(
          rest.dropLast(16), tag: rest.suffix(16), nonce: Data(nonce),
          bound: Self.binding(store, one.version, one.profile))
      else { throw .wrongKey }
      let opened = KeyVersion(
        number: one.version, profile: one.profile, secret: SymmetricKey(data: secret))
      if opened.number == 0 { root = opened } else { versions.append(opened) }
    }
    guard let root, !versions.isEmpty else { throw .incomplete }
    self.store = store
    self.root = root
    self.versions = versions
  }

  private static func wrappingKey(
    _ key: MasterKey, _ store: String, _ profile: SealProfile
  ) -> SealKey {
    SealKey(
      profile: profile,
      secret: KeyDerivation.derive(
        key.secret, .wrap, [store], bytes: profile.sealKeyLength, by: profile))
  }

  /// What a wrapped secret cannot be taken out of.
  private static func binding(_ store: String, _ version: UInt32, _ profile: SealProfile) -> Data {
    // The root's is not among it, as it was not when there was one profile: under another nothing opens.
    Data("gewu/1/ring\0\(store)\0\(version)\0\(version == 0 ? "" : profile.name)".utf8)
  }
}

/// Why a ring cannot be had.
package enum KeyRingError: Error, Equatable {
  /// The master key does not open it: it is another store's, or the ring was changed.
  case wrongKey
  /// Secrets are missing.
  case incomplete
  /// The system's library of ciphers has not what a profile takes.
  case missing(SealProfile)
}
