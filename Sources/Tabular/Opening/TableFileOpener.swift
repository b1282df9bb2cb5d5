/// Opens a file of whatever format that holds a table; its bytes decide, its name has no say.
package enum TableFileOpener {
  /// Opens the file at `path`.
  ///
  /// - Parameters:
  ///   - declared: the encoding that the manifest declares for texts; nil to decide by the bytes.
  ///   - layer: which layer of a GeoPackage; or of what
  ///     GDAL reads; needed only where there are several.
  /// - Throws: `TabularError` that says what the file is instead of a table, or where it is damaged,
  ///   and what to do.
  package static func open(
    path: String, declared: TextEncoding? = nil, layer: String? = nil
  ) throws -> any TableFile {
    if let table = try ForeignTable.geodatabase(at: path, layer: layer) { return table }
    let file = try FileBytes(path: path)
    let sniffed = TableFormat.sniff(file.bytes)
    if case .archive = sniffed, let table = try PackedTable(file, declared: declared) {
      return table
    }
    switch sniffed {
    case .table(.csv):
      // They have no mark of their own, but they are no delimited text.
      if let fact = CompanionFiles.fact(path, file.bytes) {
        throw TabularError(.unknownFormat, path: path, .format(fact))
      }
      return DelimitedFile(try TextFile(file: file, declared: declared))
    case .table(.shapefile): return try ShapefileTable(file: file, declared: declared)
    case .zippedShapefile: return try ShapefileTable(zipped: file, declared: declared)
    case .table(.geojson): return try GeoJSONTable(file: file, declared: declared)
    case .table(.geopackage): return try GeoPackageTable(file: file, layer: layer)
    case .foreign(let format): return try ForeignTable(format, file: file, layer: layer)
    case .table(.xlsx):
      // An archive with a workbook stored in it shows the names of the workbook's parts.
      if let archive = try? ZipArchive(file), archive.names.count == 1,
        let table = try PackedTable(file, declared: declared)
      {
        return table
      }
      return try XLSXFile(file)
    case .table(.xls): return XLSFile(file)
    case .encryptedWorkbook, .binaryWorkbook, .openDocument, .html, .spreadsheetXML, .xml, .json,
      .pdf, .picture, .otherOfficeFile, .archive:
      throw sniffed.fault(path: path)
    }
  }
}

extension XLSXFile {
  /// Opens a workbook.
  ///
  /// - Throws: `TabularError` where it is something else, encrypted, cut short or damaged.
  package convenience init(path: String) throws { try self.init(sniffing: FileBytes(path: path)) }

  /// Opens a workbook whose bytes are at hand.
  package convenience init(sniffing file: FileBytes) throws {
    let sniffed = TableFormat.sniff(file.bytes)
    guard sniffed == .table(.xlsx) else { throw sniffed.fault(path: file.path) }
    try self.init(file)
  }
}
