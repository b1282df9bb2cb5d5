/// A `.shp` file and its companions.
package struct ShapefileParts: Sendable {
  package var shp: FileBytes
  package var dbf: FileBytes
  /// The places of the shapes; without it they are read in order.
  package var shx: FileBytes?
  /// The reference system in well-known text.
  package var prj: FileBytes?
  /// The name of the encoding.
  package var cpg: FileBytes?

  /// Makes a set of parts that are in memory.
  package init(
    shp: [UInt8], dbf: [UInt8], shx: [UInt8]? = nil, prj: [UInt8]? = nil, cpg: [UInt8]? = nil
  ) {
    self.shp = FileBytes(path: "", copying: shp)
    self.dbf = FileBytes(path: "", copying: dbf)
    self.shx = shx.map { FileBytes(path: "", copying: $0) }
    self.prj = prj.map { FileBytes(path: "", copying: $0) }
    self.cpg = cpg.map { FileBytes(path: "", copying: $0) }
  }

  /// Opens the companions of a `.shp` file, which lie beside it under the same name.
  ///
  /// - Throws: `TabularError` of kind `missing` where there is no table of attributes.
  package init(_ shp: FileBytes) throws {
    let base = Self.base(of: shp.path)
    guard let dbf = Self.companion(of: base, "dbf") else {
      throw TabularError(.missing, path: shp.path, .shapefile(.noTable("\(base).dbf")))
    }
    self.shp = shp
    self.dbf = try FileBytes(path: dbf)
    shx = try Self.companion(of: base, "shx").map(FileBytes.init(path:))
    prj = try Self.companion(of: base, "prj").map(FileBytes.init(path:))
    cpg = try Self.companion(of: base, "cpg").map(FileBytes.init(path:))
  }

  /// All of them, the `.shp` first.
  var files: [FileBytes] { [shp, dbf] + [shx, prj, cpg].compactMap(\.self) }

  /// The reference system that the `.prj` names.
  var crs: String? { prj.flatMap { ProjectionText.crs($0.bytes) } }

  /// What the `.cpg` says.
  var codePage: String? { cpg.map { String(decoding: $0.bytes, as: UTF8.self) } }

  /// The table and the shapes, which must belong together; `file` is for messages.
  func open(file: String) throws -> (DBFReader, ShapefileIndex) {
    let base = Self.base(of: file)
    let table = try DBFReader(dbf, file: base + ".dbf")
    let shapes = try ShapefileIndex(shp: shp, shx: shx, file: file)
    // Some writers leave a table without fields empty of records too.
    let isBare = table.fields.isEmpty && table.recordCount == 0
    guard isBare || shapes.count == table.recordCount else {
      throw TabularError(
        .malformed, path: file,
        .shapefile(.foreignTable("\(base).dbf", shapes: shapes.count, records: table.recordCount)))
    }
    return (table, shapes)
  }

  private static func base(of path: String) -> String {
    path.lowercased().hasSuffix(".shp") ? String(path.dropLast(4)) : path
  }

  private static func companion(of base: String, _ suffix: String) -> String? {
    let capitalized = suffix.prefix(1).uppercased() + suffix.dropFirst()
    return [suffix, suffix.uppercased(), capitalized].map { "\(base).\($0)" }
      .first(where: FileBytes.exists(at:))
  }
}
