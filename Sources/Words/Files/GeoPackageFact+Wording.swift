import Tabular

extension GeoPackageFact {
  /// What is wrong with a GeoPackage, and what to do.
  var wording: Wording {
    switch self {
    case .notAGeoPackage:
      Wording(
        "this is not a GeoPackage or is truncated; copy or export it again",
        "不是 GeoPackage，或文件不完整；请重新复制或导出")
    case .unreadable(let code, let text):
      Wording("SQLite cannot read it", "SQLite 无法读取")
        + SystemWords.sqlite(code, text).inParentheses
    case .unwritable(let code, let text):
      Wording("cannot be written", "无法写入") + SystemWords.sqlite(code, text).inParentheses
        + Wording("; check the folder and the disk", "；请检查文件夹和磁盘空间")
    case .noContents:
      Wording(
        "this is a SQLite database but not a GeoPackage (it has no gpkg_contents)",
        "这是 SQLite 数据库，但不是 GeoPackage（缺少 gpkg_contents）")
    case .noLayer(let name, let layers):
      Wording("it has no layer '\(name)'; it has: ", "没有图层“\(name)”；现有图层：") + layers.listed()
    case .noFeatureLayer:
      Wording("the GeoPackage has no layer of features", "GeoPackage 中没有要素图层")
    case .severalLayers(let layers):
      Wording("it has several layers; name one of: ", "有多个图层，请指定其一：") + layers.listed()
    case .notAGeometry(let feature):
      Wording(
        "the geometry of feature \(feature) is not a GeoPackage geometry",
        "第 \(feature) 个要素的几何不是 GeoPackage 格式")
    case .catalogue(let table, let column):
      Wording(
        "the GeoPackage is damaged: column '\(column)' of its table '\(table)' holds something "
          + "else than it must; export it again",
        "GeoPackage 已损坏：表“\(table)”的列“\(column)”内容不符合规定；请重新导出")
    case .slow(let seconds):
      Wording(
        "the layer gives no feature within \(seconds) s, as a view without end does; export the "
          + "layer to a GeoPackage of its own",
        "图层在 \(seconds) 秒内没有给出要素（可能是无止境的视图）；请将图层单独导出为 GeoPackage")
    case .endless(let features):
      Wording(
        "the layer gives more than \(features) features, more than a file of its size can hold: "
          + "a view without end, or damage; export the layer to a GeoPackage of its own",
        "图层的要素多于 \(features) 个，超出该大小的文件所能容纳（无止境的视图，或文件已损坏）；"
          + "请将图层单独导出为 GeoPackage")
    case .large(let bytes):
      Wording(
        "a feature is larger than the limit of \(bytes >> 20) MiB; divide it",
        "有要素超过 \(bytes >> 20) MiB 的上限；请拆分")
    case .memory(let bytes):
      Wording(
        "reading it takes more than the limit of \(bytes >> 20) MiB of memory; export the layer "
          + "to a GeoPackage of its own",
        "读取所需内存超过 \(bytes >> 20) MiB 的上限；请将图层单独导出为 GeoPackage")
    case .child(let fact):
      Wording(
        "the GeoPackage cannot be read (\(fact.wording.english)); it is damaged: export it again",
        "无法读取 GeoPackage（\(fact.wording.chinese)），文件已损坏；请重新导出")
    case .noLayers(let layer):
      Wording(
        "only a GeoPackage has layers, and this is not one; leave the layer '\(layer)' out",
        "只有 GeoPackage 才有图层，请不要指定图层“\(layer)”")
    case .cellCount(let cells, let columns):
      Wording(
        "a feature has \(cells) cells for \(columns) columns",
        "要素有 \(cells) 个单元格，而列有 \(columns) 个")
    }
  }
}
