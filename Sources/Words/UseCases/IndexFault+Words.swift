import Gewu
import Grids
import Warehouse

extension IndexFault {
  /// Why an index cannot answer, or a cell cannot be named.
  var wording: Wording {
    switch self {
    case .nothingActive(Net.base, let store):
      Wording(
        "no generation of boundaries is active in \(store)", "\(store) 中没有启用的边界版本")
    case .nothingActive(let net, _):
      Wording("no generation of the net \(net) is active", "网 \(net) 没有启用的版本")
    case .nothingActiveThen(let date):
      Wording(
        "no generation of boundaries was active at \(date)", "\(date) 时没有启用的边界版本")
    case .noCells(let generation):
      Wording("generation \(generation) has no cells", "版本 \(generation) 没有单元")
    case .noLevel(let name, let known, let withCells):
      Wording(
        "there is no level '\(name)'\(withCells ? " with cells" : ""); the levels are ",
        withCells ? "没有含单元的层级“\(name)”；层级有：" : "没有层级“\(name)”；层级有：")
        + known.listed()
    case .noCell(let code, let level, let generation, let net):
      Wording(
        "there is no cell \(code)\(level.map { " on level \($0)" } ?? "") in generation "
          + "\(generation) of the net \(net)",
        "网 \(net) 的版本 \(generation) \(level.map { "在层级 \($0) 上" } ?? "")没有单元 \(code)")
    case .ambiguousCode(let code, let levels):
      Wording("\(code) names a cell on the levels ", "\(code) 在多个层级上都是单元的代码：")
        + levels.listed() + Wording("; name the level too", "；请同时指定层级")
    case .unwritable(let path, let error):
      Wording("\(path): ", "\(path)：") + error.wording
        + Wording("; name another file", "；请换一个文件")
    }
  }
}
