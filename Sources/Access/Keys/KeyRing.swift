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
  private let root: SymmetricKey
  /// From 1 on, the oldest first; what has been withdrawn is not among them.
  package private(set) var versions: [KeyVersion]

  /// A new ring with one version.
  package init(store: String, profile: SealProfile = .aes256GCM) {
    self.store = store
    root = SymmetricKey(size: .bits256)
    versions = [KeyVersion(number: 1, profile: profile)]
  }

  /// The version that seals.
  package var current: KeyVersion { versions[versions.count - 1] }

  /// The version of a number, where the ring has it.
  package func version(_ number: UInt32) -> KeyVersion? {
    versions.last { $0.number == number }
  }

  /// Adds a version, which seals from now on.
  package mutating func rotate(profile: SealProfile? = nil) {
    versions.append(
      KeyVersion(number: current.number + 1, profile: profile ?? current.profile))
  }

  /// Takes out the versions before the newest: what is still sealed under them can never be opened again.
  package mutating func withdrawFormer() { versions = [current] }

  /// The 128-bit key of the hash that rows are known by.
  package var rowHashKey: SymmetricKey {
    KeyDerivation.derive(root, .rowHash, bytes: 16)
  }

  /// Its bytes.
  package var rowHashBytes: [UInt8] { rowHashKey.withUnsafeBytes { Array($0) } }

  /// The key of what rows of a table are known by where their own key is personal.
  ///
  /// It never changes as long as a store lives: rows of later files are known again by it.
  package func keyDigestKey(table: String) -> SymmetricKey {
    KeyDerivation.derive(root, .rowHash, ["key", table])
  }

  /// The key of the index of a column under the newest version.
  package func indexKey(table: String, column: String) -> SymmetricKey {
    current.key(.index, [table, column])
  }

  /// The key that names of subjects are made with.
  package var subjectKey: SymmetricKey { KeyDerivation.derive(root, .subjectKey) }

  /// The key that names of source files are made with.
  var fileNameKey: SymmetricKey { KeyDerivation.derive(root, .fileName) }
}

/// One secret of a ring.
package struct KeyVersion: Sendable {
  package let number: UInt32
  /// By which algorithms it seals.
  package let profile: SealProfile
  let secret: SymmetricKey

  init(number: UInt32, profile: SealProfile, secret: SymmetricKey = SymmetricKey(size: .bits256)) {
    (self.number, self.profile, self.secret) = (number, profile, secret)
  }

  /// The key of a label and what it is for.
  func key(_ label: KeyLabel, _ context: [String]) -> SymmetricKey {
    KeyDerivation.derive(secret, label, context)
  }
}

extension KeyRing {
  /// A secret as the store keeps it.
  package struct Wrapped: Sendable, Equatable {
    /// 0 for the root.
    package var version: UInt32
    package var profile: SealProfile
    /// 12 bytes of nonce, the secret sealed by AES-256-GCM, 16 bytes of tag.
    package var secret: Data

    package init(version: UInt32, profile: SealProfile, secret: Data) {
      (self.version, self.profile, self.secret) = (version, profile, secret)
    }
  }

  /// The secrets, wrapped by a master key; the root first.
  package func wrapped(by key: MasterKey) throws -> [Wrapped] {
    let wrapping = Self.wrappingKey(key, store)
    let secrets =
      [(UInt32(0), current.profile, root)] + versions.map { ($0.number, $0.profile, $0.secret) }
    return try secrets.map { number, profile, secret in
      let box = try AES.GCM.seal(
        secret.withUnsafeBytes { Data($0) }, using: wrapping,
        authenticating: Self.binding(store, number, profile))
      guard let combined = box.combined else { throw KeyRingError.wrongKey }
      return Wrapped(version: number, profile: profile, secret: combined)
    }
  }

  /// The ring that a store keeps.
  ///
  /// - Throws: `KeyRingError` where the key is another store's, or what is kept was changed.
  package init(store: String, _ wrapped: [Wrapped], key: MasterKey) throws(KeyRingError) {
    let wrapping = Self.wrappingKey(key, store)
    var root: SymmetricKey?
    var versions: [KeyVersion] = []
    for one in wrapped.sorted(by: { $0.version < $1.version }) {
      guard
        let secret = try? AES.GCM.open(
          AES.GCM.SealedBox(combined: one.secret), using: wrapping,
          authenticating: Self.binding(store, one.version, one.profile))
      else { throw .wrongKey }
      let opened = SymmetricKey(data: secret)
      if one.version == 0 {
        root = opened
      } else {
        versions.append(
          KeyVersion(number: one.version, profile: one.profile, secret: opened))
      }
    }
    guard let root, !versions.isEmpty else { throw .incomplete }
    self.store = store
    self.root = root
    self.versions = versions
  }

  private static func wrappingKey(_ key: MasterKey, _ store: String) -> SymmetricKey {
    KeyDerivation.derive(key.secret, .wrap, [store])
  }

  /// What a wrapped secret cannot be taken out of.
  private static func binding(_ store: String, _ version: UInt32, _ profile: SealProfile) -> Data {
    // The root's profile says nothing: it changes with the newest version's.
    Data("gewu/1/ring\0\(store)\0\(version)\0\(version == 0 ? "" : profile.name)".utf8)
  }
}

/// Why a ring cannot be had.
package enum KeyRingError: Error, Equatable {
  /// The master key does not open it: it is another store's, or the ring was changed.
  case wrongKey
  /// Secrets are missing.
  case incomplete
}
