/// Pairs of subjects that a rule proposes as one.
struct Candidates {
  /// A proposal, and the key it came from.
  struct Proposal {
    var hash: UInt64
    var item: ReviewItem
  }

  private(set) var proposals: [Proposal] = []

  private let table: RecordTable
  private let rank: [UInt32]
  private let cluster: (UInt32) -> Int
  private let rows: (Int) -> [UInt32]

  /// The proposals of those runs of sorted keys whose hash is touched.
  ///
  /// - Parameters:
  ///   - cluster: the number of the cluster a row is in.
  ///   - rows: the rows of a cluster in canonical order.
  init(
    _ keys: [KeyEntry], table: RecordTable, rank: [UInt32], isTouched: (UInt64) -> Bool,
    cluster: @escaping (UInt32) -> Int, rows: @escaping (Int) -> [UInt32]
  ) {
    self.table = table
    self.rank = rank
    self.cluster = cluster
    self.rows = rows
    var gathered: [[KeyEntry]] = []
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].hash == keys[start].hash { end += 1 }
      if end > start + 1, isTouched(keys[start].hash) {
        if isOfOneCluster(keys[start..<end]) {
          // Nothing to propose, whatever the keys hold.
        } else if LinkGroups.isOne(keys[start..<end], table: table) {
          propose(keys[start..<end])
        } else {
          gathered.removeAll(keepingCapacity: true)
          LinkGroups.split(keys[start..<end], table: table, into: &gathered)
          for group in gathered { propose(group[...]) }
        }
      }
      start = end
    }
  }

  private func isOfOneCluster(_ run: ArraySlice<KeyEntry>) -> Bool {
    guard let first = run.first else { return true }
    let number = cluster(first.row)
    return run.allSatisfy { cluster($0.row) == number }
  }

  private mutating func propose(_ group: ArraySlice<KeyEntry>) {
    guard group.count > 1, let any = group.first else { return }
    let rule = table.rules.identity[Int(any.rule)]
    var first: [Int: UInt32] = [:]
    for entry in group {
      let number = cluster(entry.row)
      if let known = first[number], rank[Int(known)] <= rank[Int(entry.row)] { continue }
      first[number] = entry.row
    }
    guard first.count > 1, first.count <= rule.limit else { return }
    if rule.isUnique, first.count != 2 { return }
    let firsts = first.values.sorted { rank[Int($0)] < rank[Int($1)] }
    for (place, one) in firsts.enumerated() {
      for other in firsts[(place + 1)...] where isPossible(one, other, rule) {
        proposals.append(
          Proposal(
            hash: any.hash,
            item: ReviewItem(
              reason: .candidate(rule: rule.rule), rows: [Int(one), Int(other)])))
      }
    }
  }

  private func isPossible(_ one: UInt32, _ other: UInt32, _ rule: IdentityRule) -> Bool {
    if let near = rule.near, !table.isNear(Int(one), Int(other), near) { return false }
    if let compatible = rule.compatible {
      let names = [one, other].map { NamePattern(table.pool[table.reading(Int($0), compatible)]) }
      if table.reading(Int(one), compatible) != table.reading(Int(other), compatible),
        !names[0].fits(names[1])
      {
        return false
      }
    }
    return Claim.exclusion(claims(of: one), claims(of: other)) == nil
  }

  private func claims(of row: UInt32) -> [Claim] {
    var claims: [Claim] = []
    for member in rows(cluster(row)) { table.addClaims(of: Int(member), to: &claims) }
    return Claim.unique(claims)
  }
}
