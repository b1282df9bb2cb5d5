import Time

/// Reports that share one happening, and what is rare.
extension EventMaker {
  /// Complaints about the environment that came by the hotline: four in ten are calls about the noise or
  /// the fumes of a shop that the hotline passed on within two days.
  mutating func passOn() {
    let codes = ["噪声": "0103", "油烟": "0104"]
    let order = events.indices.sorted { (events[$0].minute, $0) < (events[$1].minute, $1) }
    var calls: [String: [Int]] = [:]
    for index in order {
      let event = events[index]
      let matter = Matter.all[Int(event.matter)]
      if event.kind == .report, event.firm >= 0, event.repeatOf < 0, event.incident < 0 {
        calls[matter.code, default: []].append(index)
      }
      guard event.kind == .environment, let code = codes[matter.code] else { continue }
      var draw = Draw(Draw.stream(seed, "event.passed"), Int(event.key))
      // Noise and fumes are 68 of 100 complaints.
      guard draw.below(100) < 60, let call = calls[code]?.popLast(),
        event.day - events[call].day < 20
      else { continue }
      var passed = events[call]
      (passed.kind, passed.matter, passed.key) = (.environment, event.matter, event.key)
      (passed.incident, passed.hotSpot) = (Int32(call), -1)
      passed.minute = WorkDays.adding(30 + draw.below(700), to: passed.minute)
      events[index] = passed
    }
  }

  /// Hearings before the committees: 3,200 a year, 70 % of them of disputes that a grid worker recorded
  /// before (people's mediation took up 11.9 million disputes in 2023, 8.5 for 1,000 people).
  mutating func hear() {
    let stream = Draw.stream(seed, "event.heard")
    let yearly = EventRates.yearly(.dispute)
    for index in events.indices where events[index].kind == .dispute {
      var event = events[index]
      var draw = Draw(stream, Int(event.key))
      let part = draw.unit() * yearly
      guard part < 3_200 else { continue }
      guard part < 0.7 * 3_200 else {
        // Somewhere else another one of the same class on the same day, which nobody recorded.
        let matter = Int(event.matter)
        let site = site(matter, day: event.day, &draw)
        let place = add(matter: matter, day: event.day, site: site, hotSpot: -1, &draw)
        events[place].kind = .mediation
        continue
      }
      event.kind = .mediation
      event.key = Int32(truncatingIfNeeded: draw.next())
      event.incident = Int32(index)
      event.minute = WorkDays.adding(60 + draw.below(2_400), to: event.minute)
      if event.day <= TruthCalendar.lastOrdinal { events.append(event) }
    }
  }

  /// 160 in three years (assumption), eight in a small district, from July 2023 on; floods and storms in the months of rain.
  mutating func makeMajor() {
    let stream = Draw.stream(seed, "event.major")
    let matters = Matter.places[Int(Event.Kind.major.rawValue)]
    let weights = CumulativeWeights(matters.map { Matter.all[$0].weight })
    let first = Int32(Day(number: 2023_07_01).ordinal)
    for day in first...TruthCalendar.lastOrdinal {
      var draw = Draw(stream, Int(day))
      for _ in 0..<draw.count(mean: 160.0 / 1_096 * max(scale, 0.05)) {
        var matter = matters[weights.draw(&draw)]
        let isWet = (6...9).contains(Day(ordinal: Int(day)).month)
        while Matter.all[matter].weather == "r", !isWet { matter = matters[weights.draw(&draw)] }
        add(matter: matter, day: day, site: site(matter, day: day, &draw), hotSpot: -1, &draw)
      }
    }
  }
}
