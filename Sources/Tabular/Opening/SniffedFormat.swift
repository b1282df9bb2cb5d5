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

  /// Whether it may hold the rows that somebody has in mind, though in a form that is not read: what
  /// pictures and documents show are no rows.
  package var mayHoldRows: Bool {
    switch self {
    case .pdf, .picture, .otherOfficeFile: false
    case .table, .encryptedWorkbook, .binaryWorkbook, .openDocument, .html, .spreadsheetXML, .xml,
      .json, .archive:
      true
    }
  }

  /// The format of a table.
  ///
  /// - Throws: `TabularError` of kind `unknownFormat` that says what the file is instead.
  package func tableFormat(path: String) throws -> TableFormat {
    let fact: FormatFact
    switch self {
    case .table(let format): return format
    case .encryptedWorkbook: fact = .encryptedWorkbook
    case .binaryWorkbook: fact = .binaryWorkbook
    case .openDocument: fact = .openDocument
    case .html: fact = .html
    case .spreadsheetXML: fact = .spreadsheetXML
    case .xml: fact = .xml
    case .json: fact = .json
    case .pdf: fact = .pdf
    case .picture: fact = .picture
    case .otherOfficeFile: fact = .otherOfficeFile
    case .archive: fact = .archive
    }
    throw TabularError(.unknownFormat, path: path, .format(fact))
  }
}
