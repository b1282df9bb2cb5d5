import Subjects

/// Which items of the review queue somebody has decided.
///
/// An item that a decision was about is decided by it. So is one that has other rows of the same two subjects, which
/// a decision says are two.
struct DecidedQueue {
  private var own: [SubjectKey: SettledItem] = [:]
  private var apart: Set<[Int64]> = []
  private var stale: Set<[Int64]> = []
  /// Subjects of which a decision made one.
  private var joined: Set<Int64> = []

  /// - Parameter homes: the subject of each row of the assembly.
  init(_ settled: [SettledItem], _ homes: [Int64]) {
    for item in settled where item.record.verdict != .value {
      own[item.record.item] = item
      let pairs = Self.pairs(item.rows.map { homes[$0] })
      if item.isStale {
        stale.formUnion(pairs)
      } else if item.record.verdict == .different {
        apart.formUnion(pairs)
      } else {
        joined.formUnion(item.rows.map { homes[$0] })
      }
    }
  }

  /// Whether somebody has to look at an item.
  ///
  /// - Parameter homes: the subjects of its rows.
  func state(of key: SubjectKey, _ item: ReviewItem, _ homes: [Int64]) -> Conflict.State {
    if let own = own[key] { return own.isStale ? .stale : .decided }
    guard item.rows.count > 1, item.reason != .decisionsDiffer else { return .open }
    let pairs = Self.pairs(homes)
    if pairs.isEmpty { return homes.contains(where: joined.contains) ? .decided : .open }
    if pairs.allSatisfy(apart.contains) { return .decided }
    return pairs.contains(where: stale.contains) ? .stale : .open
  }

  /// The pairs of different subjects, each in order.
  private static func pairs(_ homes: [Int64]) -> [[Int64]] {
    homes.indices.flatMap { place in
      homes[(place + 1)...].compactMap { other in
        homes[place] == other ? nil : [homes[place], other].sorted()
      }
    }
  }
}
