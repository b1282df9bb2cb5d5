import Time

extension FirmMaker {
  /// What every community, street and hall has beside the firms of its doors.
  ///
  /// The numbers are assumptions in the range that registers of districts of this size show: a canteen for
  /// the aged in four of ten communities and a care centre in two (the plan of 2022 asks for a service
  /// within 15 minutes' walk), some ten social organisations for 10,000 residents (Zhejiang 2023: 10.9),
  /// hotels with stars 14, office towers with an operator of their own 45.
  mutating func makeBodies() {
    let share = min(100, max(1, open * 100 / Self.openFirms))
    for (community, place) in places.communities.enumerated() where place.seat >= 0 {
      let at = Int32(community)
      add(.elderAssociation, at, 0, premises: place.seat, share: share)
      // A community has one of the two at most: the centre cooks as well.
      var draw = Draw(Draw.stream(seed, "body.care"), community)
      let part = draw.below(100)
      if part < 40 { add(.canteen, at, 0, premises: place.seat, share: share) }
      if part >= 80 { add(.careCentre, at, 0, premises: place.seat, share: share) }
      // Farmers who moved into flats kept what they own together: a village, or what was one.
      guard place.isRural || place.farmhouses >= 120 else { continue }
      add(.collective, at, 0, premises: place.seat, share: 100)
      guard place.isRural else { continue }
      for group in 0..<min(Int(place.groups), 8) where draw.below(100) < 45 {
        add(.groupCollective, at, group, premises: place.seat, share: share)
      }
    }
    for street in offices.streetOffices.indices where offices.streetOffices[street] >= 0 {
      let (at, seat) = (Int32(street), offices.streetOffices[street])
      add(.streetCare, at, 0, premises: seat, share: 100)
      for number in Associations.street.indices {
        add(.streetAssociation, at, number, premises: seat, share: share)
      }
      if street % 3 != 2 { add(.legalOffice, at, 0, premises: seat, share: share) }
    }
    let desks = places.premises.indices.filter {
      places.premises[$0].kind == .office && places.premises[$0].entrance == 0
    }
    guard !desks.isEmpty else { return }
    var draw = Draw(Draw.stream(seed, "body.desk"), 0)
    func desk() -> Int32 { Int32(draw.pick(desks)) }
    for number in Associations.district.indices {
      add(.association, -1, number, premises: desk(), share: share)
    }
    for number in Associations.homes.indices {
      add(.homeChamber, -1, number, premises: desk(), share: share)
    }
    for number in Associations.clubs.indices {
      for round in 0..<3 { add(.club, Int32(round), number, premises: desk(), share: share) }
    }
    for number in Associations.foundations.indices {
      add(.foundation, -1, number, premises: desk(), share: share)
    }
    add(.notary, -1, 0, premises: desk(), share: 100)
    for number in 0..<2 { add(.appraiser, -1, number, premises: desk(), share: share) }
    makeOperators()
  }

  /// Who runs the halls, and the large hotels and towers among the office buildings.
  private mutating func makeOperators() {
    var building = Int32(-1)
    var towers: [(premises: Int32, floors: Int)] = []
    for (index, premises) in places.premises.enumerated() where premises.building != building {
      building = premises.building
      switch places.kind(building) {
      case .hall?:
        guard premises.kind == .hall else { continue }
        add(.mall, building, 0, premises: Int32(index), share: 100)
      case .office?:
        let floors = places.floors(building).floors
        if floors >= 6 { towers.append((Int32(index), floors)) }
      default: continue
      }
    }
    // 50 m and more: fourteen floors of 3.6 m.
    towers.sort { ($1.floors, $0.premises) < ($0.floors, $1.premises) }
    let share = min(100, max(1, open * 100 / Self.openFirms))
    let wanted = (hotels: max(1, 14 * share / 100), towers: max(1, 45 * share / 100))
    for (place, tower) in towers.enumerated() {
      let building = places.premises[Int(tower.premises)].building
      if place % 5 == 2, place / 5 < wanted.hotels {
        add(.hotel, building, place / 5, premises: tower.premises, share: 100)
      } else if tower.floors >= 14, place < wanted.towers * 5 / 4 {
        add(.tower, building, 0, premises: tower.premises, share: 100)
      }
    }
  }

  private mutating func add(
    _ kind: Body.Kind, _ place: Int32, _ number: Int, premises: Int32, share: Int
  ) {
    let key = (Int(kind.rawValue) * 1_000 + number) * 100_000 + Int(place + 1)
    var draw = Draw(Draw.stream(seed, "firm.body"), key)
    guard share == 100 || draw.below(100) < share else { return }
    let plan = BodyPlan.of(kind, number)
    let first = Int32(Day(number: plan.years.lowerBound * 10_000 + 101).ordinal)
    let last = Int32(Day(number: plan.years.upperBound * 10_000 + 1231).ordinal)
    let day = WorkDays.next(first + Int32(draw.below(Int(last - first))))
    let from = max(day, places.built(places.premises[Int(premises)].building))
    let representative = places.adult(&draw, max(from, TruthCalendar.firstOrdinal))
    let capital = plan.capital.isEmpty ? 0 : draw.pick(plan.capital)
    bodies.append(Body(kind: kind, number: UInt8(number), place: place))
    append(
      Firm(
        premises: premises, from: from, to: Firm.open, trade: UInt8(Trade.place(plan.trade)),
        form: plan.form, ending: .none, succession: .first, isDormant: false,
        staff: Int32(draw.number(plan.staff)), capital: capital, representative: representative,
        brand: -1, head: -1, predecessor: -1))
  }
}

/// What bodies of a kind have in common.
struct BodyPlan {
  var trade: String
  var form: LegalForm
  /// When they were founded.
  var years: ClosedRange<Int>
  var staff: ClosedRange<Int>
  /// Thousands of yuan.
  var capital: [Int32] = []

  static func of(_ kind: Body.Kind, _ number: Int) -> BodyPlan {
    switch kind {
    case .canteen:
      BodyPlan(
        trade: "8514", form: .nonProfit, years: 2019...2025, staff: 3...9, capital: [30, 50])
    case .careCentre:
      BodyPlan(
        trade: "8514", form: .nonProfit, years: 2014...2024, staff: 3...10, capital: [30, 50, 100])
    case .streetCare:
      BodyPlan(
        trade: "8514", form: .nonProfit, years: 2018...2023, staff: 8...24, capital: [100, 300])
    case .association, .homeChamber:
      BodyPlan(
        trade: "9521", form: .socialGroup, years: 1995...2024, staff: 1...4,
        capital: [30, 30, 50, 100])
    case .streetAssociation:
      number >= Associations.street.count - Associations.streetUnits
        ? BodyPlan(
          trade: "8521", form: .nonProfit, years: 2012...2023, staff: 2...8, capital: [30, 50])
        : BodyPlan(
          trade: "9521", form: .socialGroup, years: 2004...2022, staff: 1...3,
          capital: [30, 30, 50])
    case .elderAssociation:
      BodyPlan(trade: "9521", form: .socialGroup, years: 2002...2019, staff: 1...2, capital: [30])
    case .club:
      BodyPlan(
        trade: "8521", form: .nonProfit, years: 2006...2024, staff: 2...14,
        capital: [30, 50, 100, 100, 300])
    case .foundation:
      BodyPlan(
        trade: "8521", form: .foundation, years: 2008...2022, staff: 2...5, capital: [2_000, 4_000])
    case .notary:
      BodyPlan(trade: "7231", form: .notary, years: 1993...1996, staff: 14...22)
    case .appraiser:
      BodyPlan(
        trade: "7231", form: .forensic, years: 2006...2014, staff: 8...16, capital: [1_000, 3_000])
    case .legalOffice:
      BodyPlan(trade: "7231", form: .legalService, years: 1994...2006, staff: 3...9, capital: [50])
    case .collective, .groupCollective:
      BodyPlan(trade: "9429", form: .collective, years: 2016...2021, staff: 2...6)
    case .mall:
      BodyPlan(
        trade: "7221", form: .limited, years: 2001...2021, staff: 18...90,
        capital: [5_000, 10_000, 20_000, 50_000])
    case .hotel:
      BodyPlan(
        trade: "6110", form: .limited, years: 2000...2020, staff: 60...190,
        capital: [10_000, 30_000, 50_000])
    case .tower:
      BodyPlan(
        trade: "7020", form: .limited, years: 2004...2022, staff: 15...60,
        capital: [500, 1_000, 3_000, 5_000])
    }
  }
}
