import Geometry
package import Gewu
import Grids
import Warehouse

extension NetFault {
  /// Why it cannot be done.
  package var wording: Wording {
    switch self {
    case .taken(let name):
      Wording("there is a net '\(name)' already", "网“\(name)”已经存在")
    case .noSuchNet(let name, let known):
      Wording("there is no net '\(name)'; the nets are ", "没有网“\(name)”；现有的网：")
        + known.listed()
    case .notAName(let name):
      Wording(
        "'\(name)' cannot name a net (letters, digits, - and _; not 'all')",
        "“\(name)”不能用作网名（可用字母、数字、- 和 _；不能是“all”）")
    case .noSuchGrammar(let name, let known):
      Wording("there is no code grammar '\(name)'; there are ", "没有编码规则“\(name)”；现有：")
        + known.listed()
    case .badCodes(let faults, let total, let level, let net, let grammar):
      Self.badCodes(faults, total, level, net, grammar)
    case .noDataset(let subject):
      Wording(
        "no data set has the subject \(subject); import one, or name one",
        "没有主题为 \(subject) 的数据集；请导入一个，或指定一个")
    case .severalDatasets(let subject, let names):
      Wording(
        "\(names.count) data sets have the subject \(subject); name one: ",
        "有 \(names.count) 个数据集的主题为 \(subject)；请指定一个：") + names.listed()
    }
  }

  private static func badCodes(
    _ faults: [CodeFault], _ total: Int, _ level: String, _ net: String, _ grammar: CodeGrammar
  ) -> Wording {
    let title = grammar.title
    let shown = faults.prefix(10)
    let rest = faults.count - shown.count
    return Wording(
      "level \(level): \(faults.count) of \(total) codes break the grammar \(grammar.name) of the "
        + "net \(net) (\(title.english)); correct them, take any code, or choose another grammar",
      "层级 \(level)：\(total) 个代码中有 \(faults.count) 个不符合网 \(net) 的编码规则 "
        + "\(grammar.name)（\(title.chinese)）；请更正，或接受任意代码，或改换规则")
      + shown.reduce(Wording(verbatim: "")) { lines, fault in
        lines + Wording("\n  \(fault.code)  ", "\n  \(fault.code)  ") + fault.wording
      } + (rest > 0 ? Wording("\n  … \(rest)", "\n  … \(rest)") : .empty)
  }
}

/// What was loaded, as JSON: what is wrong with a code in both languages beside the code.
extension GridLoadReport: Encodable {
  private enum CodingKeys: String, CodingKey {
    case generation, level, cells, skipped, cut, overlapping, bent, changes, parents
    case activated, check, drawing
    case badCodes = "bad_codes"
  }

  private struct BadCode: Encodable {
    enum CodingKeys: String, CodingKey {
      case code, message
      case messageChinese = "message_zh"
    }

    let code: String
    let message: String
    let messageChinese: String

    init(_ fault: CodeFault) {
      let wording = fault.wording
      (code, message, messageChinese) = (fault.code, wording.english, wording.chinese)
    }
  }

  private struct Drawing: Encodable {
    enum CodingKeys: String, CodingKey {
      case unlabelled
      case openEnds = "open_ends"
      case lostLabels = "lost_labels"
    }

    let openEnds: [[Double]]
    let unlabelled: [[Double]]
    let lostLabels: [String]

    init(_ report: DrawingReport) {
      openEnds = report.openEnds.map { [$0.x, $0.y] }
      unlabelled = report.unlabelled.map { [$0.x, $0.y] }
      lostLabels = report.lost
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(generation, forKey: .generation)
    try values.encode(level, forKey: .level)
    try values.encode(cells, forKey: .cells)
    try values.encode(skipped, forKey: .skipped)
    if !cut.isEmpty { try values.encode(cut, forKey: .cut) }
    try values.encodeIfPresent(bent, forKey: .bent)
    if !overlapping.isEmpty { try values.encode(overlapping, forKey: .overlapping) }
    try values.encode(changes, forKey: .changes)
    try values.encode(parents, forKey: .parents)
    try values.encode(activated, forKey: .activated)
    try values.encode(badCodes.map(BadCode.init), forKey: .badCodes)
    try values.encodeIfPresent(drawing.map(Drawing.init), forKey: .drawing)
    try values.encodeIfPresent(check, forKey: .check)
  }
}
