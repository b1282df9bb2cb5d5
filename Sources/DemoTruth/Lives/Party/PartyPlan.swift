import Time

/// Founds the organisations of the Party: of systems and streets, of communities, of grids and of firms.
struct PartyPlan {
  private(set) var all: [PartyOrganisation] = []
  private(set) var ofGrid: [Int32]
  private(set) var ofFirm: [Int32: Int32] = [:]
  private(set) var joint: [Int32] = []
  /// 机关, 教育, 卫生健康, 两新.
  private var systems: [Int32] = []
  private var sizes: [Int32: Int] = [:]
  private let ground: Ground
  private let homes: Homes
  private let lives: Lives
  private let firms: Firms
  private let seed: UInt64
  private let streets: [Int32]

  /// How many members a branch of grids has, about: from fifty on it would have to be split.
  private static let branch = 45

  init(ground: Ground, homes: Homes, lives: Lives, firms: Firms, seed: UInt64) {
    (self.ground, self.homes, self.lives, self.firms) = (ground, homes, lives, firms)
    self.seed = seed
    ofGrid = Array(repeating: -1, count: ground.grids.count)
    streets = ground.streets.indices.map { street in
      let own = ground.communities.indices.filter {
        ground.communities[$0].street == Int32(street)
      }
      return own.map { homes.seats[$0] }.first { $0 >= 0 } ?? -1
    }
    let (residents, staff) = members()
    addTops()
    addCommunities(residents)
    addFirms(staff)
  }

  /// Whether a member who works at a smaller firm is in the joint branch of its street: three of ten.
  static func isJoint(_ person: Int, _ firm: Firm) -> Bool {
    firm.staff >= 10 && firm.staff < 50 && !firm.form.isPublicBody && person % 10 < 3
  }

  static func street(_ ground: Ground, _ firms: Firms, _ firm: Int) -> Int {
    Int(ground.grids[Int(ground.buildings[Int(firms.building(of: firm))].grid)].street)
  }

  /// On the day of the first delivery: how many members live in each grid, and work at each firm.
  private func members() -> (residents: [Int], staff: [Int32: Int]) {
    let day = TruthCalendar.todayOrdinal
    var residents = Array(repeating: 0, count: ground.grids.count)
    var staff: [Int32: Int] = [:]
    for fact in lives.facts where fact.kind == .partyMember && fact.holds(on: day) {
      let person = Int(fact.person)
      if let job = lives.job(of: person, on: day), job.employer >= 0 {
        let firm = firms.list[Int(job.employer)]
        if firm.form.isPublicBody ? firm.form != .committee : firm.staff >= 50 {
          staff[job.employer, default: 0] += 1
        }
      }
      if let home = lives.residence(of: person, on: day) {
        residents[homes.grid(ofDwelling: Int(home.dwelling), ground)] += 1
      }
    }
    return (residents, staff.filter { $0.value >= 3 })
  }

  private mutating func add(
    _ kind: PartyOrganisation.Kind, _ owner: PartyOrganisation.Owner, under parent: Int32,
    number: Int, premises: Int32, founded: Int32, to: Int32 = Person.open
  ) -> Int32 {
    let above = parent < 0 ? ground.division.code : all[Int(parent)].code
    all.append(
      PartyOrganisation(
        kind: kind, owner: owner, parent: parent, code: above + Digits.padded(number, 3),
        premises: premises, founded: founded, to: to))
    return Int32(all.count - 1)
  }

  private mutating func addTops() {
    for (street, unit) in ground.streets.enumerated() {
      _ = add(
        .committee, .street(street), under: -1, number: street + 1, premises: streets[street],
        founded: ground.validFrom(unit) + 14)
    }
    let offices = firms.list.filter { $0.form == .government }.map(\.premises)
    for system in 0..<4 {
      systems.append(
        add(
          .committee, .system(system), under: -1, number: 101 + system,
          premises: offices.isEmpty ? -1 : offices[system % offices.count],
          founded: ground.validFrom(ground.district) + [30, 45, 60, 5_700][system]))
    }
    for (street, unit) in ground.streets.enumerated() {
      joint.append(
        add(
          .joint, .firms(ofStreet: street), under: Int32(street), number: 900,
          premises: streets[street], founded: max(ground.validFrom(unit) + 400, 15_200)))
    }
  }

  private mutating func addCommunities(_ residents: [Int]) {
    for (community, unit) in ground.communities.enumerated() {
      let members = unit.grids.reduce(0) { $0 + residents[$1] }
      let kind = PartyOrganisation.Kind(members: members)
      let founded = ground.validFrom(unit) + 20
      let seat = homes.seats[community]
      let own = add(
        kind, .community(community), under: unit.street, number: community + 1, premises: seat,
        founded: founded)
      guard kind != .branch else {
        for grid in unit.grids { ofGrid[grid] = own }
        continue
      }
      let count = min(max((members + Self.branch - 1) / Self.branch, 2), unit.grids.count)
      for number in 1...max(count, 1) {
        let branch = add(
          .branch, .grids(community, number: number), under: own, number: number, premises: seat,
          founded: max(founded, 15_000) + Int32(number * 3))
        for (place, grid) in unit.grids.enumerated()
        where place * count / unit.grids.count == number - 1 {
          ofGrid[grid] = branch
        }
      }
    }
  }

  private mutating func addFirms(_ staff: [Int32: Int]) {
    var numbers: [Int32: Int] = [:]
    for (firm, members) in staff.sorted(by: { $0.key < $1.key }) {
      let one = firms.list[Int(firm)]
      let section = firms.trade(of: Int(firm)).section
      let system =
        switch (one.form.isPublicBody, section) {
        case (true, "P"): 1
        case (true, "Q"): 2
        case (true, _): 0
        default: 3
        }
      let parent = systems[system]
      numbers[parent, default: 0] += 1
      var draw = Draw(Draw.stream(seed, "party.founded"), Int(firm))
      let latest = TruthCalendar.todayOrdinal - 90
      let founded = max(min(one.from + Int32(draw.number(90...1_400)), latest), -7_000)
      ofFirm[firm] = add(
        PartyOrganisation.Kind(members: members), .firm(Int(firm)), under: parent,
        number: numbers[parent] ?? 0, premises: one.premises, founded: founded,
        to: one.to == Firm.open ? Person.open : one.to + 1)
    }
  }

  /// The memberships that may ever be of each organisation: by all jobs and homes of the members.
  func candidates() -> (index: SpanIndex, order: [Int32]) {
    var owners: [Int32] = []
    var memberships: [Int32] = []
    for (place, fact) in lives.facts.enumerated() where fact.kind == .partyMember {
      let person = Int(fact.person)
      var own: Set<Int32> = []
      for job in lives.jobs(of: person) where job.employer >= 0 {
        if let organisation = ofFirm[job.employer] { own.insert(organisation) }
        if Self.isJoint(person, firms.list[Int(job.employer)]) {
          own.insert(joint[Self.street(ground, firms, Int(job.employer))])
        }
      }
      for home in lives.residences(of: person) {
        own.insert(ofGrid[homes.grid(ofDwelling: Int(home.dwelling), ground)])
      }
      for organisation in own.sorted() {
        owners.append(organisation)
        memberships.append(Int32(place))
      }
    }
    let (index, order) = SpanIndex.order(count: all.count, owners: owners)
    return (index, order.map { memberships[Int($0)] })
  }
}
