import GRDB
package import Time

/// One transaction on a store: what is read in it is one state, what is written
/// in it is kept whole or not at all.
///
/// It is handed to the closures of ``Store/read(_:)`` and ``Store/write(_:)`` and
/// must not outlive them. None of its methods begins or ends a transaction, or takes the writer's
/// lock: that is the store's part, so that a use case can put several of them into one
/// transaction. A method that may have to take its own writes back uses a savepoint.
package struct StoreTransaction {
  package let store: Store
  /// The connection, for this target's own statements.
  let db: Database

  /// This moment, by the store's clock.
  package var now: Moment { store.clock.now() }
}
