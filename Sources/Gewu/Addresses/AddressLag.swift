import Synchronization
import Time
import Warehouse

/// How many rows of a data set wait for their addresses to be looked up in the current version of the register.
package struct AddressLag: Sendable, Equatable {
  package var dataset: String
  package var rows: Int
}

/// What was counted last, for those who ask often: to count looks at every row with an address.
final class CountedLag: Sendable {
  private let last = Mutex<(at: Moment, version: Int64, lags: [AddressLag])?>(nil)

  /// How long a count answers.
  private static let freshness = Duration.seconds(30)

  /// The last count where it is fresh and of the same version, else a new one.
  func lags(
    at now: Moment, version: Int64, count: () throws -> [AddressLag]
  ) rethrows -> [AddressLag] {
    let kept = last.withLock { last -> [AddressLag]? in
      guard let last, last.version == version else { return nil }
      // A clock that was put back says nothing of how long ago that was.
      let age = now.since(last.at)
      return age >= .zero && age < Self.freshness ? last.lags : nil
    }
    if let kept { return kept }
    let lags = try count()
    last.withLock { $0 = (now, version, lags) }
    return lags
  }
}

extension District {
  /// The rows whose addresses wait to be looked up, of each data set with an address in its place, in the order of
  /// their names; none where no register was loaded.
  ///
  /// - Parameter isFresh: whether they are counted now, or may have been within the last half minute.
  /// - Throws: `StoreError`.
  package func addressLags(isFresh: Bool = true) throws -> [AddressLag] {
    guard let version = try store.read({ try $0.registerVersion() })?.version else { return [] }
    let count = { try self.countLags(version: version) }
    return isFresh
      ? try count() : try lag.lags(at: store.clock.now(), version: version, count: count)
  }

  private func countLags(version: Int64) throws -> [AddressLag] {
    try store.read { session in
      try session.datasets().compactMap { entry in
        guard let field = try session.manifest(of: entry).addressField,
          try session.missingFields([field], of: entry).isEmpty
        else { return nil }
        return AddressLag(
          dataset: entry.name,
          rows: try session.rowsToMatch(of: entry, field: field, version: version))
      }.sorted { $0.dataset < $1.dataset }
    }
  }
}
