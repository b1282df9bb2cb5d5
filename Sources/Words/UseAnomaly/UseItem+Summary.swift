package import Gewu

extension UseJudgementReport {
  /// What was judged, what was not and why, and how far to trust it.
  package var summary: Wording {
    var lines = [
      Wording(
        "\(asOf): \(judged) of \(homes) homes judged; list 1: \(standing), list 2: \(step), held back: \(held)",
        "\(asOf)：\(homes) 户中判断 \(judged) 户；清单一 \(standing) 户，清单二 \(step) 户，暂缓 \(held) 户"),
      Self.trust(byChance: byChance, expectedFalse: expectedFalse),
    ]
    for (name, homes) in notJudged.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      lines.append(
        Wording("  not judged: ", "  未判断：") + UseWords.notJudged(name)
          + Wording(" \(homes)", " \(homes) 户"))
    }
    if outcomesRemoved > 0 {
      lines.append(
        Wording(
          "  outcomes of visits removed and counted: \(outcomesRemoved)",
          "  删除并计数的上门结果：\(outcomesRemoved)"))
    }
    if !absent.isEmpty {
      lines.append(
        Wording("  not read, since there is nothing of it: ", "  没有数据而未读：") + absent.listed())
    }
    return lines.lines()
  }

  /// How many would be there if nothing was to be found.
  fileprivate static func trust(byChance: Double, expectedFalse: Double) -> Wording {
    let (chance, share) = (UseWords.tenths(byChance), UseWords.tenths(expectedFalse))
    return Wording(
      "  z alone would be reached by \(chance) homes by chance, and expects \(share) of list 1 to be false",
      "  仅看 z 值，偶然达到者约 \(chance) 户，清单一中预期误报 \(share) 户")
  }
}

extension UseListing {
  /// A line for each item, and how far to trust them.
  package var table: Wording {
    var list = Listing([
      .text("item", "事项"), .text("list", "清单"), .text("state", "状态"),
      .number("score", "得分"), .number("z", "z 值"), .number("implied", "推算人数"),
      .number("registered", "登记人数"), .number("rise", "升幅"), .text("cell", "网格"),
      .text("building", "房屋类别"),
    ])
    for item in items {
      list.append([
        Wording(verbatim: item.item), item.lists.listed(), UseWords.state(item.state),
        Wording(verbatim: UseWords.tenths(item.details?.score)),
        Wording(verbatim: UseWords.tenths(item.details?.z)),
        Wording(verbatim: UseWords.tenths(item.details?.implied)),
        Wording(verbatim: item.details.map { "\($0.residents)" } ?? "–"),
        Wording(verbatim: UseWords.tenths(item.details?.stepRatio)),
        Wording(verbatim: item.cell), Wording(verbatim: item.buildingKind),
      ])
    }
    let state =
      isCurrent ? Wording("", "") : Wording("; data have changed since", "；此后数据有变动")
    let note = Wording(
      "judged as of \(asOf): \(items.count) of \(found) items; a lead for a visit, nothing more",
      "判断日 \(asOf)：\(found) 项中的 \(items.count) 项；仅供上门核实")
    return [
      list.wording, note + state,
      UseJudgementReport.trust(byChance: byChance, expectedFalse: expectedFalse),
    ].lines()
  }
}

extension UseItem {
  /// All that is known of an item, a line each.
  package var summary: Wording {
    var details = Details()
    details.append(Wording("item", "事项"), item)
    details.append(Wording("state", "状态"), UseWords.state(state))
    if let address { details.append(Wording("address", "地址"), address) }
    details.append(
      Wording("list", "清单"),
      lists.isEmpty
        ? Wording("does not stand out any more", "已不在清单上")
        : lists.map(UseWords.list).listed())
    details.append(Wording("cell", "网格"), cell)
    if !community.isEmpty { details.append(Wording("community", "社区"), community) }
    if !buildingKind.isEmpty { details.append(Wording("building", "房屋类别"), buildingKind) }
    var lines = [details.wording]
    if let figures = self.details { lines += Self.lines(of: figures) }
    if let outcome {
      let until = outcome.until.map { Wording(", until \($0)", "，至 \($0)") } ?? Wording("", "")
      lines.append(
        Wording("\(outcome.at): \(outcome.verdict)", "\(outcome.at)：\(outcome.verdict)") + until
          + Wording(verbatim: ": \(outcome.reason)"))
    }
    return lines.lines()
  }

  private static func lines(of figures: UseDetails) -> [Wording] {
    let (z, implied) = (UseWords.tenths(figures.z), UseWords.tenths(figures.implied))
    var lines = [
      Wording(
        "z \(z) beside \(figures.peers) homes; the use implies \(implied) people, \(figures.residents) are registered",
        "z 值 \(z)（同类 \(figures.peers) 户）；用量推算 \(implied) 人，登记 \(figures.residents) 人")
    ]
    if let ratio = figures.stepRatio {
      lines.append(
        Wording(
          "\(UseWords.tenths(ratio)) times its former use beside its peers",
          "相对同类住户为原先的 \(UseWords.tenths(ratio)) 倍"))
    }
    for part in figures.parts {
      let points = part.points.map { "\(UseWords.tenths($0))  " } ?? ""
      lines.append(Wording(verbatim: "  " + points) + UseWords.part(part))
    }
    if let score = figures.score {
      lines.append(Wording("  score \(UseWords.tenths(score))", "  得分 \(UseWords.tenths(score))"))
    }
    return lines
  }
}

extension UsePrecision {
  /// A table of what came of visits.
  package var table: Wording {
    var list = Listing([
      .text("of", "范围"), .number("confirmed", "属实"), .number("unfounded", "不属实"),
      .number("not reached", "未见到人"), .number("precision", "属实率"),
    ])
    list.append(Self.row(all, Wording("all", "全部")))
    for line in byList { list.append(Self.row(line, UseWords.list(line.name))) }
    for line in byBuildingKind {
      list.append(Self.row(line, Wording("building \(line.name)", "房屋类别 \(line.name)")))
    }
    for line in byCommunity {
      list.append(Self.row(line, Wording("community \(line.name)", "社区 \(line.name)")))
    }
    return [
      list.wording,
      Wording("– is withheld, or there is nothing", "– 为不公开或没有"),
    ].lines()
  }

  private static func row(_ line: Line, _ name: Wording) -> [Wording] {
    let share = line.precision.map { "\(Int(($0 * 100).rounded())) %" } ?? "–"
    let shown = [line.confirmed, line.unfounded, line.notReached].map { count in
      Wording(verbatim: count.map { "\($0)" } ?? "–")
    }
    return [name] + shown + [Wording(verbatim: share)]
  }
}
