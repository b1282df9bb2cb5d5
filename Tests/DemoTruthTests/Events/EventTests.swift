import Geometry
import Testing
import Time

@testable import DemoTruth

@Suite struct `The events of the district` {
  private static let firms = Firms(seed: 1, places: TestDistrict.places(percent: 10), open: 6_000)
  private static let places = TestDistrict.events(percent: 10, firms: firms)
  /// All events of a whole district, with few firms.
  private static let events = Events(seed: 1, places: places, scale: 1, plants: true)
  private static let null = Events(seed: 1, places: places, scale: 1, plants: false)
  private static let today = TestDistrict.day(2026_06_30)
  private var events: Events { Self.events }

  @Test func `the first year has as many as stated`() {
    let counts = Event.Kind.allCases.map { Double(Self.null.through(Self.today, $0).count) }
    let stated: [Double] = [28_000, 19_000, 1_500, 4_300, 1_500, 8_200, 2_200, 480]

    for (count, wanted) in zip(counts, stated) {
      #expect(
        abs(count - wanted) < 4 * wanted.squareRoot() + wanted * 0.02, "\(count) of \(wanted)")
    }
  }

  @Test func `reports come at the stated hours`() {
    var counts = [Double](repeating: 0, count: 24)
    for event in events.list where event.kind == .report { counts[event.minuteOfDay / 60] += 1 }
    var wanted = [Double](repeating: 0, count: 24)
    for matter in Matter.all where matter.kind == .report {
      for (hour, part) in EventRhythm.hours(of: matter).enumerated() {
        wanted[hour] += Double(part * matter.weight)
      }
    }
    let (all, sum) = (counts.reduce(0, +), wanted.reduce(0, +))

    for hour in 0..<24 where wanted[hour] / sum > 0.02 {
      #expect(abs(counts[hour] / all / (wanted[hour] / sum) - 1) < 0.1, "hour \(hour)")
    }
    #expect(counts[9...10].reduce(0, +) + counts[14...15].reduce(0, +) > all * 0.3)
  }

  @Test func `there are a fifth fewer at weekends`() {
    var (counts, days) = ([Double](repeating: 0, count: 7), [Double](repeating: 0, count: 7))
    for day in Weather.first...TruthCalendar.lastOrdinal where !WorkDays.isFestival(day) {
      days[Int((day + 4) % 7)] += 1
    }
    for event in events.list where event.kind == .report && !WorkDays.isFestival(event.day) {
      counts[Int((event.day + 4) % 7)] += 1
    }
    let daily = zip(counts, days).map { $0 / $1 }
    let mean = daily.reduce(0, +) / 7

    for (weekday, stated) in EventRhythm.callDays.enumerated() {
      #expect(
        abs(daily[weekday] / mean / stated - 1) < 0.1, "day \(weekday): \(daily[weekday] / mean)")
    }
  }

  @Test func `rain floods roads`() {
    var (wet, dry) = ((events: 0.0, days: 0.0), (events: 0.0, days: 0.0))
    for day in Weather.first..<Weather.first + 365 {
      if events.weather[day].rain > 200 { wet.days += 1 }
      if events.weather[day].rain == 0 && events.weather[day - 1].rain == 0 { dry.days += 1 }
    }
    for (index, event) in events.list.enumerated()
    where event.kind == .cityCase && events.matter(of: index).code == "0406"
      && event.day < Weather.first + 365
    {
      if events.weather[event.day].rain > 200 { wet.events += 1 }
      if events.weather[event.day].rain == 0 && events.weather[event.day - 1].rain == 0 {
        dry.events += 1
      }
    }
    #expect(wet.events / wet.days > 5 * dry.events / dry.days)
  }

  private func count(_ events: Events, within spot: PlantedHotSpot) -> Double {
    Double(
      events.list.count {
        $0.kind == spot.kind && Matter.all[Int($0.matter)].code == spot.code
          && (spot.from...spot.to).contains($0.day)
          && Coordinate(x: Double($0.x), y: Double($0.y)).squareDistance(spot.centre)
            <= spot.radius * spot.radius
      })
  }

  @Test func `five clusters have their relative risk`() {
    #expect(events.hotSpots.count == 5)
    for spot in events.hotSpots {
      let wanted = spot.expected * spot.relativeRisk
      let counted = count(events, within: spot)
      // Filled up to it; some of those planted lie a few metres beyond the circle.
      #expect(abs(counted - wanted) < 0.06 * wanted, "\(spot): \(counted)")
      #expect((30...200).contains(spot.excess) && (1.5...3).contains(spot.relativeRisk))
      #expect(events.list.count { $0.hotSpot >= 0 } == events.hotSpots.reduce(0) { $0 + $1.excess })
    }
  }

  @Test func `a grid has two events and more in the time of a cluster by chance alone`() {
    // Of 706 grids in a whole district: with one event each a cluster drowns in chance.
    for spot in Self.events.hotSpots {
      let all = Self.null.list.count {
        $0.kind == spot.kind && Matter.all[Int($0.matter)].code == spot.code
          && (spot.from...spot.to).contains($0.day)
      }
      #expect(Double(all) / 706 > 2, "\(spot.code): \(all)")
    }
  }

  @Test func `a cluster is where people live close together`() {
    for spot in events.hotSpots {
      func near(_ centre: Coordinate) -> Int {
        let limit = spot.radius * spot.radius
        return Self.places.buildings.reduce(0) {
          $0 + ($1.position.squareDistance(centre) <= limit ? Int($1.people) : 0)
        }
      }
      let there = near(spot.centre)
      let others = stride(from: 0, to: Self.places.buildings.count, by: 50).map {
        near(Self.places.buildings[$0].position)
      }
      // Not more than half of them: the best places may lie too near to another cluster.
      #expect(others.count { $0 > there } * 2 < others.count, "\(spot.code): \(there)")
      #expect(
        events.hotSpots.allSatisfy {
          $0.code == spot.code || $0.centre.squareDistance(spot.centre) > 2_000 * 2_000
        })
    }
  }

  @Test func `one draw from each part of weights leaves no place out that has as much as a part`() {
    let weights = (0..<200).map { $0 * 37 % 41 }
    let sums = CumulativeWeights(weights)
    var draw = Draw(Draw.stream(1, "test.parts"), 0)
    var counts = Array(repeating: 0, count: weights.count)
    for part in 0..<500 { counts[sums.draw(&draw, part: part, of: 500)] += 1 }

    for (weight, count) in zip(weights, counts) {
      let usual = Double(weight) * 500 / Double(sums.total)
      #expect(abs(Double(count) - usual) < 2, "\(weight): \(count)")
    }
  }

  @Test func `without plants nothing is there`() {
    #expect(Self.null.hotSpots.isEmpty)
    for spot in events.hotSpots {
      let counted = count(Self.null, within: spot)
      #expect(
        abs(counted - spot.expected) < 3.5 * (spot.expected * 1.1).squareRoot(),
        "\(spot): \(counted)")
    }
    // Over squares of 3 km the reports at buildings follow the people who live there.
    var (people, counts) = ([Double](repeating: 0, count: 16), [Double](repeating: 0, count: 16))
    func square(_ x: Double, _ y: Double) -> Int {
      min(3, max(0, Int(y / 3_000))) * 4 + min(3, max(0, Int(x / 3_000)))
    }
    for building in Self.places.buildings {
      people[square(building.position.x, building.position.y)] += Double(building.people)
    }
    for event in Self.null.list where event.kind == .report && event.building >= 0 {
      counts[square(Double(event.x), Double(event.y))] += 1
    }
    let (all, sum) = (people.reduce(0, +), counts.reduce(0, +))
    for square in 0..<16 {
      let wanted = people[square] / all * sum
      #expect(abs(counts[square] - wanted) < 4 * (wanted * 1.3).squareRoot() + 0.01 * wanted)
    }
  }

  @Test func `a later month begins with the events of the month before`() {
    for kind in Event.Kind.allCases {
      let one = events.through(Self.today, kind)
      let two = events.through(TestDistrict.day(2026_07_31), kind)
      #expect(two.count > one.count && Array(two.prefix(one.count)) == one)
    }
    #expect(zip(events.list, events.list.dropFirst()).allSatisfy { $0.minute <= $1.minute })
    for event in events.list.enumerated() {
      #expect(
        Int(event.element.incident) <= event.offset && Int(event.element.repeatOf) < event.offset)
    }
  }

  @Test func `people call again and others report the same incident`() {
    let reports = events.through(Self.today, .report)
    let again = reports.count { events.list[$0].repeatOf >= 0 }
    let same = reports.count { Int(events.list[$0].incident) != $0 && events.list[$0].repeatOf < 0 }

    #expect(abs(Double(again) / Double(reports.count) - 0.05) < 0.015, "\(again)")
    #expect(abs(Double(same) / Double(reports.count) - 0.041) < 0.012, "\(same)")
    for index in reports where events.list[index].repeatOf >= 0 {
      #expect(events.list[Int(events.list[index].repeatOf)].person == events.list[index].person)
    }
  }

  @Test func `steps come one after the other, and nine in ten are on time`() {
    var late = 0
    let reports = events.through(Self.today, .report)
    for index in reports {
      let steps = events.steps(of: index)
      #expect(events.list[index].minute < steps.accepted && steps.accepted < steps.dispatched)
      #expect(steps.dispatched < steps.signed)
      if let handled = steps.handled, let checked = steps.checked, let closed = steps.closed {
        #expect(steps.signed < handled && handled < checked && checked < closed)
      }
      if steps.isLate { late += 1 }
    }
    #expect((0.04...0.12).contains(Double(late) / Double(reports.count)), "\(late)")
  }

  @Test(arguments: [
    // Friday 17:30 and two hours: Monday 09:30. Noon. The eve of the national holiday of 2025.
    (2026_06_12, 17 * 60 + 30, 120, 2026_06_15, 9 * 60 + 30),
    (2026_06_10, 11 * 60 + 30, 60, 2026_06_10, 14 * 60 + 30),
    (2025_09_30, 17 * 60, 90, 2025_10_09, 8 * 60 + 30),
    (2026_02_14, 9 * 60, 480, 2026_02_24, 9 * 60),
  ])
  func `time of work goes on after breaks`(
    day: Int, minute: Int, length: Int, endDay: Int, endMinute: Int
  ) {
    let end = WorkDays.adding(length, to: TestDistrict.day(day) * 1_440 + Int32(minute))
    #expect(end == TestDistrict.day(endDay) * 1_440 + Int32(endMinute))
  }

  @Test func `texts are seldom the same and hold no open slot`() {
    let reports = events.through(Self.today, .report).prefix(4_000)
    let texts = reports.map { events.content(of: $0) }

    #expect(texts.allSatisfy { !$0.contains("{") && !$0.contains("，，") && !$0.isEmpty })
    // Short ones of apps come back, as they do.
    #expect(Set(texts).count > texts.count * 85 / 100, "\(Set(texts).count)")
  }

  @Test func `what it is about is a firm that is open, of a section that does such things`() {
    for (index, event) in events.list.enumerated() where event.firm >= 0 {
      let firm = Self.firms.list[Int(event.firm)]
      let first = events.list[Int(event.incident)]
      #expect(firm.isOpen(on: first.day))
      #expect(
        events.matter(of: index).sections.contains(Self.firms.trade(of: Int(event.firm)).section))
    }
    #expect(events.list.contains { $0.kind == .labour && $0.firm >= 0 })
  }

  @Test func `two threads make the same events`() async {
    let lists = await withTaskGroup(of: [String].self) { group in
      for _ in 0..<2 {
        group.addTask {
          let events = Events(seed: 4, places: Self.places, scale: 0.05, plants: true)
          return events.list.indices.map {
            "\(events.list[$0]) \(events.content(of: $0)) \(events.steps(of: $0))"
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(lists[0] == lists[1])
    #expect(lists[0].count > 3_000)
  }
}
