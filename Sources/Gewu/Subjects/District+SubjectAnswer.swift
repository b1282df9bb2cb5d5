import Datasets
import Subjects
package import Warehouse

extension District {
  /// What is known of a subject: its values, its dated facts and what contradicts, each with the rows that state it.
  ///
  /// Values are opened in their rows, as these were when the subject was assembled. Those of persons are masked where
  /// no purpose is given; a read with one is written down before it returns, see ``ReadPurpose``.
  ///
  /// - Parameters:
  ///   - text: the key, 32 hexadecimal digits; of one that is gone the answer names what has come of it.
  ///   - isTraced: whether every row is named that it is made of.
  /// - Throws: ``SubjectFault``; `StoreError`, `SealFault`.
  package func subject(
    _ text: String, for purpose: ReadPurpose? = nil, isTraced: Bool = false
  ) throws -> SubjectAnswer {
    guard let key = SubjectKey(text) else { throw SubjectFault.notAKey(text) }
    let matching = try matcherIfLoaded()
    let plane = try localPlane()
    let answer = try store.read { session in
      guard let entry = try session.subject(of: key),
        let kind = try session.subjectKinds().first(where: { $0.kind == entry.kind })
      else { throw SubjectFault.noSubject(text) }
      var answer = SubjectAnswer(
        kind: entry.kind, key: entry.key.text, state: entry.state.rawValue,
        assembledAt: kind.assembledAt, isCurrent: kind.isCurrent)
      if entry.state == .gone {
        answer.heirs = try session.subjectHistory(ofKind: entry.kind).resolve(key) {
          try session.subject(of: $0).map { $0.state != .gone } ?? false
        }.filter { $0 != key }.map(\.text)
        return answer
      }
      let file = try SubjectFile(
        yaml: kind.rules, path: "rules of \(kind.kind) (as kept in the store)")
      let members = try session.members(ofKind: entry.kind, subject: entry.id)
      var reader = SubjectRowReader(
        file, session, matching: matching, plane: plane, digest: try session.subjectDigest(),
        threads: 1)
      try reader.read(
        Dictionary(grouping: members, by: \.source).mapValues { $0.map(\.row) })
      let masks = try SubjectMasks(file, isUnmasked: purpose != nil, session)
      answer.fill(from: reader.drawn, masks)
      let decided = try session.winners(ofSubject: entry.id).filter { $0.criterion == "decision" }
      for winner in decided { answer.decide(winner, reader.drawn, masks) }
      answer.isUnmasked = purpose != nil
      if isTraced { answer.trace = members.map(SubjectAnswer.Member.init) }
      return answer
    }
    if let purpose, answer.rows > 0 {
      try note(purpose, for: [("subject/\(answer.key)", answer.rows)])
    }
    return answer
  }

  /// Which row each value of a subject stands in, as the store keeps it.
  ///
  /// - Throws: ``SubjectFault``.
  package func keptWinners(of text: String) throws -> [KeptWinner] {
    try store.read { session in
      guard let key = SubjectKey(text), let entry = try session.subject(of: key) else {
        throw SubjectFault.noSubject(text)
      }
      return try session.winners(ofSubject: entry.id)
    }
  }
}

extension SubjectAnswer.Member {
  fileprivate init(_ member: SubjectMember) {
    self.init(
      source: member.source, row: member.row, file: member.file, fileRow: member.fileRow,
      isCurrent: member.isCurrent)
  }
}

extension SubjectAnswer {
  /// Takes over what the rows of the subject say.
  fileprivate mutating func fill(from drawn: SubjectAssembly, _ masks: SubjectMasks) {
    guard let subject = drawn.assembly.whole() else { return }
    let (rules, table) = (drawn.assembly.rules, drawn.assembly.table)
    let place = { (row: Int) in
      Place(source: rules.sources[table.source(of: row)].dataSet, row: drawn.rowIDs[row])
    }
    let shown = { (stated: UInt32, attribute: Int, row: Int) in
      masks.shown(table.pool[stated], attribute: attribute, source: table.source(of: row))
    }
    rows = subject.members.count
    values = subject.winners.map { winner in
      Value(
        attribute: rules.attributes[winner.attribute].name,
        value: shown(winner.stated, winner.attribute, winner.row),
        criterion: winner.criterion.rawValue, from: place(winner.row))
    }
    facts = subject.facts.compactMap { fact in
      guard let row = fact.rows.first,
        let rule = rules.facts.first(where: {
          $0.kind == fact.kind && $0.source == table.source(of: row)
        })
      else { return nil }
      let keepsDays = fact.rows.allSatisfy { drawn.openSources.contains(table.source(of: $0)) }
      let division = fact.division == 0 ? nil : fact.division
      return DatedFact(
        kind: fact.kind.rawValue, place: shown(fact.stated, rule.place, row),
        division: division.flatMap { number in
          rule.division.flatMap { shown(number, $0, row) }
        },
        fromDay: masks.shownDay(CivilDay.text(fact.from), isOpen: keepsDays),
        toDay: masks.shownDay(CivilDay.text(fact.to), isOpen: keepsDays && drawn.keepsEnds),
        isOpen: fact.to == CivilDay.unknown, isMain: fact.isMain,
        isLastResort: fact.isLastResort, rows: fact.rows.map(place))
    }
    conflicts = subject.conflicts.map { conflict in
      Contradiction(
        kind: rules.conflicts[conflict.rule].kind, state: conflict.state.rawValue,
        criterion: conflict.criterion?.rawValue,
        values: conflict.values.map { value in
          .init(
            attribute: rules.attributes[value.attribute].name,
            value: shown(value.stated, value.attribute, value.row), from: place(value.row))
        })
    }
  }

  /// Puts a value that was decided in the place of the one that the rules would choose.
  fileprivate mutating func decide(
    _ winner: KeptWinner, _ drawn: SubjectAssembly, _ masks: SubjectMasks
  ) {
    let (rules, table) = (drawn.assembly.rules, drawn.assembly.table)
    let isOf = { (row: Int) in
      drawn.rowIDs[row] == winner.row
        && rules.sources[table.source(of: row)].dataSet == winner.source
    }
    guard let attribute = rules.attribute(winner.attribute),
      let row = drawn.rowIDs.indices.first(where: isOf),
      let value = table.values(of: row).first(where: {
        $0.attribute == attribute && $0.reading != 0
      })
    else { return }
    let place = values.firstIndex { $0.attribute == winner.attribute } ?? values.endIndex
    values.removeAll { $0.attribute == winner.attribute }
    values.insert(
      Value(
        attribute: winner.attribute,
        value: masks.shown(
          table.pool[value.stated], attribute: attribute, source: table.source(of: row)),
        criterion: winner.criterion, from: Place(source: winner.source, row: winner.row)),
      at: place)
    for index in conflicts.indices
    where conflicts[index].values.contains(where: { $0.attribute == winner.attribute }) {
      conflicts[index].state = "decided"
      conflicts[index].criterion = winner.criterion
    }
  }
}
