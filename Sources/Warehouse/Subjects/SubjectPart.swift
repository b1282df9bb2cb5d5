import Subjects

/// Which subjects of a kind are assembled again, and which stand around them.
package struct SubjectPart: Sendable {
  /// The numbers of those that are replaced.
  package var touched: Set<Int64> = []
  /// Those around, whose rows are read along.
  package var around: [(id: Int64, rows: [Int])] = []
  /// Pairs of subjects around whose proposals are made again, the smaller number first.
  package var pairs: Set<[Int64]> = []
  /// Rows with a key that too many have to say anything, by their numbers in the assembly, and the rule.
  package var common: [(row: Int, rule: String)] = []

  package init() {}

  /// Whether an item of the queue is made again.
  ///
  /// - Parameters:
  ///   - isAround: whether all its rows are of subjects around.
  ///   - homes: the subjects of its rows.
  func renews(_ item: ReviewItem, isAround: Bool, homes: [Int64]) -> Bool {
    guard isAround else { return true }
    switch item.reason {
    case .candidate: return pairs.contains(homes.sorted())
    case .common: return true
    case .refused, .split, .ambiguous, .decisionsDiffer: return false
    }
  }
}

/// By what the subjects of a kind stand.
package struct SubjectState: Sendable {
  package var kind: String
  /// The number in the keys of its subjects.
  package var number: Int64
  package var rules: String
  package var operation: Int64
  /// The day on which it was assembled, `YYYY-MM-DD`.
  package var day: String
  /// What rows were read by; nil for one that was assembled before that was kept.
  package var readings: SubjectReadings?
}

/// What the rows of a kind were read by.
///
/// A reading that was there before and is another one now makes all rows others.
package struct SubjectReadings: Sendable, Equatable, Codable {
  /// Of each data set of the rules that the store has, how its rows are read.
  package var sources: [String: String] = [:]
  /// What concerns all of them: the secret, the plane, whether ends are kept.
  package var common: [String] = []
  /// The version of the register of addresses; nil where no rule asks for addresses, 0 where there is none.
  package var register: Int64?

  package init() {}

  /// Whether rows that were read by these are read the same by others; the register apart.
  package func hold(in others: SubjectReadings) -> Bool {
    common == others.common && sources.allSatisfy { others.sources[$0.key] == $0.value }
      && (register == nil) == (others.register == nil)
  }
}

/// What has changed since the subjects of a kind were assembled.
package struct SubjectChanges: Sendable {
  /// Rows that no subject is made of yet, by the names of their data sets.
  package var fresh: [String: [Int64]] = [:]
  /// Rows of subjects that are not current any more.
  package var gone: [String: Set<Int64>] = [:]
  /// Subjects of which something has changed.
  package var subjects: Set<Int64> = []

  package init() {}

  /// How many rows came and went.
  package var rows: Int {
    fresh.values.reduce(0) { $0 + $1.count } + gone.values.reduce(0) { $0 + $1.count }
  }

  package var isEmpty: Bool { rows == 0 && subjects.isEmpty }
}
