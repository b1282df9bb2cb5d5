/// One subject follows another: a firm that was converted and got another code.
public struct Succession: Hashable, Sendable {
  /// The one that has gone, and the one that follows it.
  public let former: SubjectKey, successor: SubjectKey
}

extension Assembly {
  /// The followers of subjects that have gone, by the rules' succession, in the order of their keys.
  ///
  /// A subject follows if its winners of all attributes named are equal, it has not gone itself, and
  /// its first day is not before that of the one that has gone. Two that could follow are none.
  public func successions() -> [Succession] {
    guard let rule = rules.succession else { return [] }
    var alike: [[UInt32]: [Subject]] = [:]
    for subject in subjects {
      let readings = rule.equal.map { winner($0, of: subject)?.reading ?? 0 }
      if !readings.contains(0) { alike[readings, default: []].append(subject) }
    }
    var found: [Succession] = []
    for group in alike.values where group.count > 1 {
      let gone = group.filter { hasGone($0, rule) }
      let standing = group.filter { !hasGone($0, rule) }
      guard let successor = standing.first, standing.count == 1 else { continue }
      for former in gone {
        guard let first = day(rule.start, of: former), let second = day(rule.start, of: successor),
          first <= second
        else { continue }
        found.append(Succession(former: former.key, successor: successor.key))
      }
    }
    return found.sorted { ($0.former, $0.successor.high) < ($1.former, $1.successor.high) }
  }

  private func winner(_ attribute: Int, of subject: Subject) -> Winner? {
    subject.winners.first { $0.attribute == attribute }
  }

  private func hasGone(_ subject: Subject, _ rule: SuccessionRule) -> Bool {
    guard let winner = winner(rule.state, of: subject) else { return subject.isRetired }
    return subject.isRetired || rule.gone.contains(Array(table.pool[winner.reading]))
  }

  private func day(_ attribute: Int, of subject: Subject) -> Int32? {
    winner(attribute, of: subject).flatMap { CivilDay.read(table.pool[$0.reading]) }
  }
}
