import Testing

@testable import UseAnomaly

@Suite struct `Homes whose use stands out` {
  private func judge(_ home: Home, _ settings: UseSettings = .plain) throws -> HomeFinding {
    let report = UseAnalysis(settings).judge(SmallWorld.building(home))
    return try #require(report.homes.first { $0.key == home.key })
  }

  @Test func `a home with the use of sixteen where three are known is on the first list`() throws {
    let found = try judge(SmallWorld.crowded())

    #expect(found.notJudged == nil && found.lists == [.standing] && found.standing == 4)
    #expect(abs(found.impliedPersons - 16) < 1e-9 && found.residents == 3)
    #expect(found.z > 3.5 && found.chance < 3e-4)
    // Power is that of the peers: it speaks against, and 5 m2 a person for it.
    #expect(found.evidence.map(\.kind) == [.crowded, .powerDisagrees])
    #expect(
      found.parts.map(\.name) == [
        .deviation, .excess, .evidence(.crowded), .evidence(.powerDisagrees),
      ])
    #expect(found.parts.map(\.points).dropFirst() == [4, 1, -4])
    #expect(found.score == found.parts.map(\.points).reduce(0, +))
  }

  @Test func `z just at the limit counts, just below it does not`() throws {
    let z = try judge(SmallWorld.crowded()).z

    let at = try judge(SmallWorld.crowded(), .plain.standing { $0.z = z })
    let below = try judge(SmallWorld.crowded(), .plain.standing { $0.z = z + 1e-9 })

    #expect(at.standing == 4 && at.parts.first == ScorePart(.deviation, 0))
    #expect(below.standing == 0 && below.parts.isEmpty && below.lists.isEmpty)
  }

  @Test(arguments: [(13, true), (14, false)])
  func `sixteen implied are three more than thirteen known, not than fourteen`(
    known: Int, stands: Bool
  ) throws {
    // A little more than 16, so that the division decides nothing.
    let home = SmallWorld.home(10, perDay: 2.401, residents: known)

    #expect(try judge(home).parts.isEmpty != stands)
  }

  @Test(arguments: [(2, false), (3, true), (4, true)])
  func `it must stand out in three of the last four periods`(high: Int, stands: Bool) throws {
    var home = SmallWorld.crowded()
    home.water = SmallWorld.readings(
      [2.4, 2.4] + (0..<4).map { $0 < high ? 2.4 : 0.4 })

    let found = try judge(home)

    #expect(found.standing == high && found.parts.isEmpty != stands)
  }

  @Test func `z and persons must stand out in the same periods`() throws {
    // With twelve known, 2.4 m3 are enough in two periods, 1.6 m3 in none.
    var home = SmallWorld.crowded(residents: 12)
    home.water = SmallWorld.readings([0.4, 0.4, 2.4, 1.6, 2.4, 1.6])

    #expect(try judge(home).standing == 2)
  }

  @Test func `what speaks against holds a home back, with its score shown`() throws {
    var home = SmallWorld.crowded()
    home.facts.largestFamily = 8
    home.facts.businesses = 1
    home.facts.infants = 1
    home.facts.caredFor = 1
    home.facts.hasGarden = true

    let found = try judge(home, .plain.standing { $0.mostDeviation = 1 })

    #expect(found.isHeldBack && found.lists.isEmpty && found.score < 2)
    #expect(
      found.evidence
        == [
          Evidence(.crowded, 5), Evidence(.powerDisagrees, 1), Evidence(.largeFamily, 8),
          Evidence(.business, 1), Evidence(.garden, 1), Evidence(.infants, 1), Evidence(.care, 1),
        ].map { one in
          found.evidence.first { $0.kind == one.kind && abs($0.number - one.number) < 1e-9 } ?? one
        })
  }

  @Test func `what speaks for it adds its points`() throws {
    var home = SmallWorld.crowded(area: 89)
    let before = try judge(home)
    home.facts.leases = 2
    home.facts.isListedAsLet = true
    home.facts.complaints = 3
    home.power = SmallWorld.readings([Double](repeating: 30, count: 13), every: 30)

    let found = try judge(home)

    #expect(found.evidence.map(\.kind) == [.leases, .listedAsLet, .complaints, .powerAgrees])
    #expect(abs(found.evidence[3].number - 30.1 / 8.1) < 1e-9)
    // One, one, two and three, and the four that spoke against are gone.
    #expect(abs(found.score - (before.score + 4 + 7)) < 1e-9)
  }

  @Test func `evidence without a rule counts nothing`() throws {
    var settings = UseSettings.plain
    settings.evidence = [:]

    let found = try judge(SmallWorld.crowded(), settings)

    #expect(found.evidence.isEmpty && found.parts.map(\.name) == [.deviation, .excess])
  }

  @Test func `a home without power has no evidence of it`() throws {
    var home = SmallWorld.crowded()
    home.power = []

    #expect(try judge(home).evidence.map(\.kind) == [.crowded])
  }

  @Test func `why a home is not judged is said`() throws {
    func reason(_ change: (inout Home) -> Void) throws -> NotJudged? {
      var home = SmallWorld.crowded()
      change(&home)
      return try judge(home).notJudged
    }

    #expect(try reason { $0.use = .dormitory } == .notADwelling)
    #expect(try reason { $0.use = .institution } == .notADwelling)
    #expect(try reason { $0.isAtRoom = false } == .notAtRoom)
    #expect(try reason { $0.metering = .shared } == .sharedMeter)
    #expect(try reason { $0.metering = .several } == .severalMeters)
    #expect(try reason { $0.residents = nil } == .residentsUnknown)
    #expect(try reason { $0.water = [] } == .tooFewPeriods)
    #expect(try reason { $0.water.removeLast(4) } == .tooFewPeriods)
    #expect(try reason { $0.water.removeLast(3) } == nil)
    #expect(try reason { $0.area = 300 } == .tooFewPeers)
  }
}
