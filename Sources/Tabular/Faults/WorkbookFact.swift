/// What is wrong with a workbook, or with what is to be written into one.
package enum WorkbookFact: Hashable, Sendable {
  /// A sheet that there is.
  package struct Sheet: Hashable, Sendable {
    package var name: String
    package var isHidden: Bool

    package init(name: String, isHidden: Bool) { (self.name, self.isHidden) = (name, isHidden) }
  }

  /// Why no sheet, or none in particular, was chosen.
  package enum Choice: Hashable, Sendable {
    case noneVisible
    case noneNamed(String)
    case several(Int, named: String)
    case noNumber(Int)
    case chart(number: Int)
  }

  /// How the process that reads old workbooks failed.
  package enum Reading: Hashable, Sendable {
    case freeXL(code: Int32)
    case child(ChildFact)
  }

  case sheet(Choice, among: [Sheet])
  case unreadable(Reading)
  /// A cell of an old workbook behind the last column of a sheet, row and column from 1.
  case cellOutside(sheet: String, row: Int, column: Int)
  /// A text that cannot name a sheet, with the library's reason.
  case sheetName(String, reason: String)
  /// Rows, from 1, that cannot be merged, with the library's reason.
  case merge(first: Int, last: Int, reason: String)
  case tooWideOrLong(row: Int, cells: Int)
  case longText(row: Int, column: Int, characters: Int)
  case cell(row: Int, column: Int, reason: String)
}
