import Time

extension Roster {
  /// In what the posts differ from the norm, by cell in the order of the cells, there by the rules of
  /// the norm and then by role; posts in unknown cells last.
  ///
  /// A vacant post is no finding where one above stands in. A role that the norm does not know in
  /// any cell is none either. Without rules only unknown cells are found.
  package var findings: [RosterFinding] {
    var findings: [RosterFinding] = []
    let known = Set(rules.map(\.role))
    for place in cells.indices {
      let own = rules.filter { $0.holds(ofLevel: cells[place].level, kind: cells[place].kind) }
      for rule in own { findings += check(rule, in: place) }
      findings += strangers(in: place, known: known.subtracting(own.map(\.role)))
    }
    let lost = Dictionary(grouping: homeless) { [$0.cell, $0.role] }
    for (place, posts) in lost.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      findings.append(
        RosterFinding(
          .unknownCell, net: net, level: nil, cell: place[0], role: place[1], held: posts.count,
          wanted: 0))
    }
    return findings
  }

  private func check(_ rule: PostRule, in place: Int) -> [RosterFinding] {
    let holders = held[place].filter { $0.role == rule.role }
    var findings: [RosterFinding] = []
    func add(_ kind: RosterFinding.Kind, held: Int, wanted: Int, since: Day? = nil) {
      findings.append(
        RosterFinding(
          kind, net: net, level: rule.level, cell: cells[place].code, role: rule.role, held: held,
          wanted: wanted, since: since))
    }
    if holders.count < rule.least, standIn(for: rule, in: place) == nil {
      let end = over[place].filter { $0.role == rule.role }.compactMap(\.until).max()
      add(end == nil ? .vacant : .expired, held: holders.count, wanted: rule.least, since: end)
    }
    if holders.count > rule.most {
      add(rule.most == 1 ? .heldTwice : .tooMany, held: holders.count, wanted: rule.most)
    }
    if let employment = rule.employment {
      let others = holders.count { $0.employment.map { $0 != employment } ?? false }
      if others > 0 { add(.otherEmployment, held: others, wanted: 0) }
    }
    return findings
  }

  /// The posts of a cell whose role the norm has elsewhere and which stand in for none below.
  private func strangers(in place: Int, known: Set<String>) -> [RosterFinding] {
    let level = cells[place].level
    let roles = Set(held[place].map(\.role)).intersection(known).filter { role in
      !rules.contains { $0.standIns.contains { $0.level == level && $0.role == role } }
    }
    return roles.sorted().map { role in
      RosterFinding(
        .wrongLevel, net: net, level: level, cell: cells[place].code, role: role,
        held: held[place].count { $0.role == role }, wanted: 0)
    }
  }
}
