/// The two workers of each professional grid, and what is wrong with their posts on purpose.
extension PostMaker {
  /// What is planted in a professional grid.
  private enum Plant {
    /// One of the two was never there.
    case never
    /// One of the two has ended shortly before the first delivery, and nobody follows.
    case ended
    /// A third one is there too.
    case third
    /// One follows another on the very day, shortly before the first delivery.
    case handOver
  }

  private static let planted: [(plant: Plant, grids: Int)] = [
    (.never, 8), (.ended, 6), (.third, 4), (.handOver, 4),
  ]

  /// The workers are staff of the offices of the street, whose work the grid is.
  mutating func addProfessional(plants: Bool) {
    let plan = plants ? plannedPlants() : [:]
    let servants = servants()
    for (unit, area) in ground.professional.units.enumerated() {
      let place = Place(
        unit: Int32(unit), grid: ground.blocks[Int(area.heart)].grid, servants: servants)
      for slot in 0..<2 {
        var draw = Draw(Draw.stream(seed, "post.professional"), unit << 1 | slot)
        let begin = TruthCalendar.firstOrdinal - Int32(draw.below(1_400))
        let today = TruthCalendar.todayOrdinal
        switch slot == 1 ? plan[unit] : nil {
        case .never: continue
        case .ended: fill(place, from: begin, until: today - Int32(draw.number(15...45)), &draw)
        case .third:
          fill(place, from: begin, &draw)
          fill(place, from: today - Int32(draw.number(40...90)), &draw)
        case .handOver:
          let day = today - Int32(draw.number(15...45))
          fill(place, from: begin, until: day, &draw)
          fill(place, from: day, &draw)
        case nil: fill(place, from: begin, &draw)
        }
      }
    }
  }

  /// A professional grid, and who may work in it.
  private struct Place {
    var unit: Int32
    var grid: Int32
    var servants: Servants
  }

  /// The jobs of clerks and officials at offices and committees: places in `lives.jobs`.
  private typealias Servants = (ofStreet: [[Int32]], all: [Int32])

  /// In grids of their own each.
  private func plannedPlants() -> [Int: Plant] {
    var draw = Draw(Draw.stream(seed, "post.professional.plants"), 0)
    var plan: [Int: Plant] = [:]
    for (plant, grids) in Self.planted {
      var left = grids
      for _ in 0..<1_000 where left > 0 {
        let unit = draw.below(ground.professional.units.count)
        guard plan[unit] == nil else { continue }
        plan[unit] = plant
        left -= 1
      }
    }
    return plan
  }

  private func servants() -> Servants {
    var servants: Servants = (Array(repeating: [], count: ground.streets.count), [])
    for (index, job) in lives.jobs.enumerated() where job.employer >= 0 && job.isInsured {
      let form = firms.list[Int(job.employer)].form
      guard form == .government || form == .committee,
        job.occupation == .clerk || job.occupation == .official
      else { continue }
      let building = ground.buildings[Int(firms.building(of: Int(job.employer)))]
      servants.ofStreet[Int(ground.grids[Int(building.grid)].street)].append(Int32(index))
      servants.all.append(Int32(index))
    }
    return servants
  }

  /// Those who have a post one after the other, up to a day.
  private mutating func fill(
    _ place: Place, from begin: Int32, until end: Int32 = Person.open, _ draw: inout Draw
  ) {
    var day = begin
    while day <= TruthCalendar.lastOrdinal, day < end {
      let seen = max(day, TruthCalendar.firstOrdinal)
      guard let found = worker(place, seen, &draw) else { break }
      let term = max(Int32(draw.exponential(mean: 2_190)), 300)
      var post = Post(
        person: found.person, employer: found.employer, grid: place.grid,
        from: max(day, found.from), to: min(max(day + term, seen + 90), found.to, end),
        kind: .professionalWorker, isFullTime: true, unit: place.unit)
      if post.to > TruthCalendar.lastOrdinal { post.to = Person.open }
      posts.append(post)
      busy[post.person] = post.to
      guard post.to != Person.open else { break }
      day = post.to
    }
  }

  /// Somebody at an office of the street, else of the district; in a small district, which has not as many
  /// as there are posts, anybody.
  private func worker(
    _ place: Place, _ day: Int32, _ draw: inout Draw
  ) -> (person: Int32, employer: Int32, from: Int32, to: Int32)? {
    let street = Int(ground.grids[Int(place.grid)].street)
    for (pool, tries) in [(place.servants.ofStreet[street], 60), (place.servants.all, 400)]
    where !pool.isEmpty {
      for _ in 0..<tries {
        let job = lives.jobs[Int(draw.pick(pool))]
        guard job.holds(on: day), job.to > day + 120, busy[job.person].map({ $0 <= day }) ?? true,
          let end = lastDay(of: job.person, from: day)
        else { continue }
        return (job.person, job.employer, job.from, min(job.to, end))
      }
    }
    let committee = committees[Int(ground.grids[Int(place.grid)].community)]
    for _ in 0..<400 {
      let grid = draw.below(ground.grids.count)
      guard let person = adult(ofGrid: grid, day, &draw), let end = lastDay(of: person, from: day)
      else { continue }
      return (person, committee, lives.people.presence(of: Int(person)).lowerBound, end)
    }
    return nil
  }

  /// Until when somebody can do such work at most; nil where that is not worth while.
  private func lastDay(of person: Int32, from day: Int32) -> Int32? {
    let one = lives.people.persons[Int(person)]
    let end = min(lives.people.presence(of: Int(person)).upperBound, one.birth + 60 * 365)
    guard (22...55).contains(one.age(on: day)), end > day + 120,
      one.traits.isDisjoint(with: [.floating, .foreigner, .compatriot])
    else { return nil }
    return end
  }
}
