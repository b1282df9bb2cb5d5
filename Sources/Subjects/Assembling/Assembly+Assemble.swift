extension Assembly {
  /// Brings the subjects up to date with rows and decisions.
  ///
  /// - Returns: what happened to subjects, in the order of their keys; the history has it too.
  @discardableResult
  public mutating func assemble() -> [SubjectEvent] {
    let work = prepare()
    return finish(work, built: work.builder.subjects(of: work.clusters, keys: work.keys))
  }

  /// As ``assemble()``, with so many tasks at once for the values of subjects; the same result.
  @discardableResult
  public mutating func assemble(tasks: Int) async -> [SubjectEvent] {
    let work = prepare()
    let count = work.clusters.count
    let parts = max(1, min(tasks, 64, count / 1000))
    let built = await withTaskGroup(of: (Int, [Subject]).self) { group in
      for part in 0..<parts {
        group.addTask {
          let range = (count * part / parts)..<(count * (part + 1) / parts)
          let clusters = Array(work.clusters[range])
          return (part, work.builder.subjects(of: clusters, keys: Array(work.keys[range])))
        }
      }
      var built = [[Subject]](repeating: [], count: parts)
      for await (part, subjects) in group { built[part] = subjects }
      return built
    }
    return finish(work, built: Array(built.joined()))
  }

  /// What is left to do when rows are clustered.
  private struct Work: Sendable {
    var clusters: [[UInt32]]
    var keys: [SubjectKey]
    var builder: SubjectBuilder
    /// The subjects that the clusters stand in the place of.
    var old: [Subject]
    /// The keys whose proposals are to be renewed; all where nil.
    var touchedKeys: Set<UInt64>?
  }

  private mutating func prepare() -> Work {
    let fresh = self.fresh
    slotOf.append(contentsOf: repeatElement(.max, count: table.count - slotOf.count))
    let keys = IdentityKeys(table: table, rows: renumber(fresh))
    certain = .merged(certain, keys.certain)
    proposing = .merged(proposing, keys.proposing)
    let former = pairs
    resolveDecisions()
    let isFirst = slots.isEmpty
    let touched = touched(fresh: fresh, former: former)
    let touchedKeys = isFirst ? nil : proposingKeys(touched)
    if isFirst { placeStanding() }
    if !dead.isEmpty {
      certain.removeAll { !isAlive[Int($0.row)] }
      proposing.removeAll { !isAlive[Int($0.row)] }
    }
    let old = takeOut(touched)
    let clusters = cluster(order.filter { touched[Int($0)] }, touched)
    let builder = SubjectBuilder(
      table: table, rank: rank, valueDecisions: valueDecisions, makeKey: makeKey)
    return Work(
      clusters: clusters, keys: names(of: clusters, builder), builder: builder, old: old,
      touchedKeys: touchedKeys)
  }

  private mutating func finish(_ work: Work, built: [Subject]) -> [SubjectEvent] {
    for subject in built {
      let slot = freeSlots.popLast() ?? slots.count
      if slot == slots.count { slots.append(subject) } else { slots[slot] = subject }
      for row in subject.members { slotOf[row] = UInt32(truncatingIfNeeded: slot) }
    }
    let events =
      work.old.isEmpty
      ? built.map(\.key).sorted().map { .created($0) }
      : SubjectEvent.between(
        work.old.map { (key: $0.key, rows: $0.members.map { table.name(of: $0) }) },
        built.map { (key: $0.key, rows: $0.members.map { table.name(of: $0) }) })
    propose(work.touchedKeys)
    history.append(events)
    (fresh, dead, decided) = ([], [], [])
    return events
  }

  /// Puts the rows that stand in order: by data set, then by the bytes of their keys.
  ///
  /// - Returns: the fresh ones in order.
  private mutating func renumber(_ fresh: [UInt32]) -> [UInt32] {
    let sorted = table.sortedByName(fresh)
    order.removeAll { !isAlive[Int($0)] }
    var merged: [UInt32] = []
    merged.reserveCapacity(order.count + sorted.count)
    var next = 0
    for row in order {
      while next < sorted.count, table.isBefore(sorted[next], row) {
        merged.append(sorted[next])
        next += 1
      }
      merged.append(row)
    }
    merged.append(contentsOf: sorted[next...])
    order = merged
    // Rows that no longer stand come last; they serve for finding what they touched alone.
    rank = [UInt32](repeating: .max, count: table.count)
    for (place, row) in order.enumerated() {
      rank[Int(row)] = UInt32(truncatingIfNeeded: place)
    }
    return sorted
  }

  private mutating func resolveDecisions() {
    pairs = DecidedPairs()
    valueDecisions = [:]
    for decision in decisions {
      switch decision {
      case .same(let one, let other):
        if let first = row(one), let second = row(other) { pairs.same.append((first, second)) }
      case .different(let one, let other):
        if let first = row(one), let second = row(other) {
          pairs.different.append((first, second))
        }
      case .value(let value):
        guard let row = row(value.row), let attribute = rules.attribute(value.attribute) else {
          continue
        }
        table.keep(value.value, attribute: attribute)
        valueDecisions[row, default: []].append(value)
      }
    }
    let rank = self.rank
    let isBefore: ((UInt32, UInt32), (UInt32, UInt32)) -> Bool = { left, right in
      (rank[Int(left.0)], rank[Int(left.1)]) < (rank[Int(right.0)], rank[Int(right.1)])
    }
    pairs.same.sort(by: isBefore)
    pairs.different.sort(by: isBefore)
  }

  /// Which rows lie in a component, of now or before, that a change touches.
  private func touched(fresh: [UInt32], former: DecidedPairs) -> [Bool] {
    if slots.isEmpty { return table.rowNumbers.map { isAlive[$0] && !isAround($0) } }
    var sets = DisjointSets(count: table.count)
    certain.forEachRun { run in
      guard let first = run.first else { return }
      for entry in run.dropFirst() { sets.join(first.row, entry.row) }
    }
    for pair in former.same + pairs.same { sets.join(pair.0, pair.1) }
    var isRoot = [Bool](repeating: false, count: table.count)
    for row in fresh + dead + decided { isRoot[Int(sets.root(row))] = true }
    // Rows of one subject are in one component, unless a decision that is gone had joined them.
    return table.rowNumbers.map {
      isRoot[Int(sets.root(UInt32(truncatingIfNeeded: $0)))] && !isAround($0)
    }
  }

  /// Takes the subjects of touched rows out.
  private mutating func takeOut(_ touched: [Bool]) -> [Subject] {
    var old: [Subject] = []
    for (slot, subject) in slots.enumerated() {
      guard let subject, subject.members.contains(where: { touched[$0] }) else { continue }
      old.append(subject)
      slots[slot] = nil
      freeSlots.append(slot)
    }
    items.removeAll { item in item.rows.contains { touched[$0] || !isAlive[$0] } }
    return old
  }

  private mutating func cluster(_ rows: [UInt32], _ touched: [Bool]) -> [[UInt32]] {
    var links = LinkGroups(certain, table: table, rank: rank, watched: watched) {
      touched[Int($0)]
    }
    links.decide(
      same: pairs.same.filter { touched[Int($0.0)] },
      different: pairs.different.filter { touched[Int($0.0)] && touched[Int($0.1)] })
    let clusters = Clusters(rows: rows, links: links, table: table, rank: rank)
    // What is said of a row around may have been said by the assembly before.
    items += standingCount == 0 ? clusters.items : clusters.items.filter { !items.contains($0) }
    return clusters.clusters
  }

  /// The keys that a touched row proposes by, or one that is gone.
  private func proposingKeys(_ touched: [Bool]) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    for entry in proposing where touched[Int(entry.row)] { keys.insert(entry.hash) }
    return keys
  }

  /// Renews the proposals of touched keys, of all where nil.
  private mutating func propose(_ keys: Set<UInt64>?) {
    if let keys { proposals.removeAll { keys.contains($0.hash) } }
    let found = Candidates(
      proposing, table: table, rank: rank,
      isTouched: { [muted] in !muted.contains($0) && keys?.contains($0) ?? true },
      cluster: { [slotOf] in Int(slotOf[Int($0)]) },
      rows: { [slots] in slots[$0]?.members.map { UInt32(truncatingIfNeeded: $0) } ?? [] })
    proposals += found.proposals
  }
}
