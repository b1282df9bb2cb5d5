import Testing

@testable import UseAnomaly

@Suite struct `Homes whose use went up` {
  /// What is found of a home whose water and power are given, among homes that use the same all the time.
  private func judge(_ water: [Double], power: [Double] = [Double](repeating: 8, count: 13)) throws
    -> HomeFinding
  {
    var home = SmallWorld.home(10, perDay: 0.4)
    home.water = SmallWorld.readings(water)
    home.power = SmallWorld.readings(power, every: 30)
    let others = (1...9).map { (key: Int64) in SmallWorld.home(key, perDay: 0.4) }
    return try #require(UseAnalysis(.plain).judge(others + [home]).homes.last)
  }

  @Test func `twice as much as before is on the second list, a little less is not`() throws {
    let step = try judge([0.4, 0.4, 0.4, 0.802, 0.802, 0.802])
    let none = try judge([0.4, 0.4, 0.4, 0.79, 0.79, 0.79])

    #expect(step.lists == [.step] && step.parts.isEmpty)
    #expect(abs((step.stepRatio ?? 0) - 2) < 0.02)
    #expect(none.lists.isEmpty && (none.stepRatio ?? 3) < 2)
  }

  @Test func `it is the middle that counts, so that one high period is none`() throws {
    #expect(try judge([0.4, 0.4, 0.4, 0.4, 4, 0.4]).lists.isEmpty)
  }

  @Test func `with fewer periods nothing is known, and none is a step from an empty home`() throws {
    #expect(try judge([0.4, 0.4, 0.9, 0.9, 0.9]).stepRatio == nil)
    #expect(try judge([0.001, 0.001, 0.001, 0.4, 0.4, 0.4]).stepRatio == nil)
  }

  @Test func `what rises for all, as in summer, is no step`() throws {
    let uses = [0.4, 0.4, 0.4, 0.9, 0.9, 0.9]
    let homes = (1...10).map { (key: Int64) in
      var home = SmallWorld.home(key, perDay: 0)
      home.water = SmallWorld.readings(uses.map { $0 * (0.9 + Double(key) / 50) })
      return home
    }

    let report = UseAnalysis(.plain).judge(homes)

    #expect(report.homes.allSatisfy { $0.lists.isEmpty && abs(($0.stepRatio ?? 0) - 1) < 0.02 })
  }

  @Test func `water that rises while power does not is like a leak`() throws {
    let water = [0.4, 0.4, 0.4, 2.4, 2.4, 2.4]
    let leak = try judge(water)
    let people = try judge(
      water, power: [Double](repeating: 8, count: 6) + [Double](repeating: 32, count: 7))

    let found = try #require(leak.evidence.first { $0.kind == .leakPattern })
    #expect(abs(found.number - 2.401 / 0.401) < 1e-6)
    #expect(leak.parts.contains(ScorePart(.evidence(.leakPattern), -3)))
    #expect(!people.evidence.contains { $0.kind == .leakPattern })
  }
}
