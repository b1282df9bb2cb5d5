extension BreachMaker {
  /// Penalties a year: 1.7 % of who sells food, 0.8 % of others that trade, one in six of who has no licence
  /// for what it sells (assumptions, so that a district of 60,000 firms has about 500 a year).
  mutating func makePenalties(_ firm: Firm, _ index: Int, _ draw: inout Draw) {
    guard !firm.isDormant else { return }
    let letters = Trade.all[Int(firm.trade)].licences
    let hasFood = letters.contains { "FCKQ".contains($0) }
    let hasDrugs = letters.contains("D")
    let isUnlicensed = hasFood && firms.licenceBook[index].isEmpty
    let start = max(firm.from + 60, TruthCalendar.firstOrdinal)
    let days = Int(min(firm.to, TruthCalendar.lastOrdinal) - start)
    guard days > 30 else { return }
    let years = Double(days) / 365.25
    let rate = isUnlicensed ? 0.16 : hasFood || hasDrugs ? 0.017 : 0.0078
    for _ in 0..<draw.count(mean: years * rate) {
      let day = WorkDays.next(start + Int32(draw.below(days)))
      guard day <= firm.to else { continue }
      let cause: Penalty.Cause =
        isUnlicensed
        ? .noLicence
        : draw.pick(
          hasDrugs
            ? [.drugs, .drugs, .drugs, .advertising, .prices]
            : hasFood
              ? [.food, .food, .food, .food, .food, .prices, .advertising, .other]
              : [.quality, .quality, .advertising, .prices, .competition, .other])
      let part = draw.below(100)
      // Warnings; else fines in round sums, those of firms ten times those of sole traders at the top.
      var fine =
        part < 15
        ? 0
        : [500, 1_000, 1_000, 2_000, 2_000, 3_000, 5_000, 5_000, 10_000, 20_000][draw.below(10)]
      if firm.form.isEnterprise, fine > 0 { fine *= [1, 1, 2, 5, 10][draw.below(5)] }
      let gains = draw.below(10) < 3 && fine > 0 ? Int32(draw.logUniform(2_000, 900_000)) : 0
      penalties.append(
        Penalty(
          firm: Int32(index), day: day, fine: Int32(fine), gains: gains, cause: cause,
          isByComplaint: draw.below(10) < 4))
      if fine >= 100_000, cause == .food || cause == .drugs {
        listings.append(
          Listing(
            firm: Int32(index), from: WorkDays.next(day + 20), to: WorkDays.next(day + 1_116),
            list: .serious, reason: .heavyPenalty, end: .term))
      }
    }
  }
}
