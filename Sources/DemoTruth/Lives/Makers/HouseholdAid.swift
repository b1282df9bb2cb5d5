/// What a household gets together: 低保, 低保边缘, 临时救助.
struct HouseholdAid {
  /// Each a span of days; empty where there is none.
  private(set) var minimumLiving: Range<Int32> = 0..<0
  private(set) var lowIncome: Range<Int32> = 0..<0
  private(set) var temporary: Int32?

  /// 0.6 % of the people have the minimum living aid and 0.4 % are just above it: single parents,
  /// grandparents with children and old people mostly (assumption after 民发〔2022〕85号; in
  /// Zhejiang 0.9 % had it in 2023).
  init(_ people: People, _ household: Int, draw: consuming Draw) {
    let own = people.households[household]
    var draw = draw
    let weight: Int
    switch own.form {
    case .singleParent: weight = 5
    case .skipped, .elderAndChild: weight = 4
    case .single, .remarried: weight = 2
    case .couple, .nuclear, .threeGenerations, .siblings, .withCarer, .large: weight = 1
    case .flatShare, .groupRental, .dormitory, .careHome: weight = 0
    }
    guard weight > 0, !own.isFloating else { return }
    let from = TruthCalendar.firstOrdinal - 900 + Int32(draw.below(4_700))
    let length = Int32(draw.exponential(mean: 2_600)) + 180
    if draw.happens(weight * 11_500) {
      minimumLiving = from..<from + length
    } else if draw.happens(weight * 13_000) {
      lowIncome = from..<from + min(length, 1_500)
    }
    // 8.5 million grants of 1,410 million people in 2023: 0.6 % a year.
    if draw.happens(weight * 32_000) {
      temporary = TruthCalendar.firstOrdinal + Int32(draw.below(4_000))
    }
  }
}
