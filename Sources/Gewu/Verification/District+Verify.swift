package import Warehouse

extension District {
  /// Examines the store, see ``Warehouse/Store/verify(isQuick:)``, and the index files beside it.
  ///
  /// - Throws: `StoreError` where it cannot be read at all.
  package func verify(isQuick: Bool = false) throws -> VerificationReport {
    var report = try store.verify(isQuick: isQuick)
    report.checks.append(try indexes.check(isQuick: isQuick))
    return report
  }
}

extension VerificationReport {
  package var isClean: Bool { clean }
}
