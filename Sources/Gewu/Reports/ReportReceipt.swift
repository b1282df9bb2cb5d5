/// What the sender of a report is answered once it is on disk.
public struct ReportReceipt: Sendable, Equatable {
  /// The report as it is kept.
  public var report: Report
  /// Whether this submission made it; false where the same one came before.
  public var isNew: Bool
}
