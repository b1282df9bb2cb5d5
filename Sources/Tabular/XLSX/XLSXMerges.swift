/// The merged cells of the first rows of a sheet, which stand behind its rows.
final class XLSXMerges: XMLHandler {
  /// The columns that a merged range covers in its first row.
  private var columns: [Int: MergedColumns] = [:]
  private let last: Int

  /// Reads a sheet to its end for the ranges that begin in rows up to `last`.
  init(_ entry: ZipEntry, in archive: ZipArchive, upTo last: Int) throws {
    self.last = last
    super.init()
    try XMLReader(archive.open(entry), self, file: archive.file).run()
  }

  /// The ranges of columns, counted from 0, that are merged in a row and begin there.
  func ranges(inRow row: Int) -> [ClosedRange<Int>] { columns[row]?.ranges ?? [] }

  override func start(_ element: XMLElement) {
    guard element.isNamed("mergeCell"), let reference = element.attribute("ref") else { return }
    let corners = reference.split(separator: ":").map { CellReference($0) }
    guard corners.count == 2, corners[0].row <= last, corners[0].column >= 0,
      corners[0].column < corners[1].column
    else { return }
    columns[corners[0].row, default: MergedColumns()]
      .insert(corners[0].column...corners[1].column)
  }
}
