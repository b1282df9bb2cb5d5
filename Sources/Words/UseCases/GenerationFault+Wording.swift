import Gewu
import Geometry
import Tabular

extension GenerationFault {
  /// Why something cannot be done with a generation of boundaries.
  var wording: Wording {
    switch self {
    case .noGeneration(let generation):
      Wording("there is no generation \(generation)", "没有版本 \(generation)")
    case .nothingLoaded: Wording("no boundaries are loaded yet", "尚未装载边界")
    case .notPreparing(let generation, let status):
      Wording(
        "generation \(generation) is \(status); only the one being prepared can be activated",
        "版本 \(generation) \(Self.chinese(status))；只有准备中的版本可以启用")
    case .tooEarly(let active, let since):
      Wording(
        "generation \(active) has been active since \(since)",
        "版本 \(active) 自 \(since) 起已启用，新版本不能更早")
    case .notTheNewest(let generation, let status, let newest, let newestStatus):
      Wording(
        "generation \(generation) is \(status), and \(newest) is \(newestStatus); repair that one",
        "版本 \(generation) \(Self.chinese(status))，而版本 \(newest) \(Self.chinese(newestStatus))；"
          + "请修补后者")
    case .ofOtherNet(let generation, let net, let asked):
      Wording(
        "generation \(generation) is of net \(net), not of \(asked); name that net, or one of its generations",
        "版本 \(generation) 属于网 \(net)，不属于 \(asked)；请改用该网，或指定 \(asked) 的版本")
    case .ofTwoNets(let from, let net, let to, let other):
      Wording(
        "generation \(from) belongs to the net \(net), generation \(to) to \(other); compare two of "
          + "one net",
        "版本 \(from) 属于网 \(net)，版本 \(to) 属于网 \(other)；请比较同一个网的两个版本")
    }
  }

  /// The status of a generation as a predicate.
  private static func chinese(_ status: String) -> String {
    switch status {
    case "preparing": "正在准备"
    case "active": "已启用"
    case "retired": "已停用"
    default: "的状态为 \(status)"
    }
  }
}

extension GapFault {
  /// Why a gap cannot be accepted, or an acceptance not taken away.
  var wording: Wording {
    switch self {
    case .noGap(let longitude, let latitude, let generation, let cell?):
      Wording(
        "\(longitude) \(latitude) is in cell \(cell) of generation \(generation), not in a gap",
        "\(longitude) \(latitude) 位于版本 \(generation) 的单元 \(cell) 内，不在缝隙中")
    case .noGap(let longitude, let latitude, let generation, nil):
      Wording(
        "\(longitude) \(latitude) is outside generation \(generation), not in a gap that its cells "
          + "enclose",
        "\(longitude) \(latitude) 位于版本 \(generation) 之外，不在由单元围成的缝隙中")
    case .accepted(let gap, let name):
      Wording(
        "this gap is accepted already: \(Self.label(gap, name))",
        "此缝隙已被接受：\(Self.label(gap, name))")
    case .noSuchGap(let gap, let net):
      Wording("the net \(net) has no accepted gap \(gap)", "网 \(net) 没有编号为 \(gap) 的已接受缝隙")
    }
  }

  private static func label(_ gap: Int64, _ name: String?) -> String {
    name.map { "\(gap) \($0)" } ?? "\(gap)"
  }
}

extension CellLoss {
  /// What would go; what to do is a face's to add.
  var wording: Wording {
    let (share, limit) = (Self.percent(share), Self.percent(limit))
    return Wording(
      "generation \(generation) would retire \(gone) of the \(before) cells of level \(level), \(share) "
        + "of the current ones, more than the limit of \(limit); nothing was changed",
      "版本 \(generation) 将注销层级 \(level) 现有 \(before) 个单元中的 \(gone) 个（\(share)），"
        + "超过限值 \(limit)；未作任何改动")
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
}

extension GridLoadFault {
  /// Why boundaries cannot be loaded as they were asked for.
  var wording: Wording {
    switch self {
    case .noLevel(let name, let known):
      Wording("there is no level '\(name)'; the levels are ", "没有层级“\(name)”；层级有：")
        + known.listed()
    case .parentsFromTwo:
      Wording(
        "a field and a table of parents exclude each other; give one of them",
        "上级字段与上级对照表不能同时使用；请只给其中一个")
    case .repeatedCode(let code, let earlier, let later, let file):
      Wording(
        "code \(code) stands in features \(earlier) and \(later) of \(file)",
        "\(file) 的第 \(earlier) 和第 \(later) 个要素编码同为 \(code)")
    case .badBoundary(let feature, let file, let code, let fault):
      Wording(
        "feature \(feature) of \(file) (code \(code)): ",
        "\(file) 的第 \(feature) 个要素（编码 \(code)）：") + fault.wording
    case .partsNotJoined(let code, let feature, let file, let at):
      Wording(
        "the parts of code \(code) in \(file) (the first is feature \(feature)) cannot be joined without "
          + "losing ground; correct their rings near \(at.x) \(at.y)",
        "\(file) 中编码 \(code) 的各部分（第一个为第 \(feature) 个要素）合并时会丢失面积；"
          + "请更正 \(at.x) \(at.y) 附近的环")
    case .labelsAstray(let file, let unlabelled, let lost):
      Wording(
        "\(file) has \(unlabelled) areas without a label and \(lost.count) labels outside all areas, so "
          + "labels may stand in neighbouring cells; move them into their own: ",
        "\(file) 有 \(unlabelled) 个区域没有标注，\(lost.count) 个标注不在任何区域内，标注可能落入相邻单元；"
          + "请移回各自的区域：") + lost.prefix(10).map { $0 }.listed()
    case .noReferenceSystem(let file):
      Wording(
        "\(file) does not say which reference system it is in", "\(file) 未说明所用坐标系")
    }
  }
}

extension GridLoadFault.BoundaryFault {
  /// What is wrong with one boundary.
  fileprivate var wording: Wording {
    switch self {
    case .geometry(let error): error.wording
    case .transform(let error): error.wording
    case .unreadable(let fact): fact.wording
    case .aroundPole:
      Wording(
        "its boundary goes around a pole or around the globe; cut it along 180 degrees of longitude",
        "边界环绕极点或地球；请沿 180° 经线切开")
    case .atPole:
      Wording(
        "its boundary has a position or an edge at a pole, which has no longitude; give it in degrees, "
          + "with a position at the pole for each of its meridians",
        "边界有顶点或边位于极点，而极点没有经度；请以度给出，并为每条经线在极点处各给一个顶点")
    }
  }
}

extension InvalidCoverage {
  /// The kinds of problem with their counts.
  var wording: Wording {
    let levels = report.levels.filter { !$0.problems.isEmpty }.map { level in
      let kinds = Dictionary(grouping: level.problems, by: \.kind).sorted { $0.key < $1.key }
      return Wording("level \(level.level): ", "层级 \(level.level)：")
        + Wording(
          english: kinds.map { "\($0.value.count) \($0.key)" }.joined(separator: ", "),
          chinese: kinds.map { "\($0.key) \($0.value.count) 处" }.joined(separator: "、"))
    }
    return Wording(
      "the coverage of generation \(report.generation) is invalid, and nothing was changed; ",
      "版本 \(report.generation) 的覆盖无效，未作任何更改；") + levels.joined()
  }
}
