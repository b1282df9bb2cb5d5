package import Datasets
import GRDB
package import Tabular

/// The open refused rows of a batch or a data set as a table in the department's own layout.
///
/// The columns are those of the files, in their order; behind them stand the reasons and the number
/// by which a corrected row is known again. Where several files had other headings, a column that
/// only some of them had stands behind those of the latest.
///
/// The values are as they came, personal ones too: the table goes back to who owns them.
package struct QuarantineTable {
  package let dataset: String
  /// The headings of the department's own columns.
  package let headings: [String]
  /// The sheet that the rows stood in.
  package private(set) var sheet: String?
  /// What divides the fields of the department's files, where they are delimited text.
  package let delimiter: UInt8
  /// The columns in which at least one cell is a date, counted from 0.
  package private(set) var dateColumns: Set<Int> = []
  /// How many rows it has.
  package private(set) var count = 0

  /// Whether a row has more cells than there are columns, or is no row at all.
  private var hasSurplus = false
  private let outline: ManifestOutline
  private let batches: [Int64]
  private let layouts: [Int64: BatchLayout]
  /// For each batch, where its columns are among those of the table.
  private let places: [Int64: [Int]]
  /// The rows of each batch, read once.
  private var rows: [Int64: [TableRow]] = [:]
  private let seal: StoreSeal
  private let db: Database

  private struct TableRow {
    let entry: QuarantineEntry
    /// A cell for each of the table's own columns.
    let cells: [TableCell]
    let surplus: String
  }

  init(batch: Int64?, dataset: String, _ seal: StoreSeal, _ db: Database) throws {
    self.db = db
    self.seal = seal
    self.dataset = dataset
    let open = try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM batch AS b WHERE b.dataset = ?1 AND b.status = 'published'
          AND (?2 IS NULL OR b.id = ?2)
          AND EXISTS (SELECT 1 FROM quarantine AS q WHERE q.batch_id = b.id AND q.status = 'open')
        ORDER BY id
        """, arguments: [dataset, batch])
    batches = open
    var layouts: [Int64: BatchLayout] = [:]
    for batch in open { layouts[batch] = try BatchLayout(batch: batch, db) }
    self.layouts = layouts
    let manifest = try String.fetchOne(
      db, sql: "SELECT manifest FROM dataset WHERE name = ?", arguments: [dataset])
    outline = ManifestOutline(yaml: manifest ?? "")
    var columns = ColumnUnion()
    var places: [Int64: [Int]] = [:]
    for batch in open.reversed() { places[batch] = columns.add(layouts[batch]?.headings ?? []) }
    headings = columns.headings
    self.places = places
    sheet = open.last.flatMap { layouts[$0]?.sheet }
    delimiter = open.last.flatMap { layouts[$0]?.delimiter } ?? UInt8(ascii: ",")
    try survey()
  }

  /// All headings in their order.
  package func header(inChinese: Bool) -> [String] {
    headings + (hasSurplus ? [QuarantineColumns.surplus(inChinese: inChinese)] : [])
      + [QuarantineColumns.reasons(inChinese: inChinese), QuarantineColumns.number]
  }

  /// Writes the rows in the order of batches and rows.
  ///
  /// - Parameter sentence: what the reasons of a row are in words, with what the data set's fields
  ///   are called.
  package func write(
    sentence: ([QuarantinedRow.Reason], ManifestOutline) -> String,
    _ write: (_ cells: [TableCell], _ geometry: [UInt8]?) throws -> Void
  ) throws {
    for batch in batches {
      let reasons = try KeptArguments.reasons(
        db, ofRows: "SELECT id FROM quarantine WHERE batch_id = ?1 AND status = 'open'",
        arguments: [batch])
      for row in rows[batch] ?? [] {
        var cells = row.cells
        if hasSurplus { cells.append(row.surplus.isEmpty ? .empty : .text(row.surplus)) }
        cells.append(.text(sentence(reasons[row.entry.id] ?? [], outline)))
        cells.append(.number("\(row.entry.first)"))
        try write(cells, row.entry.row.geometry(of: layouts[batch]?.format ?? .csv))
      }
    }
  }

  /// Reads the rows, and finds out what the columns hold before the first is written.
  private mutating func survey() throws {
    for batch in batches {
      let found = try read(batch)
      count += found.count
      hasSurplus = hasSurplus || found.contains { !$0.surplus.isEmpty }
      for row in found {
        for (index, cell) in row.cells.enumerated() {
          if case .date = cell { dateColumns.insert(index) }
        }
      }
      rows[batch] = found
    }
  }

  private func read(_ batch: Int64) throws -> [TableRow] {
    guard let layout = layouts[batch], let places = places[batch] else { return [] }
    let delimiter = String(Character(Unicode.Scalar(layout.delimiter)))
    let dialect = layout.dialect(hasQuotes: outline.hasQuotes)
    return try QuarantineEntry.open(batch: batch, seal, db).map { entry in
      let found = try entry.row.cells(of: layout.format, dialect)
      var cells = Array(repeating: TableCell.empty, count: headings.count)
      for (cell, place) in zip(found, places) { cells[place] = cell }
      // A row that is no row at all is kept whole in one cell.
      let surplus =
        found.isEmpty
        ? entry.row.raw : found.dropFirst(places.count).map(\.text).joined(separator: delimiter)
      return TableRow(entry: entry, cells: cells, surplus: surplus)
    }
  }
}

/// The columns that an export of refused rows adds behind the department's own.
enum QuarantineColumns {
  /// The heading of the number by which a corrected row is known again, in every language.
  static let number = "gewu_id"

  /// The heading of the reasons.
  static func reasons(inChinese: Bool) -> String { inChinese ? "错误原因" : "Reasons" }

  /// The heading of what a row has too much.
  static func surplus(inChinese: Bool) -> String { inChinese ? "多余内容" : "Surplus" }

  /// Whether a heading is that of an added column.
  static func isAdded(_ heading: String) -> Bool {
    heading == number
      || [true, false].contains { isChinese in
        [reasons(inChinese: isChinese), surplus(inChinese: isChinese)].contains(heading)
      }
  }
}

/// The headings of several files brought together; the same heading is the same column, one that a
/// file has twice is two.
struct ColumnUnion {
  private(set) var headings: [String] = []

  /// Adds the headings of a file.
  ///
  /// - Returns: for each of them its column.
  mutating func add(_ new: [String]) -> [Int] {
    var taken: Set<Int> = []
    return new.map { heading in
      let found = headings.indices.first { headings[$0] == heading && !taken.contains($0) }
      let column = found ?? headings.count
      if found == nil { headings.append(heading) }
      taken.insert(column)
      return column
    }
  }
}
