import Time

extension Firms {
  /// 安全生产重点企业: the grade of risk of `risk-grade.csv`, nil for those that are not on the list.
  package func riskGrade(of index: Int) -> String? {
    let firm = list[index]
    let trade = Trade.all[Int(firm.trade)]
    let hasChemicals = trade.licences.contains("Z")
    guard firm.form.isMarketEntity, !firm.isDormant else { return nil }
    if trade.code == "5265" || (hasChemicals && firm.staff >= 20) {
      return firm.staff >= 60 ? "1" : "2"
    }
    if hasChemicals && firm.staff >= 8 { return "3" }
    if "CEG".contains(trade.section) && firm.staff >= 100 { return "3" }
    return "BCDEGHR".contains(trade.section) && firm.staff >= 20 ? "4" : nil
  }

  /// 消防安全重点单位: gathering places and works with many people, by staff and floor area.
  package func isFireKey(_ index: Int) -> Bool {
    let firm = list[index]
    let trade = Trade.all[Int(firm.trade)]
    let area = Int(places.premises[Int(firm.premises)].area)
    switch trade.code {
    case "8310", "8321", "8331", "8334", "8411", "5265", "6110": return true
    case "8514": return area >= 2_000
    case "9011", "9012", "9013", "6121", "8051": return firm.staff >= 8
    default: return trade.section == "C" && firm.staff >= 100
    }
  }

  /// 规上企业: manufacturers with 20 million yuan of revenue a year, here those with 20 people.
  package func isAboveScale(_ index: Int) -> Bool {
    let firm = list[index]
    return Trade.all[Int(firm.trade)].section == "C" && firm.form.isEnterprise && firm.staff >= 20
  }

  /// Revenue of a year in thousands of yuan: 250,000 to 1,200,000 yuan for each member of staff.
  package func revenue(of index: Int, year: Int) -> Int {
    var own = Draw(Draw.stream(seed, "firm.revenue"), index)
    var draw = Draw(Draw.stream(seed, "firm.revenue"), index * 32 + year % 32 + 1 << 40)
    let each = own.logUniform(250, 1_200)
    return Int(Double(list[index].staff) * each * (0.85 + 0.3 * draw.unit()))
  }

  /// 高新技术、科技型企业: two thirds of the software, technical and manufacturing companies
  /// with six people and three years; nil for the others.
  package func technology(of index: Int) -> (level: String, from: Int32)? {
    let firm = list[index]
    let trade = Trade.all[Int(firm.trade)]
    guard firm.form.isEnterprise, firm.form != .branch, firm.staff >= 6,
      ["6513", "6531", "7519", "3525", "3982", "3821", "3670", "3484", "2641"].contains(trade.code)
    else { return nil }
    var draw = Draw(Draw.stream(seed, "firm.technology"), index)
    guard draw.below(100) < 67 else { return nil }
    let level = ["国家高新技术企业", "国家高新技术企业", "省科技型中小企业", "省科技型中小企业", "专精特新企业"][draw.below(5)]
    // Given in December for three years: of 2023, 2024 or 2025.
    let year = 2023 + draw.below(3)
    let from = WorkDays.next(
      Int32(Day(number: year * 10_000 + 1201).ordinal) + Int32(draw.below(24)))
    guard firm.from + 365 <= from, from <= firm.to else { return nil }
    return (firm.staff > 250 ? "小巨人企业" : level, from)
  }

  /// The first or second term of that certificate, of three years; four in five are renewed.
  package func technologyTerm(_ term: Int, of index: Int) -> (from: Int32, to: Int32)? {
    guard let first = technology(of: index) else { return nil }
    let start = Day(ordinal: Int(first.from))
    func after(_ years: Int) -> Int32 {
      Int32(Day.ordinal(year: start.year + years, month: start.month, day: start.day))
    }
    guard term > 0 else { return (first.from, min(after(3) - 1, list[index].to)) }
    var draw = Draw(Draw.stream(seed, "firm.technology.renewed"), index)
    let from = WorkDays.next(after(3))
    guard draw.below(5) < 4, from <= list[index].to else { return nil }
    return (from, min(after(6) - 1, list[index].to))
  }

  /// Whether a restaurant cooks with bottled gas: 30 % of those with a kitchen (assumption; the
  /// others have gas by pipe or none).
  package func hasBottledGas(_ index: Int) -> Bool {
    guard Trade.all[Int(list[index].trade)].licences.contains("C"), !list[index].isDormant else {
      return false
    }
    var draw = Draw(Draw.stream(seed, "firm.gas"), index)
    return draw.below(100) < 30
  }

  /// The investment projects of a firm: about one in five years for manufacturers and developers
  /// with 20 people, rarely for others; the day, and millions of yuan (assumption).
  package func investments(of index: Int) -> [(day: Int32, name: String, millions: Int)] {
    let firm = list[index]
    let section = Trade.all[Int(firm.trade)].section
    guard firm.form.isEnterprise, firm.form != .branch, firm.staff >= 10 else { return [] }
    let start = max(firm.from, TruthCalendar.firstOrdinal)
    let days = Int(min(firm.to, TruthCalendar.lastOrdinal) - start)
    guard days > 0 else { return [] }
    var draw = Draw(Draw.stream(seed, "firm.investment"), index)
    let rate = "CKDN".contains(section) && firm.staff >= 20 ? 0.2 : 0.03
    let what =
      section == "C"
      ? ["年产新增生产线项目", "技术改造项目", "厂房扩建项目", "智能化车间项目", "屋顶光伏项目"]
      : ["办公用房改造项目", "仓储设施建设项目", "商业综合体项目", "设备更新项目", "充电设施建设项目"]
    return (0..<draw.count(mean: Double(days) / 365.25 * rate)).map { _ in
      (
        start + Int32(draw.below(days)), names.word(index).text + draw.pick(what),
        Int(draw.logUniform(2, 400))
      )
    }.sorted { $0.day < $1.day }
  }
}
