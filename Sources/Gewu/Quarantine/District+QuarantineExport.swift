import Intake
package import Datasets
import Files
import Tabular
package import Warehouse

extension District {
  /// Writes refused rows to a file in the department's own layout, with the reasons behind.
  ///
  /// The values are as they came, personal ones too: the file goes back to who owns them.
  ///
  /// - Parameters:
  ///   - selection: whose open rows; a batch or a data set.
  ///   - path: the file; `.xlsx` makes a workbook, `.csv` delimited text in UTF-8 with a mark.
  ///   - inChinese: the language of the added headings.
  ///   - purpose: what for; written down before the file appears.
  ///   - isGuarded: whether texts in `.csv` that spreadsheet programs would take for formulas get an
  ///     apostrophe in front, which a replay takes off.
  ///   - sentence: what the reasons of a row are in words, with what the data set's fields are
  ///     called.
  /// - Returns: how many rows it has.
  /// - Throws: ``QuarantineFault`` where nothing is open or the ending is another one; `OutputError` where
  ///   the file is the store or cannot be written.
  package func exportQuarantine(
    _ selection: QuarantineSelection, to path: String, inChinese: Bool, purpose: ReadPurpose,
    isGuarded: Bool = true,
    sentence: ([QuarantinedRow.Reason], ManifestOutline) -> String
  ) throws -> Int {
    guard let ending = QuarantineFile(path: path) else {
      throw QuarantineFault.unknownEnding(path: path)
    }
    let spared = StoreFiles(of: store.path).spared
    try spared.refuse(path)
    let (count, draft) = try store.read { session in
      try selection.check(session)
      let dataset =
        try selection.batch.map { try Self.batch($0, session: session).report.dataset }
        ?? selection.dataset
      guard let dataset else {
        throw QuarantineFault.noSelection
      }
      let table = try session.quarantineTable(batch: selection.batch, dataset: dataset)
      guard table.count > 0 else { throw QuarantineFault.nothingOpen(selection) }
      let draft = try FileDraft(file: path, sparing: spared)
      let writer = try ending.writer(
        for: table, draft, inChinese: inChinese, isGuarded: isGuarded)
      try writer.write(table.header(inChinese: inChinese).map { .text($0) }, geometry: nil)
      try table.write(sentence: sentence, writer.write)
      try writer.finish()
      return (table.count, draft)
    }
    try note(purpose, for: [(selection.objectName, count)])
    try draft.publish()
    return count
  }
}

/// The kinds of files that refused rows go back in.
enum QuarantineFile: String {
  case xlsx, csv

  /// Reads the ending of a path; nil for any other.
  init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    self.init(rawValue: path[path.index(after: dot)...].lowercased())
  }

  /// The name of a sheet or layer as a workbook allows it: 31 characters, none of `[]:*?/\\`.
  static func sheetName(_ name: String?) -> String {
    let allowed = (name ?? "").filter { !"[]:*?/\\'".contains($0) }.prefix(31)
    return allowed.isEmpty ? "Sheet1" : String(allowed)
  }

  /// Begins a file.
  func writer(
    for table: QuarantineTable, _ draft: FileDraft, inChinese: Bool, isGuarded: Bool
  ) throws -> any TableWriter {
    guard self == .xlsx else {
      return try DelimitedWriter(
        draft, delimiter: table.delimiter, hasMark: true, isGuarded: isGuarded)
    }
    let writer = try XLSXWriter(draft, sheet: Self.sheetName(table.sheet))
    let own = table.headings.count
    // What is typed into a column of text stays as it is typed: 18 digits are not rounded.
    for column in 0..<own where !table.dateColumns.contains(column) {
      writer.formats[column] = .text
    }
    let header = table.header(inChinese: inChinese)
    writer.widths = header.indices.map { $0 < own ? 18 : $0 == header.count - 1 ? 10 : 60 }
    writer.headerRows = 1
    return writer
  }
}
