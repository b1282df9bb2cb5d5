/// What the bytes of a file show it to be, whatever its name says.
package enum SniffedFormat: Hashable, Sendable {
  /// A table in a format that is read.
  case table(TableFormat)
  /// A workbook behind a password: an OLE 2 container with an `EncryptedPackage` (MS-OFFCRYPTO).
  case encryptedWorkbook
  /// A binary workbook (`.xlsb`).
  case binaryWorkbook
  /// An OpenDocument spreadsheet (`.ods`).
  case openDocument
  /// A web page, as many systems export under the name `.xls`.
  case html
  /// A workbook in the XML of Excel 2003.
  case spreadsheetXML
  case xml
  /// JSON without the `type` that every GeoJSON object has.
  case json
  case pdf
  /// A picture or a film.
  case picture
  /// An OLE 2 container without a workbook: a document of Word, a mail, an installer.
  case otherOfficeFile
  /// A ZIP archive that is no workbook, or another kind of archive.
  case archive
  /// A ZIP archive with a Shapefile in it.
  case zippedShapefile
  /// Features in a format that GDAL reads.
  case foreign(ForeignFormat)

  /// Whether it may hold the rows that somebody has in mind, though in a form that is not read: what
  /// pictures and documents show are no rows.
  package var mayHoldRows: Bool {
    switch self {
    case .pdf, .picture, .otherOfficeFile: false
    case .table, .encryptedWorkbook, .binaryWorkbook, .openDocument, .html, .spreadsheetXML, .xml,
      .json, .archive, .zippedShapefile, .foreign:
      true
    }
  }

  /// That a file is not the table that is needed, and what it is instead.
  package func fault(path: String) -> TabularError {
    let fact: FormatFact =
      switch self {
      case .table, .zippedShapefile, .foreign: .notXLSX
      case .encryptedWorkbook: .encryptedWorkbook
      case .binaryWorkbook: .binaryWorkbook
      case .openDocument: .openDocument
      case .html: .html
      case .spreadsheetXML: .spreadsheetXML
      case .xml: .xml
      case .json: .json
      case .pdf: .pdf
      case .picture: .picture
      case .otherOfficeFile: .otherOfficeFile
      case .archive: .archive
      }
    return TabularError(.unknownFormat, path: path, .format(fact))
  }
}
