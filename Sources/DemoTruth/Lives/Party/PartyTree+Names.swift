extension PartyTree {
  /// The full name: 中共和风街道明月社区委员会.
  package func name(of place: Int) -> String {
    let one = all[place]
    let district = ground.division.fullName
    let ending =
      switch one.kind {
      case .committee: "委员会"
      case .general: "总支部委员会"
      case .branch: "支部委员会"
      case .joint: "联合支部委员会"
      }
    switch one.owner {
    case .system(let system):
      return "中共" + district
        + ["直属机关工作委员会", "委教育工作委员会", "卫生健康系统委员会", "委两新工作委员会"][system]
    case .street(let street):
      let unit = ground.streets[street]
      return "中共" + district + unit.name + (unit.isRural ? "委员会" : "工作委员会")
    case .community(let community): return "中共" + unit(community) + ending
    case .grids(let community, let number):
      return "中共" + unit(community) + "第\(ChineseNumeral.text(number))" + ending
    case .firm(let firm): return "中共" + firms.name(of: firm) + ending
    case .firms(let street): return "中共" + ground.streets[street].name + "两新组织" + ending
    }
  }

  /// As members say it: 明月社区第一党支部.
  package func shortName(of place: Int) -> String {
    let one = all[place]
    let kind =
      switch one.kind {
      case .committee: "党委"
      case .general: "党总支"
      case .branch: "党支部"
      case .joint: "联合党支部"
      }
    switch one.owner {
    case .system, .street: return String(name(of: place).dropFirst(2))
    case .community(let community): return ground.communities[community].name + kind
    case .grids(let community, let number):
      return ground.communities[community].name + "第\(ChineseNumeral.text(number))" + kind
    case .firm(let firm): return firms.name(of: firm) + kind
    case .firms(let street): return ground.streets[street].name + "两新组织" + kind
    }
  }

  private func unit(_ community: Int) -> String {
    let unit = ground.communities[community]
    return ground.streets[Int(unit.street)].name + unit.name
  }
}
