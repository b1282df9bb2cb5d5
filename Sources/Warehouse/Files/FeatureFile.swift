package import Tabular

/// A file of features in any of the formats that are read.
package enum FeatureFile {
  /// The features of the file at `path`: GeoJSON, Shapefile or GeoPackage.
  ///
  /// The first bytes decide the format, not the file's name. A Shapefile is given
  /// by its `.shp`.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - layer: which layer of a GeoPackage; needed only where it has several.
  ///   - encoding: overrides what a Shapefile (or GeoJSON) says of its texts.
  /// - Throws: `TabularError`.
  package static func open(
    path: String, layer: String? = nil, encoding: String? = nil
  ) throws -> FeatureTable {
    let file = try FileBytes(path: path)
    let declared = encoding.flatMap(TextEncoding.init(named:))
    switch TableFormat.sniff(file.bytes) {
    case .table(.geopackage):
      return try FeatureTable(reading: GeoPackageTable(file: file, layer: layer, keepsKey: true))
    case .table(.shapefile):
      try refuse(layer: layer, of: path)
      return try FeatureTable(reading: ShapefileTable(file: file, declared: declared))
    case .table(.geojson), .json:
      try refuse(layer: layer, of: path)
      return try FeatureTable(reading: GeoJSONTable(file: file, declared: declared))
    case .table(.csv), .table(.xlsx), .table(.xls), .encryptedWorkbook, .binaryWorkbook,
      .openDocument, .html, .spreadsheetXML, .xml, .pdf, .otherOfficeFile, .archive:
      throw unknown(path, file.bytes)
    }
  }

  private static func refuse(layer: String?, of path: String) throws {
    guard let layer else { return }
    throw TabularError(
      .layer, path: path,
      message: "only a GeoPackage has layers, and this is none; leave the layer '\(layer)' out",
      messageChinese: "只有 GeoPackage 才有图层，请不要指定图层“\(layer)”")
  }

  /// What is known of a file that is none of the formats.
  ///
  /// The kind is `unknownFormat` only where nothing at all is known, so that a
  /// caller may try to read a plain table.
  private static func unknown(_ path: String, _ bytes: UnsafeRawBufferPointer) -> TabularError {
    let name = path.lowercased()
    func refusal(_ reason: String, _ chinese: String) -> TabularError {
      TabularError(.unsupported, path: path, message: reason, messageChinese: chinese)
    }
    if name.hasSuffix(".gpkg") { return GeoPackageLayer.notAGeoPackage(path) }
    if name.hasSuffix(".shp") {
      return refusal(
        "this is not a Shapefile, whatever its name; export it again",
        "虽以 .shp 命名，却不是 Shapefile，请重新导出")
    }
    if name.hasSuffix(".geojson") || name.hasSuffix(".json") {
      return refusal(
        "this is not GeoJSON, which begins with '{'; export it again",
        "不是 GeoJSON（应以“{”开头），请重新导出")
    }
    if name.hasSuffix(".dbf") || name.hasSuffix(".shx") || name.hasSuffix(".prj") {
      return refusal(
        "this is a companion of a Shapefile; name its .shp", "这是 Shapefile 的附属文件，请指定 .shp 文件")
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      return refusal(
        "this is a ZIP archive (or a workbook); unpack it and name the file in it",
        "这是 ZIP 压缩包（或工作簿），请解压后指定其中的文件")
    }
    return TabularError(
      .unknownFormat, path: path,
      message:
        "this is neither GeoJSON nor a Shapefile (.shp) nor a GeoPackage; convert it to one of them",
      messageChinese: "不是 GeoJSON、Shapefile（.shp）或 GeoPackage，请转换为其中一种")
  }
}
