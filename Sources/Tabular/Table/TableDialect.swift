/// How a table lies in its file; the part of Frictionless' Table Dialect that is read here.
package struct TableDialect: Hashable, Sendable {
  /// The byte between two fields of delimited text: a comma, a semicolon, a tab or another ASCII
  /// character.
  package var delimiter: UInt8
  /// Whether a field that begins with a double quote ends with one; else quotes are characters as any.
  package var hasQuotes = true
  /// Whether spaces before a field are no part of it: `1, "a, b"`.
  package var skipsInitialSpace = false
  /// The rows that hold the column names, counted from 1 and in order; empty where there are none.
  ///
  /// Rows above and between them are titles and are not read as data. In a spreadsheet they are
  /// counted as its program shows them.
  package var headerRows: [Int]
  /// What joins the names of a column that has several header rows.
  package var headerJoin = " "
  /// The sheet of a workbook by its name, `*` and `?` allowed; nil for the first that is not empty.
  package var sheetName: String?
  /// The sheet of a workbook by its place, from 1.
  package var sheetNumber: Int?
  /// The layer of a GeoPackage.
  package var table: String?

  /// Makes a dialect; the default is RFC 4180 with a header in the first record.
  package init(delimiter: UInt8 = UInt8(ascii: ","), headerRows: [Int] = [1]) {
    self.delimiter = delimiter
    self.headerRows = headerRows
  }

  /// The last header row, 0 where there is none.
  package var headerRow: Int { headerRows.last ?? 0 }
}
