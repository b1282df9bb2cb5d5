import DemoTruth

/// What can be read of social organisations, and of cooperatives and what villages own together.
enum SocialFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.facts = [
      "firm.state": { .text(state($0, $1)) },
      "firm.supervisor.name": { .text($0.division.fullName + supervisor($0, $1)) },
      "firm.scope": { .text(scope($0.shared, $1)) },
      "firm.members": { .optionalInteger(members($0.shared, $1)) },
      "firm.product": { .text(product($0.shared, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    // What was deleted stays in the list for two years.
    "mca_social_org": RowRule(count: { $0.firms.list.count }) { sight, index in
      let firm = sight.firm(index)
      return [.socialGroup, .nonProfit, .foundation].contains(firm.form) && firm.from <= sight.day
        && (firm.to == Firm.open || sight.day < firm.to + 730)
    },
    "agr_coop": RowRule(count: { $0.firms.list.count }) { sight, index in
      let firm = sight.firm(index)
      guard firm.isOpen(on: sight.day) else { return false }
      switch firm.form {
      case .cooperative, .collective: return true
      case .soleTrader:
        // Who grows or raises something on a farm.
        return ["0141", "0321"].contains(sight.shared.firms.trade(of: index).code)
          && sight.shared.firms.hasName(index) && firm.representative >= 0
      default: return false
      }
    },
  ]

  private static func state(_ sight: Sight, _ index: Int) -> String {
    let firm = sight.firm(index)
    if !firm.isOpen(on: sight.day) { return firm.ending == .revoked ? "撤销" : "注销" }
    // Who did nothing for years and missed the yearly report.
    var draw = Draw(Draw.stream(sight.shared.seed, "social.state"), index)
    return firm.isDormant && draw.below(5) == 0 ? "异常" : "正常"
  }

  private static func supervisor(_ sight: Sight, _ index: Int) -> String {
    let firms = sight.shared.firms
    if let body = firms.body(of: index) {
      switch body.kind {
      case .association: return firms.supervisor(ofAssociation: Int(body.number))
      case .club: return firms.supervisor(ofClub: Int(body.number))
      case .homeChamber: return "工商业联合会"
      case .streetAssociation where body.number == 0: return "工商业联合会"
      default: return "民政局"
      }
    }
    switch firms.trade(of: index).code {
    case "8310", "8321", "8331", "8334": return "教育体育局"
    case "8411", "8421", "8425": return "卫生健康局"
    case "9521": return firms.name(of: index).contains("文化") ? "文化和旅游局" : "民政局"
    default: return "民政局"
    }
  }

  private static func scope(_ shared: SharedTruth, _ index: Int) -> String {
    let firms = shared.firms
    let trade = firms.trade(of: index).scope
    guard let body = firms.body(of: index) else { return trade }
    switch body.kind {
    case .canteen: return "老年人助餐、送餐服务"
    case .careCentre: return "日间照料、助餐、助浴、康复护理、上门照护服务"
    case .streetCare: return "短期托养、日间照料、助餐、康复护理、居家上门服务"
    case .association:
      let name = firms.name(of: index)
      return name.contains("行业") || name.contains("业协会")
        ? "行业自律、业务培训、信息交流、政策宣传、协调服务" : "组织活动、业务交流、普及培训、咨询服务"
    case .homeChamber: return "联络乡谊、经贸交流、信息咨询、权益维护"
    case .streetAssociation:
      return ["会员服务、政企沟通、经贸交流、公益活动", "志愿服务、文体活动、培训交流、公益服务"][
        min(Int(body.number), 1)]
    case .elderAssociation: return "老年文体活动、邻里互助、维护老年人权益"
    case .foundation: return "接受捐赠、公益资助、专项基金管理"
    case .notary: return "办理公证事项、提供公证法律服务"
    case .appraiser: return "法医临床鉴定、文书鉴定、痕迹鉴定"
    case .legalOffice: return "法律咨询、代理诉讼与非诉讼法律事务"
    case .collective, .groupCollective: return "集体资产经营与管理、集体资源开发与利用、物业出租"
    case .mall: return "商业综合体管理服务、集贸市场管理服务、非居住房地产租赁、物业管理"
    case .hotel: return "住宿服务、餐饮服务、会议服务"
    case .tower: return "物业管理、停车场服务、非居住房地产租赁"
    case .club: return trade + "、培训交流、公益活动"
    }
  }

  /// Of a cooperative five (the law's least) to two hundred; of villages who lives in their farmhouses, 3.1 a
  /// house (census of 2020, rural families of the province, and those who moved away with a share).
  private static func members(_ shared: SharedTruth, _ index: Int) -> Int? {
    let firms = shared.firms
    let firm = firms.list[index]
    var draw = Draw(Draw.stream(shared.seed, "coop.members"), index)
    if let body = firms.body(of: index) {
      let place = firms.places.communities[Int(body.place)]
      let share = body.kind == .groupCollective ? max(1, place.groups) : 1
      return max(24, Int(Double(place.farmhouses / share) * 3.1) + draw.below(20))
    }
    return firm.form == .cooperative ? Int(draw.logUniform(5, 200)) : 2 + draw.below(3)
  }

  private static func product(_ shared: SharedTruth, _ index: Int) -> String {
    let firms = shared.firms
    var draw = Draw(Draw.stream(shared.seed, "coop.product"), index)
    if let body = firms.body(of: index) {
      return body.kind == .collective ? draw.pick(["物业出租", "厂房出租、物业出租", "土地流转、物业出租"]) : "土地流转"
    }
    let name = firms.name(of: index)
    switch firms.trade(of: index).code {
    case "0141":
      if name.contains("瓜果") { return draw.pick(["西瓜、甜瓜", "葡萄", "草莓", "水蜜桃", "蜜梨"]) }
      return draw.pick(["叶菜、茄果类蔬菜", "番茄、黄瓜", "水稻、蔬菜", "莲藕、茭白", "草莓、蔬菜", "食用菌"])
    case "0321":
      if name.contains("水产") { return draw.pick(["青虾", "河蟹", "加州鲈", "甲鱼", "四大家鱼"]) }
      if name.contains("家禽") { return draw.pick(["肉鸡、鸡蛋", "麻鸭", "湖羊、土鸡"]) }
      if name.contains("生猪") { return "生猪" }
      return draw.pick(["湖羊", "生猪", "土鸡、鸡蛋"])
    default: return draw.pick(["机耕、机收作业", "统防统治服务", "粮食烘干", "绿化苗木"])
    }
  }
}
