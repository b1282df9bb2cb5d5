import Intake

extension ImportWriter {
  /// Asserts the identity, and that SQLite did what the plan says.
  func balance(_ report: ImportReport, path: String) throws {
    let isKept =
      report.isBalanced && counts.written == report.inserted + report.updated
      && counts.closed == report.updated + report.retired
      && counts.quarantined == report.quarantined
      && report.attached + report.unattached == report.inserted + report.updated
    guard isKept else {
      throw StoreError.failed(
        path: path,
        .unbalanced(
          written: counts.written, ended: counts.closed, quarantined: counts.quarantined,
          report: "\(report)"))
    }
  }
}
