import DemoTruth

/// Memberships of an insurance as lists have them: one row a person, whatever spells it is made of.
///
/// A membership is known by the place of a spell in `lives.facts`; the list has the latest that began.
enum Spells {
  /// The spells of a person of a kind that began by the day.
  static func begun(_ sight: Sight, _ index: Int) -> [Fact] {
    let fact = sight.lives.facts[index]
    return sight.lives.facts(of: Int(fact.person)).filter {
      $0.kind == fact.kind && $0.from <= sight.day
    }
  }

  /// Whether it is the latest of its kind that began by the day.
  static func isLatest(_ sight: Sight, _ index: Int) -> Bool {
    let fact = sight.lives.facts[index]
    guard fact.from <= sight.day else { return false }
    return !sight.lives.facts(of: Int(fact.person)).contains {
      $0.kind == fact.kind && $0.from > fact.from && $0.from <= sight.day
    }
  }

  /// The job that pays the insurances on the day, else the last one: a place in `lives.jobs`, or -1.
  static func job(_ sight: Sight, _ person: Int) -> Int {
    sight.lives.jobs(of: person).indices.last {
      let job = sight.lives.jobs[$0]
      return job.isInsured && job.employer >= 0 && job.from <= sight.day
    } ?? -1
  }
}
