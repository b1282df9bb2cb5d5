import Foundation
public import Warehouse

/// Batches as a list shows them.
public enum BatchListing {
  /// The headings; those of numbers are true.
  public static let columns: [(name: String, isNumber: Bool)] = [
    ("batch", true), ("data set", false), ("file", false), ("status", false), ("read", true),
    ("inserted", true), ("updated", true), ("unchanged", true), ("retired", true),
    ("duplicate", true), ("quarantined", true), ("blank", true), ("attached", true),
    ("unattached", true),
  ]

  /// The values of one batch.
  public static func row(of batch: BatchRecord) -> [String] {
    let report = batch.report
    let name = report.file.split(separator: "/").last.map(String.init) ?? report.file
    let numbers = [
      report.read, report.inserted, report.updated, report.unchanged, report.retired,
      report.duplicate, report.quarantined, report.blank, report.attached, report.unattached,
    ]
    return ["\(report.batch ?? 0)", report.dataset, name, report.status.rawValue]
      + numbers.map { "\($0)" }
  }

  /// Everything that is known of one batch, a line each.
  public static func details(of batch: BatchRecord) -> [(name: String, value: String)] {
    var details = [
      ("file", "\(batch.report.file), \(batch.fileBytes) bytes, \(batch.encoding)"),
      ("sha-256", batch.fileHash), ("manifest", batch.manifestHash),
      ("started", batch.started), ("published", batch.ended ?? ""),
      ("generation", batch.generation.map { "\($0)" } ?? "none was active"),
      ("version", batch.toolVersion ?? ""),
    ]
    if let parent = batch.parentBatch { details.append(("replays", "batch \(parent)")) }
    if let time = batch.rolledBack { details.append(("rolled back", time)) }
    return details
  }

  /// What was thrown away with a staged batch.
  public static func discarding(of batch: BatchRecord) -> String {
    let report = batch.report
    return "batch \(report.batch ?? 0) is gone: \(report.read) rows of \(report.file) had been "
      + "staged"
  }

  /// What became of the rows of one batch.
  public static func summary(of batch: BatchRecord) -> String { batch.report.summary }
}
