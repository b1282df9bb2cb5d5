import Files
package import Time
import Warehouse

extension District {
  /// Makes a new store that is sealed from its first row on.
  ///
  /// - Parameters:
  ///   - keys: where its key is, or is to be made: where the store looks for it, too.
  ///   - comment: what is written into the file of a key that is made; the store's name is given.
  /// - Returns: the district, and where its key is.
  /// - Throws: `StoreError`; ``NoKeyForStore``, `SealFault`: then neither store nor key is left.
  package static func createSealed(
    at path: String, srid: Int = 4490, levels: [String], zone: String? = nil,
    clock: Clock = .system, by algorithms: SealAlgorithms? = nil, keys: KeySource,
    comment: (_ store: String) -> String
  ) throws -> (district: District, place: KeyPlace?) {
    let district = try create(
      at: path, srid: srid, levels: levels, zone: zone, clock: clock, key: keys.key)
    do {
      return (district, try district.seal(by: algorithms, keys: keys, comment: comment).place)
    } catch {
      district.store.remove()
      guard error is KeyFault || error is OutputError else { throw error }
      throw NoKeyForStore(cause: error)
    }
  }
}

/// A store was to be sealed and could not be given a key, so that none was made.
package struct NoKeyForStore: UseCaseError {
  /// Why there is no key.
  package let cause: any Error

  package var kind: FailureKind { FailureKind(cause) }
}
