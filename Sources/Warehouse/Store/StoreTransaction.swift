import GRDB
package import Time

/// One transaction on a store: what is read in it is one state, what is written
/// in it is kept whole or not at all.
///
/// It is handed to the closures of ``Store/read(_:)`` and ``Store/write(_:)`` and
/// must not outlive them.
package struct StoreTransaction {
  package let store: Store
  /// The connection, for this target's own statements.
  let db: Database

  /// This moment, by the store's clock.
  package var now: Moment { store.clock.now() }
}
