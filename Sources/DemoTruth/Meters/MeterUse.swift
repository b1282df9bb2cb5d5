import Time

/// How much a household uses in a month, by how many live in it.
enum MeterUse {
  /// Water by month: 15 % more in August than over the year (assumption; its mean is 1).
  private static let waterMonths = [
    0.92, 0.86, 0.93, 0.97, 1.00, 1.05, 1.13, 1.15, 1.07, 1.00, 0.96, 0.96,
  ]
  /// Power by month: cooling in July and August, heating in December to February (assumption for a
  /// place with hot summers and cold winters; its mean is 1).
  private static let powerMonths = [
    1.18, 1.08, 0.82, 0.72, 0.72, 0.90, 1.48, 1.55, 1.12, 0.75, 0.75, 0.93,
  ]
  /// Cubic metres a person a day: 150 litres, 4.5 m3 a month (120 to 180 litres in GB/T 50331 for
  /// the zone of Jiangsu and Shanghai).
  static let waterOfPerson = 0.150
  /// Kilowatt hours a day: 2 for an occupied home and 2.15 for each person, 88 a person a month in
  /// a household of 2.62; homes used 1,352 billion kWh in 2023, 80 a person a month (national
  /// energy administration), more in the provinces of the coast.
  static let powerOfHome = 2.0
  static let powerOfPerson = 2.15

  /// Who lives alone uses more water than a sixth of six: the share of a person by household size.
  private static let sizes = [1.0, 1.12, 1.03, 0.99, 0.96, 0.93, 0.91]

  /// Use a day in a month.
  ///
  /// - Parameters:
  ///   - habit: how much this household differs from others of its size, 1 on average.
  static func daily(
    _ service: MeterService, people: Int, month: Int, habit: Double
  ) -> Double {
    guard people > 0 else { return 0 }
    switch service {
    case .water:
      let size = sizes[min(people, sizes.count - 1)]
      return Double(people) * waterOfPerson * size * habit * waterMonths[month - 1]
    case .power:
      return (powerOfHome + Double(people) * powerOfPerson) * habit * powerMonths[month - 1]
    }
  }

  /// A number around 1: the exponential of a sum of uniform draws, with a mean of 1 and a
  /// coefficient of variation of `spread`.
  static func habit(_ draw: inout Draw, spread: Double) -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += draw.unit() }
    return Exact.exp(spread * sum - spread * spread / 2)
  }

  /// Use a day of a firm: for each member of staff by trade (assumption: a restaurant 0.4 m3 and 12
  /// kWh, an office 0.05 and 4, a workshop 0.1 and 30).
  static func daily(_ service: MeterService, firm: Firm, month: Int) -> Double {
    let trade = Trade.all[Int(firm.trade)]
    let staff = Double(max(firm.staff, firm.isDormant ? 0 : 1))
    let each: (water: Double, power: Double) =
      switch (trade.section, trade.code) {
      case (_, "8051"): (1.5, 20)
      case (_, "8040"), (_, "8052"), (_, "8111"): (0.2, 6)
      case (_, "3360"), (_, "8030"): (1.2, 45)
      case ("H", _): (0.4, 12)
      case ("F", _): (0.05, 7)
      case ("C", _): (0.1, 30)
      case ("P", _): (0.5, 6)
      case ("Q", _): (0.4, 9)
      default: (0.05, 4)
      }
    return service == .water
      ? staff * each.water * waterMonths[month - 1]
      : staff * each.power * (1 + (powerMonths[month - 1] - 1) * 0.6)
  }

  /// The capacity of a power contract in kilovolt-ampere: what a month's use at two hours of full load a
  /// day asks for, as the companies' steps go; homes have 8, larger ones 12, small old ones 4 (State Grid's
  /// rules for new homes of 2014: 8 up to 120 m2, 12 to 150, 16 above).
  static func capacity(daily: Double) -> Int {
    [10, 15, 20, 30, 50, 80, 100, 160, 200, 250, 315, 400, 500, 630, 800, 1_000, 1_250]
      .first { Double($0) * 2 >= daily } ?? 1_600
  }

  /// That of a home by its floor area in square metres.
  static func capacity(area: Int) -> Int {
    area < 50 ? 4 : area <= 120 ? 8 : area <= 150 ? 12 : 16
  }
}
