/// What becomes of a row when its file is imported after all files before it.
package enum RowFate: Hashable, Sendable {
  case blank, quarantined, inserted, updated, unchanged
  /// An earlier row of the file has its key, and stays.
  case duplicate
  /// An earlier row of the file has its key, and is replaced by this one.
  case replaces(row: Int)
  /// The same, where the store has what this one says: the earlier row changes nothing any more.
  case restores(row: Int)

  /// As the key of rows writes it: the name, with the number of the earlier row behind a colon.
  package var text: String {
    switch self {
    case .replaces(let row): "replaces:\(row)"
    case .restores(let row): "restores:\(row)"
    default: "\(self)"
    }
  }

  /// Reads what the key of rows says; nil for anything else.
  package init?(_ text: some StringProtocol) {
    switch text {
    case "blank": self = .blank
    case "quarantined": self = .quarantined
    case "inserted": self = .inserted
    case "updated": self = .updated
    case "unchanged": self = .unchanged
    case "duplicate": self = .duplicate
    default:
      let parts = text.split(separator: ":")
      guard parts.count == 2, let row = Int(parts[1]) else { return nil }
      switch parts[0] {
      case "replaces": self = .replaces(row: row)
      case "restores": self = .restores(row: row)
      default: return nil
      }
    }
  }
}
