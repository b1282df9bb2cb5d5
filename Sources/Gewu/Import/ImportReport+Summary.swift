import Intake
import Foundation
import Warehouse

extension ImportReport {
  /// Whether a threshold was exceeded, so that nothing was changed.
  package var isRefused: Bool { status == .refused }

  /// Which threshold was exceeded and what to do, where the file was refused.
  package var reasonOfRefusal: String? { isRefused ? refusal ?? "a threshold was exceeded" : nil }

  /// What became of rows that an interrupted load had staged, where there were any.
  package var stageNote: String? { note }

  /// Whether this run put rows into quarantine.
  ///
  /// False where an earlier report is repeated.
  package var hasQuarantined: Bool {
    quarantined > 0 && (status == .published || status == .dryRun)
  }

  /// What became of the rows, in a few lines for people.
  package var summary: String {
    var lines = ["\(file) → \(dataset): \(ending)"]
    let identity = [
      (inserted, "inserted"), (updated, "updated"), (unchanged, "unchanged"),
      (duplicate, "duplicate"), (quarantined, "quarantined"), (blank, "blank"),
    ]
    let terms = identity.map { "\($0.0) \($0.1)" }.joined(separator: " + ")
    lines.append("  \(read) read = \(terms)")
    var further = ["\(attached) attached", "\(unattached) unattached"]
    if retired > 0 { further.append("\(retired) retired") }
    further.append(String(format: "%.1f s", seconds))
    lines.append("  " + further.joined(separator: ", "))
    if let note { lines.append("  " + note) }
    if !reasons.isEmpty {
      let counts = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      lines.append("  reasons: " + counts.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    }
    lines += plan?.details ?? []
    if let batch, quarantined > 0 {
      lines.append("  see `gewu quarantine list --batch \(batch)`")
    }
    return lines.joined(separator: "\n")
  }

  private var ending: String {
    switch status {
    case .staged: "staged as batch \(batch ?? 0), not published; import it again to go on"
    case .published: "published as batch \(batch ?? 0)"
    case .unchanged: "the same file was imported before as batch \(batch ?? 0); nothing to do"
    case .refused: "refused, nothing was changed"
    case .dryRun: "dry run, nothing was kept"
    case .rolledBack: "batch \(batch ?? 0), rolled back since"
    }
  }
}
