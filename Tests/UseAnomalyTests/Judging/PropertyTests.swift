import TestSupport
import Testing

@testable import UseAnomaly

@Suite struct `What never changes a judgement` {
  /// Low limits, so that many homes are on a list.
  private let analysis = UseAnalysis(
    .plain.standing {
      ($0.z, $0.excess, $0.score) = (0.5, 0, 0)
    })

  @Test(arguments: [UInt64(11), 12, 13]) func `the order of what is given`(seed: UInt64) {
    var dice = SeededGenerator(seed: seed)
    let homes = SmallWorld.random(seed: seed, count: 200)
    let shuffled = homes.shuffled(using: &dice).map { home in
      var home = home
      home.water.shuffle(using: &dice)
      home.power.shuffle(using: &dice)
      return home
    }

    let (one, other) = (analysis.judge(homes), analysis.judge(shuffled))

    #expect(one.homes == other.homes)
    #expect(one.list(.standing) == other.list(.standing) && !one.list(.standing).isEmpty)
    #expect(one.expectedFalse == other.expectedFalse && one.byChance == other.byChance)
  }

  @Test(arguments: [UInt64(21), 22]) func `more known residents never raise a score`(seed: UInt64) {
    let homes = SmallWorld.random(seed: seed, count: 150)
    var before = analysis.judge(homes).homes
    var compared = 0
    for more in 1...6 {
      let next = analysis.judge(
        homes.map { home in
          var home = home
          home.residents = home.residents.map { $0 + more }
          return home
        }
      ).homes
      for (old, new) in zip(before, next) {
        // Off the list is below every score.
        #expect(new.parts.isEmpty || new.score <= old.score && !old.parts.isEmpty)
        #expect(!new.lists.contains(.standing) || old.lists.contains(.standing))
        if !new.parts.isEmpty { compared += 1 }
      }
      before = next
    }
    #expect(compared > 10)
  }

  @Test(arguments: [Reading.Kind.estimated, .caughtUp, .meterChanged])
  func `a reading of a kind that is left out, whatever it says`(kind: Reading.Kind) {
    var dice = SeededGenerator(seed: 4)
    let homes = SmallWorld.random(seed: 31, count: 150)
    let more = homes.map { home in
      var home = home
      home.water.append(
        Reading(
          from: SmallWorld.start, to: SmallWorld.start + Int32.random(in: 20...400, using: &dice),
          volume: Double.random(in: 0...500, using: &dice), kind: kind, meter: 1))
      return home
    }

    func bare(_ findings: [HomeFinding]) -> [HomeFinding] {
      findings.map { finding in
        var finding = finding
        finding.faults = []
        return finding
      }
    }
    #expect(bare(analysis.judge(homes).homes) == bare(analysis.judge(more).homes))
  }

  @Test func `homes that are alike are found alike, in order of their keys`() {
    let homes =
      SmallWorld.building(SmallWorld.crowded()) + [SmallWorld.home(11, perDay: 2.4)]
      + [SmallWorld.home(12, perDay: 2.4)]

    let list = analysis.judge(homes.reversed()).list(.standing).filter { $0.key >= 10 }

    #expect(list.map(\.key) == [10, 11, 12])
    #expect(Set(list.map(\.score)).count == 1 && Set(list.map(\.falseShare)).count == 1)
  }

  @Test func `nothing given is nothing found`() {
    let report = analysis.judge([])

    #expect(report.homes.isEmpty && report.judged == 0 && report.expectedFalse == 0)
    #expect(report.list(.standing).isEmpty && report.notJudged.isEmpty)
  }

  @Test func `the expected false ones are those of the definition`() {
    let report = UseAnalysis(.plain.standing { ($0.z, $0.excess, $0.score) = (0.3, 0, 0) })
      .judge(SmallWorld.random(seed: 41, count: 300))
    let judged = report.homes.filter { $0.notJudged == nil }
    let listed = report.list(.standing)

    #expect(report.judged == judged.count && listed.count > 3)
    #expect(abs(report.byChance - Double(judged.count) * 0.382088577811047) < 1e-6)
    let worst = listed.map(\.chance).max() ?? 1
    let chances = judged.map(\.chance)
    let shares = chances.filter { $0 >= worst }.map { (limit: Double) -> Double in
      limit * Double(chances.count) / Double(chances.count { $0 <= limit })
    }
    let share = shares.min() ?? 1
    #expect(abs(report.expectedFalse - Double(listed.count) * min(1, share)) < 1e-9)
  }
}
