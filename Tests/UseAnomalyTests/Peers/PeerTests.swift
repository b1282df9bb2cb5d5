import Testing

@testable import UseAnomaly

@Suite struct `Peers of a home` {
  private let settings = UseSettings.plain

  /// z by the words of the method, home by home and month by month, with nothing kept.
  private func z(_ home: Home, _ period: UsePeriod, among homes: [Home]) -> (Double, Int)? {
    func band(_ area: Double?) -> Int {
      guard let area else { return -1 }
      return settings.peers.areas.count { $0 < area }
    }
    let places: [(Home) -> Int64?] = [{ $0.building }, { $0.estate }, { $0.cell }]
    for place in places {
      guard let mine = place(home) else { continue }
      let levels = homes.filter {
        place($0) == mine && band($0.area) == band(home.area) && $0.use == .dwelling
          && $0.metering == .own
      }
      .flatMap { UsePeriod.all($0.water, settings.water).periods }
      .filter { $0.month == period.month && $0.perDay >= 0.010 }.map(\.level).sorted()
      guard levels.count >= 8 else { continue }
      func middle(_ sorted: [Double]) -> Double {
        (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
      }
      let median = middle(levels)
      let deviation = max(middle(levels.map { abs($0 - median) }.sorted()), 0.1)
      return (0.6745 * (period.level - median) / deviation, levels.count)
    }
    return nil
  }

  @Test(arguments: [UInt64(1), 2, 3]) func `a home's z is that of the method's words`(seed: UInt64)
  {
    let homes = SmallWorld.random(seed: seed, count: 150)

    let report = UseAnalysis(settings).judge(homes)

    var compared = 0
    for (home, finding) in zip(homes, report.homes) {
      guard home.use == .dwelling, home.metering == .own else { continue }
      let all = UsePeriod.all(home.water, settings.water).periods
      let last = all.compactMap { z(home, $0, among: homes) }.suffix(4)
      guard last.count >= 3 else {
        #expect(finding.notJudged == (all.count < 3 ? .tooFewPeriods : .tooFewPeers))
        continue
      }
      compared += 1
      #expect(abs(finding.z - last.map(\.0).sorted(by: >)[2]) < 1e-9)
      #expect(finding.peerCount == last.last?.1)
    }
    #expect(compared > 40)
  }

  @Test func `the building comes first, then the estate, then the cell`() {
    var homes = SmallWorld.building(SmallWorld.home(10, perDay: 0.4))
    func level() -> PeerGroup.Level? {
      UseAnalysis(settings).judge(homes).homes.last?.peers?.level
    }
    #expect(level() == .building)

    for index in 0..<3 { homes[index].building = 2 }
    #expect(level() == .estate)

    for index in 0..<3 { homes[index].estate = nil }
    #expect(level() == .cell)

    for index in 0..<3 { homes[index].cell = 2 }
    #expect(UseAnalysis(settings).judge(homes).homes.last?.notJudged == .tooFewPeers)
  }

  @Test func `an area at a limit belongs to the band below, and an unknown one to none`() {
    let bands = [20, 50, 50.1, 144, 144.5].map { settings.peers.band($0) }

    #expect(bands == [0, 0, 1, 4, 5] && settings.peers.band(nil) == -1)
  }

  @Test func `empty homes are nobody's peers`() throws {
    let homes = SmallWorld.building(SmallWorld.crowded())
    let empty = (20..<60).map { SmallWorld.home($0, perDay: 0.005) }

    let (with, without) = (
      UseAnalysis(settings).judge(homes + empty), UseAnalysis(settings).judge(homes)
    )

    let one = try #require(with.homes.first { $0.key == 10 })
    let other = try #require(without.homes.first { $0.key == 10 })
    #expect(one.z == other.z && one.peerCount == 10)
  }

  @Test func `where all are alike the floor keeps small differences small`() throws {
    let homes = (1...20).map { SmallWorld.home($0, perDay: $0 == 20 ? 0.44 : 0.4) }

    let found = try #require(UseAnalysis(settings).judge(homes).homes.last)

    let above = Powers.logarithm(0.441) - Powers.logarithm(0.401)
    #expect(abs(found.z - 0.6745 * above / 0.1) < 1e-9)
  }
}
