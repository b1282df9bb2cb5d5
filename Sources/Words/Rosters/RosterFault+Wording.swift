package import Gewu

extension RosterFault {
  /// Why the question cannot be answered.
  package var wording: Wording {
    switch self {
    case .noList:
      Wording(
        "no data set of the store says that its rows are posts; import one whose manifest has a block `posts`",
        "数据库中没有说明其行为岗位的数据资源；请导入清单中写有 posts 的数据资源")
    case .noNorm(let net, let known):
      Wording(
        "nothing says by which norm the net '\(net)' is staffed; the norms are ",
        "未指定网“\(net)”按什么标准配备人员；可用的标准：") + known.listed()
    case .noSuchNorm(let name, let known):
      Wording(
        "there is no norm '\(name)'; name a file, or one of ",
        "没有配备标准“\(name)”；请指定文件，或以下之一：") + known.listed()
    case .otherNets(let norm, let net, let nets):
      Wording(
        "the norm '\(norm)' says nothing of the net '\(net)'; it is for ",
        "配备标准“\(norm)”不涉及网“\(net)”；它适用于") + nets.listed()
    case .noLevels(let norm, let levels, let net):
      Wording(
        "the net '\(net)' has none of the levels of the norm '\(norm)': ",
        "网“\(net)”没有配备标准“\(norm)”所用的层级：") + levels.listed()
    case .noSuchLevel(let level, let known):
      Wording(
        "there is no level '\(level)' with cells; there are ", "没有含单元的层级“\(level)”；现有：")
        + known.listed()
    case .badAddress(let address, let most):
      Wording(
        "'\(address)' is no address for the code of a notice: give http:// or https:// and a name, with which "
          + "the address of the page has at most \(most) bytes",
        "“\(address)”不能用作公示牌二维码的地址：请给出以 http:// 或 https:// 开头的地址，页面地址总长不超过 \(most) 字节")
    }
  }
}
