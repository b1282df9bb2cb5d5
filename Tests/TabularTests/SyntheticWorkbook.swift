import Tabular

/// Makes workbooks whose XML the test writes, in memory.
struct SyntheticWorkbook {
  struct Sheet {
    var name = "Sheet1"
    /// What stands in `sheetData`.
    var rows: String
    /// What stands behind it: `<mergeCells>`.
    var tail = ""
    var state = ""
  }

  var sheets: [Sheet]
  /// The `si` elements of the shared strings; nil where the workbook has none.
  var strings: String?
  /// What stands in `styleSheet`; nil where the workbook has none.
  var styles: String?
  /// The attributes of `workbookPr`.
  var properties = ""
  var namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  /// The prefix of the elements of sheets and strings, with its colon.
  var prefix = ""
  var stringsComeLast = false

  init(_ rows: String, strings: String? = nil, styles: String? = nil) {
    sheets = [Sheet(rows: rows)]
    self.strings = strings
    self.styles = styles
  }

  /// Number formats by their built-in numbers, one cell style each.
  static func styles(builtIn formats: [Int]) -> String {
    "<cellXfs>" + formats.map { "<xf numFmtId=\"\($0)\"/>" }.joined() + "</cellXfs>"
  }

  var archive: SyntheticZip {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    var parts: [(String, String)] = [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"r\" Type=\"\(types)officeDocument\" "
          + "Target=\"xl/workbook.xml\"/></Relationships>"
      ),
    ]
    var list = ""
    var links = ""
    var strings: (String, String)?
    if let content = self.strings {
      strings = ("xl/sharedStrings.xml", root("sst", content))
      links += link("s", types + "sharedStrings", "/xl/sharedStrings.xml")
    }
    if !stringsComeLast, let strings { parts.append(strings) }
    for (index, sheet) in sheets.enumerated() {
      let state = sheet.state.isEmpty ? "" : " state=\"\(sheet.state)\""
      list += "<sheet name=\"\(sheet.name)\" sheetId=\"9\" r:id=\"w\(index)\"\(state)/>"
      links += link("w\(index)", types + "worksheet", "worksheets/s\(index).xml")
      let data = "<\(prefix)sheetData>\(sheet.rows)</\(prefix)sheetData>\(sheet.tail)"
      parts.append(("xl/worksheets/s\(index).xml", root("worksheet", data)))
    }
    if let styles {
      parts.append(("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"))
      links += link("t", types + "styles", "styles.xml")
    }
    let book =
      "<workbook xmlns:r=\"r\"><workbookPr \(properties)/><sheets>\(list)</sheets></workbook>"
    parts.append(("xl/workbook.xml", book))
    parts.append(("xl/_rels/workbook.xml.rels", "<Relationships>\(links)</Relationships>"))
    if stringsComeLast, let strings { parts.append(strings) }
    return SyntheticZip(
      entries: parts.map { SyntheticZip.Entry(name: $0.0, content: Array($0.1.utf8)) })
  }

  func file() throws -> XLSXFile { try Self.file(archive.bytes) }

  static func file(_ bytes: [UInt8]) throws -> XLSXFile {
    try XLSXFile(sniffing: FileBytes(path: "t.xlsx", copying: bytes))
  }

  private func root(_ name: String, _ content: String) -> String {
    let space = prefix.isEmpty ? "" : ":" + prefix.dropLast()
    return "<?xml version=\"1.0\"?><\(prefix)\(name) xmlns\(space)=\"\(namespace)\">"
      + "\(content)</\(prefix)\(name)>"
  }

  private func link(_ id: String, _ type: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(type)\" Target=\"\(target)\"/>"
  }
}

/// The rows of a table, each as the JSON array that is kept of a refused row, behind its line.
func rowTexts(_ file: some TableFile, _ dialect: TableDialect) throws -> [String] {
  let rows = try file.rows(dialect)
  var texts: [String] = []
  while let row = try rows.next() { texts.append("\(row.line) \(rows.raw(row))") }
  return texts
}
