import Datasets
import Foundation
import Tabular

/// Reads a corrected file: the columns that the export added are taken off, and what each row says
/// about the refused row that it stands for is kept.
final class CorrectedRows: RowReader {
  /// What a row says: the number in `gewu_id`, or its key where that column is gone.
  struct Mark {
    var row: Int
    var text: String
  }

  /// Where the fields are among the department's own columns.
  let columns: ColumnMap
  /// The marks of the rows so far.
  private(set) var marks: [Mark] = []

  private let rows: any RowReader
  private let manifest: Manifest
  /// The columns of the department; the rest are those that the export added.
  private let own: [Int]
  private let number: Int?
  private let isDelimited: Bool
  private let width: Int
  private var kept: UnsafeMutableBufferPointer<TableField>
  private var count = 0
  private let shapes: KeptShapes
  /// The geometry of the refused row that the last row stands for; empty where it has none.
  private var shape: UnsafeMutableRawBufferPointer

  /// Opens the file: as the export wrote it, with its header in the first row, or in the
  /// department's own layout.
  ///
  /// - Parameter shapes: the geometries of refused rows, which a workbook that was sent back does
  ///   not hold.
  /// - Throws: `TabularError`, or `DatasetsError` where the header does not fit the manifest, or
  ///   nothing tells the rows apart.
  init(_ file: any TableFile, manifest: Manifest, shapes: KeptShapes) throws {
    self.manifest = manifest
    self.shapes = shapes
    isDelimited = file.format == .csv
    let exported = TableDialect(delimiter: manifest.dialect.delimiter)
    let table = try file.rows(exported)
    var headings = try? TableHeader(table, dialect: exported, path: file.path).headings
    if isDelimited { headings = headings?.map(FormulaGuard.unguarded) }
    if let headings, let number = headings.firstIndex(of: QuarantineColumns.number) {
      own = headings.indices.filter { !QuarantineColumns.isAdded(headings[$0]) }
      self.number = number
      width = headings.count
      rows = table
      columns = try ColumnMap(
        manifest, header: own.map { headings[$0] }, width: own.count, path: file.path)
    } else {
      let data = try DataRows(file, manifest: manifest)
      (rows, columns, number) = (data.reader, data.columns, nil)
      width = columns.width
      own = Array(0..<width)
    }
    kept = .allocate(capacity: 0)
    shape = .allocate(byteCount: 0, alignment: 8)
    guard hasNumbers || !manifest.primaryKey.isEmpty else {
      throw DatasetsError(
        path: file.path, .noNumbers(column: QuarantineColumns.number, dataset: manifest.dataset))
    }
  }

  deinit {
    kept.deallocate()
    shape.deallocate()
  }

  /// Whether rows carry the numbers of refused rows.
  var hasNumbers: Bool { number != nil }

  func next() throws -> TableRow? {
    guard var row = try rows.next() else { return nil }
    let fields = rows.fields
    take(fields)
    row.isBlank = self.fields.allSatisfy { $0.count == 0 }
    keep([])
    guard !row.isBlank, row.fault == .none else { return row }
    if let number {
      let text = number < fields.count ? Self.trimmed(fields[number].string) : ""
      keep(shapes.byNumber[text] ?? [])
      if !text.isEmpty { marks.append(Mark(row: row.number, text: text)) }
    } else if let key = Self.key(columns, manifest, cell: { $0 < count ? kept[$0].string : "" }) {
      keep(shapes.byKey[key] ?? [])
      marks.append(Mark(row: row.number, text: key))
    }
    return row
  }

  var fields: UnsafeBufferPointer<TableField> {
    UnsafeBufferPointer(rebasing: UnsafeBufferPointer(kept)[..<count])
  }
  var geometry: UnsafeRawBufferPointer? {
    rows.geometry ?? (shape.isEmpty ? nil : UnsafeRawBufferPointer(shape))
  }
  var geometryFault: TabularError? { rows.geometryFault }
  var keepsText: Bool { rows.keepsText }
  var bytesRead: Int { rows.bytesRead }
  var bytesTotal: Int { rows.bytesTotal }
  var sheet: String? { rows.sheet }
  func startCounting() { rows.startCounting() }
  func byteOffset(of row: TableRow) -> Int { rows.byteOffset(of: row) }

  /// The row without the added columns, so that it can be kept and exported once more.
  func raw(_ row: TableRow) -> String {
    if shapes.format != nil {
      // What is no row at all is kept whole in one cell.
      return row.fault == .none
        ? JSONRow(fields, geometry: geometry).text : JSONRow(cells: [.text(rows.raw(row))]).text
    }
    guard row.fault == .none, hasNumbers else { return rows.raw(row) }
    guard isDelimited else { return JSONRow(fields, geometry: geometry).text }
    var writer = CSVWriter(delimiter: manifest.dialect.delimiter, lineEnd: "")
    writer.write(fields.map(\.string))
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The key of a row as text, nil where a part of it is missing.
  static func key(
    _ columns: ColumnMap, _ manifest: Manifest, cell: (Int) -> String
  ) -> String? {
    var parts: [String] = []
    for name in manifest.primaryKey {
      guard let field = manifest.fields.firstIndex(where: { $0.name == name }),
        let column = columns.columns[field]
      else { return nil }
      let text = trimmed(cell(column))
      guard !text.isEmpty else { return nil }
      parts.append(text)
    }
    return parts.isEmpty ? nil : parts.joined(separator: "\u{1F}")
  }

  /// The key of a refused row as text, nil where a part of it is missing.
  static func key(
    _ entry: QuarantineEntry, _ layout: BatchLayout, _ manifest: Manifest
  ) throws -> String? {
    let cells = try entry.row.cells(
      of: layout.format, layout.dialect(hasQuotes: manifest.dialect.hasQuotes))
    return key(try layout.columns(manifest), manifest) { column in
      column < cells.count ? cells[column].text : ""
    }
  }

  private static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespaces)
  }

  private func keep(_ geometry: [UInt8]) {
    guard !(geometry.isEmpty && shape.isEmpty) else { return }
    shape.deallocate()
    shape = .allocate(byteCount: geometry.count, alignment: 8)
    shape.copyBytes(from: geometry)
  }

  /// Keeps the fields of the department's columns; a row that is too long stays too long.
  private func take(_ fields: UnsafeBufferPointer<TableField>) {
    let chosen = own.filter { $0 < fields.count } + Array(min(width, fields.count)..<fields.count)
    if kept.count < chosen.count {
      kept.deallocate()
      kept = .allocate(capacity: chosen.count)
    }
    for (index, column) in chosen.enumerated() {
      let field = fields[column]
      // A file with numbers is one that the export wrote, with its guard.
      kept.initializeElement(at: index, to: isDelimited && hasNumbers ? field.unguarded : field)
    }
    count = chosen.count
  }
}
