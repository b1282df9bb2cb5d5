import DemoTruth

/// What a department calls the trade of a licence, as its list has it.
enum LicenceTrades {
  /// - Returns: nil for one that the list of its kind does not have.
  static func text(_ sight: Sight, _ index: Int) -> String? {
    let licence = sight.licence(index)
    let firm = Int(licence.firm)
    let code = sight.shared.firms.trade(of: firm).code
    switch licence.kind {
    case .foodSale, .foodProduction: return "食品销售经营者"
    case .catering: return "餐饮服务经营者"
    case .canteen: return "单位食堂"
    case .drugs: return "药品零售"
    case .devices: return "医疗器械经营"
    case .hotel: return police(code)
    case .publicHealth: return health(code, sight.shared.firms.name(of: firm))
    case .privateSchool: return training(code, sight.shared.firms.name(of: firm), sight, firm)
    case .entertainment, .internet: return venue(code, sight.shared.firms.name(of: firm))
    case .hazardousWaste:
      guard code == "7820" else { return "产生单位" }
      return licence.serial % 3 == 0 ? "利用处置单位" : "收集单位"
    case .chemicals: return chemicals(code)
    default: return nil
    }
  }

  private static func police(_ code: String) -> String {
    switch code {
    case "2231": "印刷业"
    case "7294": "公章刻制业"
    case "5274": "旧货业"
    case "8111": "机动车修理业"
    default: "旅馆业"
    }
  }

  private static func health(_ code: String, _ name: String) -> String {
    switch code {
    case "6110", "6121", "6129", "6130": "住宿"
    case "8051", "8052": "沐浴"
    case "8040": "美容美发"
    case "9011": "文化娱乐"
    case "5211", "5212": "商场超市"
    case "8930": name.contains("游泳") ? "游泳" : "其他"
    default: "其他"
    }
  }

  /// Courses for pupils; schools of drivers and of trades and places for small children are in other lists.
  private static func training(
    _ code: String, _ name: String, _ sight: Sight, _ firm: Int
  ) -> String? {
    switch code {
    case "8393": return "文化艺术类"
    case "8392": return "体育类"
    case "8391":
      if name.contains("教育科技") { return "科技类" }
      guard name.contains("培训中心") else { return nil }
      // Since 2021-07 hardly any teaches the subjects of the schools.
      var draw = Draw(Draw.stream(sight.shared.seed, "training.subject"), firm)
      return draw.below(5) == 0 ? "学科类" : "其他非学科类"
    default: return nil
    }
  }

  private static func venue(_ code: String, _ name: String) -> String {
    switch code {
    case "9011": "歌舞娱乐"
    case "9013": "互联网上网"
    default: name.contains("剧本") || name.contains("密室") ? "剧本娱乐" : "游艺娱乐"
    }
  }

  private static func chemicals(_ code: String) -> String {
    switch code {
    case "5265": "经营（带储存）"
    case "4511": "储存"
    case "2641": "生产"
    case "3360": "使用"
    default: "经营（不带储存）"
    }
  }
}
