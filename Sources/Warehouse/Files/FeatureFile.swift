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
    let bytes = try FileBytes.array(at: path)
    switch FeatureFormat(sniffing: bytes) {
    case .geoPackage:
      return try GeoPackageReader.read(path, layer: layer)
    case .shapefile:
      try refuse(layer: layer, of: path)
      return try ShapefileReader.read(path, encoding: encoding)
    case .geoJSON:
      try refuse(layer: layer, of: path)
      return try GeoJSONReader.read(bytes, file: path, encoding: encoding)
    case nil:
      throw unknown(path, bytes)
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
  private static func unknown(_ path: String, _ bytes: [UInt8]) -> TabularError {
    let name = path.lowercased()
    func refusal(_ reason: String, _ chinese: String) -> TabularError {
      TabularError(.unsupported, path: path, message: reason, messageChinese: chinese)
    }
    if name.hasSuffix(".gpkg") { return GeoPackageReader.notAGeoPackage(path) }
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
