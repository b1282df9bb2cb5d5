import DemoTruth
import Time

/// What the statistics office counts in each grid at the end of each of eight years.
struct GridCensus: Sendable {
  static let years = 2018...2025

  /// The numbers of one grid and year.
  struct Count: Sendable {
    var residents: Int32 = 0
    var registered: Int32 = 0
    var elderly: Int32 = 0
    var families: Int32 = 0
    var firms: Int32 = 0
    var individualBusinesses: Int32 = 0
    var jobs: Int32 = 0
  }

  /// By grid, then by year.
  private var counts: [Count]

  /// The 31 December of a year by its place, from 0.
  static func day(_ place: Int) -> Int32 {
    Int32(Day(number: (years.lowerBound + place) * 10_000 + 1231).ordinal)
  }

  func count(grid: Int, year: Int) -> Count { counts[grid * Self.years.count + year] }

  /// Counts everybody once for each year; before a grid is cut out of another one, in that.
  init(_ truth: Truth) {
    let (ground, lives) = (truth.ground, truth.lives)
    let days = Self.years.indices.enumerated().map { Self.day($0.offset) }
    let parents = ground.grids.indices.map { ground.parent(ofGrid: $0) ?? $0 }
    let from = ground.grids.indices.map { ground.firstDay(ofGrid: $0) }
    var counts = Array(repeating: Count(), count: ground.grids.count * days.count)
    func add(_ building: Int32, _ year: Int, _ change: (inout Count) -> Void) {
      let own = Int(ground.buildings[Int(building)].grid)
      let grid = from[own] <= days[year] ? own : parents[own]
      change(&counts[grid * days.count + year])
    }
    let people = lives.people
    for tenure in people.tenures where tenure.household >= 0 {
      let household = people.households[Int(tenure.household)]
      let building = truth.homes.dwellings[Int(tenure.dwelling)].building
      for (year, day) in days.enumerated() where tenure.covers(day) {
        var (residents, elderly) = (Int32(0), Int32(0))
        for place in household.members {
          let one = people.persons[place]
          // Half a year makes a resident (常住人口).
          let isHalfAYear = one.joined <= day - 183 || one.birth == one.joined
          guard one.joined <= day, day < one.end, isHalfAYear else { continue }
          residents += 1
          if one.age(on: day) >= 60 { elderly += 1 }
        }
        let isFamily = household.form.isFamily && residents > 0
        add(building, year) {
          $0.residents += residents
          $0.elderly += elderly
          if isFamily { $0.families += 1 }
        }
      }
    }
    for one in lives.registrations {
      let dwelling = Int(lives.registers[Int(one.register)].dwelling)
      guard dwelling >= 0 else { continue }
      let building = truth.homes.dwellings[dwelling].building
      for (year, day) in days.enumerated() where one.holds(on: day) {
        add(building, year) { $0.registered += 1 }
      }
    }
    for (index, firm) in truth.firms.list.enumerated()
    where !firm.isDormant && firm.form != .branch {
      for (year, day) in days.enumerated() where firm.isOpen(on: day) {
        add(truth.firms.building(of: index), year) {
          if firm.form == .soleTrader { $0.individualBusinesses += 1 } else { $0.firms += 1 }
        }
      }
    }
    for job in lives.jobs where job.employer >= 0 {
      for (year, day) in days.enumerated() where job.holds(on: day) {
        add(truth.firms.building(of: Int(job.employer)), year) { $0.jobs += 1 }
      }
    }
    self.counts = counts
  }
}
