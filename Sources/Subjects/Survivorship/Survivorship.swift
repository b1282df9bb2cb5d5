/// A value that a decision gives an attribute, in the numbers of a table.
struct DecidedValue: Hashable, Sendable {
  var attribute: Int
  var row: Int
  var stated: UInt32
  var reading: UInt32
}

/// Chooses the values of subjects from the values that their rows state.
///
/// Rows that are deleted in their data sets do not vote, and no value never beats a value.
struct Survivorship {
  let table: RecordTable
  let rank: [UInt32]
  private let inTuple: [Int: Int]

  init(table: RecordTable, rank: [UInt32]) {
    self.table = table
    self.rank = rank
    var inTuple: [Int: Int] = [:]
    for (number, tuple) in table.rules.tuples.enumerated() {
      for attribute in tuple.attributes { inTuple[attribute] = number }
    }
    self.inTuple = inTuple
  }

  /// One row's value of an attribute, as a candidate.
  struct Vote {
    var row: UInt32
    var cell: RecordTable.Cell
    /// Smaller is better; used by the policies `preferred` and `frequent`.
    var merit = 0
  }

  /// The winners of a cluster, by attribute; several of an attribute whose values are all kept.
  func winners(of members: [UInt32], decisions: [DecidedValue] = []) -> [Winner] {
    var votes: [(attribute: UInt16, vote: Vote)] = []
    for row in members where !table.rows[Int(row)].isDeleted {
      for cell in table.cells[table.rows[Int(row)].cells] where cell.reading != 0 {
        votes.append((cell.attribute, Vote(row: row, cell: cell)))
      }
    }
    // Of one row's values of one attribute the first stated comes first: the sort is stable.
    votes.sort { ($0.attribute, rank[Int($0.vote.row)]) < ($1.attribute, rank[Int($1.vote.row)]) }
    var winners: [Winner] = []
    var leads: [Int: Winner] = [:]
    var start = 0
    while start < votes.count {
      let attribute = Int(votes[start].attribute)
      var end = start
      while end < votes.count, Int(votes[end].attribute) == attribute { end += 1 }
      let group = votes[start..<end].map(\.vote)
      start = end
      if let tuple = inTuple[attribute] {
        if attribute == table.rules.tuples[tuple].attributes[0] {
          leads[tuple] = winner(of: attribute, group)
        }
        continue
      }
      if table.rules.attributes[attribute].policy == .all {
        winners += kept(attribute, group)
      } else {
        winners.append(winner(of: attribute, group))
      }
    }
    for (tuple, lead) in leads { winners += whole(table.rules.tuples[tuple], lead) }
    decide(&winners, decisions, votes: votes.map { (Int($0.attribute), $0.vote) })
    return winners.sorted { left, right in
      let (one, other) = (order(left), order(right))
      if one != other { return one < other }
      return table.pool.compare(left.reading, right.reading) < 0
    }
  }

  /// The values of a tuple, all from the row in which its first attribute won.
  private func whole(_ tuple: Tuple, _ lead: Winner) -> [Winner] {
    tuple.attributes.compactMap { attribute in
      if attribute == lead.attribute { return lead }
      guard let cell = table.cell(lead.row, attribute) else { return nil }
      return Winner(
        attribute: attribute, row: lead.row, stated: cell.stated, reading: cell.reading,
        criterion: .tuple)
    }
  }

  /// Each value once, from its newest row.
  private func kept(_ attribute: Int, _ votes: [Vote]) -> [Winner] {
    var best: [UInt32: Vote] = [:]
    for vote in votes {
      if let held = best[vote.cell.reading],
        compare(held, vote, attribute: attribute, policy: .newest).isFirst
      {
        continue
      }
      best[vote.cell.reading] = vote
    }
    return best.values.map { winner(attribute, $0, .kept) }
  }

  private func winner(of attribute: Int, _ votes: [Vote]) -> Winner {
    var votes = votes
    let policy = table.rules.attributes[attribute].policy
    weigh(&votes, policy)
    var best = votes[0]
    for vote in votes.dropFirst()
    where !compare(best, vote, attribute: attribute, policy: policy).isFirst {
      best = vote
    }
    guard votes.count > 1 else { return winner(attribute, best, .only) }
    let rivals = votes.filter { $0.cell.reading != best.cell.reading }
    guard var second = rivals.first else { return winner(attribute, best, .agreed) }
    for vote in rivals.dropFirst()
    where !compare(second, vote, attribute: attribute, policy: policy).isFirst {
      second = vote
    }
    let criterion = compare(best, second, attribute: attribute, policy: policy).criterion
    return winner(attribute, best, criterion)
  }

  private func winner(_ attribute: Int, _ vote: Vote, _ criterion: Criterion) -> Winner {
    Winner(
      attribute: attribute, row: Int(vote.row), stated: vote.cell.stated,
      reading: vote.cell.reading, criterion: criterion)
  }

  private func weigh(_ votes: inout [Vote], _ policy: SurvivorshipPolicy) {
    switch policy {
    case .preferred(let values):
      for place in votes.indices {
        let value = table.pool[votes[place].cell.reading]
        votes[place].merit = values.firstIndex { $0.elementsEqual(value) } ?? values.count
      }
    case .frequent:
      var counts: [UInt32: Int] = [:]
      for vote in votes { counts[vote.cell.reading, default: 0] += 1 }
      for place in votes.indices {
        votes[place].merit = -(counts[votes[place].cell.reading] ?? 0)
      }
    case .rank, .newest, .oldest, .all: break
    }
  }

  /// Whether the first of two votes comes before the second, and what decides it.
  func compare(_ left: Vote, _ right: Vote, attribute: Int, policy: SurvivorshipPolicy) -> (
    isFirst: Bool, criterion: Criterion
  ) {
    let (one, other) = (table.rows[Int(left.row)], table.rows[Int(right.row)])
    if left.merit != right.merit {
      return (left.merit < right.merit, policy == .frequent ? .frequency : .preferred)
    }
    let ranks = table.rules.attributes[attribute].ranks
    let isDateFirst = policy == .newest || policy == .oldest || policy == .all
    for step in isDateFirst ? [1, 0] : [0, 1] {
      if step == 0 {
        let (first, second) = (ranks[Int(one.source)], ranks[Int(other.source)])
        if first != second { return (first < second, .rank) }
      } else if one.effective != other.effective {
        return (isEarlier(one.effective, other.effective, policy), .effective)
      }
    }
    if one.loaded != other.loaded { return (one.loaded > other.loaded, .loaded) }
    if one.source != other.source { return (one.source < other.source, .dataSet) }
    return (rank[Int(left.row)] <= rank[Int(right.row)], .rowKey)
  }

  /// Whether a day comes first: the newest, or the oldest; an unknown one comes last.
  private func isEarlier(_ one: Int32, _ other: Int32, _ policy: SurvivorshipPolicy) -> Bool {
    if one == CivilDay.unknown || other == CivilDay.unknown { return one != CivilDay.unknown }
    return policy == .oldest ? one < other : one > other
  }

  /// Where a winner stands among those of its attribute: newest first.
  private func order(_ winner: Winner) -> (Int, Int64, UInt32) {
    (winner.attribute, -Int64(table.rows[winner.row].effective), rank[winner.row])
  }

  private func decide(
    _ winners: inout [Winner], _ decisions: [DecidedValue], votes: [(Int, Vote)]
  ) {
    for decided in decisions {
      let supporting = votes.first {
        $0.0 == decided.attribute && $0.1.cell.reading == decided.reading
      }
      winners.removeAll { $0.attribute == decided.attribute }
      winners.append(
        Winner(
          attribute: decided.attribute, row: supporting.map { Int($0.1.row) } ?? decided.row,
          stated: decided.stated, reading: decided.reading, criterion: .decision))
    }
  }
}
