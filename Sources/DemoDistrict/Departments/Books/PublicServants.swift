import DemoTruth

/// Who works for offices and committees: candidates for posts of trust.
struct PublicServants: Sendable {
  /// Places in `lives.jobs`: heads of offices of the district by street, and whoever works for a
  /// committee by community.
  private var ofStreet: [[Int32]]
  private var ofCommunity: [[Int32]]
  private var all: [Int32] = []
  /// The committee of each community, and the offices by the ends of their names.
  private var committees: [Int32]
  private var offices: [(name: String, firm: Int32)] = []
  private let lives: Lives
  private let seed: UInt64

  init(_ truth: Truth) {
    let (ground, firms) = (truth.ground, truth.firms)
    (lives, seed) = (truth.lives, truth.options.seed)
    ofStreet = Array(repeating: [], count: ground.streets.count)
    ofCommunity = Array(repeating: [], count: ground.communities.count)
    committees = Array(repeating: -1, count: ground.communities.count)
    let grid = { (firm: Int) in
      ground.grids[Int(ground.buildings[Int(firms.building(of: firm))].grid)]
    }
    for index in firms.list.indices {
      switch firms.trade(of: index).code {
      case "9610":
        let community = Int(grid(index).community)
        if committees[community] < 0 { committees[community] = Int32(index) }
      case "9221": offices.append((firms.name(of: index), Int32(index)))
      default: continue
      }
    }
    for (index, job) in lives.jobs.enumerated() where job.employer >= 0 {
      let employer = Int(job.employer)
      switch firms.trade(of: employer).code {
      case "9610": ofCommunity[Int(grid(employer).community)].append(Int32(index))
      case "9221" where job.occupation == .official || job.occupation == .clerk:
        ofStreet[Int(grid(employer).street)].append(Int32(index))
        if job.occupation == .official { all.append(Int32(index)) }
      default: continue
      }
    }
  }

  /// A job of the district's offices that answers for something; -1 where nobody is found.
  func official(_ key: Int, on day: Int32) -> Int { first(all, key, day) }

  /// A job of the offices in a street, else of the district's.
  func official(ofStreet street: Int, _ key: Int, on day: Int32) -> Int {
    let found = first(ofStreet[street], key, day)
    return found >= 0 ? found : official(key, on: day)
  }

  /// A job at the committee of a community, else in the offices of the district.
  func worker(ofCommunity community: Int, _ key: Int, on day: Int32) -> Int {
    let found = first(ofCommunity[community], key, day)
    return found >= 0 ? found : official(key, on: day)
  }

  func person(ofJob job: Int) -> Int { job < 0 ? -1 : Int(lives.jobs[job].person) }
  func employer(ofJob job: Int) -> Int { job < 0 ? -1 : Int(lives.jobs[job].employer) }

  /// The committee of residents or villagers; -1 where the truth has none.
  func committee(of community: Int) -> Int { Int(committees[community]) }

  /// The office whose name ends so, 水利局; -1 where the truth has none.
  func office(_ ending: String) -> Int {
    Int(offices.first { $0.name.hasSuffix(ending) }?.firm ?? -1)
  }

  /// The first job that holds on a day, from a place that the key draws: it changes when somebody leaves.
  private func first(_ pool: [Int32], _ key: Int, _ day: Int32) -> Int {
    guard !pool.isEmpty else { return -1 }
    var draw = Draw(Draw.stream(seed, "servant"), key)
    let start = draw.below(pool.count)
    for step in pool.indices {
      let job = Int(pool[(start + step) % pool.count])
      if lives.jobs[job].holds(on: day) { return job }
    }
    return -1
  }
}
