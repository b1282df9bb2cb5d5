import Time

extension Firms {
  /// What offices wrote down about a firm from 2016-07 to 2027-06, by day.
  ///
  /// Rates a year (assumptions, so that lists have the sizes that a district's have): food is
  /// visited twice, all others once in four years; penalties 1.2 % of shops with food, 0.4 % of
  /// others; 4 % miss the yearly report and come on the list of irregular operation in July; half
  /// are off it within 200 days; arrears 0.3 % and missing taxpayers 0.8 % and debtors of courts 0.4 % of enterprises.
  package func records(of index: Int) -> [FirmRecord] {
    let firm = list[index]
    guard firm.form.isMarketEntity else { return [] }
    var draw = Draw(Draw.stream(seed, "firm.records"), index)
    let trade = Trade.all[Int(firm.trade)]
    let hasFood = trade.licences.contains { "FCKQ".contains($0) }
    let end = min(firm.to, TruthCalendar.lastOrdinal)
    let start = max(firm.from, TruthCalendar.firstOrdinal)
    guard start < end else { return [] }
    let days = Int(end - start)
    let years = Double(days) / 365.25
    var facts: [FirmRecord] = []
    func add(
      _ kind: FirmRecord.Kind, _ day: Int32, _ until: Int32, _ cause: String, amount: Int = 0,
      grade: Int = 0
    ) {
      facts.append(
        FirmRecord(
          firm: index, kind: kind, day: day, until: until, cause: cause, amount: amount,
          grade: grade))
    }
    if !firm.isDormant {
      for _ in 0..<draw.count(mean: years * (hasFood ? 2 : 0.25)) {
        let day = start + Int32(draw.below(days))
        let part = draw.below(100)
        add(
          .inspection, day, day, hasFood ? "食品安全" : "双随机抽查",
          grade: part < 70 ? 0 : part < 93 ? 1 : 2)
      }
      let penalties = hasFood ? 0.012 : trade.section == "C" || trade.section == "E" ? 0.008 : 0.004
      for _ in 0..<draw.count(mean: years * penalties) {
        let day = start + Int32(draw.below(days))
        let causes =
          hasFood
          ? ["食品安全", "食品安全", "食品安全", "无证经营", "价格违法"]
          : trade.licences.contains("D")
            ? ["药品安全", "药品安全", "广告违法"] : ["产品质量", "广告违法", "价格违法", "不正当竞争", "其他"]
        let amount = [500, 1_000, 2_000, 3_000, 5_000, 5_000, 10_000, 20_000, 50_000][draw.below(9)]
        add(.penalty, day, day + 15, draw.pick(causes), amount: amount)
      }
    }
    // The report of a year is due by the end of June of the next; the list follows in July.
    let isEnterprise = firm.form.isEnterprise
    var missed = 0
    for year in 2016...2026 {
      let day = Int32(Day(number: year * 10_000 + 701).ordinal) + Int32(draw.below(20))
      let chance = draw.below(1_000)
      let length = Int32(draw.duration(halfLife: 200))
      guard day > firm.from + 365, day < end else { continue }
      guard chance < (firm.isDormant ? 85 : isEnterprise ? 22 : 6) else { continue }
      let isGone = chance % 4 == 0
      let until = isGone || day + length > TruthCalendar.lastOrdinal ? Firm.open : day + 20 + length
      add(.abnormal, day, until, isGone ? "登记住所无法联系" : "未按期年报")
      missed += 1
      if until == Firm.open, day + 1_096 < end, missed > 0, chance < 4 {
        add(.serious, day + 1_096, Firm.open, "被列入经营异常名录届满三年仍未履行相关义务")
      }
    }
    guard isEnterprise, firm.form != .branch else { return facts.sorted { $0.day < $1.day } }
    for _ in 0..<draw.count(mean: years * 0.003) {
      let kinds = ["增值税", "增值税", "企业所得税", "房产税", "城镇土地使用税", "个人所得税", "土地增值税"]
      let day = start + Int32(draw.below(days))
      let paid = draw.below(2) == 0 ? day + 90 + Int32(draw.below(600)) : Firm.open
      add(.arrears, day, paid, draw.pick(kinds), amount: Int(draw.logUniform(2_000, 3_000_000)))
    }
    for _ in 0..<draw.count(mean: years * 0.008) {
      let day = start + Int32(draw.below(days))
      let back = draw.below(3) == 0 ? day + 30 + Int32(draw.below(300)) : Firm.open
      add(.missingTaxpayer, day, back, "未按期申报，查无下落")
    }
    for _ in 0..<draw.count(mean: years * 0.004) {
      let day = start + Int32(draw.below(days))
      let paid = draw.below(4) == 0 ? day + 100 + Int32(draw.below(700)) : Firm.open
      let duty = paid == Firm.open ? draw.pick(["全部未履行", "全部未履行", "部分未履行"]) : "已履行"
      add(.dishonest, day, paid, duty, amount: Int(draw.logUniform(5_000, 8_000_000)))
    }
    return facts.sorted { ($0.day, $0.kind.rawValue) < ($1.day, $1.kind.rawValue) }
  }

  /// The grade of an enterprise for a year, given in the next April; nil for who is not graded
  /// (sole traders, and those not there for the whole year).
  ///
  /// Shares (assumption, in the range of what tax offices print: about a tenth A, a little over
  /// half B, about a quarter M, the new and idle ones, and less than a tenth C and D).
  package func taxCredit(of index: Int, year: Int) -> (grade: TaxCredit, score: Int)? {
    let firm = list[index]
    let first = Int32(Day(number: year * 10_000 + 101).ordinal)
    guard firm.form.isEnterprise, firm.form != .branch, firm.from <= first,
      firm.to >= first + 364
    else { return nil }
    var draw = Draw(Draw.stream(seed, "firm.tax"), index * 16 + year % 16)
    // A firm keeps its habits: two thirds of the draw are its own.
    var own = Draw(Draw.stream(seed, "firm.taxpayer"), index)
    let part = draw.below(3) < 2 ? own.below(1_000) : draw.below(1_000)
    let score = draw.below(20)
    if firm.isDormant || firm.from > first - 365 {
      return part < 560 ? (.M, 70 + score) : part < 950 ? (.B, 70 + score) : (.D, 20 + score)
    }
    switch part {
    case ..<150: return (.A, 90 + score / 2)
    case ..<870: return (.B, 70 + score)
    case ..<930: return (.M, 70 + score)
    case ..<975: return (.C, 40 + score)
    default: return (.D, 20 + score)
    }
  }
}
