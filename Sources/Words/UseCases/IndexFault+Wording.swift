import Foundation
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
    case .noCell(let code, let level, let generation, let net, let retired):
      Wording(
        "there is no cell \(code)\(level.map { " on level \($0)" } ?? "") in generation "
          + "\(generation) of the net \(net)",
        "网 \(net) 的版本 \(generation) \(level.map { "在层级 \($0) 上" } ?? "")没有单元 \(code)")
        + (retired?.wording ?? .empty)
    case .ambiguousCode(let code, let levels):
      Wording("\(code) names a cell on the levels ", "\(code) 在多个层级上都是单元的代码：")
        + levels.listed() + Wording("; name the level too", "；请同时指定层级")
    }
  }
}

extension RetiredCell {
  /// Until when a cell existed and what lies there now, to stand behind the sentence that there is none.
  fileprivate var wording: Wording {
    let past = Wording(
      "; until \(until) there was one on level \(level) (generation \(generation))",
      "；\(until) 前层级 \(level) 有此单元（版本 \(generation)）")
    let shown = now.prefix(5).map { heir in
      Wording(verbatim: "\(heir.code) (\(String(format: "%.0f", heir.share * 100))%)")
    }
    guard !shown.isEmpty else { return past + Wording("; nothing lies there now", "；原处现无单元") }
    let more = now.count > shown.count ? Wording(verbatim: " …") : .empty
    return past + Wording("; there now: ", "；原处现为：") + shown.listed() + more
  }
}
