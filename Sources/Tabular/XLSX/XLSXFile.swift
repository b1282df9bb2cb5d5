import Synchronization

/// A workbook of Office Open XML (ECMA-376, ISO/IEC 29500; transitional and strict) as a table.
///
/// One sheet is read: the one that the dialect names, else the first visible one with content. Its
/// rows stream out of the archive, whatever their number; only the shared strings are kept, as one
/// run of bytes. Numbers keep the digits of the file and are dates where their style shows a date,
/// also by the styles that Chinese editions do not write down.
///
/// ```swift
/// let file = try XLSXFile(path: "低保对象.xlsx")
/// let rows = try file.rows(TableDialect(headerRows: [2]))
/// while let row = try rows.next() { print(row.line, rows.fields.map(\.string)) }
/// ```
package final class XLSXFile: TableFile {
  let file: FileBytes
  let archive: ZipArchive
  let workbook: XLSXWorkbook
  let styles: XLSXStyles
  private let loaded = Mutex<XLSXStrings?>(nil)

  /// Opens a file that is known to be a workbook of this kind; see ``init(path:)``.
  ///
  /// - Throws: `TabularError` where it is cut short or damaged.
  init(_ file: FileBytes) throws {
    self.file = file
    archive = try ZipArchive(file)
    workbook = try XLSXWorkbook(archive)
    styles = try XLSXStyles(path: workbook.stylesPath, in: archive)
  }

  /// The path it was opened by.
  package var path: String { file.path }
  /// A workbook of Office Open XML.
  package var format: TableFormat { .xlsx }
  /// Expat decodes the parts, nearly always from UTF-8.
  package var encodingName: String { TextEncoding.utf8.name }
  package var parts: [FileBytes] { [file] }
  /// The names of its sheets in their order, hidden ones included.
  package var sheetNames: [String] { workbook.sheets.map(\.name) }

  /// Begins to read the sheet that the dialect asks for.
  ///
  /// - Throws: `TabularError` of kind `layer`, with the names of the sheets, where there is no such
  ///   sheet or several.
  package func rows(_ dialect: TableDialect) throws -> any RowReader {
    try XLSXRows(content(), sheet(for: dialect), dialect)
  }

  /// What its sheets are read with.
  func content() throws -> XLSXParts {
    XLSXParts(
      archive: archive, styles: styles, strings: try strings(), uses1904: workbook.uses1904)
  }

  /// The shared strings, read when they are first needed.
  private func strings() throws -> XLSXStrings {
    try loaded.withLock { strings in
      if let strings { return strings }
      let read = try readStrings()
      strings = read
      return read
    }
  }

  private func readStrings() throws -> XLSXStrings {
    guard let path = workbook.stringsPath, let entry = archive.entry(path) else {
      return XLSXStrings()
    }
    return try XLSXStrings(entry, in: archive)
  }
}
