/// Opens a file of whatever format that holds a table; its bytes decide, its name has no say.
package enum TableFileOpener {
  /// Opens the file at `path`.
  ///
  /// - Parameters:
  ///   - declared: the encoding that the manifest declares for texts; nil to decide by the bytes.
  ///   - geoPackage: opens a GeoPackage, which takes SQL that this target does not know.
  /// - Throws: `TabularError` that says what the file is instead of a table, or where it is damaged,
  ///   and what to do.
  package static func open(
    path: String, declared: TextEncoding? = nil,
    geoPackage: ((FileBytes) throws -> any TableFile)? = nil
  ) throws -> any TableFile {
    let file = try FileBytes(path: path)
    if case .archive = TableFormat.sniff(file.bytes),
      let table = try PackedTable(file, declared: declared)
    {
      return table
    }
    switch try TableFormat.sniff(file.bytes).tableFormat(path: path) {
    case .csv:
      try refuseCompanion(path)
      return DelimitedFile(try TextFile(file: file, declared: declared))
    case .shapefile: return try ShapefileTable(file: file, declared: declared)
    case .geojson: return try GeoJSONTable(file: file, declared: declared)
    case .geopackage:
      if let geoPackage { return try geoPackage(file) }
      throw TabularError(.unsupported, path: path, .format(.geoPackage))
    case .xlsx: return try XLSXFile(file)
    case .xls: return XLSFile(file)
    }
  }

  /// The other files of a Shapefile have no mark of their own, but they are no delimited text.
  private static func refuseCompanion(_ path: String) throws {
    let name = path.lowercased()
    guard [".dbf", ".shx", ".prj", ".cpg", ".sbn", ".sbx"].contains(where: name.hasSuffix) else {
      return
    }
    throw TabularError(.unknownFormat, path: path, .format(.companion))
  }
}

extension XLSXFile {
  /// Opens a workbook.
  ///
  /// - Throws: `TabularError` where it is something else, encrypted, cut short or damaged.
  package convenience init(path: String) throws { try self.init(sniffing: FileBytes(path: path)) }

  /// Opens a workbook whose bytes are at hand.
  package convenience init(sniffing file: FileBytes) throws {
    guard try TableFormat.sniff(file.bytes).tableFormat(path: file.path) == .xlsx else {
      throw TabularError(.unknownFormat, path: file.path, .format(.notXLSX))
    }
    try self.init(file)
  }
}
