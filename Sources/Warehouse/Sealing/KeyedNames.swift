import Access
import GRDB

/// The names of source files in the tables of a store that is given a key: keyed ones in the place of SHA-256.
enum KeyedNames {
  /// Gives every source file its keyed name; those that have one keep it.
  ///
  /// Notes that what was written over may still stand in the file, where there was anything.
  static func give(_ names: FileNames, _ db: Database) throws {
    db.add(
      function: DatabaseFunction("gewu_file_name", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map(names.name)
      })
    // Batches refer to files by their names.
    try db.execute(
      sql: "PRAGMA secure_delete = ON; PRAGMA defer_foreign_keys = ON")
    let isClear = "NOT LIKE '\(FileNames.mark)%'"
    let staged = "json_extract(checkpoint, '$.origin.file')"
    try db.execute(
      sql: "UPDATE source_file SET sha256 = gewu_file_name(sha256) WHERE sha256 \(isClear)")
    let count = db.changesCount
    try db.execute(
      sql: """
        UPDATE batch SET file_sha256 = gewu_file_name(file_sha256) WHERE file_sha256 \(isClear);
        UPDATE batch SET checkpoint = json_set(checkpoint, '$.origin.file', gewu_file_name(\(staged)))
          WHERE \(staged) \(isClear);
        """)
    if count > 0 { try StoreSeal.noteResidue(db) }
  }
}
