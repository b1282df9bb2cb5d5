import DemoTruth
import Time

/// The rows of a data set through the months: each number is one subject for good.
///
/// The rows of month 1 come first, in the order of the truth, then those that came in each month after it.
struct TruthRows: Sendable {
  /// The subjects by the number of their row.
  private(set) var subjects: [Int32] = []
  /// How many rows there are up to each month: `counts[0]` in month 1.
  private(set) var counts: [Int] = []
  /// Those of the predicate in month 1, those with the lowest draws first.
  private let candidates: [Int32]
  private let rule: RowRule
  private let name: String
  let lag: Int32
  private let shared: SharedTruth
  private let seed: UInt64
  private let first: Set<Int>

  init(_ rows: SourceTable.Rows, rule: RowRule, shared: SharedTruth) {
    (self.rule, self.shared) = (rule, shared)
    lag = rows.lag
    seed = shared.seed
    let first = rule.first(shared)
    self.first = first
    name = rule.draw ?? rows.dataset
    let sight = Sight(shared: shared, day: TruthCalendar.todayOrdinal).on(
      TruthCalendar.todayOrdinal - rows.lag)
    let all = (0..<rule.count(shared)).filter { rule.isIn(sight, $0) }.map(Int32.init)
    guard rows.size != .whole && rows.size != .window else {
      candidates = all
      return
    }
    let stream = Draw.stream(seed, "rows.\(name)")
    let draws = all.map { index in
      if let rank = rule.rank { return UInt64.max - UInt64(max(0, rank(sight, Int(index)))) }
      let group = rule.group(sight, Int(index))
      var draw = Draw(stream, group)
      return first.contains(group) ? 0 : draw.next()
    }
    candidates = all.indices.sorted { (draws[$0], all[$0]) < (draws[$1], all[$1]) }.map { all[$0] }
  }

  /// How many rows month 1 can have.
  var capacity: Int { candidates.count }

  /// Takes so many rows for month 1, those with the lowest draws, and finds those of the months after it.
  mutating func settle(_ wanted: Int, months: Int) {
    subjects = candidates.prefix(wanted).sorted()
    counts = [subjects.count]
    guard months > 1 else { return }
    let limit = wanted < candidates.count ? draw(of: candidates[wanted], month: 1) : .max
    var isTaken = Array(repeating: false, count: rule.count(shared))
    for index in subjects { isTaken[Int(index)] = true }
    for month in 2...months {
      let sight = knowledge(month)
      for index in isTaken.indices where !isTaken[index] && rule.isIn(sight, index) {
        guard limit == .max || draw(of: Int32(index), month: month) < limit else { continue }
        isTaken[index] = true
        subjects.append(Int32(index))
      }
      counts.append(subjects.count)
    }
  }

  /// Whether the row of a number is in the list of a month.
  func isIn(_ number: Int, month: Int) -> Bool {
    rule.isIn(knowledge(month), Int(subjects[number]))
  }

  /// What the department knows when it writes the list of a month.
  private func knowledge(_ month: Int) -> Sight {
    Sight(shared: shared, day: 0).on(Int32(TruthCalendar.day(ofMonth: month).ordinal) - lag)
  }

  private func draw(of index: Int32, month: Int) -> UInt64 {
    if let rank = rule.rank {
      return UInt64.max - UInt64(max(0, rank(knowledge(month), Int(index))))
    }
    let group = rule.group(knowledge(month), Int(index))
    var draw = Draw(Draw.stream(seed, "rows.\(name)"), group)
    return first.contains(group) ? 0 : draw.next()
  }
}
