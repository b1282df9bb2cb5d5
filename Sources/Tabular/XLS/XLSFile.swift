import Glibc

/// A workbook of Excel 97 to 2003 (`.xls`, BIFF) as a table.
///
/// FreeXL reads it, in a child process with limits, for the format is old and the files come from
/// strangers. It knows nothing of formulas, of errors and of the dates of Chinese editions, and loses
/// its place in long texts: these are read from the records themselves, see ``XLSSurvey``. Rows have the numbers that Excel shows. Numbers have the fewest digits that give the
/// same binary number, dates are ISO 8601.
package final class XLSFile: TableFile {
  private let file: FileBytes

  /// Takes over a file; its content is looked at when rows are asked for.
  package init(_ file: FileBytes) { self.file = file }

  /// The path it was opened by.
  package var path: String { file.path }
  /// A workbook of Excel 97 to 2003.
  package var format: TableFormat { .xls }
  /// UTF-16, or the code page that old ones name; FreeXL decodes it.
  package var encodingName: String { "utf-16le" }
  package var parts: [FileBytes] { [file] }

  /// Begins to read the sheet that the dialect asks for: by its name or number, else the first that
  /// has rows.
  ///
  /// - Throws: `TabularError` of kind `layer`, with the names of the sheets, where there is no such
  ///   sheet or several; of kind `malformed` where the workbook is broken.
  package func rows(_ dialect: TableDialect) throws -> any RowReader {
    let survey = XLSSurvey(file)
    let hidden = Set(survey.sheets.filter(\.isHidden).map(\.name))
    guard survey.texts == nil else { return try recorded(survey, hidden, dialect) }
    let child = try XLSChild(path: path, size: file.bytes.count)
    let sheets: [XLSChild.Sheet]
    do {
      sheets = try child.sheets()
    } catch {
      // FreeXL has a number for it, the records a place.
      for sheet in survey.sheets {
        try checkPlaces(XLSSheetCells(of: sheet.name, in: survey), sheet.name)
      }
      throw error
    }
    let place = try choose(sheets, hidden, dialect)
    let cells = XLSSheetCells(of: sheets[place].name, in: survey)
    try checkPlaces(cells, sheets[place].name)
    try child.select(place)
    return XLSRows(child, sheet: sheets[place], cells: cells, dialect: dialect)
  }

  package func otherSheets(_ dialect: TableDialect) throws -> [OtherSheet] {
    guard dialect.sheetNumber == nil, dialect.sheetName == nil else { return [] }
    let survey = XLSSurvey(file)
    let hidden = Set(survey.sheets.filter(\.isHidden).map(\.name))
    guard survey.sheets.count - hidden.count > 1 else { return [] }
    let sheets =
      survey.texts == nil
      ? try XLSChild(path: path, size: file.bytes.count).sheets() : recorded(survey).sheets
    let filled = sheets.indices.filter { sheets[$0].rows > 0 && !hidden.contains(sheets[$0].name) }
    // Each is read by a process of its own.
    return try filled.dropFirst().prefix(Self.mostOthers).map { place in
      var dialect = dialect
      dialect.sheetNumber = place + 1
      let rows = try rows(dialect)
      return try OtherSheet(name: rows.sheet ?? "", rows, dialect)
    }
  }

  /// The rows of a workbook in which FreeXL would lose its place: all from the records.
  private func recorded(
    _ survey: XLSSurvey, _ hidden: Set<String>, _ dialect: TableDialect
  ) throws -> any RowReader {
    let (sheets, cells) = recorded(survey)
    let place = try choose(sheets, hidden, dialect)
    try checkPlaces(cells[place], sheets[place].name)
    return XLSRows(nil, sheet: sheets[place], cells: cells[place], dialect: dialect)
  }

  private func recorded(_ survey: XLSSurvey) -> (sheets: [XLSChild.Sheet], cells: [XLSSheetCells]) {
    let cells = XLSSheetCells.all(in: survey)
    let sheets = zip(survey.sheets, cells).map {
      XLSChild.Sheet(name: $0.name, rows: $1.rows, columns: $1.columns)
    }
    return (sheets, cells)
  }

  private static let mostOthers = 12

  /// - Throws: `TabularError` for a cell that no sheet can have.
  private func checkPlaces(_ cells: XLSSheetCells, _ sheet: String) throws {
    guard let (row, column) = cells.outside else { return }
    throw TabularError(
      .malformed, path: path, .workbook(.cellOutside(sheet: sheet, row: row, column: column)))
  }

  private func choose(
    _ sheets: [XLSChild.Sheet], _ hidden: Set<String>, _ dialect: TableDialect
  ) throws -> Int {
    if let number = dialect.sheetNumber {
      guard sheets.indices.contains(number - 1) else {
        throw unclear(.noNumber(number), sheets, hidden)
      }
      return number - 1
    }
    let filled = sheets.indices.filter { sheets[$0].rows > 0 && !hidden.contains(sheets[$0].name) }
    guard let pattern = dialect.sheetName else {
      if let first = filled.first { return first }
      throw unclear(.noneVisible, sheets, hidden)
    }
    let named = sheets.indices.filter { Glob.matches(pattern, sheets[$0].name) }
    let candidates = named.count > 1 ? named.filter { sheets[$0].rows > 0 } : named
    guard let found = candidates.first, candidates.count == 1 else {
      throw unclear(
        candidates.isEmpty ? .noneNamed(pattern) : .several(candidates.count, named: pattern),
        sheets, hidden)
    }
    return found
  }

  private func unclear(
    _ choice: WorkbookFact.Choice, _ sheets: [XLSChild.Sheet], _ hidden: Set<String>
  ) -> TabularError {
    let among = sheets.map {
      WorkbookFact.Sheet(name: $0.name, isHidden: hidden.contains($0.name))
    }
    return TabularError(.layer, path: path, .workbook(.sheet(choice, among: among)))
  }
}
