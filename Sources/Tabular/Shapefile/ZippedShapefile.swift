/// The Shapefile in a ZIP archive, as offices and portals send them.
enum ZippedShapefile {
  /// The most bytes that its parts may unpack to; they are held in memory.
  static let largest = 256 << 20

  /// The parts of the only Shapefile in an archive.
  ///
  /// - Throws: `TabularError` where there are several, or one without its table.
  static func parts(of file: FileBytes) throws -> ShapefileParts {
    let archive = try ZipArchive(file)
    let shapes = archive.names.map { $0.lowercased() }.filter {
      $0.hasSuffix(".shp") && !$0.hasPrefix("__macosx/")
    }
    guard let shp = shapes.first, shapes.count == 1 else {
      throw TabularError(
        .layer, path: file.path, .shapefile(.severalInArchive(shapes.sorted())))
    }
    let base = shp.dropLast(4)
    var left = largest
    func part(_ suffix: String) throws -> [UInt8]? {
      guard let entry = archive.entry("\(base).\(suffix)") else { return nil }
      guard entry.size <= left else {
        throw TabularError(
          .unsupported, path: file.path, .shapefile(.largeInArchive(limit: largest)))
      }
      left -= entry.size
      return try archive.content(of: entry)
    }
    guard let shape = try part("shp"), let table = try part("dbf") else {
      throw TabularError(.missing, path: file.path, .shapefile(.noTable("\(base).dbf")))
    }
    return ShapefileParts(
      shp: shape, dbf: table, shx: try part("shx"), prj: try part("prj"), cpg: try part("cpg"))
  }
}
