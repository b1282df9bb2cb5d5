import Testing
import Time

@testable import DemoTruth

@Suite struct `The meters of the district` {
  private static let firms = Firms(seed: 1, places: TestDistrict.places(percent: 2), open: 1_200)
  private static let homes = TestDistrict.homes(percent: 4, firms: firms)
  private static let water = MeterBook(.water, seed: 1, places: homes, plants: true)
  private static let power = MeterBook(.power, seed: 1, places: homes, plants: true)
  private static let today = TestDistrict.day(2026_06_30)
  private var water: MeterBook { Self.water }

  /// What a person uses in 30 days, over the meters of homes where nothing was planted.
  private func usePerPerson(_ book: MeterBook) -> Double {
    var (volume, days) = (0.0, 0.0)
    for (account, entry) in book.accounts.enumerated()
    where entry.kind == .home && book.plant(of: account) == nil {
      for reading in book.readings(of: account, through: Self.today) where reading.round > 0 {
        volume += Double(reading.volume)
        days += Double(reading.days * TestDistrict.residents(Int(entry.place)))
      }
    }
    return volume / days * 30
  }

  @Test func `a person uses 4.5 m3 of water and 88 kWh of power a month`() {
    let (litres, hours) = (usePerPerson(water), usePerPerson(Self.power))

    #expect(abs(litres - 4.5) < 0.45, "\(litres)")
    #expect(abs(hours - 88) < 8.8, "\(hours)")
  }

  @Test func `where nobody lives next to nothing flows`() {
    for account in water.accounts.indices where water.accounts[account].kind == .home {
      let dwelling = Int(water.accounts[account].place)
      guard TestDistrict.residents(dwelling) == 0 else { continue }
      let volumes = water.readings(of: account, through: Self.today).map(\.volume)
      #expect(volumes.allSatisfy { $0 <= 1 })
    }
  }

  @Test func `each dwelling has one account, and shared ones have those of one entrance`() {
    var seen = 0
    for account in water.accounts.indices {
      let mine = water.dwellings(of: account).map { Self.homes.dwellings[Int($0)] }
      seen += mine.count
      if water.accounts[account].kind == .shared { #expect(mine.count > 1) }
      #expect(Set(mine.map { [Int($0.building), Int($0.entrance)] }).count <= 1)
    }
    #expect(seen == Self.homes.dwellings.count)
    #expect(water.accounts.contains { $0.kind == .shared })
    #expect(Self.power.accounts.allSatisfy { $0.kind != .shared })
  }

  @Test func `thirty leaks and thirty wrong meters are there, each at an account of its own`() {
    let counts = MeterPlant.Kind.allCases.map { kind in water.plants.count { $0.kind == kind } }

    #expect(counts == [30, 10, 10, 10])
    #expect(Set(water.plants.map(\.account)).count == 60)
    #expect(Self.power.plants.isEmpty)
    #expect(MeterBook(.water, seed: 1, places: Self.homes, plants: false).plants.isEmpty)
  }

  @Test func `the planted ones are what they are said to be`() {
    for plant in water.plants {
      let readings = water.readings(of: Int(plant.account), through: TestDistrict.day(2027_06_30))
      let used = readings.map {
        water.trueUse(of: Int(plant.account), from: $0.day - Int32($0.days), to: $0.day)
      }
      let (sum, counted) = (used.reduce(0, +), Double(readings.reduce(0) { $0 + $1.volume }))
      switch plant.kind {
      case .leak:
        let days = readings.reduce(0) {
          $0 + max(0, min($1.day, plant.to) - max($1.day - Int32($1.days), plant.from))
        }
        let lost = Double(days) * Double(plant.litres) / 1_000
        // A meter that is changed loses less than one period.
        #expect(counted - sum > lost * 0.7 && counted - sum < lost * 1.1 + 15, "\(plant)")
      case .stuck: #expect(counted == 0 && sum > 20)
      case .fast: #expect(counted > 2 * sum)
      case .swapped: #expect(counted > 1.5 * sum || counted < 0.7 * sum)
      }
    }
  }

  @Test func `readings add up, and an estimate is caught up with`() {
    var kinds: [MeterReading.Kind: Int] = [:]
    for account in stride(from: 0, to: water.accounts.count, by: 5) {
      let readings = water.readings(of: account, through: Self.today)
      for (before, reading) in zip(readings, readings.dropFirst()) {
        kinds[reading.kind, default: 0] += 1
        #expect(reading.days == Int(reading.day - before.day))
        if reading.kind != .changed, reading.value > before.value {
          #expect(reading.value == before.value + reading.volume)
        }
      }
    }
    let all = Double(kinds.values.reduce(0, +))
    #expect(abs(Double(kinds[.estimated] ?? 0) / all - 0.05) < 0.015)
    #expect((kinds[.caughtUp] ?? 0) > 0 && (kinds[.changed] ?? 0) > 0)
  }

  @Test func `a later month has the readings of an earlier one, unchanged, and others after them`()
  {
    for account in stride(from: 0, to: water.accounts.count, by: 97) {
      let one = water.readings(of: account, through: Self.today)
      let two = water.readings(of: account, through: Self.today + 92)
      #expect(two.count > one.count)
      #expect(zip(one, two).allSatisfy { "\($0)" == "\($1)" })
    }
  }

  @Test func `accounts have their kind of use, and only empty homes are suspended`() {
    for account in stride(from: 0, to: water.accounts.count, by: 11) {
      let isHome = water.accounts[account].kind != .firm
      #expect((water.useKind(of: account) == "居民") == isHome)
      if isHome, water.isSuspended(account, on: Self.today) {
        #expect(water.dwellings(of: account).allSatisfy { TestDistrict.residents(Int($0)) == 0 })
      }
    }
    #expect(water.accounts.indices.contains { water.isSuspended($0, on: Self.today) })
    #expect(Set(water.accounts.indices.map { water.number(of: $0) }).count == water.accounts.count)
  }

  @Test func `some accounts have the name of an owner of before`() {
    let sold = water.accounts.indices.filter {
      water.accounts[$0].kind == .home && Int(water.accounts[$0].place) % 10 == 0
    }
    let old = sold.filter { water.holder(of: $0) == water.accounts[$0].place * 2 }
    #expect(old.count > sold.count / 5 && old.count < sold.count)
  }
}
