/// The number formats of a workbook's cells: which ones show dates or codes.
struct XLSXStyles: Sendable {
  /// What the format of each cell style shows.
  private let shows: [WorkbookCellFormat]

  /// Reads the styles; a workbook without any shows no dates.
  init(path: String?, in archive: ZipArchive) throws {
    let handler = Handler()
    if let path, let entry = archive.entry(path) {
      try XMLReader(
        archive.open(entry, limit: ZipArchive.maximumListSize), handler, file: archive.file
      ).run()
    }
    shows = handler.styles.map { id in
      handler.codes[id].map(WorkbookCellFormat.init(code:)) ?? WorkbookCellFormat(builtIn: id)
    }
  }

  /// What the numbers of cells of a style (`s`) are shown as.
  @inline(__always)
  func format(_ style: Int) -> WorkbookCellFormat {
    style >= 0 && style < shows.count ? shows[style] : .plain
  }

  private final class Handler: XMLHandler {
    var codes: [Int: String] = [:]
    var styles: [Int] = []
    private var isInFormats = false
    private var isInStyles = false

    override func start(_ element: XMLElement) {
      // `numFmt` and `xf` stand in other lists as well, which are not those of cells.
      if element.isNamed("numFmts") {
        isInFormats = true
      } else if element.isNamed("cellXfs") {
        isInStyles = true
      } else if isInStyles, element.isNamed("xf") {
        styles.append(element.attribute("numFmtId").flatMap { Int($0) } ?? 0)
      } else if isInFormats, element.isNamed("numFmt"),
        let id = element.attribute("numFmtId").flatMap({ Int($0) })
      {
        codes[id] = element.attribute("formatCode") ?? ""
      }
    }

    override func end(_ name: UnsafePointer<CChar>) {
      if XMLElement.equal(name, "numFmts") { isInFormats = false }
      if XMLElement.equal(name, "cellXfs") { isInStyles = false }
    }
  }
}

/// What sets the look of one written cell apart from another's.
struct XLSXCellFormat: Hashable {
  var number: WorkbookNumberFormat
  var isBold: Bool
}
