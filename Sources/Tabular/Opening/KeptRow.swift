/// A row that was kept when it was refused, with its place in the file it came from.
package struct KeptRow: Hashable, Sendable {
  /// The number of the data row in its file, from 1.
  package var number: Int
  /// The physical line, or the row of the sheet, from 1.
  package var line: Int
  package var sheet: String?
  /// The offset of its first byte in the file.
  package var byteOffset: Int
  /// What ``RowReader/raw(_:)`` made of it: its own text for delimited text, else a JSON array.
  package var raw: String

  package init(number: Int, line: Int, sheet: String? = nil, byteOffset: Int = 0, raw: String) {
    self.number = number
    self.line = line
    self.sheet = sheet
    self.byteOffset = byteOffset
    self.raw = raw
  }

  /// The cells of the row.
  ///
  /// - Parameter delimiter: what divides the fields of delimited text.
  /// - Throws: `TabularError` where it is not a row of that format.
  package func cells(of format: TableFormat, delimiter: UInt8) throws -> [TableCell] {
    guard format == .csv else { return try JSONRow(reading: raw).cells }
    let table = KeptRows([self], path: "row \(number)", format: .csv, encodingName: "utf-8")
    let reader = table.rows(TableDialect(delimiter: delimiter))
    return try reader.next() == nil ? [] : reader.fields.map(TableCell.init)
  }

  /// The geometry of the row in well-known binary; nil where it has none.
  package func geometry(of format: TableFormat) throws -> [UInt8]? {
    switch format {
    case .csv, .xlsx, .xls: nil
    case .shapefile, .geojson, .geopackage: try JSONRow(reading: raw).geometry
    }
  }
}
