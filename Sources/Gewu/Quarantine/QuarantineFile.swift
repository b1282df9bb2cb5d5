import Tabular
import Warehouse

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
    for table: QuarantineTable, path: String, inChinese: Bool
  ) throws -> any TableWriter {
    guard self == .xlsx else {
      return try DelimitedWriter(path: path, delimiter: table.delimiter, hasMark: true)
    }
    let writer = try XlsxWriter(path: path, sheet: Self.sheetName(table.sheet))
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
