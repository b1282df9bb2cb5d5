/// What the main part of a workbook says: its sheets, its calendar, and where its strings and
/// styles are.
struct XLSXWorkbook: Sendable {
  let sheets: [XLSXSheet]
  /// Whether day 0 is 1904-01-01 rather than 1899-12-31.
  let uses1904: Bool
  /// The path of the shared strings, where there are any.
  let stringsPath: String?
  /// The path of the styles, where there are any.
  let stylesPath: String?

  /// Finds and reads the main part.
  init(_ archive: ZipArchive) throws {
    let package = try XLSXRelationships(of: "", in: archive)
    let path = package.path(ofKind: "officeDocument") ?? "xl/workbook.xml"
    guard let entry = archive.entry(path) else {
      throw ZipDirectory.damaged(archive.file, .missingPart(path))
    }
    let parts = try XLSXRelationships(of: path, in: archive)
    let handler = Handler(parts)
    try XMLReader(
      archive.open(entry, limit: ZipArchive.maximumListSize), handler, file: archive.file
    ).run()
    sheets = handler.sheets
    uses1904 = handler.uses1904
    stringsPath = parts.path(ofKind: "sharedStrings")
    stylesPath = parts.path(ofKind: "styles")
  }

  private final class Handler: XMLHandler {
    let parts: XLSXRelationships
    var sheets: [XLSXSheet] = []
    var uses1904 = false

    init(_ parts: XLSXRelationships) { self.parts = parts }

    override func start(_ element: XMLElement) {
      if element.isNamed("workbookPr") { uses1904 = element.flag("date1904") }
      guard element.isNamed("sheet"), let name = element.attribute("name") else { return }
      let part = element.attribute("id").flatMap { parts.target($0) }
      let state = element.attribute("state") ?? "visible"
      sheets.append(
        XLSXSheet(
          name: name, path: part?.path ?? "", isWorksheet: part?.kind == "worksheet",
          isHidden: state != "visible"))
    }
  }
}

/// A sheet of a workbook, as its list of sheets names it.
struct XLSXSheet: Sendable {
  let name: String
  /// The path of its part in the archive.
  let path: String
  /// Whether it holds cells; a chart sheet does not.
  let isWorksheet: Bool
  /// Whether Excel hides it.
  let isHidden: Bool
}

/// What the sheets of a workbook are read with.
struct XLSXParts {
  let archive: ZipArchive
  let styles: XLSXStyles
  let strings: XLSXStrings
  /// Whether days are counted from 1904.
  let uses1904: Bool
}
