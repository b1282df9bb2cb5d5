/// The formats of files that hold a table.
///
/// A new one is a case here, its first bytes in `Opening/TableFormat+Sniffing.swift`, a `RowReader` in a
/// folder of its own, and a line in `Opening/TableFileOpener.swift`.
package enum TableFormat: String, Hashable, Sendable, CaseIterable, Codable {
  /// Delimited text (RFC 4180 and its relatives with tabs or semicolons).
  case csv
  /// A workbook of Office Open XML (ECMA-376).
  case xlsx
  /// A workbook of Excel 97 to 2003 (BIFF8 in an OLE 2 container).
  case xls
  /// An Esri Shapefile with its dBASE table.
  case shapefile
  /// A GeoJSON feature collection (RFC 7946).
  case geojson
  case geopackage
}
