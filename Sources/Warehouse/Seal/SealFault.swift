package import Access

/// By which names a sealed store and its master key are known; both can be read without the key.
package struct SealIdentity: Sendable, Hashable {
  /// The store: 32 hexadecimal digits.
  package let store: String
  /// Its master key: ``Access/MasterKey/id``.
  package let key: String

  package init(store: String, key: String) { (self.store, self.key) = (store, key) }
}

/// Finds the master key of a store; nil where it is nowhere.
///
/// Asked when a key is first needed.
package typealias KeyFinder = @Sendable (SealIdentity) throws -> MasterKey?

/// Why something sealed could not be opened, or a store not be sealed.
package enum SealFault: Error, Sendable, Equatable {
  /// The store is sealed, and its key is nowhere.
  case noKey(path: String, SealIdentity)
  /// The key that was given is not the store's.
  case wrongKey(path: String, given: String, SealIdentity)
  /// The key is the store's, and does not open the ring, which was changed.
  case ringChanged(path: String)
  /// A value does not open: it was changed or moved.
  case changed(table: String, row: String)
  /// What was sealed by a version of the key that the store no longer has.
  case versionGone(table: String, row: String, version: UInt32)
  /// A sealed file does not open: it was changed, cut short or moved.
  case fileChanged(path: String)
  case alreadySealed(path: String)
  /// The store is sealed, by other algorithms than were asked for.
  case otherProfile(path: String, SealProfile)
  /// The system's library of ciphers has not the algorithms of a profile.
  case profileMissing(SealProfile)
  case notSealed(path: String)
}
