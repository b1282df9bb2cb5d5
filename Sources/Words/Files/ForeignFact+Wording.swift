import Tabular

extension ForeignFact {
  /// Why a file in a format that GDAL reads cannot be read, and what to do.
  func wording(of path: String) -> Wording {
    switch self {
    case .notInstalled(let format):
      Wording(
        "is \(format.wording.english), which is read with GDAL: install the package gdal-bin, or "
          + "convert it where GDAL is: ogr2ogr -f GPKG out.gpkg \(Self.quoted(path))",
        "是 \(format.wording.chinese)，需用 GDAL 读取：请安装软件包 gdal-bin，"
          + "或在装有 GDAL 的机器上转换：ogr2ogr -f GPKG out.gpkg \(Self.quoted(path))")
    case .failed(let format, let reason):
      Wording(
        "is \(format.wording.english), which GDAL cannot read (\(reason.wording.english)); export "
          + "it again, or as a GeoPackage",
        "是 \(format.wording.chinese)，GDAL 无法读取（\(reason.wording.chinese)）；"
          + "请重新导出，或导出为 GeoPackage")
    }
  }

  /// A path as a shell takes it.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "._-/".contains($0) }
    return isPlain ? path : "'\(path.replacing("'", with: "'\\''"))'"
  }
}

extension ForeignFact.Reason {
  fileprivate var wording: Wording {
    switch self {
    case .refused(let reason): Wording(verbatim: reason)
    case .child(let fact): fact.wording
    case .noFolder(let code):
      Wording("no temporary folder: ", "无法建立临时文件夹：") + SystemWords.system(code)
    }
  }
}

extension ForeignFormat {
  fileprivate var wording: Wording {
    switch self {
    case .kml: Wording(verbatim: "KML")
    case .kmz: Wording(verbatim: "KMZ")
    case .gml: Wording(verbatim: "GML")
    case .mapInfoTable: Wording("a MapInfo table (.tab)", "MapInfo 表（.tab）")
    case .mapInfoInterchange: Wording("MapInfo interchange (.mif)", "MapInfo 交换格式（.mif）")
    case .dxf: Wording("a drawing (.dxf)", "图形交换文件（.dxf）")
    case .flatGeobuf: Wording(verbatim: "FlatGeobuf")
    case .fileGeodatabase: Wording("a file geodatabase (.gdb)", "文件地理数据库（.gdb）")
    case .topoJSON: Wording(verbatim: "TopoJSON")
    }
  }
}
