/// How things wear out and are mended: the state of each on a day.
extension Fixtures {
  /// The state of a thing and the day on which it became so.
  package struct Condition: Sendable, Hashable {
    package var state: Fixture.State
    /// The day of the last change; nil where there was none since the thing was first recorded.
    package var since: Int32?
  }

  /// The share of its time in which a thing is not sound, in thousandths: inspections report 3 to 5 %
  /// of components with a fault (assumption).
  private static let faulty = 44

  /// The condition of a thing on a day.
  ///
  /// Each thing goes through a cycle of its own of two to ten years (assumption): it is sound, then damaged,
  /// lost or out of use until it is mended.
  package static func condition(of fixture: Fixture, seed: UInt64, on day: Int32) -> Condition {
    let key = Int(fixture.kind) << 32 | Int(fixture.number)
    var draw = Draw(Draw.stream(seed, "fixture.cycle"), key)
    let length = Int32(draw.number(730...3_650))
    let shifted = day + Int32(draw.below(Int(length)))
    let spell = max(length * Int32(faulty) / 1_000, 1)
    let start = day - shifted % length
    guard start > fixture.recorded else { return Condition(state: .sound, since: nil) }
    guard day < start + spell else { return Condition(state: .sound, since: start + spell) }
    var kind = Draw(Draw.stream(seed, "fixture.fault"), key &+ Int(shifted / length) << 24)
    // Damaged far more often than lost, disused or taken away.
    let state = Fixture.State.allCases[1 + kind.weighted([260, 60, 60, 20])]
    return Condition(state: state, since: start)
  }
}
