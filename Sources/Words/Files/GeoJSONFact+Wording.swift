import Tabular

extension GeoJSONFact {
  /// What is wrong with GeoJSON, behind its place.
  var wording: Wording {
    switch self {
    case .blank:
      Wording("the file holds white space only; export it again", "文件只有空白，请重新导出")
    case .notUTF8:
      Wording(
        "not UTF-8, which GeoJSON must be; convert the file, or name its encoding (for example "
          + "GB18030)",
        "不是 UTF-8 编码；请转换文件，或指明其编码（如 GB18030）")
    case .notInEncoding(let name):
      Wording(
        "the text is not \(name) throughout; name the right encoding",
        "文本并非全为 \(name) 编码，请指明正确的编码")
    case .moreText: Wording("more text after the end of the data", "数据结束后还有内容")
    case .notGeoJSON(let type?):
      Wording(
        "the data is of type '\(type)', which is not GeoJSON", "数据类型为“\(type)”，不是 GeoJSON")
    case .notGeoJSON(nil):
      Wording("an object without a type is not GeoJSON", "对象没有 type，不是 GeoJSON")
    case .notAFeature(let type):
      Wording(
        "an object of type '\(type ?? "none")' where a Feature is needed",
        "此处应为 Feature，却是“\(type ?? "无类型")”")
    case .noFeatures: Wording("the collection has no member 'features'", "集合缺少 features")
    case .featuresTwice: Wording("the member 'features' is given twice", "features 重复出现")
    case .propertyTwice: Wording("a property is given twice", "有属性重复出现")
    case .tooManyProperties(let limit):
      Wording(
        "there are more than \(limit) different properties, and each would be a column; leave out "
          + "those that are not needed",
        "不同的属性超过 \(limit) 个（每个属性为一列）；请去掉不需要的属性")
    case .largeGeometry(let limit):
      Wording(
        "a geometry is larger than the limit of \(limit >> 20) MiB; divide it",
        "有几何超过 \(limit >> 20) MiB 的上限；请拆分")
    case .namelessCRS: Wording("the crs has no name", "crs 没有名称")
    case .twoCRS(let a, let b):
      Wording(
        "the file names two reference systems, \(a) and \(b); all of it must be in one",
        "文件中有两个坐标系（\(a) 和 \(b)），须统一为一个")
    case .incompleteGeometry:
      Wording("a geometry needs a type and coordinates", "几何缺少 type 或 coordinates")
    case .noSuchGeometry(let type):
      Wording("'\(type)' is not a type of geometry", "“\(type)”不是几何类型")
    case .shortRing(let positions):
      Wording(
        "a ring of \(positions) positions; it needs four", "环只有 \(positions) 个点，至少需要四个")
    case .openRing: Wording("the ring does not end where it begins", "环的终点与起点不同")
    case .cellCount(let feature, let cells, let properties):
      Wording(
        "feature \(feature) has \(cells) cells for \(properties) properties",
        "第 \(feature) 个要素有 \(cells) 个单元格，而属性有 \(properties) 个")
    }
  }
}
