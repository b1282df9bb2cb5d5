import DemoTruth

/// What is looked up often about firms and public bodies, made once.
struct BodyIndex: Sendable {
  let centres: [Centre]
  /// By firm: its counter among those of its list, from 1; 0 for those in none.
  let counters: [UInt16]
  /// By firm with 50 people and more: its jobs, places in `lives.jobs`, those of the longest service first.
  private let jobs: [Int32: [Int32]]
  /// By the building of a hall: all that ever were in it.
  private let tenants: [Int32: [Int32]]
  /// The dwelling of each care home, by building.
  private let homes: [Int32: Int32]

  init(_ truth: Truth) {
    let (firms, ground) = (truth.firms, truth.ground)
    var middles = Array(repeating: Int32(0), count: ground.communities.count)
    for (index, building) in ground.buildings.enumerated() where building.razed == .max {
      middles[Int(ground.grids[Int(building.grid)].community)] = Int32(index)
    }
    centres = firms.centres(middles: middles)
    var counters = Array(repeating: UInt16(0), count: firms.list.count)
    var next: [BodyList: UInt16] = [:]
    for index in firms.list.indices {
      guard let list = BodyList.of(index, firms) else { continue }
      next[list, default: 0] += 1
      counters[index] = next[list] ?? 0
    }
    self.counters = counters
    var jobs: [Int32: [Int32]] = [:]
    for (index, job) in truth.lives.jobs.enumerated()
    where job.employer >= 0 && firms.list[Int(job.employer)].staff >= 50 {
      jobs[job.employer, default: []].append(Int32(index))
    }
    let all = truth.lives.jobs
    self.jobs = jobs.mapValues { $0.sorted { (all[Int($0)].from, $0) < (all[Int($1)].from, $1) } }
    var tenants: [Int32: [Int32]] = [:]
    for body in firms.bodies where body.kind == .mall { tenants[body.place] = [] }
    for index in firms.list.indices where firms.body(of: index) == nil {
      tenants[firms.building(of: index)]?.append(Int32(index))
    }
    self.tenants = tenants
    var homes: [Int32: Int32] = [:]
    for (index, dwelling) in truth.homes.dwellings.enumerated() where dwelling.kind == .careHome {
      homes[dwelling.building] = Int32(index)
    }
    self.homes = homes
  }

  /// Who has worked for a large firm the longest on a day, of those who did not have the job of somebody else.
  func senior(of firm: Int, on day: Int32, _ lives: Lives, besides other: Int) -> Int? {
    jobs[Int32(firm)]?.lazy.map { lives.jobs[Int($0)] }
      .first { job in
        job.holds(on: day) && Int(job.person) != other
          && lives.people.persons[Int(job.person)].birth + 25 * 366 <= day
      }.map { Int($0.person) }
  }

  /// How many other firms are in the hall of a building on a day.
  func tenantCount(ofHall building: Int32, on day: Int32, _ firms: Firms) -> Int {
    tenants[building]?.count { firms.list[Int($0)].isOpen(on: day) } ?? 0
  }

  /// The dwelling of the care home in a building.
  func home(inBuilding building: Int32) -> Int? { homes[building].map(Int.init) }
}

/// The lists of departments in which firms have numbers by counting.
enum BodyList {
  case mall, scenic, insurance

  static func of(_ index: Int, _ firms: Firms) -> BodyList? {
    let firm = firms.list[index]
    if let body = firms.body(of: index) {
      return body.kind == .mall ? .mall : body.kind == .hotel ? .scenic : nil
    }
    guard !firm.isDormant else { return nil }
    switch firms.trade(of: index).code {
    // Supermarkets of 100 square metres and three people.
    case "5212":
      return firms.area(of: index) >= 100 && firm.staff >= 3 && firms.hasName(index) ? .mall : nil
    case "6130", "7861": return .scenic
    case "8411", "8421", "8425", "5251":
      return firm.form == .soleTrader && !firms.hasName(index) ? nil : .insurance
    default: return nil
    }
  }
}
