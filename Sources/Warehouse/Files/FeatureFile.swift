package import Tabular

/// A file of features in any of the formats that are read.
package enum FeatureFile {
  /// The features of the file at `path`: GeoJSON, Shapefile (also in a ZIP archive) or GeoPackage, or
  /// a format that GDAL reads for us.
  ///
  /// The first bytes decide the format, not the file's name. A Shapefile is given
  /// by its `.shp`.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - layer: which layer of a GeoPackage; needed only where it has several.
  ///   - encoding: overrides what a Shapefile (or GeoJSON) says of its texts.
  ///   - fields: the fields whose values are wanted; see ``FeatureTable/init(reading:keeping:)``.
  /// - Throws: `TabularError`.
  package static func open(
    path: String, layer: String? = nil, encoding: String? = nil, fields: Set<String>? = nil
  ) throws -> FeatureTable {
    let file = try table(path: path, layer: layer, encoding: encoding)
    var table = try FeatureTable(reading: file, keeping: fields)
    table.isDrawing = (file as? ForeignTable)?.foreignFormat == .dxf
    return table
  }

  private static func table(
    path: String, layer: String?, encoding: String?
  ) throws -> any TableFile {
    if let table = try ForeignTable.geodatabase(at: path, layer: layer, keepsKey: true) {
      return table
    }
    let file = try FileBytes(path: path)
    let declared = encoding.flatMap(TextEncoding.init(named:))
    switch TableFormat.sniff(file.bytes) {
    case .table(.geopackage):
      return try GeoPackageTable(file: file, layer: layer, keepsKey: true)
    case .table(.shapefile):
      try refuse(layer: layer, of: path)
      return try ShapefileTable(file: file, declared: declared)
    case .table(.geojson), .json:
      try refuse(layer: layer, of: path)
      return try GeoJSONTable(file: file, declared: declared)
    case .zippedShapefile:
      try refuse(layer: layer, of: path)
      return try ShapefileTable(zipped: file, declared: declared)
    case .foreign(let format):
      return try ForeignTable(format, file: file, layer: layer, keepsKey: true)
    case .table(.csv), .table(.xlsx), .table(.xls), .encryptedWorkbook, .binaryWorkbook,
      .openDocument, .html, .spreadsheetXML, .xml, .pdf, .picture, .otherOfficeFile, .archive:
      throw unknown(path, file.bytes)
    }
  }

  private static func refuse(layer: String?, of path: String) throws {
    guard let layer else { return }
    throw TabularError(.layer, path: path, .geoPackage(.noLayers(named: layer)))
  }

  /// What is known of a file that is none of the formats.
  ///
  /// The kind is `unknownFormat` only where nothing at all is known, so that a
  /// caller may try to read a plain table.
  private static func unknown(_ path: String, _ bytes: UnsafeRawBufferPointer) -> TabularError {
    let name = path.lowercased()
    func ends(in suffixes: String...) -> Bool { suffixes.contains(where: name.hasSuffix) }
    if ends(in: ".gpkg") { return GeoPackageTable.notAGeoPackage(path) }
    let fact: FormatFact =
      if ends(in: ".shp") {
        .notShapefile
      } else if ends(in: ".geojson", ".json") {
        .notGeoJSON
      } else if let companion = CompanionFiles.fact(path, bytes) {
        companion
      } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
        .archiveOrWorkbook
      } else {
        .noFeatures
      }
    return TabularError(
      fact == .noFeatures ? .unknownFormat : .unsupported, path: path, .format(fact))
  }
}
