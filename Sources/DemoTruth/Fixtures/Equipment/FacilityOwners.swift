/// Who has, uses and looks after the things in and on buildings.
struct FacilityOwners: Sendable {
  let firms: Firms
  let ground: Ground
  private let contracts: PropertyContracts
  /// The firms of each building, those with most staff first.
  private let ofBuilding: (index: SpanIndex, order: [Int32])
  /// By community: its committee in `firms`; -1 where the share has none.
  let committees: [Int32]
  let advertisers: [Int32]
  let liftFirms: [Int32]
  let chargeFirms: [Int32]
  let cleaners: [Int32]
  private let managers: [Int32]

  init(ground: Ground, firms: Firms, contracts: PropertyContracts) {
    (self.ground, self.firms, self.contracts) = (ground, firms, contracts)
    let ranked = firms.list.indices.filter { !firms.list[$0].isDormant && firms.hasName($0) }
      .sorted { (firms.list[$1].staff, $0) < (firms.list[$0].staff, $1) }
    let (index, order) = SpanIndex.order(
      count: ground.buildings.count, owners: ranked.map { firms.building(of: $0) })
    ofBuilding = (index, order.map { Int32(ranked[Int($0)]) })
    var committees = Array(repeating: Int32(-1), count: ground.communities.count)
    let committee = Trade.place("9610")
    for (index, firm) in firms.list.enumerated() where Int(firm.trade) == committee {
      let community = Int(ground.community(ofBuilding: firms.building(of: index)))
      if committees[community] < 0 { committees[community] = Int32(index) }
    }
    self.committees = committees
    /// The largest companies of a trade, those that are there on the day of the first delivery.
    func largest(_ code: String, _ count: Int, _ isRight: (Int) -> Bool = { _ in true }) -> [Int32]
    {
      let place = Trade.place(code)
      return ranked.filter {
        Int(firms.list[$0].trade) == place && firms.list[$0].form.isEnterprise
          && firms.list[$0].isOpen(on: TruthCalendar.todayOrdinal) && isRight($0)
      }.prefix(count).map(Int32.init)
    }
    advertisers = largest("7259", 24)
    liftFirms = largest("4910", 14)
    let energy = largest("7519", 8) { firms.name(of: $0).contains("新能源") }
    chargeFirms = energy.count < 3 ? energy + largest("7519", 8) : energy
    cleaners = largest("7820", 6)
    managers = Set(contracts.list.map(\.firm)).sorted()
  }

  /// The one of a pool that a draw takes, on a day when it is open: else the next; -1 without one.
  func pick(_ pool: [Int32], _ draw: Draw, on day: Int32) -> Int32 {
    guard !pool.isEmpty else { return -1 }
    var draw = draw
    let start = draw.below(pool.count)
    for turn in 0..<pool.count {
      let firm = pool[(start + turn) % pool.count]
      if firms.list[Int(firm)].isOpen(on: day) { return firm }
    }
    return -1
  }

  /// The firm with most staff that is in a building on a day, of some sections where they are named; -1 for
  /// none.
  func principal(ofBuilding building: Int, sections: String = "", on day: Int32) -> Int32 {
    ofBuilding.order[ofBuilding.index[building]].first {
      firms.list[Int($0)].isOpen(on: day)
        && (sections.isEmpty || sections.contains(firms.trade(of: Int($0)).section))
    } ?? -1
  }

  /// Who runs what goes with a building: the property company of its estate, tower or mall; of homes without one the
  /// community's committee, of others the largest firm in it.
  func user(ofBuilding building: Int, on day: Int32) -> Int32 {
    let one = ground.buildings[building]
    if one.estate >= 0, let contract = contracts.contract(ofEstate: Int(one.estate), on: day) {
      return contracts.list[contract].firm
    }
    if one.kind == .office || one.kind == .hall {
      // Two in three towers and malls have a property company, one for three years.
      var draw = Draw(
        Draw.stream(ground.seed, "facility.manager"), (Int(one.block) << 5) + Int(day) / 1_096)
      if draw.below(3) > 0 {
        let firm = pick(managers, draw, on: day)
        if firm >= 0 { return firm }
      }
    }
    let own = principal(ofBuilding: building, on: day)
    let isHome = one.kind == .flats || one.kind == .mixed
    let committee = committees[Int(ground.community(ofBuilding: Int32(building)))]
    return isHome || own < 0 ? (committee >= 0 ? committee : own) : own
  }

  func street(ofGrid grid: Int) -> DivisionUnit {
    ground.streets[Int(ground.grids[grid].street)]
  }
}
