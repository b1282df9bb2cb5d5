package import Warehouse

extension District {
  /// Examines the store: see ``Warehouse/Store/verify(isQuick:)``.
  ///
  /// - Throws: `StoreError` where it cannot be read at all.
  package func verify(isQuick: Bool = false) throws -> VerificationReport {
    try store.verify(isQuick: isQuick)
  }
}

extension VerificationReport {
  package var isClean: Bool { clean }
}
