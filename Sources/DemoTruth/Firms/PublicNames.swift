/// The names of schools, hospitals, offices and other public bodies, by where they are and how many
/// of their kind are there already.
struct PublicNames: Sendable {
  private static let numbers = [
    "", "第二", "第三", "第四", "第五", "第六", "第七", "第八", "第九", "第十", "第十一", "第十二",
    "第十三", "第十四", "第十五", "第十六", "第十七", "第十八", "第十九", "第二十",
  ]

  /// The name of a public body; nil for a firm that is none.
  ///
  /// - Parameters:
  ///   - count: bodies with the same ``key(_:community:road:)`` that come before it.
  ///   - word: a coined word of its own.
  ///   - area: of its premises, in square metres.
  ///   - division: the district.
  static func name(
    _ trade: Trade, community: String, road: String, count: Int, word: String, form: LegalForm,
    area: Int, in division: Division
  ) -> String {
    let district = division.fullName
    let number = count < numbers.count ? numbers[count] : "第\(count + 1)"
    switch trade.code {
    // Where the plan of the offices has none: in hand-made districts.
    case "9221": return district + OfficePlan.organs[count % OfficePlan.organs.count]
    case "9610":
      switch (count, community.hasSuffix("村")) {
      case (0, true): return "\(district)\(community)民委员会"
      case (0, false): return "\(district)\(community)社区居民委员会"
      default: return "\(district)\(community)社区\(number)党群服务站"
      }
    case "8310": return district + community + number + "幼儿园"
    case "8321": return district + community + (number.isEmpty ? "小学" : number + "小学")
    case "8331": return "\(district)\(community)\(number)初级中学"
    case "8334":
      // Every third is a vocational one; the first of each kind has no number.
      let kind = isVocational(count) ? "职业高级中学" : "高级中学"
      let rank = isVocational(count) ? count / 3 : count - (count + 1) / 3
      return Division.city + numbers[rank % numbers.count] + kind
    case "8411":
      return count == 0
        ? district + "人民医院"
        : count == 1
          ? district + "中医医院"
          : count == 2 ? district + "妇幼保健院" : "\(Division.city)\(word)医院"
    case "8421":
      return community.hasSuffix("村")
        ? "\(district)\(community)\(number)卫生室" : "\(district)\(community)\(number)社区卫生服务站"
    case "8514":
      // A shop at a door is a day centre; homes are known by a word, public ones by the place.
      if area < 300 {
        return district + community + (community.hasSuffix("村") ? "" : "社区") + number + "日间照料中心"
      }
      return form == .institution
        ? "\(district)\(community)敬老院" : district + word + ["养老院", "颐养院", "护理院"][count % 3]
    case "9542": return word + trade.words[count % trade.words.count]
    case "8831": return district + community + number + ["文化站", "图书馆", "体育中心", "少年宫"][count % 4]
    case "7861": return district + community + number + "公园管理处"
    case "5265": return "\(Division.province)\(word)石油有限公司云溪\(road)\(number)加油站"
    case "4420": return "国网\(Division.city)供电公司\(road)\(number)变电站"
    case "4511": return "\(Division.city)\(word)燃气有限公司\(road)供应站"
    default: return "\(Division.city)\(word)水务有限公司"
    }
  }

  /// Whether the high school with so many before it is a vocational one: 40 % of the pupils go there.
  static func isVocational(_ count: Int) -> Bool { count % 3 == 2 }

  /// What bodies are counted by: offices, hospitals and high schools over the district, the others
  /// in their community or on their road.
  static func key(_ trade: Trade, community: String, road: String) -> String {
    switch trade.code {
    case "9221", "8411", "8334", "9542": trade.code
    case "5265", "4420", "4511": trade.code + road
    default: trade.code + community
    }
  }
}
