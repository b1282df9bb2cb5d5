import Addresses
import Warehouse

/// What the register says of the addresses of the rows of one file.
package struct MatchedFile: Sendable {
  /// What it says of one row.
  package struct Row: Sendable {
    /// The data row in the file, from 1.
    package var row: Int
    /// The full text of the entry; nil for none, and where the field is sealed.
    package var entry: String?
    /// Whether the entry is equal, or the only one that it can be.
    package var isSure: Bool
    /// Whether the level is building or finer, and whether it is a room.
    package var isFine: Bool
    package var isRoom: Bool
  }

  package var dataset: String
  /// The path that the file was imported from.
  package var file: String
  package var rows: [Row]
}

extension District {
  /// The rows whose addresses were looked up, those of one file together; none where no register was loaded.
  ///
  /// - Throws: `StoreError`.
  package func forEachMatchedFile(_ body: (MatchedFile) throws -> Void) throws {
    try store.read { session in
      for entry in try session.datasets().sorted(by: { $0.name < $1.name }) {
        let files = Dictionary(grouping: try session.matchedRows(of: entry), by: \.file)
        for (file, rows) in files.sorted(by: { $0.key < $1.key }) {
          try body(
            MatchedFile(
              dataset: entry.name, file: file,
              rows: rows.map { row in
                MatchedFile.Row(
                  row: Int(row.fileRow), entry: row.entry,
                  isSure: row.matchClass == "A" || row.matchClass == "B",
                  isFine: row.level >= .building, isRoom: row.level == .room)
              }))
        }
      }
    }
  }

  /// The full texts of the addresses of the register now, and those of buildings and what is in them.
  ///
  /// - Throws: `StoreError`.
  package func registerTexts() throws -> (all: [String], fine: [String]) {
    let texts = try store.read { try $0.registerTexts() }
    return (texts.map(\.text), texts.filter { $0.level >= .building }.map(\.text))
  }
}
