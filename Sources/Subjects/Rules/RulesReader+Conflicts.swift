extension RulesReader {
  mutating func conflicts() -> [ConflictRule] {
    var seen: Set<String> = []
    var read: [ConflictRule] = []
    for (index, conflict) in draft.conflicts.enumerated() {
      let place = "conflicts[\(index)]"
      checkName(conflict.kind, at: place, among: &seen)
      guard let test = test(conflict, at: place) else { continue }
      read.append(ConflictRule(kind: conflict.kind, test: test))
    }
    return read
  }

  private mutating func test(_ conflict: ConflictDraft, at place: String) -> ConflictTest? {
    if conflict.test == "two-main" { return .twoMain }
    let needed = ["disagree", "exceed"].contains(conflict.test) ? 2 : 1
    let numbers = list(conflict.attributes, at: place + ".attributes", least: needed)
    guard numbers.count >= needed else { return nil }
    switch conflict.test {
    case "differ": return .differ(numbers[0])
    case "disagree": return .disagree(numbers[0], numbers[1])
    case "after": return .after(numbers[0])
    case "present": return .present(numbers[0])
    case "exceed":
      if !conflict.margin.isFinite { fault(place + ".margin", .outOfRange(conflict.margin)) }
      return .exceed(numbers[0], numbers[1], margin: conflict.margin)
    case "exclude":
      guard conflict.values.count == 2 else {
        fault(place + ".values", .tooFew(conflict.values.count, least: 2))
        return nil
      }
      let kind = kind(of: numbers[0])
      return .exclude(
        numbers[0], values(conflict.values[0], kind: kind), values(conflict.values[1], kind: kind))
    default:
      unknownWord(
        conflict.test, at: place + ".test",
        allowed: ["differ", "disagree", "exclude", "after", "exceed", "present", "two-main"])
      return nil
    }
  }

  mutating func facts() -> [FactRule] {
    var read: [FactRule] = []
    for (index, fact) in draft.facts.enumerated() {
      let place = "facts[\(index)]"
      let kind = word(fact.kind, as: FactKind.self, at: place + ".kind")
      let level = optional(fact.level, at: place + ".level")
      read.append(
        FactRule(
          kind: kind ?? .lives, source: dataSet(fact.dataSet, at: place + ".dataSet"),
          place: attribute(fact.place, at: place + ".place"),
          division: optional(fact.division, at: place + ".division"),
          from: optional(fact.from, at: place + ".from"),
          to: optional(fact.to, at: place + ".to"), level: level,
          levels: Set(values(fact.levels, kind: level.map { self.kind(of: $0) } ?? .text))))
    }
    return read
  }
}
