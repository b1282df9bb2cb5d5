import DemoTruth
import Synchronization

/// What the departments of land, water and buildings look up, each part made when it is first asked for.
final class LandBook: Sendable {
  private let parts:
    (
      land: Once<Land>, servants: Once<PublicServants>, census: Once<GridCensus>,
      buildings: Once<[[Int32]]>,
      parks: Once<[BusinessPark]>,
      tenants: Once<(index: SpanIndex, order: [Int32])>,
      names: Once<(entries: [NameEntry], buildings: [String])>
    )

  init(_ truth: Truth) {
    let (ground, firms) = (truth.ground, truth.firms)
    let land = Once { Land(ground, truth.homes) }
    let parks = Once { firms.parks() }
    parts = (
      land, Once { PublicServants(truth) },
      Once { GridCensus(truth) },
      Once {
        var ofEstate: [[Int32]] = Array(repeating: [], count: ground.estates.count)
        for (index, building) in ground.buildings.enumerated() where building.estate >= 0 {
          ofEstate[Int(building.estate)].append(Int32(index))
        }
        return ofEstate
      },
      parks, Once { firms.byPremises() },
      Once { Self.names(land.value, parks.value, firms, ground) }
    )
  }

  /// The gazetteer: what the ground has, and the towers, parks and malls by the names that firms gave them,
  /// approved half a year to two years before they were finished.
  private static func names(
    _ land: Land, _ parks: [BusinessPark], _ firms: Firms, _ ground: Ground
  ) -> (entries: [NameEntry], buildings: [String]) {
    let halls = firms.malls().filter { $0.kind != "农贸市场" && $0.kind != "超市" }
      .map { ($0.name, firms.places.premises[Int($0.premises)].building) }
    var entries = land.names
    var names: [String] = []
    for (name, building) in parks.map({ ($0.name, $0.building) }) + halls
    where !names.contains(name) {
      let one = ground.buildings[Int(building)]
      entries.append(
        NameEntry(
          kind: .building, place: Int32(-1 - names.count),
          community: ground.grids[Int(one.grid)].community,
          approved: one.built - 200 - building % 500, position: one.position))
      names.append(name)
    }
    return (entries, names)
  }

  var land: Land { parts.land.value }
  var servants: PublicServants { parts.servants.value }
  var census: GridCensus { parts.census.value }
  /// The buildings of each estate.
  var buildingsOfEstate: [[Int32]] { parts.buildings.value }
  var parks: [BusinessPark] { parts.parks.value }
  /// The gazetteer, and the names of its entries of buildings: that of place -1 is the first.
  var names: [NameEntry] { parts.names.value.entries }
  var buildingNames: [String] { parts.names.value.buildings }

  /// The firms that were at premises at any time.
  func firms(atPremises premises: Int) -> ArraySlice<Int32> {
    let tenants = parts.tenants.value
    return tenants.order[tenants.index[premises]]
  }
}

/// A value that is made once, when it is first asked for, on whatever thread.
final class Once<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}

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

extension SharedTruth {
  /// The person of an age who lives in one of some buildings on a day and has the lowest draw; -1 for none.
  ///
  /// It stays the same one until they move, die or are too old, or one with a lower draw comes.
  func neighbour(
    of buildings: some Sequence<Int32>, ages: ClosedRange<Int>, _ name: String, on day: Int32
  ) -> Int {
    let stream = Draw.stream(seed, name)
    var best: (rank: UInt64, person: Int32) = (.max, -1)
    for building in buildings {
      for dwelling in homes.dwellings(ofBuilding: Int(building)) {
        guard let tenure = lives.tenure(of: dwelling, on: day) else { continue }
        let household = lives.people.households[Int(tenure.household)]
        guard household.form.isFamily else { continue }
        for place in household.members {
          let one = lives.people.persons[place]
          guard one.joined <= day, day < one.end, ages.contains(one.age(on: day)) else { continue }
          var draw = Draw(stream, place)
          let rank = draw.next()
          if rank < best.rank { best = (rank, Int32(place)) }
        }
      }
    }
    return Int(best.person)
  }

  /// How many people live in some buildings on a day, and how many families.
  func residents(of buildings: some Sequence<Int32>, on day: Int32) -> (people: Int, families: Int)
  {
    var (people, families) = (0, 0)
    for building in buildings {
      for dwelling in homes.dwellings(ofBuilding: Int(building)) {
        guard let tenure = lives.tenure(of: dwelling, on: day) else { continue }
        let count = lives.occupantCount(of: dwelling, on: day)
        people += count
        if count > 0, lives.people.households[Int(tenure.household)].form.isFamily { families += 1 }
      }
    }
    return (people, families)
  }

  /// The owner of the first dwelling of a building on a day, or the first one known; -1 for none, -2 for a
  /// public body.
  func owner(ofBuilding building: Int, on day: Int32) -> Int {
    guard let dwelling = homes.dwellings(ofBuilding: building).first else { return -1 }
    let all = lives.ownerships(of: dwelling)
    return Int((all.last { $0.holds(on: day) } ?? all.first)?.owner ?? -1)
  }
}
