import Files
import Geometry
import Tabular
import Warehouse

/// Takes tables and makes a file of them.
protocol ExportSink {
  /// Writes a table.
  ///
  /// - Parameter step: called after each row; what it throws ends the export.
  /// - Returns: how many rows there were.
  func add(
    _ table: ExportedTable, of session: StoreTransaction, step: () throws -> Void
  ) throws -> Int
  /// Completes the file and gives it its name.
  func finish() throws
}

extension ExportFormat {
  /// Begins a file of the format.
  ///
  /// - Parameters:
  ///   - spared: what the file must not be or replace.
  ///   - crs: the reference system of the store.
  ///   - isGuarded: whether delimited text is guarded against formulas; see ``FormulaGuard``.
  func sink(
    for path: String, sparing spared: SparedFiles, crs: CRSName, isGuarded: Bool
  ) throws -> any ExportSink {
    switch self {
    case .geoPackage: try GeoPackageSink(FileDraft(file: path, sparing: spared))
    case .geoJSON: try GeoJSONSink(FileDraft(file: path, sparing: spared), crs: crs)
    case .csv: DelimitedSink(try FileDraft(file: path, sparing: spared), false, isGuarded)
    case .csvFolder: DelimitedSink(try FileDraft(folder: path, sparing: spared), true, isGuarded)
    case .xlsx: WorkbookSink(try FileDraft(file: path, sparing: spared))
    }
  }
}

/// A layer or table of attributes for each table.
private struct GeoPackageSink: ExportSink {
  private let draft: FileDraft
  private let file: GeoPackageExport

  init(_ draft: FileDraft) throws {
    self.draft = draft
    file = try GeoPackageExport(draft)
  }

  func add(
    _ table: ExportedTable, of session: StoreTransaction, step: () throws -> Void
  ) throws -> Int {
    try file.add(table, of: session, step: step)
  }

  func finish() throws {
    try file.finish()
    try draft.publish()
  }
}

/// Text in UTF-8 with a mark, by which spreadsheet programs know it; geometries as well-known text.
private struct DelimitedSink: ExportSink {
  private let draft: FileDraft
  private let isFolder: Bool
  private let isGuarded: Bool

  init(_ draft: FileDraft, _ isFolder: Bool, _ isGuarded: Bool) {
    (self.draft, self.isFolder, self.isGuarded) = (draft, isFolder, isGuarded)
  }

  func add(
    _ table: ExportedTable, of session: StoreTransaction, step: () throws -> Void
  ) throws -> Int {
    let writer =
      isFolder
      ? try DelimitedWriter(
        path: "\(draft.temporary)/\(table.name).csv", hasMark: true, isGuarded: isGuarded)
      : try DelimitedWriter(draft, hasMark: true, isGuarded: isGuarded)
    let names = table.columns.map(\.name) + (table.geometry.map { [$0.column] } ?? [])
    try writer.write(names.map { .text($0) }, geometry: nil)
    let count = try session.forEachRow(of: table, withGeometry: true) { cells, geometry in
      let shape = table.geometry == nil ? [] : [Self.text(geometry)]
      try writer.write(cells + shape, geometry: nil)
      try step()
    }
    try writer.finish()
    return count
  }

  func finish() throws { try draft.publish() }

  /// A geometry as well-known text, or nothing.
  static func text(_ geometry: [UInt8]?) -> TableCell {
    geometry.map { .text(WellKnownText.text(of: $0)) } ?? .empty
  }
}

/// A sheet for each table; points as well-known text, lines and areas left out: a cell is too small.
struct WorkbookSink: ExportSink {
  /// The rows of a sheet, less that of the headings.
  static let maximumRows = 1_048_575

  private let draft: FileDraft
  private let book: Book

  /// The workbook, made with its first sheet.
  private final class Book {
    var writer: XLSXWriter?
    var names: Set<String> = []
  }

  init(_ draft: FileDraft) {
    self.draft = draft
    book = Book()
  }

  func add(
    _ table: ExportedTable, of session: StoreTransaction, step: () throws -> Void
  ) throws -> Int {
    let hasPoints = table.geometry?.shape == .point
    let writer = try sheet(table.name)
    writer.formats = [:]
    for (index, column) in table.columns.enumerated() where column.kind == .text {
      writer.formats[index] = .text
    }
    let names = table.columns.map(\.name) + (hasPoints ? [table.geometry?.column ?? ""] : [])
    writer.widths = names.map { _ in 16 }
    writer.headerRows = 1
    try writer.write(names.map { .text($0) }, geometry: nil)
    return try session.forEachRow(of: table, withGeometry: hasPoints) { cells, geometry in
      let shape = hasPoints ? [DelimitedSink.text(geometry)] : []
      try writer.write(cells.map(Self.exact) + shape, geometry: nil)
      try step()
    }
  }

  func finish() throws {
    try book.writer?.finish()
    try draft.publish()
  }

  private func sheet(_ table: String) throws -> XLSXWriter {
    let name = uniqueName(table)
    if let writer = book.writer {
      try writer.beginSheet(name)
      return writer
    }
    let writer = try XLSXWriter(draft, sheet: name)
    book.writer = writer
    return writer
  }

  /// A name that no other sheet has, in 31 characters; workbooks do not tell upper from lower case.
  private func uniqueName(_ table: String) -> String {
    let base = QuarantineFile.sheetName(table)
    var name = base
    var number = 2
    while !book.names.insert(name.lowercased()).inserted {
      name = "\(base.prefix(28))~\(number)"
      number += 1
    }
    return name
  }

  /// A whole number of more than 15 digits as text, since a cell would round it.
  private static func exact(_ cell: TableCell) -> TableCell {
    guard case .number(let digits) = cell, let whole = Int64(digits),
      whole.magnitude > 999_999_999_999_999
    else { return cell }
    return .text(digits)
  }
}
