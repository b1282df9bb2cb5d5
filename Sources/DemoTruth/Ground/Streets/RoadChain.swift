import Geometry

/// Lines of the plan that go on into each other: what becomes a road, a canal or nothing.
struct RoadChain {
  /// From one end to the other.
  var halves: [Int]
  var level: GroundPlan.Level
  /// The class of the road; nil where none runs.
  var kind: Road.Kind?
  var isCanal = false

  /// How much of a town it runs through: the mean over its vertices.
  func urban(_ plan: GroundPlan) -> Double {
    halves.reduce(0) { $0 + plan.terrain.urban(plan.plan.start($1)) } / Double(halves.count)
  }

  /// Its middle line.
  func line(_ metric: Subdivision) -> [Coordinate] {
    [metric.start(halves[0])] + halves.map(metric.end)
  }

  /// Turns it so that it begins at its western or southern end.
  mutating func face(_ metric: Subdivision) {
    let across = metric.end(halves[halves.count - 1]) - metric.start(halves[0])
    if abs(across.x) > abs(across.y) ? across.x < 0 : across.y < 0 { reverse() }
  }

  mutating func reverse() { halves = halves.reversed().map { $0 ^ 1 } }
}
