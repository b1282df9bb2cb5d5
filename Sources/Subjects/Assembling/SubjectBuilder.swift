/// Makes subjects of clusters: their keys, values, facts and conflicts.
struct SubjectBuilder: Sendable {
  let table: RecordTable
  let rank: [UInt32]
  let valueDecisions: [UInt32: [ValueDecision]]
  let makeKey: @Sendable ([UInt8]) -> SubjectKey

  /// The subjects of clusters with their keys, in the order of these.
  func subjects(of clusters: [[UInt32]], keys: [SubjectKey]) -> [Subject] {
    let survivorship = Survivorship(table: table, rank: rank)
    let facts = Facts(table: table, rank: rank)
    let conflicts = Conflicts(table: table, rank: rank)
    return clusters.indices.map { place in
      subject(clusters[place], keys[place], survivorship, facts, conflicts)
    }
  }

  private func subject(
    _ rows: [UInt32], _ key: SubjectKey, _ survivorship: Survivorship, _ facts: Facts,
    _ conflicts: Conflicts
  ) -> Subject {
    var (holding, stale): ([DecidedValue], Set<Int>) = ([], [])
    if !valueDecisions.isEmpty { (holding, stale) = decisions(of: rows) }
    let winners = survivorship.winners(of: rows, decisions: holding)
    let told = facts.facts(of: rows, end: end(winners))
    let state = Conflicts.Case(
      members: rows, winners: winners, facts: told.facts, isTied: told.isTied,
      decided: Set(holding.map(\.attribute)), stale: stale)
    return Subject(
      key: key, members: rows.map { Int($0) }, winners: winners, facts: told.facts,
      conflicts: conflicts.conflicts(of: state),
      isRetired: rows.allSatisfy { table.rows[Int($0)].isDeleted })
  }

  private func end(_ winners: [Winner]) -> Int32 {
    guard let attribute = table.rules.factsEnd,
      let winner = winners.first(where: { $0.attribute == attribute })
    else { return CivilDay.unknown }
    return CivilDay.read(table.pool[winner.reading]) ?? CivilDay.unknown
  }

  /// The decisions that hold for a cluster, and the attributes of those that are stale: what they
  /// saw is not what the rows state now, or two of them differ.
  private func decisions(of rows: [UInt32]) -> ([DecidedValue], Set<Int>) {
    var (holding, stale): ([DecidedValue], Set<Int>) = ([], [])
    for row in rows {
      for decision in valueDecisions[row] ?? [] {
        guard let attribute = table.rules.attribute(decision.attribute) else { continue }
        let reading = table.rules.attributes[attribute].kind.normal(ArraySlice(decision.value))
        guard seen(attribute, rows) == decision.seen, !reading.isEmpty,
          let stated = table.pool.find(decision.value), let number = table.pool.find(reading)
        else {
          stale.insert(attribute)
          continue
        }
        holding.append(
          DecidedValue(attribute: attribute, row: Int(row), stated: stated, reading: number))
      }
    }
    for attribute in Set(holding.map(\.attribute)) {
      let own = holding.filter { $0.attribute == attribute }
      if Set(own.map(\.reading)).count > 1 {
        stale.insert(attribute)
        holding.removeAll { $0.attribute == attribute }
      } else if own.count > 1, let first = own.first {
        holding.removeAll { $0.attribute == attribute && $0 != first }
      }
    }
    return (holding, stale)
  }

  private func seen(_ attribute: Int, _ rows: [UInt32]) -> [[UInt8]] {
    let readings = rows.lazy.filter { !table.rows[Int($0)].isDeleted }
      .map { table.reading(Int($0), attribute) }.filter { $0 != 0 }
    return Set(readings).map { Array(table.pool[$0]) }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  // MARK: - Keys

  /// The key of each cluster: of its best identity, or of its smallest row.
  ///
  /// Where several clusters have one identity, as when a number is borrowed, the one with the best
  /// ranked row that states it has the plain key, and the others that of the identity and their
  /// smallest rows.
  func keys(of clusters: [[UInt32]]) -> [SubjectKey] {
    var identities = clusters.map { identity(of: $0) }
    var holders: [Identity: (place: Int, claim: (Int, UInt32))] = [:]
    for (place, identity) in identities.enumerated() {
      guard let identity else { continue }
      let claim = claim(clusters[place], identity)
      if let holder = holders[identity], holder.claim < claim {
        identities[place] = nil
        continue
      }
      if let beaten = holders.updateValue((place, claim), forKey: identity) {
        identities[beaten.place] = nil
      }
    }
    return clusters.indices.map { place in
      if let identity = identities[place] { return makeKey(bytes(of: identity)) }
      let address = table.address(of: Int(clusters[place][0]))
      var bytes = Array(table.rules.kind.utf8) + [0x1E] + Array(address.dataSet.utf8) + [0x1F]
      bytes += address.key
      return makeKey(bytes)
    }
  }

  /// The key that a cluster has if no other has a better claim to its identity; nil for one without identity.
  func plainKey(of rows: [UInt32]) -> SubjectKey? {
    identity(of: rows).map { makeKey(bytes(of: $0)) }
  }

  private struct Identity: Hashable {
    var attribute: Int
    var reading: UInt32
  }

  private func identity(of rows: [UInt32]) -> Identity? {
    for attribute in table.rules.keys {
      let readings = Set(rows.map { table.reading(Int($0), attribute) }).subtracting([0])
      guard let best = readings.min(by: { table.pool.compare($0, $1) < 0 }) else { continue }
      return Identity(attribute: attribute, reading: best)
    }
    return nil
  }

  private func claim(_ rows: [UInt32], _ identity: Identity) -> (Int, UInt32) {
    rows.lazy.filter { table.reading(Int($0), identity.attribute) == identity.reading }
      .map {
        let source = Int(table.rows[Int($0)].source)
        return (table.rules.attributes[identity.attribute].ranks[source], rank[Int($0)])
      }.min { $0 < $1 } ?? (.max, .max)
  }

  private func bytes(of identity: Identity) -> [UInt8] {
    Array(table.rules.kind.utf8) + [0x1D]
      + Array(table.rules.attributes[identity.attribute].name.utf8) + [0x1F]
      + Array(table.pool[identity.reading])
  }
}
