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
  /// An OLE 2 container without a workbook: a document of Word, a mail, an installer.
  case otherOfficeFile
  /// A ZIP archive that is no workbook, or another kind of archive.
  case archive

  /// The format of a table.
  ///
  /// - Throws: `TabularError` of kind `unknownFormat` that says what the file is instead and what
  ///   to do.
  package func tableFormat(path: String) throws -> TableFormat {
    if case .table(let format) = self { return format }
    let words = refusal
    throw TabularError(
      .unknownFormat, path: path, message: words.english, messageChinese: words.chinese)
  }

  private var refusal: (english: String, chinese: String) {
    switch self {
    case .table: ("", "")
    case .encryptedWorkbook:
      (
        "is a workbook behind a password; remove the password in Excel and save it again",
        "是加密的工作簿;请在 Excel 中取消密码后重新保存"
      )
    case .binaryWorkbook:
      (
        "is a binary workbook (.xlsb); save it as .xlsx in Excel",
        "是二进制工作簿(.xlsb);请在 Excel 中另存为 .xlsx"
      )
    case .openDocument:
      (
        "is an OpenDocument spreadsheet (.ods); save it as .xlsx",
        "是 OpenDocument 电子表格(.ods);请另存为 .xlsx"
      )
    case .html:
      (
        "is a web page (HTML), not a workbook, whatever its name says; open it in Excel and save "
          + "it as .xlsx",
        "是网页(HTML),不是工作簿(与扩展名无关);请用 Excel 打开后另存为 .xlsx"
      )
    case .spreadsheetXML:
      (
        "is an XML spreadsheet of Excel 2003; open it in Excel and save it as .xlsx",
        "是 Excel 2003 的 XML 表格;请用 Excel 打开后另存为 .xlsx"
      )
    case .xml: ("is XML, which is not a table; export it as CSV", "是 XML,不是表格;请导出为 CSV")
    case .json:
      (
        "is JSON but not GeoJSON (it names no \"type\"); export it as CSV or GeoJSON",
        "是 JSON 但不是 GeoJSON(没有 \"type\");请导出为 CSV 或 GeoJSON"
      )
    case .pdf:
      (
        "is a PDF document; ask for the table that it was made from (.xlsx or .csv)",
        "是 PDF 文档;请索取原始表格(.xlsx 或 .csv)"
      )
    case .otherOfficeFile:
      (
        "is an Office file without a workbook; save the table as .xlsx",
        "是不含工作簿的 Office 文件;请将表格另存为 .xlsx"
      )
    case .archive:
      ("is an archive; unpack it and name the files inside", "是压缩包;请解压后指定其中的文件")
    }
  }
}
