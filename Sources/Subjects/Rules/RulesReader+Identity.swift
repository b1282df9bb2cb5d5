extension RulesReader {
  mutating func identity() -> [IdentityRule] {
    var seen: Set<String> = []
    var read: [IdentityRule] = []
    for (index, rule) in draft.identity.enumerated() {
      let place = "identity[\(index)]"
      checkName(rule.rule, at: place, among: &seen)
      if rule.limit < 1 { fault(place + ".limit", .outOfRange(Double(rule.limit))) }
      if rule.isCertain, rule.near != nil { fault(place + ".near", .nearIsNeverCertain) }
      read.append(
        IdentityRule(
          rule: rule.rule, isCertain: rule.isCertain,
          equal: list(rule.equal, at: place + ".equal", least: 1),
          any: list(rule.any, at: place + ".any"),
          compatible: optional(rule.compatible, at: place + ".compatible"),
          former: optional(rule.former, at: place + ".former"),
          near: near(rule.near, at: place + ".near"), isUnique: rule.isUnique, limit: rule.limit))
    }
    return read
  }

  private mutating func near(_ near: NearDraft?, at place: String) -> IdentityRule.Near? {
    guard let near else { return nil }
    if !(near.within > 0 && near.within <= 10_000) {
      fault(place + ".within", .outOfRange(near.within))
    }
    return IdentityRule.Near(
      east: attribute(near.east, at: place + ".east"),
      north: attribute(near.north, at: place + ".north"), within: near.within)
  }

  mutating func cannotLink() -> [CannotLinkRule] {
    var seen: Set<String> = []
    var read: [CannotLinkRule] = []
    for (index, rule) in draft.cannotLink.enumerated() {
      let place = "cannotLink[\(index)]"
      checkName(rule.rule, at: place, among: &seen)
      if rule.isPersonalKey {
        if draft.sources.allSatisfy({ $0.personalKey == nil }) { fault(place, .noPersonalKey) }
      } else if rule.differ.isEmpty {
        fault(place + ".differ", .tooFew(0, least: 1))
      }
      read.append(
        CannotLinkRule(
          rule: rule.rule, differ: list(rule.differ, at: place + ".differ"),
          isPersonalKey: rule.isPersonalKey,
          unlessEqual: optional(rule.unlessEqual, at: place + ".unlessEqual")))
    }
    return read
  }

  /// A key must bind its rows by a certain rule, so that rivals for one key are assembled together.
  mutating func keys() -> [Int] {
    for (index, name) in draft.keys.enumerated() {
      let binds = draft.identity.contains {
        $0.isCertain && $0.equal == [name] && $0.any.isEmpty
      }
      if !binds { fault("keys[\(index)]", .keyBindsNothing(name)) }
    }
    return list(draft.keys, at: "keys")
  }

  mutating func succession() -> SuccessionRule? {
    guard let rule = draft.succession else { return nil }
    let state = attribute(rule.state, at: "succession.state")
    if rule.gone.isEmpty { fault("succession.gone", .tooFew(0, least: 1)) }
    return SuccessionRule(
      equal: list(rule.equal, at: "succession.equal", least: 1), state: state,
      gone: Set(values(rule.gone, kind: kind(of: state))),
      start: attribute(rule.start, at: "succession.start"))
  }

  mutating func tuples() -> [Tuple] {
    var seen: Set<String> = []
    var taken: Set<String> = []
    return draft.tuples.enumerated().map { index, tuple in
      let place = "tuples[\(index)]"
      checkName(tuple.name, at: place, among: &seen)
      for (step, name) in tuple.attributes.enumerated() where !taken.insert(name).inserted {
        fault("\(place).attributes[\(step)]", .inTwoTuples(name))
      }
      return Tuple(
        name: tuple.name,
        attributes: list(tuple.attributes, at: place + ".attributes", least: 2))
    }
  }

  mutating func checkName(_ name: String, at place: String, among seen: inout Set<String>) {
    if name.isEmpty { fault(place, .noName) }
    if !seen.insert(name).inserted { fault(place, .repeated(name)) }
  }
}
