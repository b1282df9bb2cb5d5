/// Dormitories and care homes: people without family, each with days of their own.
extension HouseholdMaker {
  mutating func makeCollective() {
    for _ in 0..<frame.beds {
      var from = max(frame.from, TruthCalendar.firstOrdinal - Int32(draw.below(700)))
      while from < Self.last {
        let stay = Int32(max(draw.exponential(mean: form == .dormitory ? 1_000 : 1_200), 60))
        let to = from + stay
        if form == .dormitory {
          addWorker(from: from, to: to)
        } else {
          addElder(from: from, to: to)
        }
        from = to + (frame.plant == nil ? Int32(draw.below(30)) : 0)
      }
    }
    for place in persons.indices { persons[place].relation = 1 }
  }

  /// Of dormitory people 58 % are men and most under 35 (assumption).
  private mutating func addWorker(from: Int32, to: Int32) {
    let years = draw.happens(620_000) ? age(18.1, 32) : age(28, 54)
    let place = addStranger(
      birth: from - Int32(years * 365.25), sex: draw.happens(580_000) ? .male : .female,
      joined: from, floating: 850_000)
    persons[place].left = to > Self.last ? Person.open : to
  }

  /// They come at 81 on average; three in four stay until they die.
  private mutating func addElder(from: Int32, to: Int32) {
    let years = draw.days(years: 81, deviation: 6, within: 66...98)
    let place = addStranger(
      birth: from - years, sex: draw.happens(440_000) ? .male : .female, joined: from,
      floating: 40_000)
    guard to <= Self.last else { return }
    if draw.happens(750_000) { persons[place].death = to } else { persons[place].left = to }
  }
}
