public import Warehouse

extension District {
  /// Examines the store: see ``Warehouse/Store/verify(isQuick:)``.
  ///
  /// - Throws: `StoreError` where it cannot be read at all.
  public func verify(isQuick: Bool = false) throws -> VerificationReport {
    try store.verify(isQuick: isQuick)
  }
}
