import GRDB
package import Time

/// What attaching the rows of one data set, or the reports, again did.
package struct AttachReport: Sendable, Equatable, Codable {
  /// The data set; nil for the reports.
  package var dataset: String?
  /// The generation that they are attached to now.
  package var generation: Int64
  /// How many were looked at: the current rows, all reports.
  package var rows = 0
  /// How many are in another cell than before, and were written.
  package var changed = 0
  /// How many have a cell now and had none.
  package var gained = 0
  /// How many had a cell and have none now.
  package var lost = 0
  /// How many have a cell now.
  package var attached = 0
  /// How many have none now.
  package var unattached = 0

  /// Begins with nothing looked at.
  package init(dataset: String?, generation: Int64) {
    self.dataset = dataset
    self.generation = generation
  }

  /// Counts one row with its cell before and after.
  mutating func count(from old: Int64?, to new: Int64?) {
    rows += 1
    if new == nil { unattached += 1 } else { attached += 1 }
    guard old != new else { return }
    changed += 1
    if old == nil { gained += 1 }
    if new == nil { lost += 1 }
  }
}

/// A cell that a row or a report was attached to before its present one.
package struct EarlierGrid: Sendable, Equatable, Codable, FetchableRecord {
  /// The generation that it was attached to.
  package var generation: Int64
  /// The code of the cell.
  package var code: String
  /// The level of the cell.
  package var level: String
  package var method: String?
  /// The generation whose cell took its place.
  package var untilGeneration: Int64
  /// When that was.
  package var until: Moment

  package enum CodingKeys: String, CodingKey {
    case generation, code, level, method, until
    case untilGeneration = "until_generation"
  }
}
