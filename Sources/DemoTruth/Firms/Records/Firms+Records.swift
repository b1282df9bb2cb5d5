import Time

extension Firms {
  /// The visits of the market supervision from 2016-07 to 2027-06, by day: twice a year where there is food,
  /// else once in four years (assumption); of breaches and penalties ``BreachBook`` tells.
  package func records(of index: Int) -> [FirmRecord] {
    let firm = list[index]
    guard firm.form.isMarketEntity, !firm.isDormant else { return [] }
    var draw = Draw(Draw.stream(seed, "firm.records"), index)
    let trade = Trade.all[Int(firm.trade)]
    let hasFood = trade.licences.contains { "FCKQ".contains($0) }
    let end = min(firm.to, TruthCalendar.lastOrdinal)
    let start = max(firm.from, TruthCalendar.firstOrdinal)
    guard start < end else { return [] }
    let days = Int(end - start)
    return (0..<draw.count(mean: Double(days) / 365.25 * (hasFood ? 2 : 0.25))).map { _ in
      let day = start + Int32(draw.below(days))
      let part = draw.below(100)
      return FirmRecord(
        firm: index, day: day, cause: hasFood ? "食品安全" : "双随机抽查",
        grade: part < 70 ? 0 : part < 93 ? 1 : 2)
    }.sorted { $0.day < $1.day }
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
