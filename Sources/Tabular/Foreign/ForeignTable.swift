import Glibc

/// A file of features in a format that GDAL reads, as a table: GDAL's program turns it into a
/// GeoPackage in a confined child, and that is read, in another.
///
/// The GeoPackage lies in a folder of its own as long as the table is used.
package final class ForeignTable: TableFile {
  /// The path it was opened by.
  package let path: String
  /// The file, and those that belong to it.
  package let parts: [FileBytes]
  /// What the file is.
  package let foreignFormat: ForeignFormat
  private let folder: TemporaryFolder
  private let table: GeoPackageTable

  /// Converts and opens a file.
  ///
  /// - Parameters:
  ///   - parts: the file and those that belong to it; the folder's files for a geodatabase.
  ///   - layer: which layer; needed only where there are several.
  /// - Throws: `TabularError`, which names what to install where GDAL is not there.
  package init(
    _ format: ForeignFormat, path: String, parts: [FileBytes], layer: String? = nil,
    keepsKey: Bool = false
  ) throws {
    func fault(_ kind: TabularError.Kind, _ fact: ForeignFact) -> TabularError {
      TabularError(kind, path: path, .foreign(fact))
    }
    guard let program = Ogr2ogr() else { throw fault(.unsupported, .notInstalled(format)) }
    guard let folder = TemporaryFolder() else {
      throw fault(.unreadable, .failed(format, .noFolder(code: errno)))
    }
    var input = path
    if let file = parts.first, format == .kml || format == .kmz {
      let survey = try KMLSurvey.survey(file, format)
      if survey.hasTypedFields, let copy = KMLTexts.copy(file, format, into: folder.path) {
        input = copy
      }
    }
    let output = folder.path + "/converted.gpkg"
    let size = parts.reduce(0) { $0 + $1.bytes.count }
    if let reason = program.convert(input, to: output, in: folder.path, size: size) {
      throw fault(.malformed, .failed(format, reason))
    }
    self.path = path
    self.parts = parts
    self.folder = folder
    foreignFormat = format
    table = try GeoPackageTable(
      file: FileBytes(path: output), named: path, layer: layer, keepsKey: keepsKey)
  }

  /// Converts and opens a file that is at hand.
  package convenience init(
    _ format: ForeignFormat, file: FileBytes, layer: String? = nil, keepsKey: Bool = false
  ) throws {
    try self.init(
      format, path: file.path, parts: [file] + Self.companions(of: file, format), layer: layer,
      keepsKey: keepsKey)
  }

  /// Converts and opens a folder of Esri's; nil where `path` is none.
  package static func geodatabase(
    at path: String, layer: String? = nil, keepsKey: Bool = false
  ) throws -> ForeignTable? {
    let name = path.hasSuffix("/") ? String(path.dropLast()) : path
    guard name.lowercased().hasSuffix(".gdb") else { return nil }
    let listing = FolderListing(of: name, isDeep: false)
    func isPart(_ name: String) -> Bool { name.lowercased().contains(".gdb") }
    if let part = listing.unreadable.first(where: isPart) {
      throw TabularError.name(shown: "\(name)/\(part)")
    }
    let parts = try listing.names.filter(isPart).map { try FileBytes(path: "\(name)/\($0)") }
    guard !parts.isEmpty else { return nil }
    return try ForeignTable(
      .fileGeodatabase, path: name, parts: parts, layer: layer, keepsKey: keepsKey)
  }

  package var format: TableFormat { .geopackage }
  package var encodingName: String { table.encodingName }
  package var crs: String? { table.crs }
  package var crsDefinition: String? { table.crsDefinition }
  package func rows(_ dialect: TableDialect) throws -> any RowReader { try table.rows(dialect) }

  private static func companions(of file: FileBytes, _ format: ForeignFormat) throws -> [FileBytes]
  {
    let base = file.path.split(separator: ".", omittingEmptySubsequences: false).dropLast()
      .joined(separator: ".")
    return try format.companions.compactMap { suffix in
      try [suffix, suffix.uppercased()].map { "\(base).\($0)" }
        .first(where: FileBytes.exists(at:)).map(FileBytes.init(path:))
    }
  }
}

/// A folder for a while, with what is in it.
final class TemporaryFolder: Sendable {
  let path: String

  /// Makes a folder that only this user can look into; nil with `errno` where none can be made.
  init?() {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/gewu-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  deinit {
    // Nothing but files was written into it.
    guard let folder = opendir(path) else { return }
    while let entry = readdir(folder) {
      withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) {
          _ = unlink("\(path)/\(String(cString: $0))")
        }
      }
    }
    closedir(folder)
    rmdir(path)
  }
}
