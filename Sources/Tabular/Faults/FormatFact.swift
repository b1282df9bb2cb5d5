/// What a file is instead of a table, or of features, that can be read.
package enum FormatFact: String, Hashable, Sendable {
  case encryptedWorkbook
  case binaryWorkbook
  case openDocument
  case html
  case spreadsheetXML
  case xml
  /// JSON without a `type`.
  case json
  case pdf
  case picture
  case otherOfficeFile
  case archive
  /// The `.dbf`, `.shx`, … of a Shapefile.
  case companion
  /// The `.dat`, `.map`, … of a MapInfo table.
  case mapInfoCompanion
  /// A file out of the folder that a file geodatabase is.
  case geodatabasePart
  /// Anything but a workbook of Office Open XML where one is needed.
  case notXLSX
  /// A ZIP archive where features are needed; a workbook is one too.
  case archiveOrWorkbook
  /// A file that is named `.shp` and is none.
  case notShapefile
  /// A file that is named `.json` or `.geojson` and does not begin as GeoJSON does.
  case notGeoJSON
  /// Neither GeoJSON nor a Shapefile nor a GeoPackage.
  case noFeatures
}
