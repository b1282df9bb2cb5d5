package import Addresses
import GRDB

/// A row whose address was looked up, and what the register has there in full.
package struct MatchedRow: Sendable {
  /// The path that the file was imported from, and the data row there, from 1.
  package var file: String
  package var fileRow: Int64
  /// The full text of the entry; nil for none, and where the field is sealed.
  package var entry: String?
  package var level: AddressLevel
  /// `A`, `B`, `C` or `none`.
  package var matchClass: String
}

extension StoreTransaction {
  /// The current rows of a data set whose addresses were looked up, in the order of their numbers.
  package func matchedRows(of entry: DatasetEntry) throws -> [MatchedRow] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT b.file_name, r.source_row, o.full_address, m.level, m.class FROM address_match AS m
        JOIN \(SQLName.quoted(entry.table)) AS r ON r.id = m.row_id
        JOIN batch AS b ON b.id = r.from_batch
        LEFT JOIN address_occurrence AS o ON o.address_id = m.address_id AND o.to_version IS NULL
        WHERE m.dataset = ? AND r.to_batch IS NULL ORDER BY m.row_id
        """, arguments: [entry.name]
    ).compactMap { row in
      AddressLevel(name: row[3]).map { level in
        MatchedRow(
          file: row[0] ?? "", fileRow: row[1] ?? 0, entry: row[2], level: level,
          matchClass: row[4])
      }
    }
  }

  /// The full text of every address that the register has now, and its level.
  package func registerTexts() throws -> [(text: String, level: AddressLevel)] {
    try Row.fetchAll(
      db, sql: "SELECT full_address, level FROM address_occurrence WHERE to_version IS NULL"
    ).compactMap { row in AddressLevel(name: row[1]).map { (text: row[0], level: $0) } }
  }
}
