internal import Time

/// The bodies that people of a community turn to: its committee, the health centre, care homes, hospitals.
package struct CommunityBodies: Sendable {
  private let jobs: [Job]
  private let open: [(from: Int32, to: Int32)]
  /// The committee of each community, a place in `firms`; -1 where it has none.
  private let committees: [Int32]
  /// The jobs at the committees of each community, places in `lives.jobs`.
  private let workers: [[Int32]]
  private let hospitals: [Int32]
  /// By community: the health centre in it, else in its street, else one of the district.
  private let clinics: [[Int32]]
  private let careHomes: [Int32: Int32]
  private let communityOfDwelling: [Int32]
  private let buildingOfDwelling: [Int32]

  init(_ lives: Lives, ground: Ground, homes: Homes, firms: Firms) {
    let count = ground.communities.count
    var committees = [Int32](repeating: -1, count: count)
    var clinics = [[Int32]](repeating: [], count: count)
    var hospitals: [Int32] = []
    var careHomes: [Int32: Int32] = [:]
    let trades = ["9610", "8411", "8421", "8514"].map(Trade.place)
    for (index, firm) in firms.list.enumerated() {
      guard let kind = trades.firstIndex(of: Int(firm.trade)) else { continue }
      let building = firms.building(of: index)
      let community = Int(ground.community(ofBuilding: building))
      switch kind {
      case 0: if committees[community] < 0 { committees[community] = Int32(index) }
      case 1: hospitals.append(Int32(index))
      case 2: clinics[community].append(Int32(index))
      default: if careHomes[building] == nil { careHomes[building] = Int32(index) }
      }
    }
    let all = clinics.flatMap { $0 }
    let streets = Dictionary(grouping: clinics.indices) { ground.communities[$0].street }
    self.clinics = clinics.indices.map { community in
      if !clinics[community].isEmpty { return clinics[community] }
      let near = (streets[ground.communities[community].street] ?? []).flatMap { clinics[$0] }
      return near.isEmpty ? all : near
    }
    var workers = [[Int32]](repeating: [], count: count)
    let isCommittee = firms.list.indices.map { Int(firms.list[$0].trade) == trades[0] }
    for (place, job) in lives.jobs.enumerated() where job.employer >= 0 {
      guard isCommittee[Int(job.employer)] else { continue }
      workers[Int(ground.community(ofBuilding: firms.building(of: Int(job.employer))))].append(
        Int32(place))
    }
    (self.committees, self.workers) = (committees, workers)
    (self.hospitals, self.careHomes) = (hospitals, careHomes)
    jobs = lives.jobs
    open = firms.list.map { ($0.from, $0.to) }
    buildingOfDwelling = homes.dwellings.map(\.building)
    communityOfDwelling = homes.dwellings.map { ground.community(ofBuilding: $0.building) }
  }

  /// Who of the community's committee looks after something on a day; -1 where nobody works there.
  ///
  /// - Parameter key: of what is looked after: one of two has the same worker as long as that one stays.
  package func worker(ofCommunity community: Int, key: Int, on day: Int32) -> Int32 {
    let all = workers[community]
    guard !all.isEmpty else { return -1 }
    var draw = Draw(0xC0E, key)
    let first = draw.below(all.count)
    for step in all.indices {
      let job = jobs[Int(all[(first + step) % all.count])]
      if job.holds(on: day) { return job.person }
    }
    return -1
  }

  /// The committee of a community: a place in `firms`, -1 where it has none.
  package func committee(ofCommunity community: Int) -> Int32 { committees[community] }

  package func community(ofDwelling dwelling: Int) -> Int { Int(communityOfDwelling[dwelling]) }

  /// The care home in the building of a dwelling; -1 where there is none.
  package func careHome(ofDwelling dwelling: Int) -> Int32 {
    careHomes[buildingOfDwelling[dwelling]] ?? -1
  }

  /// One of the hospitals that are there on a day; of maternity the third one half of the time, which is the
  /// district's own for mothers and children.
  func hospital(_ draw: inout Draw, on day: Int32, prefersMaternity: Bool) -> Int32 {
    let there = hospitals.filter { isOpen($0, day) }
    guard !there.isEmpty else { return -1 }
    if there.count > 2, draw.happens(prefersMaternity ? 500_000 : 0) { return there[2] }
    return there[draw.weighted(there.indices.map { max(12 - $0 * 2, 2) })]
  }

  /// The health centre of the home of somebody.
  func clinic(ofDwelling dwelling: Int, _ draw: inout Draw, on day: Int32) -> Int32 {
    let there = clinics[community(ofDwelling: dwelling)].filter { isOpen($0, day) }
    return there.isEmpty ? hospital(&draw, on: day, prefersMaternity: false) : draw.pick(there)
  }

  /// Where somebody was treated who has a grant: a hospital, of 门诊 a health centre in one of three.
  package func treatment(
    ofDwelling dwelling: Int?, isOutpatient: Bool, key: Int, on day: Int32, seed: UInt64
  )
    -> Int32
  {
    var draw = Draw(Draw.stream(seed, "aid.hospital"), key)
    if isOutpatient, let dwelling, draw.happens(330_000) {
      return clinic(ofDwelling: dwelling, &draw, on: day)
    }
    return hospital(&draw, on: day, prefersMaternity: false)
  }

  private func isOpen(_ firm: Int32, _ day: Int32) -> Bool {
    open[Int(firm)].from <= day && day <= open[Int(firm)].to
  }
}

extension Enrolment {
  /// The calendar year of a day.
  static func year(of day: Int32) -> Int { Day(ordinal: Int(day)).year }
}
