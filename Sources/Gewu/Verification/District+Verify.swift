package import Warehouse

extension District {
  /// Examines the store, see ``Warehouse/Store/verify(isQuick:)``, the index files beside it, and whether what
  /// cells have and which homes stand out is what a recount gives.
  ///
  /// - Throws: `StoreError` where it cannot be read at all.
  package func verify(isQuick: Bool = false) throws -> VerificationReport {
    var report = try store.verify(isQuick: isQuick)
    report.checks.append(try checkProfile(isQuick: isQuick))
    report.checks.append(try checkUse(isQuick: isQuick))
    report.checks.append(try indexes.check(isQuick: isQuick))
    return report
  }
}

extension VerificationReport {
  package var isClean: Bool { clean }
}
