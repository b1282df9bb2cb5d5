import Datasets
import DemoTruth
import Tabular

/// Opens the writer of a file by its format.
struct FormatWriters {
  /// Makes writers of GeoPackages, which only the store's module can write.
  let geopackage: WriterRequest.Maker?
  /// Takes the rows instead of any file.
  var catcher: RowCatcher?

  func writer(for maker: FileMaker, at path: String) throws -> any TableWriter {
    if let catcher {
      let head = maker.plan.form.hasGeometry ? 0 : maker.layout.headCount
      return catcher.writer(at: path, head: head)
    }
    switch maker.plan.form {
    case .text(let flavour): return try OfficeTextWriter(path: path, text: flavour)
    case .xlsx:
      let writer = try XLSXWriter(path: path, sheet: maker.layout.sheetName)
      writer.dateFormat = .builtIn(Self.dateFormat(maker))
      return writer
    case .xls:
      let writer = try XLSWriter(path: path, sheet: maker.layout.sheetName)
      writer.dateFormat = Int(Self.dateFormat(maker))
      return writer
    case .shapefile: return try shapefile(maker, path: path)
    case .geojson:
      let epsg = maker.geometryEPSG
      return try GeoJSONWriter(
        path: path, names: maker.layout.headings,
        crs: epsg == 4326 ? nil : "urn:ogc:def:crs:EPSG::\(epsg)")
    case .geopackage:
      guard let geopackage, let type = maker.faults.maker.shape?.type else {
        throw DemoError(
          "\(path): no writer of GeoPackages was given", "\(path)：没有可用的 GeoPackage 写出器")
      }
      return try geopackage(
        WriterRequest(
          path: path, table: maker.plan.manifest.dialect.table ?? maker.plan.manifest.dataset,
          columns: maker.layout.headings, geometry: type, epsg: maker.geometryEPSG))
    }
  }

  /// A built-in format of days: the common one, or one of the Chinese Excel, which no file
  /// describes.
  private static func dateFormat(_ maker: FileMaker) -> UInt8 {
    [14, 31, 57, 58][maker.plan.rows % 4]
  }

  private func shapefile(_ maker: FileMaker, path: String) throws -> ShapefileWriter {
    let manifest = maker.plan.manifest
    let columns = zip(manifest.fields, maker.layout.headings).map { field, heading in
      switch field.type {
      case .integer: return DBFColumn.number(heading, width: 12)
      case .number: return DBFColumn.number(heading, width: 20, decimals: 7)
      default:
        let width = field.constraints.maximumLength.map { min(254, max(60, $0 * 3 + 9)) }
        return DBFColumn.text(heading, width: width ?? 254)
      }
    }
    let shape: ShapefileWriter.Shape =
      switch maker.faults.maker.shape?.type {
      case .line: .line
      case .polygon: .polygon
      case .point, nil: .point
      }
    // Some say in the table's header that they are GBK, some in a .cpg, some nowhere.
    let texts: ShapefileWriter.Texts =
      switch manifest.encoding?.name {
      case "gb18030": ShapefileWriter.Texts(encoding: .gb18030)
      case "utf-8": .utf8
      default:
        maker.plan.rows % 2 == 0
          ? .gbk : ShapefileWriter.Texts(encoding: .gb18030, codePage: "GBK")
      }
    return try ShapefileWriter(
      path: path, shape: shape, columns: columns, texts: texts,
      projection: ProjectionText.text(epsg: maker.geometryEPSG))
  }
}
