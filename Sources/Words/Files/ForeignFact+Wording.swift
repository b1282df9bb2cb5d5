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
    case .lost(_, let loss, let count, let number):
      Self.placemark(number)
        + loss.wording(count)
    case .fieldTwice(_, let field, let number):
      Self.placemark(number)
        + Wording(
          " has several values of '\(field)', of which GDAL reads only one; leave one of them",
          "有多个“\(field)”的值，GDAL 只会读取其中一个；请只保留一个")
    }
  }

  /// A placemark as a message names it.
  private static func placemark(_ number: Int) -> Wording {
    Wording("placemark \(number)", "第 \(number) 个地标")
  }

  /// A path as a shell takes it.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "._-/".contains($0) }
    return isPlain ? path : "'\(path.replacing("'", with: "'\\''"))'"
  }
}

extension ForeignFact.Loss {
  /// What a placemark has too many of, and where they belong.
  fileprivate func wording(_ count: Int) -> Wording {
    let lost = Wording(", of which GDAL reads only one; ", "，GDAL 只会读取其中一个；")
    return switch self {
    case .geometries:
      Wording(" has \(count) geometries", "有 \(count) 个几何") + lost
        + Wording("put them into a MultiGeometry", "请放入 MultiGeometry")
    case .shells:
      Wording(
        " has a polygon with \(count) outerBoundaryIs", "的多边形有 \(count) 个 outerBoundaryIs") + lost
        + Wording(
          "make a Polygon of each and put these into a MultiGeometry",
          "请各建一个 Polygon，放入 MultiGeometry")
    case .shellRings:
      Wording(
        " has an outerBoundaryIs with \(count) LinearRing",
        "的一个 outerBoundaryIs 内有 \(count) 个 LinearRing") + lost
        + Wording(
          "make a Polygon of each and put these into a MultiGeometry",
          "请各建一个 Polygon，放入 MultiGeometry")
    case .holeRings:
      Wording(
        " has an innerBoundaryIs with \(count) LinearRing",
        "的一个 innerBoundaryIs 内有 \(count) 个 LinearRing") + lost
        + Wording(
          "put each of them into an innerBoundaryIs of its own",
          "请将每个环各放入一个 innerBoundaryIs")
    case .coordinates:
      Wording(
        " has a LinearRing with \(count) coordinates", "的一个 LinearRing 内有 \(count) 个 coordinates")
        + lost + Wording("put all positions into one of them", "请将所有坐标放入同一个 coordinates")
    }
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
