/// Finds what contradicts in the rows of a subject.
struct Conflicts {
  let table: RecordTable
  let rank: [UInt32]

  /// What is known of a subject when its conflicts are looked for.
  struct Case {
    var members: [UInt32]
    var winners: [Winner]
    var facts: [Fact]
    var isTied: Bool
    /// Attributes with a decision that holds, and those with one that is stale.
    var decided: Set<Int>, stale: Set<Int>
  }

  /// The conflicts of a subject in the order of the rules.
  func conflicts(of subject: Case) -> [Conflict] {
    table.rules.conflicts.indices.compactMap { conflict($0, subject) }
  }

  private func conflict(_ rule: Int, _ subject: Case) -> Conflict? {
    switch table.rules.conflicts[rule].test {
    case .differ(let attribute):
      let values = values(attribute, subject)
      guard Set(values.map(\.reading)).count > 1 else { return nil }
      return conflict(rule, values, about: attribute, subject)
    case .disagree(let one, let other):
      let (left, right) = (values(one, subject), values(other, subject))
      let rivals = right.filter { value in left.contains { $0.reading != value.reading } }
      guard !rivals.isEmpty else { return nil }
      return conflict(rule, left + rivals, about: one, subject)
    case .exclude(let attribute, let first, let second):
      let values = values(attribute, subject)
      let left = values.filter { first.contains(Array(table.pool[$0.reading])) }
      let right = values.filter { second.contains(Array(table.pool[$0.reading])) }
      guard !left.isEmpty, !right.isEmpty else { return nil }
      return conflict(rule, left + right, about: attribute, subject)
    case .present(let attribute):
      let values = values(attribute, subject)
      return values.isEmpty ? nil : conflict(rule, values, about: attribute, subject)
    case .after(let attribute): return after(rule, attribute, subject)
    case .exceed(let one, let other, let margin):
      return exceed(rule, one, other, margin, subject)
    case .twoMain: return twoMain(rule, subject)
    }
  }

  private func values(_ attribute: Int, _ subject: Case) -> [Conflict.Value] {
    subject.members.compactMap { row in
      guard !table.rows[Int(row)].isDeleted, let cell = table.cell(Int(row), attribute) else {
        return nil
      }
      return Conflict.Value(
        attribute: attribute, row: Int(row), stated: cell.stated, reading: cell.reading)
    }
  }

  private func conflict(
    _ rule: Int, _ values: [Conflict.Value], about attribute: Int, _ subject: Case
  ) -> Conflict {
    let state: Conflict.State =
      subject.decided.contains(attribute)
      ? .decided : subject.stale.contains(attribute) ? .stale : .open
    return Conflict(
      rule: rule,
      values: values.sorted { ($0.attribute, rank[$0.row]) < ($1.attribute, rank[$1.row]) },
      criterion: subject.winners.first { $0.attribute == attribute }?.criterion, state: state)
  }

  private func after(_ rule: Int, _ attribute: Int, _ subject: Case) -> Conflict? {
    guard let winner = subject.winners.first(where: { $0.attribute == attribute }),
      let day = CivilDay.read(table.pool[winner.reading])
    else { return nil }
    let own = Conflict.Value(
      attribute: attribute, row: winner.row, stated: winner.stated, reading: winner.reading)
    let later = subject.members.filter { row in
      let line = table.rows[Int(row)]
      return !line.isDeleted && table.rules.sources[Int(line.source)].isActivity
        && line.effective > day
    }
    guard !later.isEmpty else { return nil }
    let values = later.map {
      Conflict.Value(attribute: attribute, row: Int($0), stated: 0, reading: 0)
    }
    return conflict(rule, [own] + values, about: attribute, subject)
  }

  private func exceed(
    _ rule: Int, _ one: Int, _ other: Int, _ margin: Double, _ subject: Case
  ) -> Conflict? {
    let winners = [one, other].compactMap { attribute in
      subject.winners.first { $0.attribute == attribute }
    }
    guard winners.count == 2,
      let left = ValueKind.decimal(table.pool[winners[0].reading]),
      let right = ValueKind.decimal(table.pool[winners[1].reading]), left - right > margin
    else { return nil }
    let values = winners.map {
      Conflict.Value(
        attribute: $0.attribute, row: $0.row, stated: $0.stated, reading: $0.reading)
    }
    return conflict(rule, values, about: one, subject)
  }

  private func twoMain(_ rule: Int, _ subject: Case) -> Conflict? {
    guard subject.isTied else { return nil }
    let values = subject.facts.filter { $0.kind == .lives && $0.mayMove }.flatMap { fact in
      fact.rows.compactMap { row -> Conflict.Value? in
        let place = table.cells[table.rows[row].cells].first { $0.reading == fact.place }
        guard let place else { return nil }
        return Conflict.Value(
          attribute: Int(place.attribute), row: row, stated: place.stated, reading: place.reading)
      }
    }
    guard let first = values.first else { return nil }
    return conflict(rule, values, about: first.attribute, subject)
  }
}
