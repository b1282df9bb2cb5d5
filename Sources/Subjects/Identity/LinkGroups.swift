/// Groups of rows that one certain rule makes one subject, and what follows from their names.
struct LinkGroups {
  /// A group: each of its rows is linked with each other one.
  struct Group {
    /// The rule's place in the ladder; -1 for a decision.
    var rule: Int
    var rows: Range<Int>
  }

  private(set) var groups: [Group] = []
  /// The rows of the groups, in canonical order within each.
  private(set) var rows: [UInt32] = []
  /// Claims of rows whose names contradict others of the same key.
  private(set) var claims: [UInt32: [Claim]] = [:]
  /// What goes to the queue.
  private(set) var items: [ReviewItem] = []

  private let table: RecordTable
  private let rank: [UInt32]
  private var scope: UInt32 = 0

  /// The groups of sorted keys, of those runs of which a row `isTouched`, and of those whose hash is watched.
  init(
    _ keys: [KeyEntry], table: RecordTable, rank: [UInt32], watched: Set<UInt64> = [],
    isTouched: (UInt32) -> Bool
  ) {
    self.table = table
    self.rank = rank
    var gathered: [[KeyEntry]] = []
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].hash == keys[start].hash { end += 1 }
      if end > start + 1,
        keys[start..<end].contains(where: { isTouched($0.row) })
          || watched.contains(keys[start].hash)
      {
        if Self.isOne(keys[start..<end], table: table) {
          add(keys[start..<end])
        } else {
          gathered.removeAll(keepingCapacity: true)
          Self.split(keys[start..<end], table: table, into: &gathered)
          for group in gathered { add(group[...]) }
        }
      }
      start = end
    }
  }

  /// Adds what decisions say.
  mutating func decide(same: [(UInt32, UInt32)], different: [(UInt32, UInt32)]) {
    for (one, other) in same where one != other {
      append([one, other].sorted { rank[Int($0)] < rank[Int($1)] }, rule: -1)
    }
    for (number, pair) in different.enumerated() where pair.0 != pair.1 {
      let rule = UInt32(truncatingIfNeeded: table.rules.cannotLink.count + 1)
      let scope = UInt32(truncatingIfNeeded: number)
      for (value, row) in [pair.0, pair.1].enumerated() {
        let value = UInt32(truncatingIfNeeded: value) + 1
        claims[row, default: []].append(
          Claim(rule: rule, scope: scope, value: value, exemption: 0))
      }
    }
  }

  /// Whether entries of one hash hold the same.
  static func isOne(_ run: ArraySlice<KeyEntry>, table: RecordTable) -> Bool {
    guard let first = run.first else { return true }
    let rule = table.rules.identity[Int(first.rule)]
    return run.allSatisfy { entry in
      entry.rule == first.rule && entry.leg == first.leg
        && table.agree(Int(first.row), Int(entry.row), rule, leg: Int(first.leg))
    }
  }

  /// Entries of one hash by what they really hold: equal hashes may be of different values.
  static func split(
    _ run: ArraySlice<KeyEntry>, table: RecordTable, into groups: inout [[KeyEntry]]
  ) {
    for entry in run {
      let home = groups.firstIndex { group in
        group[0].rule == entry.rule && group[0].leg == entry.leg
          && table.agree(
            Int(group[0].row), Int(entry.row), table.rules.identity[Int(entry.rule)],
            leg: Int(entry.leg))
      }
      if let home { groups[home].append(entry) } else { groups.append([entry]) }
    }
  }

  private mutating func add(_ group: ArraySlice<KeyEntry>) {
    guard group.count > 1, let entry = group.first else { return }
    let number = Int(entry.rule)
    let start = rows.count
    for entry in group { rows.append(entry.row) }
    if !isSorted(rows[start...]) { rows[start...].sort { rank[Int($0)] < rank[Int($1)] } }
    if let compatible = table.rules.identity[number].compatible {
      let first = table.reading(Int(entry.row), compatible)
      if !rows[start...].allSatisfy({ table.reading(Int($0), compatible) == first }) {
        let members = Array(rows[start...])
        rows.removeSubrange(start...)
        return divide(members, table.rules.identity[number], number, compatible)
      }
    }
    groups.append(Group(rule: number, rows: start..<rows.count))
  }

  private func isSorted(_ rows: ArraySlice<UInt32>) -> Bool {
    for place in rows.indices.dropFirst()
    where rank[Int(rows[place - 1])] > rank[Int(rows[place])] {
      return false
    }
    return true
  }

  /// Adds the groups of rows that share a key, but not one name.
  private mutating func divide(
    _ members: [UInt32], _ rule: IdentityRule, _ number: Int, _ compatible: Int
  ) {
    let names = NameClasses(members, rule: rule, compatible: compatible, table: table)
    if names.isCommon {
      items.append(ReviewItem(reason: .common(rule: rule.rule), rows: [Int(members[0])]))
      return
    }
    let classes = names.classes.map { $0.sorted { rank[Int($0)] < rank[Int($1)] } }
      .sorted { rank[Int($0[0])] < rank[Int($1[0])] }
    for rows in classes where rows.count > 1 { append(rows, rule: number) }
    if classes.count > 1 { separate(classes, rule: rule, ambiguous: Set(names.ambiguous)) }
  }

  private mutating func separate(
    _ classes: [[UInt32]], rule: IdentityRule, ambiguous: Set<UInt32>
  ) {
    scope += 1
    for (value, rows) in classes.enumerated() {
      let claim = Claim(
        rule: UInt32(truncatingIfNeeded: table.rules.cannotLink.count), scope: scope,
        value: UInt32(truncatingIfNeeded: value) + 1, exemption: 0)
      for row in rows { claims[row, default: []].append(claim) }
    }
    let clear = classes.map { $0[0] }.filter { !ambiguous.contains($0) }
    for row in classes.map({ $0[0] }) where ambiguous.contains(row) {
      items.append(
        ReviewItem(reason: .ambiguous(rule: rule.rule), rows: ([row] + clear).map { Int($0) }))
    }
    if clear.count > 1 {
      items.append(ReviewItem(reason: .split(rule: rule.rule), rows: clear.map { Int($0) }))
    }
  }

  private mutating func append(_ members: [UInt32], rule: Int) {
    let start = rows.count
    rows.append(contentsOf: members)
    groups.append(Group(rule: rule, rows: start..<rows.count))
  }
}
