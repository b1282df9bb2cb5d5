package import Gewu

extension ProfileFault {
  /// Why it cannot be done.
  package var wording: Wording {
    switch self {
    case .noRules:
      Wording(
        "what is to be counted is nowhere: name the file of rules", "找不到计数规则：请给出规则文件")
    case .noAttribute(let name, let kind):
      Wording(
        "a column asks for '\(name)', which the rules of '\(kind)' do not have",
        "有列用到“\(name)”，而“\(kind)”的规则中没有此属性")
    case .neverCounted(nil):
      Wording("what cells have was never counted", "尚未对单元计数")
    case .neverCounted(let day?):
      Wording("nothing was counted as of \(day) or a day before", "\(day) 及以前没有计数")
    case .noCell(let code, let net):
      Wording(
        "net '\(net)' had no cell \(code) when it was counted", "计数时网“\(net)”没有单元 \(code)")
    case .noLevel(let level, let known):
      Wording("there is no level '\(level)'; there are ", "没有层级“\(level)”；可用层级：")
        + known.listed()
    case .noColumn(let name, let known):
      Wording("no column '\(name)' was counted; there are ", "没有统计列“\(name)”；已有的列：")
        + known.listed()
    case .noNet(let net, let known):
      Wording(
        "net '\(net)' was not counted; there are counts of ", "网“\(net)”没有计数；已计数的网：")
        + known.listed()
    }
  }
}
