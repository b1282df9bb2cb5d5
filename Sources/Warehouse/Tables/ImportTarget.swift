/// The tables that an import writes rows to.
struct ImportTarget {
  /// Where new rows go.
  let rows: String
  /// Where the numbers of ended rows go; nil where the rows themselves are ended at once.
  let ended: String?

  /// The data set's own table.
  init(_ table: DatasetTable) {
    (rows, ended) = (table.name, nil)
  }

  /// Tables beside it, until the load is published.
  init(stageOf table: String) {
    rows = Self.stageName(of: table)
    ended = "\(rows)_ended"
  }

  /// Ends the current row of a number; batch and number are bound.
  var ending: String {
    if let ended { return "INSERT INTO \(SQLName.quoted(ended)) (batch, id) VALUES (?, ?)" }
    return "UPDATE \(SQLName.quoted(rows)) SET to_batch = ? WHERE id = ? AND to_batch IS NULL"
  }

  /// Takes the end of a row back.
  var reopening: String {
    if let ended { return "DELETE FROM \(SQLName.quoted(ended)) WHERE batch = ? AND id = ?" }
    return "UPDATE \(SQLName.quoted(rows)) SET to_batch = NULL WHERE to_batch = ? AND id = ?"
  }

  /// Deletes a row of the batch that another one of the file takes the place of.
  var deletion: String { "DELETE FROM \(SQLName.quoted(rows)) WHERE from_batch = ? AND id = ?" }

  private static func stageName(of table: String) -> String {
    "stage_" + (table.hasPrefix("src_") ? String(table.dropFirst(4)) : table)
  }
}
