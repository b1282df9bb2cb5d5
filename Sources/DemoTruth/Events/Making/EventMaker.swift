import Geometry
import Time

/// Makes the events of two years: each day and matter by draws of its own.
struct EventMaker {
  /// Where an event is.
  enum Site {
    case building(Int)
    case piece(Int)
    case firm(Int)
  }

  let seed: UInt64
  let places: EventPlaces
  let density: EventDensity
  let rates: EventRates
  var events: [Event] = []
  var spots: [PlantedHotSpot] = []
  private let firmsOfSections: [String: [Int32]]
  private let firmsAt: (index: SpanIndex, order: [Int32])
  let scale: Double

  init(seed: UInt64, places: EventPlaces, weather: Weather, scale: Double, plants: Bool) {
    (self.seed, self.places, self.scale) = (seed, places, scale)
    density = EventDensity(places)
    rates = EventRates(weather: weather, scale: scale)
    var bySections: [String: [Int32]] = [:]
    for matter in Matter.all where !matter.sections.isEmpty && bySections[matter.sections] == nil {
      bySections[matter.sections] = places.firms.list.indices.filter {
        !places.firms.list[$0].isDormant
          && matter.sections.contains(places.firms.trade(of: $0).section)
      }.map(Int32.init)
    }
    firmsOfSections = bySections
    firmsAt = SpanIndex.order(
      count: places.buildings.count,
      owners: places.firms.list.indices.map { [firms = places.firms] in firms.building(of: $0) })
    events.reserveCapacity(Int(150_000 * scale))
    makeDays()
    if plants { plant() }
    passOn()
    hear()
    makeMajor()
    sort()
  }

  private mutating func makeDays() {
    let stream = Draw.stream(seed, "event.day")
    for place in 0..<EventRates.days {
      let day = Weather.first + Int32(place)
      for matter in Matter.all.indices {
        var draw = Draw(stream, place << 8 | matter)
        for _ in 0..<draw.count(mean: rates.expected(matter, place)) {
          let site = self.site(matter, day: day, &draw)
          let index = add(matter: matter, day: day, site: site, hotSpot: -1, &draw)
          follow(index, &draw)
        }
      }
    }
  }

  /// Where a matter comes up.
  ///
  /// Reports follow the people who make them, also those about a road: it is one near their home. Cases
  /// follow people and the roads that collectors walk; what offices find at firms follows firms.
  func site(_ matter: Int, day: Int32, _ draw: inout Draw) -> Site {
    let kind = Matter.all[matter]
    if kind.place == "f", kind.kind != .report, kind.kind != .cityCase,
      let list = firmsOfSections[kind.sections], !list.isEmpty
    {
      for _ in 0..<40 {
        let firm = Int(list[draw.below(list.count)])
        if places.firms.list[firm].isOpen(on: day) { return .firm(firm) }
      }
    }
    if kind.followsRoads, density.lengths.total > 0 {
      return .piece(density.lengths.draw(&draw))
    }
    let home = density.people.draw(&draw)
    guard kind.place == "r", let piece = density.piece(near: home, &draw) else {
      return .building(home)
    }
    return .piece(piece)
  }

  /// Adds an event; its place in the list as it is before sorting.
  @discardableResult
  mutating func add(
    matter: Int, day: Int32, site: Site, hotSpot: Int, _ draw: inout Draw
  ) -> Int {
    let about = Matter.all[matter]
    let hour = Self.hours[matter].draw(&draw)
    var event = Event(
      kind: about.kind, matter: UInt8(matter), channel: Self.channel(about.kind, &draw),
      hotSpot: Int8(hotSpot), minute: day * 1_440 + Int32(hour * 60 + draw.below(60)), x: 0, y: 0,
      building: -1, road: -1, person: -1, firm: -1, repeatOf: -1, incident: -1,
      key: Int32(truncatingIfNeeded: draw.next()))
    // Up to 12 m beside a building, 6 m beside the middle of a road.
    func moved(_ position: Coordinate, _ reach: Double) {
      event.x = Float(position.x + (draw.unit() * 2 - 1) * reach)
      event.y = Float(position.y + (draw.unit() * 2 - 1) * reach)
    }
    var home = -1
    switch site {
    case .building(let building):
      (event.building, home) = (Int32(building), building)
      moved(density.buildings[building].position, 8)
      if !about.sections.isEmpty { event.firm = firm(near: building, about.sections, day, &draw) }
    case .piece(let piece):
      event.road = density.pieces[piece].road
      moved(density.pieces[piece].middle, 6)
    case .firm(let firm):
      event.firm = Int32(firm)
      let building = places.firms.building(of: firm)
      guard Int(building) < density.buildings.count else { break }
      event.building = building
      moved(density.buildings[Int(building)].position, 8)
    }
    event.person = person(about.kind, home: home, day: day, &draw)
    events.append(event)
    return events.count - 1
  }

  /// A firm of the sections in a building, or in one of the twelve before and after it.
  private func firm(near building: Int, _ sections: String, _ day: Int32, _ draw: inout Draw)
    -> Int32
  {
    for step in 0..<25 {
      let other = building + (step % 2 == 0 ? step / 2 : -(step + 1) / 2)
      guard density.buildings.indices.contains(other) else { continue }
      let range = firmsAt.index[other]
      guard !range.isEmpty else { continue }
      let start = draw.below(range.count)
      for place in 0..<range.count {
        let firm = firmsAt.order[range.lowerBound + (start + place) % range.count]
        let entry = places.firms.list[Int(firm)]
        let section = Trade.all[Int(entry.trade)].section
        if entry.isOpen(on: day), !entry.isDormant, sections.contains(section) { return firm }
      }
    }
    return -1
  }

  /// Who reports it: someone of the building, else of any building.
  ///
  /// One report in eight names nobody; one in 25 comes from a few people who call often
  /// (assumptions).
  private func person(_ kind: Event.Kind, home: Int, day: Int32, _ draw: inout Draw) -> Int32 {
    guard kind != .cityCase, kind != .hazard, kind != .fireHazard, kind != .major else {
      return -1
    }
    let part = draw.below(200)
    if part < 25, kind != .dispute, kind != .petition { return -1 }
    if part >= 192, kind == .report {
      var caller = Draw(Draw.stream(seed, "event.caller"), draw.below(max(4, Int(90 * scale))))
      return places.resident(Int32(density.people.draw(&caller)), day, &caller)
    }
    let building = home >= 0 && part % 3 > 0 ? home : density.people.draw(&draw)
    return places.resident(Int32(building), day, &draw)
  }

  /// Those that follow: others who report the same incident, and the same person once more.
  ///
  /// Distances and times of duplicates as in Boston's reports: three quarters at the same point,
  /// nine in ten within 40 m; a quarter within an hour, half within a day, nine in ten within
  /// twelve.
  private mutating func follow(_ index: Int, _ draw: inout Draw) {
    let first = events[index]
    let matter = Matter.all[Int(first.matter)]
    let part = draw.unit()
    let duplicates = EventRates.duplicates(matter.kind)
    guard part < duplicates + EventRates.repeats(matter.kind) else { return }
    var event = first
    event.key = Int32(truncatingIfNeeded: draw.next())
    event.incident = Int32(index)
    event.channel = Self.channel(matter.kind, &draw)
    if part < duplicates {
      let gap = [0.05, 0.3, 2, 8, 24, 60, 120, 290, 400][draw.below(9)]
      event.minute += 1 + Int32(gap * 60 * (0.5 + draw.unit()))
      if draw.below(4) == 0 {
        event.x += Float((draw.unit() * 2 - 1) * 40)
        event.y += Float((draw.unit() * 2 - 1) * 40)
      }
      if matter.kind == .report {
        event.person = person(.report, home: Int(first.building), day: first.day, &draw)
      }
    } else {
      guard first.person >= 0 else { return }
      // Again after three to thirty days.
      let hour = Self.hours[Int(first.matter)].draw(&draw)
      let day = first.day + 3 + Int32(draw.below(28))
      event.minute = day * 1_440 + Int32(hour * 60 + draw.below(60))
      event.repeatOf = Int32(index)
    }
    if event.day <= TruthCalendar.lastOrdinal { events.append(event) }
  }

  private static let hours = Matter.all.map { CumulativeWeights(EventRhythm.hours(of: $0)) }
  /// By telephone 62 %, WeChat 13 %, web 6 %, app 9 %, grid workers 7 %, mailbox 3 % (assumption).
  private static let channels = CumulativeWeights([62, 13, 6, 9, 7, 3])
  /// Cases: collectors 84 %, citizens 8 %, cameras 6 %, leaders and press 2 % (assumption).
  private static let finders = CumulativeWeights([84, 8, 6, 1, 1])

  private static func channel(_ kind: Event.Kind, _ draw: inout Draw) -> Event.Channel {
    if kind == .cityCase {
      return [.collector, .telephone, .video, .leader, .media][finders.draw(&draw)]
    }
    return Event.Channel(rawValue: UInt8(channels.draw(&draw) + 1)) ?? .telephone
  }

  /// Puts the events in order of time; those that follow point to the new places.
  private mutating func sort() {
    let order = events.indices.sorted {
      (events[$0].minute, $0) < (events[$1].minute, $1)
    }
    var place = [Int32](repeating: 0, count: events.count)
    for (new, old) in order.enumerated() { place[old] = Int32(new) }
    events = order.map { old in
      var event = events[old]
      event.incident = event.incident < 0 ? place[old] : place[Int(event.incident)]
      if event.repeatOf >= 0 { event.repeatOf = place[Int(event.repeatOf)] }
      return event
    }
  }
}
