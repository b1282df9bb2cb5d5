extension Teams {
  private static let others = [
    "退役军人先锋队", "平安家庭巾帼队", "夜间巡逻队", "快递小哥护航队", "反诈宣传队", "邻里守望队", "商户联防队", "护学志愿队",
  ]

  /// The name of a team or station.
  package func name(of team: Int) -> String {
    let one = list[team]
    let community = ground.communities[Int(one.community)]
    let place =
      [
        ground.division.name, ground.streets[Int(community.street)].name, community.name,
      ][Int(one.level)]
    switch one.kind {
    case .watch: return place + "红袖标治安志愿者队"
    case .patrol: return place + "平安巡防队"
    case .righteous: return place + "义警队"
    case .entrances: return place + "楼道长队"
    case .other: return place + Self.others[Int(one.title) % 8]
    case .communityStation: return place + "微型消防站"
    case .estateStation:
      let name = ground.estates[Int(one.place)].name
      return (name.isEmpty ? place : name) + "微型消防站"
    case .firmStation:
      var name = firms.name(of: Int(one.place))
      let front = ground.division.fullName
      if name.hasPrefix(front) { name.removeFirst(front.count) }
      return name + "微型消防站"
    }
  }

  /// 组织类型.
  package func kindTitle(of team: Int) -> String {
    switch list[team].kind {
    case .watch: "治安志愿者"
    case .patrol: "平安巡防队"
    case .righteous: "义警队"
    case .entrances: "楼道长队"
    default: "其他"
    }
  }

  /// 主要职能: one text for each kind of team.
  package func duties(of team: Int) -> String {
    switch list[team].kind {
    case .watch: "佩戴红袖标值守路口、小区出入口，发现并报告治安隐患，重要节点参加群防群治"
    case .patrol: "配合派出所开展夜间巡逻，清查出租房屋和沿街店铺，防盗防火宣传"
    case .righteous: "协助公安开展治安巡逻、纠纷劝解、走失人员查找和反诈宣传"
    case .entrances: "联系本楼道住户，报告楼道堆物、电动自行车违规充电等情况，传达社区通知"
    case .other: "参与平安宣传、邻里互助和安全隐患排查，协助社区处理突发情况"
    case .communityStation, .estateStation, .firmStation: "防火巡查、初起火灾扑救、消防宣传"
    }
  }

  /// 组织编码: community and two digits; of stations WX, region and four digits.
  package func code(of team: Int) -> String {
    let one = list[team]
    return one.kind.isStation
      ? "WX\(ground.division.code)" + Digits.padded(Int(one.number), 4)
      : ground.communities[Int(one.community)].code + Digits.padded(Int(one.number), 2)
  }

  /// 级别 of a station by its people: 公安部消防局 2015 asks six of a station of the first class.
  package func grade(of team: Int) -> String {
    let members = list[team].members
    return members >= 10 ? "一级" : members >= 6 ? "二级" : "三级"
  }

  /// 器材装备: what the rules for mini stations ask of each class.
  package func equipment(of team: Int) -> String {
    let members = Int(list[team].members)
    let common =
      "灭火器\(members * 2)具、水枪\(max(2, members / 4))支、水带\(max(4, members / 2))盘、"
      + "手持对讲机\(max(2, members / 3))台"
    switch grade(of: team) {
    case "一级":
      return common + "、消防头盔及灭火防护服\(members)套、正压式空气呼吸器\(max(2, members / 4))具、消防摩托车1辆、手抬机动泵1台"
    case "二级": return common + "、消防头盔及灭火防护服\(members)套、强光照明灯\(members / 2)只、外线电话1部"
    default: return common + "、消防头盔\(members)顶、破拆斧2把"
    }
  }
}
