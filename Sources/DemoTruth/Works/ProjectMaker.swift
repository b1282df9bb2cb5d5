import Geometry
import Time

/// Makes the projects and their sites: the plots that are being built on, those that were finished since
/// 2022, and what firms and offices change and extend, evenly over the years.
struct ProjectMaker {
  private(set) var projects: [Project] = []
  private(set) var sites: [BuildingSite] = []

  let ground: Ground
  let firms: Firms
  private let share: Int
  let stream: UInt64
  private var pools: ProjectPools

  /// What the lists of month 1 are to have (`rows.csv`), and their days.
  private static let wanted = (sites: 130, projects: 480, assessments: 380)
  private static let seen = TruthCalendar.todayOrdinal - 20
  private static let window: Int32 = 1_826

  init(ground: Ground, firms: Firms, share: Int) {
    (self.ground, self.firms, self.share) = (ground, firms, share)
    stream = Draw.stream(ground.seed, "project")
    pools = ProjectPools(firms)
    guard !pools.builders.isEmpty, !pools.contractors.isEmpty else { return }
    addPlots()
    addFinished()
    addWorks()
    let seen = Self.seen
    addEvenly(
      wanted(Self.wanted.projects)
        - projects.count { $0.approved <= seen && $0.approved > seen - Self.window },
      before: seen, .equipment)
    assess()
    addEvenly(
      wanted(Self.wanted.assessments)
        - projects.count {
          $0.assessment > 0 && $0.assessedOn <= seen - 10
            && $0.assessedOn > seen - 10 - Self.window
        }, before: seen - 10, .minor)
    number()
  }

  private func wanted(_ whole: Int) -> Int { max(12, whole * share / 100) }

  // MARK: Plots of the ground

  /// The blocks where something is being built: the hut was put up on the first day.
  private mutating func addPlots() {
    let plots = ground.blocks.indices.filter { ground.blocks[$0].use == .site }
    var begun: [Int32: Int32] = [:]
    for building in ground.buildings where building.kind == .site {
      begun[building.block] = building.built
    }
    for block in plots.prefix(max(1, plots.count * share / 100)) {
      var draw = Draw(stream &+ 1, block)
      let what = [Project.What.housing, .trade, .office, .school][draw.weighted([60, 18, 12, 10])]
      let from = begun[Int32(block)] ?? TruthCalendar.todayOrdinal - Int32(draw.below(500))
      let area = min(160_000, Double(ground.blocks[block].area) * (1.6 + draw.unit()))
      add(
        what, block: block, object: -1, area: Int(area) / 10 * 10, from: from,
        days: 520 + Int(area) / 300, &draw)
    }
  }

  /// The blocks whose last buildings were finished since 2022.
  private mutating func addFinished() {
    let first = Int32(Day(number: 2022_01_01).ordinal)
    var blocks: [Int32: (last: Int32, building: Int)] = [:]
    for (index, building) in ground.buildings.enumerated()
    where building.built >= first && Self.what(building.kind) != nil {
      if building.built > blocks[building.block]?.last ?? 0 {
        blocks[building.block] = (building.built, index)
      }
    }
    // The floors that were finished with the last building of each block.
    var areas: [Int32: Int] = [:]
    for one in ground.buildings {
      guard let last = blocks[one.block]?.last, one.built > last - 400 else { continue }
      areas[one.block, default: 0] += Int(one.length * one.depth) * Int(one.floors)
    }
    for (block, entry) in blocks.sorted(by: { $0.key < $1.key }) {
      var draw = Draw(stream &+ 2, Int(block))
      let building = ground.buildings[entry.building]
      guard draw.below(100) < share, let what = Self.what(building.kind) else { continue }
      let area = (areas[block] ?? 0) / 10 * 10
      let days = 380 + area / 250
      add(
        what, block: Int(block), object: what == .housing ? building.estate : -1, area: area,
        from: entry.last - Int32(min(days, 1_100)), days: min(days, 1_100), &draw)
    }
  }

  private static func what(_ kind: Building.Kind) -> Project.What? {
    switch kind {
    case .flats, .mixed: .housing
    case .hall: .trade
    case .office: .office
    case .factory, .storage: .works
    case .school, .hospital, .government, .culture: .school
    default: nil
    }
  }

  // MARK: Changes and extensions

  /// Extensions, roads and renewals of old estates: so many a year that the list of sites is as long as it
  /// should be.
  private mutating func addWorks() {
    let missing = wanted(Self.wanted.sites) - sites.count { $0.isListed(on: Self.seen) }
    guard missing > 0 else { return }
    let first = Int32(Day(number: 2021_07_01).ordinal)
    let span = Double(TruthCalendar.lastOrdinal + 500 - first)
    func times(_ spacing: Double) -> [(from: Int32, days: Int)] {
      (0..<Int(span / spacing)).map { place in
        var draw = Draw(stream &+ 3, place)
        let days = draw.number(150...560)
        return (first + Int32((Double(place) + draw.unit()) * spacing) - Int32(days), days)
      }
    }
    var spacing = 700 / Double(missing)
    func listed() -> Int {
      times(spacing).count {
        $0.from - 15 <= Self.seen && $0.from + Int32($0.days) > Self.seen - 365
      }
    }
    spacing *= 1.4
    while listed() < missing, spacing > 1 { spacing *= 0.995 }
    let old = ground.estates.indices.filter {
      ground.estates[$0].kind == .estate && ground.estates[$0].built < 11_500
    }
    let roads = ground.roads.indices.filter { !ground.roads[$0].name.isEmpty }
    for (place, time) in times(spacing).enumerated()
    where time.from < TruthCalendar.lastOrdinal + 60 {
      var draw = Draw(stream &+ 4, place)
      switch draw.below(100) {
      case ..<20 where !old.isEmpty:
        let estate = draw.pick(old)
        add(
          .renewal, block: Int(ground.estates[estate].blocks[0]), object: Int32(estate),
          area: Int(draw.logUniform(4_000, 60_000)) / 10 * 10, from: time.from, days: time.days,
          &draw)
      case ..<46:
        let road = draw.pick(roads)
        guard let block = block(atRoad: road) else { continue }
        add(
          .road, block: block, object: Int32(road),
          area: Int(ground.roads[road].length * ground.roads[road].kind.width) / 10 * 10,
          from: time.from, days: time.days, &draw)
      default:
        add(
          .enlargement, block: -1, object: -1, area: Int(draw.logUniform(800, 24_000)) / 10 * 10,
          from: time.from, days: time.days, &draw)
      }
    }
  }

  /// A block at the middle of a road.
  private func block(atRoad road: Int) -> Int? {
    let line = ground.roads[road].line
    let middle = line.count / 2
    guard middle > 0 else { return nil }
    let (a, b) = (line[middle - 1], line[middle])
    return ground.block(atMetres: (a + b) * 0.5 + (b - a).unit.left * 3)
  }

  // MARK: Adding

  /// A project with its site.
  private mutating func add(
    _ what: Project.What, block: Int, object: Int32, area: Int, from: Int32, days: Int,
    _ draw: inout Draw
  ) {
    let permitted = WorkDays.next(from - Int32(draw.number(3...25)))
    let begun = max(from, permitted)
    let approved = WorkDays.next(permitted - Int32(draw.number(70...300)))
    let finished = begun + Int32(days)
    guard let firm = pools.builder(what, from: approved, to: finished, &draw) else { return }
    let place =
      block >= 0 ? Int32(block) : ground.buildings[Int(firms.building(of: Int(firm)))].block
    let isRoad = what == .road || what == .renewal
    guard
      let contractor = pools.contractor(isRoad: isRoad, from: permitted, to: finished, &draw),
      let supervisor = pools.supervisor(from: permitted, to: finished, &draw)
    else { return }
    // Yuan a square metre: 2,600 to 5,800 of buildings, 500 to 1,500 of roads and renewals (assumption).
    let each = isRoad ? draw.number(5...15) : draw.number(26...58)
    // Three sites in five are behind their plan, and one in seven stood still for two to eight months.
    let late = draw.below(5) < 3 ? draw.number(10...120) : -draw.number(0...20)
    let isStopped = draw.below(7) == 0 && days > 250
    let stop = begun + Int32(days) / 3
    sites.append(
      BuildingSite(
        project: Int32(projects.count), contractor: contractor, supervisor: supervisor,
        area: Int32(max(area, 300)), permitted: permitted, from: begun,
        plannedTo: max(finished - Int32(late), begun + 90), finished: finished, stopped: stop,
        resumed: stop + (isStopped ? Int32(draw.number(60...240)) : 0)))
    projects.append(
      Project(
        what: what, firm: firm, approved: approved, block: place, object: object,
        investment: Int32(max(area, 300) * each / 100), site: Int32(sites.count - 1),
        startYear: Int16(Day(ordinal: Int(begun)).year),
        endYear: Int16(Day(ordinal: Int(sites[sites.count - 1].plannedTo)).year)))
  }

  /// So many projects without a site within the window that ends on a day, as many a year before and after.
  private mutating func addEvenly(_ count: Int, before day: Int32, _ what: Project.What) {
    guard count > 0 else { return }
    let step = Double(Self.window) / Double(count)
    let ahead = Int(Double(TruthCalendar.lastOrdinal - day) / step)
    for place in -ahead..<count {
      var draw = Draw(stream &+ (what == .minor ? 6 : 5), place)
      let on = WorkDays.next(day - Int32((Double(place) + draw.unit()) * step) - 2)
      guard let firm = pools.builder(what, from: on, to: on + 60, &draw) else { continue }
      let year = Int16(Day(ordinal: Int(on)).year)
      projects.append(
        Project(
          what: what, firm: firm, approved: on,
          block: ground.buildings[Int(firms.building(of: Int(firm)))].block, object: -1,
          investment: Int32(
            what == .minor ? draw.logUniform(30, 3_000) : draw.logUniform(120, 18_000)),
          assessment: what == .minor ? pools.assessment(firm, &draw) : 0, assessedOn: on,
          startYear: year, endYear: year + Int16(draw.below(3))))
    }
  }

  /// Which projects need an assessment, and when it was approved: before the work begins.
  private mutating func assess() {
    for index in projects.indices {
      var draw = Draw(stream &+ 7, index)
      let chance =
        switch projects[index].what {
        case .works, .enlargement: 72
        case .equipment: 60
        case .housing, .trade, .office, .school: 40
        case .road: 30
        case .renewal, .minor: 0
        }
      guard draw.below(100) < chance else { continue }
      projects[index].assessedOn = WorkDays.next(
        projects[index].approved + Int32(draw.number(20...65)))
      projects[index].assessment =
        ![.works, .enlargement, .equipment].contains(projects[index].what)
        ? (draw.below(3) == 0 ? 2 : 3) : pools.assessment(projects[index].firm, &draw)
    }
  }

  /// Counts the projects of a day and the permits of a day.
  private mutating func number() {
    var days: [Int32: Int32] = [:]
    for index in projects.indices {
      days[projects[index].approved, default: 0] += 1
      projects[index].serial = days[projects[index].approved] ?? 1
    }
    days = [:]
    for index in sites.indices {
      days[sites[index].permitted, default: 0] += 1
      sites[index].serial = days[sites[index].permitted] ?? 1
    }
  }
}
