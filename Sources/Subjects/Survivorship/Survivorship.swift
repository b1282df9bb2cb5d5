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
  private let inTuple: [Int?]
  private let policies: [SurvivorshipPolicy]
  private let isVoted: [Bool]
  /// The ranks of all data sets for the first attribute, then for the second, and so on.
  private let ranks: [Int]
  private let sourceCount: Int

  init(table: RecordTable, rank: [UInt32]) {
    self.table = table
    self.rank = rank
    var inTuple = [Int?](repeating: nil, count: table.rules.attributes.count)
    for (number, tuple) in table.rules.tuples.enumerated() {
      for attribute in tuple.attributes { inTuple[attribute] = number }
    }
    self.inTuple = inTuple
    policies = table.rules.attributes.map(\.policy)
    isVoted = policies.map { $0 != .none }
    ranks = table.rules.attributes.flatMap(\.ranks)
    sourceCount = table.rules.sources.count
  }

  /// One row's value of an attribute, as a candidate.
  struct Vote {
    var row: UInt32
    var place: UInt32
    var cell: RecordTable.Cell
    /// Smaller is better; used by the policies `preferred` and `frequent`.
    var merit = 0
  }

  /// The winners of a cluster, by attribute; several of an attribute whose values are all kept.
  func winners(of members: [UInt32], decisions: [DecidedValue] = []) -> [Winner] {
    var votes = votes(of: members)
    var winners: [Winner] = []
    var leads: [(tuple: Int, winner: Winner)] = []
    var start = 0
    while start < votes.count {
      let attribute = Int(votes[start].cell.attribute)
      var end = start
      while end < votes.count, Int(votes[end].cell.attribute) == attribute { end += 1 }
      let range = start..<end
      start = end
      if let tuple = inTuple[attribute] {
        if attribute == table.rules.tuples[tuple].attributes[0] {
          leads.append((tuple, winner(of: attribute, &votes, range)))
        }
      } else if range.count > 1, policies[attribute] == .all {
        winners += kept(attribute, votes[range])
      } else {
        winners.append(winner(of: attribute, &votes, range))
      }
    }
    for lead in leads { winners += whole(table.rules.tuples[lead.tuple], lead.winner) }
    decide(&winners, decisions, votes)
    // Values came by attribute; only tuples, decisions and kept values break the order.
    return winners.sorted { left, right in
      if left.attribute != right.attribute { return left.attribute < right.attribute }
      let (one, other) = (order(left), order(right))
      if one != other { return one < other }
      return table.pool.compare(left.reading, right.reading) < 0
    }
  }

  /// All votes, by attribute, then by row; of one row's values the first stated comes first.
  private func votes(of members: [UInt32]) -> [Vote] {
    var votes: [Vote] = []
    votes.reserveCapacity(members.count * 12)
    for row in members where !table.rows[Int(row)].isDeleted {
      for place in table.rows[Int(row)].cells
      where table.cells[place].reading != 0 && isVoted[Int(table.cells[place].attribute)] {
        votes.append(
          Vote(row: row, place: UInt32(truncatingIfNeeded: votes.count), cell: table.cells[place]))
      }
    }
    votes.sort { ($0.cell.attribute, $0.place) < ($1.cell.attribute, $1.place) }
    return votes
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
  private func kept(_ attribute: Int, _ votes: ArraySlice<Vote>) -> [Winner] {
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

  private func winner(of attribute: Int, _ votes: inout [Vote], _ range: Range<Int>) -> Winner {
    if range.count == 1 { return winner(attribute, votes[range.lowerBound], .only) }
    let policy = policies[attribute]
    weigh(&votes[range], policy)
    var best = votes[range.lowerBound]
    for vote in votes[range].dropFirst()
    where !compare(best, vote, attribute: attribute, policy: policy).isFirst {
      best = vote
    }
    var second: Vote?
    for vote in votes[range] where vote.cell.reading != best.cell.reading {
      if let held = second, compare(held, vote, attribute: attribute, policy: policy).isFirst {
        continue
      }
      second = vote
    }
    guard let second else { return winner(attribute, best, .agreed) }
    let criterion = compare(best, second, attribute: attribute, policy: policy).criterion
    return winner(attribute, best, criterion)
  }

  private func winner(_ attribute: Int, _ vote: Vote, _ criterion: Criterion) -> Winner {
    Winner(
      attribute: attribute, row: Int(vote.row), stated: vote.cell.stated,
      reading: vote.cell.reading, criterion: criterion)
  }

  private func weigh(_ votes: inout ArraySlice<Vote>, _ policy: SurvivorshipPolicy) {
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
    case .rank, .newest, .oldest, .all, .none: break
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
    let first = attribute &* sourceCount
    let isDateFirst = policy == .newest || policy == .oldest || policy == .all
    for step in 0...1 {
      if (step == 0) != isDateFirst {
        let (left, right) = (ranks[first + Int(one.source)], ranks[first + Int(other.source)])
        if left != right { return (left < right, .rank) }
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
  private func order(_ winner: Winner) -> (Int64, UInt32) {
    (-Int64(table.rows[winner.row].effective), rank[winner.row])
  }

  private func decide(
    _ winners: inout [Winner], _ decisions: [DecidedValue], _ votes: [Vote]
  ) {
    for decided in decisions {
      let supporting = votes.first {
        Int($0.cell.attribute) == decided.attribute && $0.cell.reading == decided.reading
      }
      winners.removeAll { $0.attribute == decided.attribute }
      winners.append(
        Winner(
          attribute: decided.attribute, row: supporting.map { Int($0.row) } ?? decided.row,
          stated: decided.stated, reading: decided.reading, criterion: .decision))
    }
  }
}
