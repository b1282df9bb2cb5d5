import Gewu

extension DatasetFault {
  /// Why a data set, or something of it, cannot be asked for.
  var wording: Wording {
    switch self {
    case .noDataset(let name, let known, let nearest):
      Wording("there is no data set '\(name)'; ", "没有数据资源“\(name)”；")
        + Self.instead(known: known, nearest: nearest)
    case .noExposure(let name, let known):
      Wording("there is no exposure '\(name)'; ", "没有基数“\(name)”；")
        + (known.isEmpty
          ? Wording("no imported data set declares one", "已导入的数据资源均未声明基数")
          : Wording("the imported data sets declare ", "已导入的数据资源声明了：") + known.listed())
    case .ambiguousExposure(let name, let datasets):
      Wording("the data sets ", "数据资源 ") + datasets.listed()
        + Wording(
          " declare the same exposure '\(name)'; rename one of them in its manifest",
          " 声明了同一基数“\(name)”；请在清单中为其中一个改名")
    case .badLimit(let limit, let largest):
      Wording(
        "limit is \(limit); give a number from 1 to \(largest)",
        "limit 为 \(limit)；请给出 1 到 \(largest) 之间的数")
    }
  }

  private static func instead(known: [String], nearest: String?) -> Wording {
    if known.isEmpty { return Wording("none is imported yet", "尚未导入任何数据资源") }
    if let nearest { return Wording("did you mean \(nearest)?", "是否指 \(nearest)？") }
    guard known.count <= 20 else {
      return Wording("\(known.count) others are imported", "已导入另外 \(known.count) 个")
    }
    return Wording("those imported are ", "已导入的有：") + known.listed()
  }
}
