import Time

extension MeterBook {
  /// The first days of the months from May 2025 to August 2027.
  private static let months: [(first: Int32, month: Int)] = (0..<28).map {
    let month = 4 + $0
    let day = Day(number: (2025 + month / 12) * 10_000 + (month % 12 + 1) * 100 + 1)
    return (Int32(day.ordinal), month % 12 + 1)
  }

  /// The last round of readings within the truth.
  package var lastRound: Int { service == .water ? 11 : 23 }

  /// The day of a reading: each building has its day of the month, the 1st to the 25th.
  package func day(of account: Int, round: Int) -> Int32 {
    var draw = Draw(Draw.stream(seed, "meter.route"), Int(accounts[account].place) / 40)
    return Self.months[2 + round * service.months].first + Int32(draw.below(25))
  }

  /// What flows to an account between two days, the second one not included: what the meter would
  /// show if it were right and no leak were there.
  package func trueUse(of account: Int, from: Int32, to: Int32) -> Double {
    var sum = 0.0
    for (place, month) in Self.months.enumerated() where place + 1 < Self.months.count {
      let first = max(from, month.first)
      let last = min(to, Self.months[place + 1].first)
      guard first < last else { continue }
      let middle = first + (last - first) / 2
      sum += Double(last - first) * dailyUse(of: account, on: middle, month: month.month, place)
    }
    return sum
  }

  private func dailyUse(of account: Int, on day: Int32, month: Int, _ place: Int) -> Double {
    let stream = Draw.stream(seed, service == .water ? "meter.water" : "meter.power")
    if accounts[account].kind == .firm {
      let premises = Int(accounts[account].place)
      guard let firms = places.firms else { return 0 }
      var sum = 0.0
      for place in firmsAt.order[firmsAt.index[premises]] {
        let firm = firms.list[Int(place)]
        if firm.isOpen(on: day) { sum += MeterUse.daily(service, firm: firm, month: month) }
      }
      return sum
    }
    var sum = 0.0
    for dwelling in dwellings(of: account) {
      let people = places.residents(Int(dwelling), day)
      var own = Draw(stream, Int(dwelling))
      if people == 0 {
        // Nobody there: a drop now and then, a refrigerator or a router (assumption).
        let part = own.unit()
        sum += service == .water ? (part < 0.2 ? 0.006 * part : 0) : 0.15 * part
        continue
      }
      var draw = Draw(stream &+ 1, Int(dwelling) * 64 + place)
      let habit =
        MeterUse.habit(&own, spread: 0.22) * MeterUse.habit(&draw, spread: 0.08)
      sum += MeterUse.daily(service, people: people, month: month, habit: habit)
    }
    return sum
  }

  /// What the meter counts between two days: with leaks, and wrong where it is wrong.
  private func counted(_ account: Int, from: Int32, to: Int32) -> Double {
    guard let plant = plant(of: account) else { return trueUse(of: account, from: from, to: to) }
    switch plant.kind {
    case .leak:
      let days = max(0, min(to, plant.to) - max(from, plant.from))
      return trueUse(of: account, from: from, to: to) + Double(days) * Double(plant.litres) / 1_000
    case .stuck: return 0
    case .fast: return 2.5 * trueUse(of: account, from: from, to: to)
    case .swapped: return trueUse(of: Int(plant.other), from: from, to: to)
    }
  }

  /// What kind of reading a round is, and the draws that are left for it.
  ///
  /// One in 20 is estimated; of meters 1.2 % a year are changed (assumptions).
  private func visit(_ account: Int, round: Int, after before: MeterReading.Kind)
    -> (kind: MeterReading.Kind, draw: Draw)
  {
    var draw = Draw(
      Draw.stream(seed, "meter.visit"), account * 64 + round + Int(service.rawValue) * 32)
    let chance = draw.below(1_000_000)
    if chance < 50_000, round > 1, before != .estimated { return (.estimated, draw) }
    if chance > 1_000_000 - 1_000 * service.months, round > 0 { return (.changed, draw) }
    return (before == .estimated ? .caughtUp : .read, draw)
  }

  private func firstMeter(of account: Int) -> Int {
    account * 4 + 100_000_000 + 90_000_000 * division.number
  }

  /// The day of the last reading up to a day, and the meter that hangs there then; nil before the
  /// first one.
  package func lastVisit(of account: Int, through last: Int32) -> (day: Int32, meter: Int)? {
    var found: (day: Int32, meter: Int)?
    var (meter, before) = (firstMeter(of: account), MeterReading.Kind.read)
    for round in 0...lastRound {
      let day = day(of: account, round: round)
      guard day <= last else { break }
      before = visit(account, round: round, after: before).kind
      if before == .changed { meter += 1 }
      found = (day, meter)
    }
    return found
  }

  /// The readings of an account up to a day, the first one of July 2025.
  package func readings(of account: Int, through last: Int32) -> [MeterReading] {
    var own = Draw(Draw.stream(seed, service == .water ? "meter.dial" : "meter.dial2"), account)
    var meter = firstMeter(of: account)
    var dial = Double(own.below(1_200)) * (service == .water ? 1 : 12)
    var shown = Int(dial)
    var day = day(of: account, round: 0) - Int32(30 * service.months)
    var before: MeterReading.Kind = .read
    var usual = 0
    var readings: [MeterReading] = []
    for round in 0...lastRound {
      let next = self.day(of: account, round: round)
      guard next <= last else { break }
      var (kind, draw) = visit(account, round: round, after: before)
      let used = counted(account, from: day, to: next)
      dial += used
      var value = Int(dial)
      var volume = max(0, value - shown)
      if kind == .estimated {
        volume = usual
        value = shown + usual
      } else if kind == .changed {
        // The old meter is read out, the new one begins at 0.
        meter += 1
        dial = used * draw.unit()
        value = Int(dial)
      }
      readings.append(
        MeterReading(
          round: round, day: next, days: Int(next - day), kind: kind, value: value,
          volume: volume, meter: meter))
      if kind == .read { usual = volume }
      (day, shown, before) = (next, value, kind)
    }
    return readings
  }
}
