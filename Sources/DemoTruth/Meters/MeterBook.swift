import Time

/// The accounts of one company and their readings from July 2025 on; readings are made on demand.
package struct MeterBook: Sendable {
  package let service: MeterService
  package let accounts: [MeterAccount]
  /// The account of each dwelling.
  package let accountOfDwelling: [Int32]
  /// What was planted, in order of the accounts; empty for power and in a district without plants.
  package let plants: [MeterPlant]
  let places: MeterPlaces
  let seed: UInt64
  /// The dwellings by account, and the firms by premises.
  let members: (index: SpanIndex, order: [Int32])
  let firmsAt: (index: SpanIndex, order: [Int32])
  private let plantOfAccount: [Int32: Int]

  /// - Parameter plants: whether 30 leaks and 30 wrong meters are put in (one in 30 accounts at
  ///   most); water only.
  package init(_ service: MeterService, seed: UInt64, places: MeterPlaces, plants: Bool) {
    self.service = service
    self.seed = seed
    self.places = places
    let stream = Draw.stream(seed, "meter.shared")
    var accounts: [MeterAccount] = []
    accounts.reserveCapacity(places.dwellings.count)
    var ofDwelling = [Int32](repeating: -1, count: places.dwellings.count)
    var sharedAccounts: [Int: Int32] = [:]
    for (index, dwelling) in places.dwellings.enumerated() {
      // Water of 2.5 % of the entrances with flats goes through one meter (assumption: old houses
      // where the exchange of 一户一表 was not made).
      let entrance = Int(dwelling.building) << 8 | Int(dwelling.entrance)
      var draw = Draw(stream, entrance)
      guard service == .water, dwelling.kind == .flat, draw.happens(25_000) else {
        ofDwelling[index] = Int32(accounts.count)
        accounts.append(MeterAccount(kind: .home, place: Int32(index)))
        continue
      }
      if let account = sharedAccounts[entrance] {
        ofDwelling[index] = account
        accounts[Int(account)].kind = .shared
      } else {
        sharedAccounts[entrance] = Int32(accounts.count)
        ofDwelling[index] = Int32(accounts.count)
        accounts.append(MeterAccount(kind: .home, place: Int32(index)))
      }
    }
    let homes = accounts.count
    members = SpanIndex.order(count: homes, owners: ofDwelling)
    firmsAt = places.firms?.byPremises() ?? (SpanIndex(), [])
    for place in 0..<firmsAt.index.count where !firmsAt.index[place].isEmpty {
      accounts.append(MeterAccount(kind: .firm, place: Int32(place)))
    }
    self.accounts = accounts
    accountOfDwelling = ofDwelling
    self.plants =
      plants && service == .water
      ? Self.plant(accounts, homes: homes, seed: seed, places: places) : []
    var index: [Int32: Int] = [:]
    for (number, plant) in self.plants.enumerated() { index[plant.account] = number }
    plantOfAccount = index
  }

  /// The dwellings of an account; empty for one of firms.
  package func dwellings(of account: Int) -> ArraySlice<Int32> {
    guard account < members.index.count else { return [] }
    return members.order[members.index[account]]
  }

  /// What was planted at an account.
  package func plant(of account: Int) -> MeterPlant? {
    plantOfAccount[Int32(account)].map { plants[$0] }
  }

  /// Which district of the city the accounts are in.
  var division: Division { places.firms?.division ?? .first }

  /// The number of the account, 10 digits: of each district nine million of its own.
  package func number(of account: Int) -> String {
    (service == .water ? "61" : "33")
      + Digits.padded(
        account * 7 + 10_000_000 + 9_000_000 * division.number, 8)
  }

  /// The number of a meter as it is stamped on it.
  package func meterNumber(_ meter: Int) -> String {
    (service == .water ? "LXS" : "DDZY") + Digits.padded(meter, 9)
  }

  /// 用水性质 or 用电类别.
  ///
  /// Baths and car washes are 特种行业; manufacturers with 100 people have 大工业 power.
  package func useKind(of account: Int) -> String {
    guard accounts[account].kind == .firm, let firms = places.firms else {
      return service == .water ? "居民" : "居民生活"
    }
    let premises = Int(accounts[account].place)
    let last = firms.list[Int(firmsAt.order[firmsAt.index[premises].upperBound - 1])]
    let trade = Trade.all[Int(last.trade)]
    switch service {
    case .water: return ["8051", "8111"].contains(trade.code) ? "特种行业" : "非居民"
    case .power:
      if trade.section == "A" { return "农业生产" }
      return trade.section == "C" && last.staff >= 100 ? "大工业" : "一般工商业"
    }
  }

  /// 合同容量 in kilovolt-ampere.
  package func capacity(of account: Int) -> Int {
    let place = Int(accounts[account].place)
    guard accounts[account].kind == .firm, let firms = places.firms else {
      return MeterUse.capacity(area: Int(places.dwellings[place].area) / 10)
    }
    // The largest that was ever there.
    let most = firmsAt.order[firmsAt.index[place]].map {
      MeterUse.daily(.power, firm: firms.list[Int($0)], month: 8)
    }.max()
    return MeterUse.capacity(daily: most ?? 0)
  }

  /// 用户状态 on a day: of homes where nobody has lived for a year one in five is suspended
  /// (assumption); premises without a firm are too.
  package func isSuspended(_ account: Int, on day: Int32) -> Bool {
    if accounts[account].kind == .firm {
      return trueUse(of: account, from: day - 31, to: day) == 0
    }
    let homes = dwellings(of: account)
    let isEmpty = [0, 120, 240, 365].allSatisfy { back in
      homes.allSatisfy { places.residents(Int($0), day - Int32(back)) == 0 }
    }
    var draw = Draw(Draw.stream(seed, "meter.suspended"), account)
    return isEmpty && draw.below(5) == 0
  }

  /// The person whose name the account has on a day: the owner of an earlier day, since a sale is
  /// often not told to the company.
  ///
  /// Half of accounts follow within the year, the others within ten (assumption).
  ///
  /// - Returns: a place in `people`, `Ownership.publicBody`, or -1 where nobody owns it.
  package func holder(of account: Int, on day: Int32 = TruthCalendar.todayOrdinal) -> Int32 {
    guard let dwelling = dwellings(of: account).first else { return -1 }
    var draw = Draw(Draw.stream(seed, "meter.holder"), account)
    let span = Int(TruthCalendar.todayOrdinal - TruthCalendar.firstOrdinal)
    let lag = draw.below(2) == 0 ? draw.below(365) : draw.below(span)
    // Before the first title the account was opened with the one of today.
    let then = places.owner(Int(dwelling), day - Int32(lag))
    return then == -1 ? places.owner(Int(dwelling), day) : then
  }

  /// The firm whose name an account of premises has on a day: the one that is there, else the last
  /// one that was; -1 for homes.
  package func firm(of account: Int, on day: Int32) -> Int32 {
    guard accounts[account].kind == .firm, let firms = places.firms else { return -1 }
    let range = firmsAt.index[Int(accounts[account].place)]
    let here = firmsAt.order[range].filter { firms.list[Int($0)].from <= day }
    return here.last { firms.list[Int($0)].isOpen(on: day) } ?? here.last ?? -1
  }

  /// Draws 30 leaks and 30 wrong meters (10 stuck, 10 fast, 5 pairs swapped) among dwellings of
  /// their own where people live.
  private static func plant(
    _ accounts: [MeterAccount], homes: Int, seed: UInt64, places: MeterPlaces
  ) -> [MeterPlant] {
    var taken: Set<Int32> = []
    var draw = Draw(Draw.stream(seed, "meter.plant"), 0)
    let scale = min(30, homes / 60)
    func lived(_ account: Int32) -> Int {
      let dwelling = places.dwellings[Int(accounts[Int(account)].place)]
      guard accounts[Int(account)].kind == .home,
        dwelling.kind == .flat || dwelling.kind == .villageHouse
      else { return 0 }
      let days = [
        TruthCalendar.todayOrdinal - 360, TruthCalendar.todayOrdinal - 180,
        TruthCalendar.todayOrdinal,
      ]
      return days.map { places.residents(Int(accounts[Int(account)].place), $0) }.min() ?? 0
    }
    func pick(_ people: ClosedRange<Int>) -> Int32 {
      for _ in 0..<4_000 {
        let account = Int32(draw.below(homes))
        if !taken.contains(account), people.contains(lived(account)) {
          taken.insert(account)
          return account
        }
      }
      return -1
    }
    var plants: [MeterPlant] = []
    func add(_ kind: MeterPlant.Kind, _ account: Int32, other: Int32 = -1) {
      guard account >= 0 else { return }
      let isLeak = kind == .leak
      // Leaks begin between September 2025 and March 2026; a third is mended within the truth.
      let from = isLeak ? TruthCalendar.todayOrdinal - 300 + Int32(draw.below(200)) : 0
      let to = isLeak && draw.below(3) == 0 ? from + 200 + Int32(draw.below(200)) : Firm.open
      let litres = isLeak ? Int(draw.logUniform(500, 2_500)) : 0
      plants.append(
        MeterPlant(
          kind: kind, account: account, other: other, from: from, to: to, litres: litres))
    }
    for _ in 0..<scale { add(.leak, pick(1...6)) }
    for _ in 0..<scale / 3 { add(.stuck, pick(2...6)) }
    for _ in 0..<scale / 3 { add(.fast, pick(2...6)) }
    for _ in 0..<scale / 6 {
      let (one, other) = (pick(1...1), pick(4...6))
      guard one >= 0, other >= 0 else { continue }
      add(.swapped, one, other: other)
      add(.swapped, other, other: one)
    }
    return plants.sorted { $0.account < $1.account }
  }
}
