import DemoTruth
import Time

/// What can be read of the accounts for water and power: first the water company's, then the power
/// company's.
enum MeterFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.places[.account] = { spot($0.shared, $1) }
    table.steps["account.dwelling"] = (.account, { $1 })
    table.facts = [
      "account.number": { sight, index in
        let (book, account) = sight.shared.meter(index)
        return .text(book.number(of: account))
      },
      "account.holder.name": { .text(holder($0, $1)) },
      "account.meterNumber": { sight, index in
        let (book, account) = sight.shared.meter(index)
        return .optional(
          book.lastVisit(of: account, through: sight.day).map { book.meterNumber($0.meter) })
      },
      "account.useKind": { sight, index in
        let (book, account) = sight.shared.meter(index)
        return .text(book.useKind(of: account))
      },
      "account.capacity": { sight, index in
        let (book, account) = sight.shared.meter(index)
        return .integer(book.capacity(of: account))
      },
      "account.use": { use($0, $1) },
      "account.readOn": { sight, index in
        let (book, account) = sight.shared.meter(index)
        return .day(book.lastVisit(of: account, through: sight.day)?.day)
      },
      "account.state": { sight, index in
        let (book, account) = sight.shared.meter(index)
        return .text(book.isSuspended(account, on: sight.day) ? "停用" : "正常")
      },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "util_water_user": rule { shared in 0..<shared.truth.water.accounts.count },
    "util_power_user": rule { shared in
      let water = shared.truth.water.accounts.count
      return water..<water + shared.truth.power.accounts.count
    },
  ]

  /// Whole buildings, the same ones for both: first those with something planted at a meter, with a group
  /// rental or an empty second home.
  private static func rule(_ range: @escaping @Sendable (SharedTruth) -> Range<Int>) -> RowRule {
    RowRule(
      draw: "util", group: { building($0.shared, $1) },
      first: { shared in
        let people = shared.lives.people
        let homes = [Plant.Kind.groupRental, .secondHome].flatMap { people.plants(of: $0) }
        return Set(
          homes.map { Int(shared.homes.dwellings[Int($0.dwelling)].building) }
            + shared.truth.water.plants.map { building(shared, Int($0.account)) })
      },
      count: { $0.truth.water.accounts.count + $0.truth.power.accounts.count },
      isIn: { sight, index in
        range(sight.shared).contains(index)
          && sight.shared.ground.buildings[building(sight.shared, index)].stands(on: sight.day)
      })
  }

  private static func building(_ shared: SharedTruth, _ index: Int) -> Int {
    let (book, account) = shared.meter(index)
    let place = Int(book.accounts[account].place)
    return Int(
      book.accounts[account].kind == .firm
        ? shared.homes.premises[place].building : shared.homes.dwellings[place].building)
  }

  private static func spot(_ shared: SharedTruth, _ index: Int) -> Spot {
    let (book, account) = shared.meter(index)
    let place = Int(book.accounts[account].place)
    switch book.accounts[account].kind {
    case .firm: return .premises(place)
    case .home: return .dwelling(place)
    case .shared:
      let first = shared.homes.dwellings[place]
      return .entrance(building: Int(first.building), Int(first.entrance))
    }
  }

  /// The one who opened it; of a meter for a whole entrance (合表户) the entrance, of a dormitory or a home
  /// for the aged the body that is in its building.
  private static func holder(_ sight: Sight, _ index: Int) -> String {
    let shared = sight.shared
    let (book, account) = shared.meter(index)
    switch book.accounts[account].kind {
    case .firm: return name(shared, Int(book.firm(of: account, on: sight.day)))
    case .shared:
      return (shared.text(of: spot(shared, index), .estate, on: nil) ?? "") + "合表户"
    case .home: break
    }
    let owner = book.holder(of: account, on: sight.day)
    if owner >= 0 { return shared.lives.people.name(of: Int(owner)) }
    if owner == Ownership.publicBody { return Ownership.publicBodyName(in: sight.division) }
    let dwelling = Int(book.accounts[account].place)
    if let owner = shared.lives.ownerships(of: dwelling).first?.owner, owner >= 0 {
      return shared.lives.people.name(of: Int(owner))
    }
    let building = Int(shared.homes.dwellings[dwelling].building)
    // Who works from the same building, else the employer of most who live there.
    var counts: [Int32: Int] = [:]
    for person in shared.lives.occupants(of: dwelling, on: sight.day) {
      if let job = shared.lives.job(of: Int(person), on: sight.day), job.employer >= 0 {
        counts[job.employer, default: 0] += 1
      }
    }
    if let most = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) {
      return name(shared, Int(most.key))
    }
    return (shared.text(of: .building(building), .estate, on: nil) ?? "") + "管理处"
  }

  private static func name(_ shared: SharedTruth, _ firm: Int) -> String {
    guard firm >= 0 else { return "待核实用户" }
    return shared.firms.hasName(firm) ? shared.firms.name(of: firm) : shared.firms.sign(of: firm)
  }

  /// A month's share of the reading: water is read every second month.
  private static func use(_ sight: Sight, _ index: Int) -> DemoValue {
    let (book, account) = sight.shared.meter(index)
    guard let last = book.readings(of: account, through: sight.day).last else { return .none }
    guard book.service == .water else { return .integer(last.volume) }
    return .decimal(Digits.decimal(Double(last.volume) / 2, places: 1))
  }
}

extension SharedTruth {
  /// The book and the account in it.
  func meter(_ index: Int) -> (book: MeterBook, account: Int) {
    let water = truth.water.accounts.count
    return index < water ? (truth.water, index) : (truth.power, index - water)
  }
}
