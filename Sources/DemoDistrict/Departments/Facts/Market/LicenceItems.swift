import DemoTruth

/// What a licence permits: foods, pollutants, chemicals, drugs.
enum LicenceItems {
  static func text(_ sight: Sight, _ index: Int) -> String? {
    let licence = sight.licence(index)
    let code = sight.shared.firms.trade(of: Int(licence.firm)).code
    var draw = Draw(Draw.stream(sight.shared.seed, "licence.items"), index)
    switch licence.kind {
    case .foodSale: return food(code, &draw)
    case .catering: return kitchen(code, &draw)
    case .canteen: return "热食类食品制售" + (draw.below(4) == 0 ? ",糕点类食品制售" : "")
    case .foodProduction: return "糕点"
    case .pollution: return pollutants(code)
    case .chemicals: return chemicals(code, &draw)
    default: return nil
    }
  }

  static func scope(_ sight: Sight, _ index: Int) -> String? {
    var draw = Draw(Draw.stream(sight.shared.seed, "licence.scope"), index)
    switch sight.licence(index).kind {
    case .drugs:
      return draw.below(3) == 0
        ? "处方药、非处方药：化学药、中成药、生物制品（除疫苗）、中药饮片" : "处方药、非处方药：化学药、中成药、中药饮片"
    case .devices:
      return sight.shared.firms.trade(of: Int(sight.licence(index).firm)).code == "5236"
        ? "第二类医疗器械零售：眼科器械、光学设备"
        : "第二类医疗器械零售：体温计、血压计、血糖仪、物理治疗器械、医用卫生材料及敷料"
    default: return text(sight, index)
    }
  }

  private static func food(_ code: String, _ draw: inout Draw) -> String {
    switch code {
    case "5222": return "预包装食品（含冷藏冷冻食品）销售,糕点类食品制售"
    case "5223", "5123": return "散装食品（不含熟食）销售" + (draw.below(2) == 0 ? ",预包装食品销售" : "")
    case "5224": return "散装食品（含冷藏冷冻食品、不含熟食）销售"
    case "5226", "5193", "5265": return "预包装食品（不含冷藏冷冻食品）销售"
    case "5251": return "预包装食品销售,保健食品销售"
    default:
      let extras = [
        "", "", ",散装食品（不含熟食）销售", ",散装食品（含熟食）销售", ",婴幼儿配方乳粉销售",
      ]
      return "预包装食品（含冷藏冷冻食品）销售" + draw.pick(extras)
    }
  }

  private static func kitchen(_ code: String, _ draw: inout Draw) -> String {
    switch code {
    case "6231": return "自制饮品制售" + (draw.below(3) == 0 ? ",热食类食品制售" : "")
    case "6232": return "自制饮品制售,糕点类食品制售"
    case "6239": return "自制饮品制售" + (draw.below(3) == 0 ? ",冷食类食品制售" : "")
    case "6233": return "预包装食品销售,自制饮品制售,冷食类食品制售"
    case "6210", "6110":
      return "热食类食品制售,冷食类食品制售" + draw.pick(["", ",自制饮品制售", ",生食类食品制售"])
    default: return "热食类食品制售" + draw.pick(["", "", ",冷食类食品制售", ",自制饮品制售"])
    }
  }

  private static func pollutants(_ code: String) -> String {
    switch code {
    case "3360": "总铬,总镍,化学需氧量,氨氮,氯化氢"
    case "3982": "总铜,总镍,化学需氧量,氨氮,挥发性有机物"
    case "8411": "化学需氧量,氨氮,粪大肠菌群数,总余氯"
    case "8030": "化学需氧量,氨氮,总磷,阴离子表面活性剂"
    case "5265": "挥发性有机物"
    case "2231", "2641", "2929", "2110": "挥发性有机物,颗粒物,化学需氧量,氨氮"
    case "1811", "1951": "化学需氧量,氨氮,颗粒物"
    default: "颗粒物,挥发性有机物,化学需氧量,石油类"
    }
  }

  private static func chemicals(_ code: String, _ draw: inout Draw) -> String {
    switch code {
    case "5265": "汽油,柴油"
    case "4511": "液化石油气"
    case "2641": draw.pick(["二甲苯,乙酸丁酯,环己酮", "甲苯,乙酸乙酯,丁醇", "二甲苯,丙酮,硝化纤维素"])
    case "3360": draw.pick(["盐酸,硫酸,硝酸,氢氧化钠", "盐酸,硫酸,铬酸酐", "硝酸,氢氟酸,氢氧化钠"])
    default:
      draw.pick([
        "乙醇,丙酮,甲苯,二甲苯", "硫酸,盐酸,氢氧化钠溶液", "次氯酸钠溶液,过氧化氢溶液", "乙酸乙酯,异丙醇,甲醇",
        "氮气,氧气,氩气,乙炔",
      ])
    }
  }
}
