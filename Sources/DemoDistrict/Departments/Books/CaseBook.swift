import DemoTruth
import Time

/// What the lists of cases look up often: the counter of each case, who inspects.
struct CaseBook: Sendable {
  /// The place of each event among those of its kind and year, of hearings among those of their community
  /// and year; from 1.
  let counters: [Int32]
  /// The jobs of the bureau of emergency management, places in `lives.jobs`.
  private let inspectors: [Int32]

  init(_ truth: Truth) {
    var counts: [Int: Int32] = [:]
    let communities = truth.ground.communities.count
    counters = truth.events.list.indices.map { index in
      let event = truth.events.list[index]
      // Reports and cases count by day.
      guard event.kind != .report, event.kind != .cityCase else { return 0 }
      var key = Day(ordinal: Int(event.day)).year * 16 + Int(event.kind.rawValue)
      if event.kind == .mediation {
        let grid = truth.ground.grid(at: truth.position(ofEvent: index))
        key =
          key * (communities + 1) + (grid.map { Int(truth.ground.grids[$0].community) + 1 } ?? 0)
      }
      counts[key, default: 0] += 1
      return counts[key] ?? 0
    }
    let offices = truth.firms.list.indices.filter {
      truth.firms.trade(of: $0).code == "9221"
        && truth.firms.name(of: $0).hasSuffix("应急管理局")
    }
    inspectors = truth.lives.jobs.indices.filter {
      offices.contains(Int(truth.lives.jobs[$0].employer))
    }
    .map(Int32.init)
  }

  /// An inspector of the bureau on a day.
  func inspector(on day: Int32, _ lives: Lives, _ draw: inout Draw) -> Int? {
    let there = inspectors.filter { lives.jobs[Int($0)].holds(on: day) }
    return there.isEmpty ? nil : Int(lives.jobs[Int(draw.pick(there))].person)
  }
}
