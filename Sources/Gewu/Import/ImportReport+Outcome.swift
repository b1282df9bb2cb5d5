import Intake
import Warehouse

extension ImportReport {
  /// Whether a threshold was exceeded, so that nothing was changed.
  package var isRefused: Bool { status == .refused }

  /// Whether this run put rows into quarantine.
  ///
  /// False where an earlier report is repeated.
  package var hasQuarantined: Bool {
    quarantined > 0 && (status == .published || status == .dryRun)
  }
}
