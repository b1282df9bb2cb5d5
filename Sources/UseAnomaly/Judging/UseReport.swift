/// What was found of all homes.
package struct UseReport: Sendable {
  /// In order of their keys.
  package var homes: [HomeFinding]
  /// How many were judged.
  package var judged: Int
  /// How many of them would reach the z of the first list by chance, were use lognormal.
  ///
  /// Tails that are heavier have more, those of homes that hold six at most have fewer.
  package var byChance: Double
  /// How many of the first list z alone expects to be there by chance.
  ///
  /// What is beside z, such as power, does not enter it.
  package var expectedFalse: Double

  /// A list, the highest score first, of the second list the highest ratio.
  package func list(_ list: HomeFinding.List) -> [HomeFinding] {
    let found = homes.filter { $0.lists.contains(list) }
    return found.sorted {
      let (one, other) =
        list == .standing ? ($0.score, $1.score) : ($0.stepRatio ?? 0, $1.stepRatio ?? 0)
      return one == other ? $0.key < $1.key : one > other
    }
  }

  /// How many were not judged, by reason.
  package var notJudged: [NotJudged: Int] {
    homes.reduce(into: [:]) { counts, home in
      if let reason = home.notJudged { counts[reason, default: 0] += 1 }
    }
  }
}
