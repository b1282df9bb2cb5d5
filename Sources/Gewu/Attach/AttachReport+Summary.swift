public import Warehouse

extension AttachReport {
  /// What was done, in one line for people.
  public var summary: String {
    "\(dataset ?? "reports"): \(rows) looked at, \(changed) in another grid (\(gained) had none, "
      + "\(lost) have none now); \(attached) attached to generation \(generation), "
      + "\(unattached) not"
  }
}

extension [AttachReport] {
  /// What was done, a line each, and one of the sums where there are several.
  public var summary: String {
    var lines = map(\.summary)
    if count > 1 {
      let rows = reduce(0) { $0 + $1.rows }
      let changed = reduce(0) { $0 + $1.changed }
      lines.append("in all: \(rows) looked at, \(changed) in another grid")
    }
    return lines.joined(separator: "\n")
  }
}
