import HotSpots
import Testing

struct HotSpotClassTests {
  @Test func `raw values are those of the contract`() {
    #expect(
      HotSpotClass.allCases.map(\.rawValue) == [
        "hot99", "hot95", "hot90", "cold90", "cold95", "cold99", "none", "isolate", "low_data",
        "suppressed",
      ])
  }

  @Test(arguments: [
    (0.001, HotSpotClass.hot99, HotSpotClass.cold99), (0.01, .hot99, .cold99),
    (0.010001, .hot95, .cold95), (0.05, .hot95, .cold95), (0.1, .hot90, .cold90),
    (0.100001, .none, .none), (1, .none, .none),
  ])
  func `p gives the level and the sign of z the side`(
    p: Double, hot: HotSpotClass, cold: HotSpotClass
  ) {
    #expect(HotSpotClass(status: .defined, z: 2, p: p) == hot)
    #expect(HotSpotClass(status: .defined, z: -2, p: p) == cold)
  }

  @Test func `a p that equals a level but for rounding reaches it`() {
    let p = 0.1 * 0.3 / 0.6
    #expect(HotSpotClass(status: .defined, z: 1, p: 0.05.nextUp) == .hot95)
    #expect(HotSpotClass(status: .defined, z: 1, p: p) == .hot95)
  }

  @Test func `a permutation p on the other side than z is no hot or cold spot`() {
    #expect(HotSpotClass(status: .defined, z: 2, p: 0.01, side: .high) == .hot99)
    #expect(HotSpotClass(status: .defined, z: 2, p: 0.01, side: .low) == .none)
    #expect(HotSpotClass(status: .defined, z: -2, p: 0.01, side: .low) == .cold99)
    #expect(HotSpotClass(status: .defined, z: -2, p: 0.01, side: .high) == .none)
  }

  @Test func `what is not tested is never hot or cold`() {
    #expect(HotSpotClass(status: .isolate, z: 9, p: 0) == .isolate)
    #expect(HotSpotClass(status: .missing, z: nil, p: nil) == .lowData)
    #expect(HotSpotClass(status: .saturated, z: nil, p: nil) == .none)
    #expect(HotSpotClass(status: .constant, z: nil, p: nil) == .none)
    #expect(HotSpotClass(status: .defined, z: 9, p: nil) == .none)
  }
}
