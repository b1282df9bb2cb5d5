/// Links the rows of a table by rules: which are one, and which a person should look at.
///
/// A pair is compared if it shares a blocking key, and linked if its sum reaches the threshold or a
/// certain rung of the ladder holds, and nothing forbids it. Links are taken strongest first, in
/// the total order (rung, points, keys of the rows); one that would join rows that cannot be one,
/// or give a row a second partner where it may have one, is left out. Equal claims on one row are
/// queued, all of them.
public struct Linking: Sendable {
  /// A pair of rows.
  public struct Pair: Hashable, Sendable {
    /// The rows' numbers in the table, in the order of sides and keys.
    public let one: Int, other: Int
    /// The sum of its comparisons.
    public let points: Double
    /// The rung's place in the ladder; nil where the sum decides.
    public let rung: Int?
  }

  /// The pairs that are linked.
  public private(set) var links: [Pair] = []
  /// The pairs that a person should look at.
  public private(set) var candidates: [Pair] = []
  /// The number of the group of each row; a group is named by its first row.
  public private(set) var groups: [Int] = []
  /// How many pairs were compared.
  public private(set) var compared = 0

  private let table: LinkTable
  private let rank: [Int]

  /// Links the rows of a table.
  public init(_ table: LinkTable) {
    self.table = table
    let order = (0..<table.count).sorted { one, other in
      if table.sides[one] != table.sides[other] { return table.sides[one] < table.sides[other] }
      return table.keys[one].lexicographicallyPrecedes(table.keys[other])
    }
    var rank = [Int](repeating: 0, count: table.count)
    for (place, row) in order.enumerated() { rank[row] = place }
    self.rank = rank
    var accepted: [Pair] = []
    for pair in blockedPairs(order) { judge(order[pair.0], order[pair.1], &accepted) }
    accepted.sort { isStronger($0, $1) }
    if table.rules.isOneToOne { matchOneToOne(accepted) } else { group(accepted) }
    let queued = candidates.sorted { isStronger($0, $1) }
    candidates = queued
  }

  /// The pairs, as ranks, that share a blocking key, each once, in order.
  private func blockedPairs(_ order: [Int]) -> [(Int, Int)] {
    var pairs: Set<UInt64> = []
    for block in table.rules.blocks {
      var blocks: [[UInt32]: [Int]] = [:]
      for (place, row) in order.enumerated() {
        guard let key = key(row, block) else { continue }
        blocks[key, default: []].append(place)
      }
      for places in blocks.values where places.count <= table.rules.blockLimit {
        for (step, one) in places.enumerated() {
          for other in places[(step + 1)...]
          where table.sides[order[one]] < 0 || table.sides[order[one]] != table.sides[order[other]]
          {
            pairs.insert(UInt64(one) << 32 | UInt64(other))
          }
        }
      }
    }
    return pairs.sorted().map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
  }

  private func key(_ row: Int, _ block: [LinkRules.Block]) -> [UInt32]? {
    var key: [UInt32] = []
    for part in block {
      let reading = table.reading(row, part.column)
      guard reading != 0 else { return nil }
      if let prefix = part.prefix {
        key += table.characters[Int(reading)].prefix(prefix)
      } else {
        key.append(reading)
      }
      key.append(.max)
    }
    return key
  }

  private mutating func judge(_ one: Int, _ other: Int, _ accepted: inout [Pair]) {
    compared += 1
    let rules = table.rules
    if rules.cannotLink.contains(where: { table.holds($0, one, other) }) { return }
    var points = 0.0
    for comparison in rules.comparisons {
      points += comparison.first { table.holds($0.comparator, one, other) }?.points ?? 0
    }
    let rung = rules.ladder.firstIndex { rung in
      rung.all.allSatisfy { table.holds($0, one, other) }
        && rung.some.count(where: { table.holds($0, one, other) }) >= rung.least
    }
    let pair = Pair(one: one, other: other, points: points, rung: rung)
    if let rung, rules.ladder[rung].isCertain {
      accepted.append(pair)
    } else if points >= rules.threshold {
      accepted.append(Pair(one: one, other: other, points: points, rung: nil))
    } else if rung != nil || points >= rules.candidate {
      candidates.append(pair)
    }
  }

  private func isStronger(_ left: Pair, _ right: Pair) -> Bool {
    let (one, other) = (left.rung ?? .max, right.rung ?? .max)
    if one != other { return one < other }
    if left.points != right.points { return left.points > right.points }
    return (rank[left.one], rank[left.other]) < (rank[right.one], rank[right.other])
  }

  /// Rows that are linked, directly or through others, are one group, as long as nothing forbids it.
  private mutating func group(_ accepted: [Pair]) {
    groups = Array(0..<table.count)
    var members = groups.map { [$0] }
    for pair in accepted {
      let (one, other) = (groups[pair.one], groups[pair.other])
      if one != other {
        let isForbidden = members[one].contains { left in
          members[other].contains { right in
            table.rules.cannotLink.contains { table.holds($0, left, right) }
          }
        }
        if isForbidden {
          candidates.append(pair)
          continue
        }
        let (target, source) = rank[one] < rank[other] ? (one, other) : (other, one)
        for row in members[source] { groups[row] = target }
        members[target] += members[source]
        members[source] = []
      }
      links.append(pair)
    }
  }

  /// Strongest first; a row on which two equally strong pairs have a claim is left to a person.
  private mutating func matchOneToOne(_ accepted: [Pair]) {
    groups = Array(0..<table.count)
    var isTaken = [Bool](repeating: false, count: table.count)
    var start = 0
    while start < accepted.count {
      let first = accepted[start]
      let equal = accepted[start...].prefix {
        $0.rung == first.rung && $0.points == first.points
      }.filter { !isTaken[$0.one] && !isTaken[$0.other] }
      var claims: [Int: Int] = [:]
      for pair in equal { for row in [pair.one, pair.other] { claims[row, default: 0] += 1 } }
      for pair in equal {
        isTaken[pair.one] = true
        isTaken[pair.other] = true
        if claims[pair.one] == 1, claims[pair.other] == 1 {
          links.append(pair)
          groups[pair.other] = pair.one
        } else {
          candidates.append(pair)
        }
      }
      start +=
        accepted[start...].prefix {
          $0.rung == first.rung && $0.points == first.points
        }.count
    }
  }
}
