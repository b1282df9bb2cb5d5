package import Gewu

extension LocateAnswer {
  /// The status, the cells that hold the position, the generation and what else is known.
  package var summary: Wording {
    var details = Details()
    details.append(Wording("status", "状态"), status.rawValue)
    for step in path {
      details.append(Wording(verbatim: step.level), step.label(between: "  "))
    }
    for post in posts {
      let since = post.from.map { Wording(", since \($0)", "，\($0) 起") } ?? .empty
      details.append(
        Wording("post", "岗位"),
        Wording(verbatim: "\(post.level) \(post.cell)  ") + post.label
          + Wording(verbatim: "  ") + post.state + since)
    }
    if let nearest {
      let name = nearest.name.map { "  \($0)" } ?? ""
      details.append(
        Wording("nearest", "最近"),
        Wording(
          "\(nearest.code)\(name), \(nearest.distance) m away",
          "\(nearest.code)\(name)，距离 \(nearest.distance) 米"))
    }
    if let gap {
      let label = [gap.name, "\(gap.id)"].compactMap(\.self)
      details.append(
        Wording("gap", "缝隙"),
        Wording(
          "\(label[0]): a gap that is meant to be there, accepted as number \(gap.id)",
          "\(label[0])：有意留出的空隙，已接受，编号 \(gap.id)"))
    }
    details.append(Wording("generation", "版本"), "\(generation)")
    if !isCoverageValid {
      details.append(
        Wording("note", "提示"),
        Wording(
          "the coverage is invalid; another grid may hold the position too",
          "覆盖无效；该位置可能还属于其他网格"))
    }
    for (net, other) in (nets ?? [:]).sorted(by: { $0.key < $1.key }) {
      let names = other.path.map { $0.label(between: " ") }
      let place = names.isEmpty ? other.status.rawValue : names.joined(separator: " > ")
      details.append(
        Wording(verbatim: net),
        Wording(
          "\(place)  (generation \(other.generation))", "\(place)  （版本 \(other.generation)）"))
    }
    return details.wording
  }
}

extension LocateTable.Summary {
  /// How many rows of each status went by.
  package var summary: Wording {
    Wording(
      "\(rows) rows: \(inside) inside, \(border) border, \(outside) outside, \(invalid) invalid",
      "\(rows) 行：区内 \(inside)，边线 \(border)，区外 \(outside)，无效 \(invalid)")
  }
}

extension LocateAnswer.Step {
  /// The code, and the name where there is one.
  func label(between separator: String) -> String {
    [code, name].compactMap(\.self).joined(separator: separator)
  }
}
