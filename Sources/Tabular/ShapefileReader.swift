/// Reads an ESRI Shapefile: the shapes of `.shp` with the attributes of `.dbf`.
///
/// The layout is that of the ESRI white paper of July 1998. Points, lines, polygons
/// and multipoints are read, Z and M dropped; multipatches are refused. The rings of
/// a polygon are grouped into shells and holes by direction, and by containment
/// where the directions are wrong. Records that the table marks as deleted are left
/// out and counted.
public enum ShapefileReader {
  /// The companions of a `.shp` file, as bytes.
  public struct Parts: Sendable {
    /// The shapes.
    public var shp: [UInt8]
    /// The attributes.
    public var dbf: [UInt8]
    /// The places of the shapes; without it they are read in order.
    public var shx: [UInt8]?
    /// The reference system in well-known text.
    public var prj: [UInt8]?
    /// The name of the encoding.
    public var cpg: [UInt8]?

    /// Makes a set of parts.
    public init(
      shp: [UInt8], dbf: [UInt8], shx: [UInt8]? = nil, prj: [UInt8]? = nil, cpg: [UInt8]? = nil
    ) {
      self.shp = shp
      self.dbf = dbf
      self.shx = shx
      self.prj = prj
      self.cpg = cpg
    }
  }

  /// The features of the Shapefile at `path`, which names its `.shp`.
  ///
  /// `encoding` overrides what `.cpg` and the table's header say of the texts.
  /// Throws `TabularError` that says which of the files is damaged, and where.
  public static func read(_ path: String, encoding: String? = nil) throws -> FeatureTable {
    let base = path.lowercased().hasSuffix(".shp") ? String(path.dropLast(4)) : path
    let shp = try FileBytes.array(at: path)
    guard let dbf = companion(of: base, "dbf") else {
      throw TabularError(
        .missing, path: path,
        message: "its table of attributes \(base).dbf is missing; copy all parts of the Shapefile",
        messageChinese: "缺少属性表 \(base).dbf，请复制 Shapefile 的全部文件")
    }
    let parts = Parts(
      shp: shp, dbf: try FileBytes.array(at: dbf),
      shx: try companion(of: base, "shx").map(FileBytes.array(at:)),
      prj: try companion(of: base, "prj").map(FileBytes.array(at:)),
      cpg: try companion(of: base, "cpg").map(FileBytes.array(at:)))
    return try read(parts, file: path, encoding: encoding)
  }

  /// The features of a Shapefile in memory; `file` is the name of its `.shp`, for
  /// messages.
  public static func read(
    _ parts: Parts, file: String, encoding: String? = nil
  ) throws -> FeatureTable {
    let base = file.lowercased().hasSuffix(".shp") ? String(file.dropLast(4)) : file
    let table = try DbfReader(parts.dbf, file: base + ".dbf")
    let shapes = try ShapefileIndex(shp: parts.shp, shx: parts.shx, file: file)
    // Some writers leave a table without fields empty of records too.
    if table.fields.isEmpty, table.recordCount == 0 {
      let features = try (0..<shapes.count).map { record in
        Feature(
          number: record + 1, values: [],
          geometry: try ShapefileGeometry.read(shapes, record: record))
      }
      return FeatureTable(
        format: .shapefile, fields: [], features: features,
        crs: parts.prj.flatMap(ProjectionText.crs))
    }
    guard shapes.count == table.recordCount else {
      throw TabularError(
        .malformed, path: file,
        message: "it has \(shapes.count) shapes and \(base).dbf has \(table.recordCount) records: "
          + "the files do not belong together",
        messageChinese: "共有 \(shapes.count) 个图形，而 \(base).dbf 有 \(table.recordCount) 条记录，两个文件不匹配")
    }
    let texts = try table.texts(
      encoding: encoding, codePage: parts.cpg.map { String(decoding: $0, as: UTF8.self) })
    let features = try texts.rows.map { row in
      Feature(
        number: row.number, values: row.values,
        geometry: try ShapefileGeometry.read(shapes, record: row.number - 1))
    }
    return FeatureTable(
      format: .shapefile, fields: texts.fields, features: features,
      crs: parts.prj.flatMap(ProjectionText.crs),
      deletedCount: texts.deletedCount, cutTextCount: texts.cutTextCount,
      encoding: texts.encoding, isEncodingGuessed: texts.isEncodingGuessed)
  }

  private static func companion(of base: String, _ suffix: String) -> String? {
    let capitalized = suffix.prefix(1).uppercased() + suffix.dropFirst()
    return [suffix, suffix.uppercased(), capitalized].map { "\(base).\($0)" }
      .first(where: FileBytes.exists(at:))
  }
}
