package import Subjects

/// A decision as it meets the rows of an assembly.
struct SettledItem: Sendable {
  let record: DecisionRecord
  /// The rows that it names and that stand, by their numbers in the assembly.
  let rows: [Int]
  /// Whether it no longer holds: the rows state other values than it saw, or its last day is over.
  let isStale: Bool
}

extension SubjectAssembly {
  /// Assembles the subjects of the rows and of what was decided.
  ///
  /// A decision holds as long as its rows state exactly what it saw. One whose rows are gone says nothing.
  ///
  /// - Parameters:
  ///   - named: the rows that any decision names, also one that was taken back.
  ///   - today: `YYYY-MM-DD`; decisions until a day before it hold no more.
  package mutating func assemble(
    with records: [DecisionRecord], named: Set<DecisionRecord.Row>, _ digest: SubjectDigest,
    today: String
  ) {
    let numbers = named.isEmpty ? [:] : rowNumbers(named: named, digest)
    for (row, number) in numbers { decidedRows[number] = digest.link(to: row) }
    guard !records.isEmpty else {
      assembly.assemble()
      return
    }
    var decisions: Set<Decision> = []
    for record in records where record.verdict != .value {
      let rows = record.rows.compactMap { numbers[$0] }
      guard rows.count == record.rows.count else { continue }
      let isStale =
        isOver(record, today) || digest.key(ofRows: rows, assembly.table) != record.seen
      settled.append(SettledItem(record: record, rows: rows, isStale: isStale))
      if !isStale { decisions.formUnion(pairs(rows, record.verdict)) }
    }
    assembly.decide(decisions)
    assembly.assemble()
    let values = records.filter { $0.verdict == .value }
    guard !values.isEmpty else { return }
    for record in values {
      let rows = record.rows.compactMap { numbers[$0] }
      decisions.formUnion(choices(record, rows, isOver: isOver(record, today), digest))
      settled.append(SettledItem(record: record, rows: rows, isStale: false))
    }
    assembly.decide(decisions)
    assembly.assemble()
  }

  private func isOver(_ record: DecisionRecord, _ today: String) -> Bool {
    record.until.map { $0 < today } ?? false
  }

  private func rowNumbers(
    named rows: Set<DecisionRecord.Row>, _ digest: SubjectDigest
  ) -> [DecisionRecord.Row: Int] {
    let sources = Set(rows.map(\.source))
    var numbers: [DecisionRecord.Row: Int] = [:]
    for row in 0..<assembly.table.count {
      let name = assembly.rules.sources[assembly.table.source(of: row)].dataSet
      guard sources.contains(name) else { continue }
      let address = DecisionRecord.Row(
        source: name, key: digest.key(ofRow: assembly.table.address(of: row)))
      if rows.contains(address) { numbers[address] = row }
    }
    return numbers
  }

  private func pairs(_ rows: [Int], _ verdict: DecisionRecord.Verdict) -> [Decision] {
    let names = rows.map(assembly.table.address)
    guard let first = names.first else { return [] }
    if verdict == .same { return names.dropFirst().map { .same(first, $0) } }
    return names.indices.flatMap { place in
      names[(place + 1)...].map { .different(names[place], $0) }
    }
  }

  /// The value that a decision gives the subject of its rows, once per row; the queue shows it as stale where the
  /// rows of the subject state other values than it saw.
  private func choices(
    _ record: DecisionRecord, _ rows: [Int], isOver: Bool, _ digest: SubjectDigest
  ) -> [Decision] {
    let (rules, table) = (assembly.rules, assembly.table)
    guard let rule = rules.conflicts.first(where: { $0.kind == record.rule }),
      let attribute = rule.test.decidedAttributes.first, let chosen = record.chosen
    else { return [] }
    return rows.compactMap { row in
      guard let subject = assembly.subject(of: table.address(of: row)) else { return nil }
      let attributes = rule.test.decidedAttributes
      let holds =
        !isOver
        && digest.key(ofReadings: attributes, of: subject.members, table) == record.seen
      let value = subject.members.lazy.flatMap { table.values(of: $0) }.first {
        attributes.contains($0.attribute) && $0.reading != 0
          && digest.key(ofValue: table.pool[$0.reading]) == chosen
      }
      // No subject states the byte 0 alone: a decision that saw it is stale.
      let seen =
        holds && value != nil
        ? table.readings(of: attribute, in: subject.members).map { Array(table.pool[$0]) } : [[0]]
      return .value(
        ValueDecision(
          row: table.address(of: row), attribute: rules.attributes[attribute].name,
          value: value.map { Array(table.pool[$0.stated]) } ?? [0], seen: seen))
    }
  }
}

extension RecordTable {
  /// The read values of an attribute in some rows that stand, each once.
  fileprivate func readings(of attribute: Int, in rows: [Int]) -> Set<UInt32> {
    Set(
      rows.lazy.filter { !isDeleted($0) }.compactMap { row in
        values(of: row).first { $0.attribute == attribute && $0.reading != 0 }?.reading
      })
  }
}

extension SubjectDigest {
  /// The key of several parts, none of which can be taken for another.
  package func key(ofParts parts: [[UInt8]]) -> SubjectKey {
    key(
      of: parts.reduce(into: []) { bytes, part in
        bytes += Array("\(part.count)".utf8) + [0x1D] + part
      })
  }

  /// The key by which a decision names a row.
  package func key(ofRow address: Subjects.RowAddress) -> SubjectKey {
    key(ofParts: [Array("row".utf8), Array(address.dataSet.utf8), address.key])
  }

  /// The key of a value that a decision chose.
  package func key(ofValue reading: some Collection<UInt8>) -> SubjectKey {
    key(ofParts: [Array("value".utf8), Array(reading)])
  }

  /// The key of all that some rows state, in the order of the rows.
  package func key(ofRows rows: [Int], _ table: RecordTable) -> SubjectKey {
    var parts = [Array("rows".utf8)]
    for row in rows {
      let values = table.values(of: row).filter { $0.reading != 0 }.map {
        (table.rules.attributes[$0.attribute].name, Array(table.pool[$0.reading]))
      }.sorted { left, right in
        left.0 != right.0 ? left.0 < right.0 : left.1.lexicographicallyPrecedes(right.1)
      }
      parts.append(Array("\(values.count)".utf8))
      for (name, reading) in values { parts += [Array(name.utf8), reading] }
    }
    return key(ofParts: parts)
  }

  /// The key of the read values of some attributes that the rows of a subject state, each once.
  package func key(ofReadings attributes: [Int], of rows: [Int], _ table: RecordTable) -> SubjectKey
  {
    var parts = [Array("seen".utf8)]
    for attribute in attributes {
      let readings = table.readings(of: attribute, in: rows).map { Array(table.pool[$0]) }
        .sorted { $0.lexicographicallyPrecedes($1) }
      parts.append(Array(table.rules.attributes[attribute].name.utf8))
      parts.append(Array("\(readings.count)".utf8))
      parts += readings
    }
    return key(ofParts: parts)
  }
}
