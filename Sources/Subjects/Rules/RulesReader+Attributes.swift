extension RulesReader {
  mutating func attributes() -> [Attribute] {
    var read: [Attribute] = []
    for (index, attribute) in draft.attributes.enumerated() {
      let place = "attributes[\(index)]"
      let kind = word(attribute.kind, as: ValueKind.self, at: place + ".kind") ?? .text
      read.append(
        Attribute(
          name: attribute.name, kind: kind,
          unknown: Set(values(attribute.unknown, kind: kind)),
          derivation: derivation(attribute.derivation, at: place + ".derivation"),
          policy: policy(attribute, kind: kind, at: place),
          ranks: ranks(attribute.order, at: place + ".order")))
    }
    checkCircles(read)
    return read
  }

  private mutating func policy(_ attribute: AttributeDraft, kind: ValueKind, at place: String)
    -> SurvivorshipPolicy
  {
    switch attribute.policy {
    case "rank": return .rank
    case "newest": return .newest
    case "oldest": return .oldest
    case "frequent": return .frequent
    case "all": return .all
    case "none": return .none
    case "preferred":
      if attribute.preferred.isEmpty { fault(place + ".preferred", .tooFew(0, least: 1)) }
      return .preferred(values(attribute.preferred, kind: kind))
    default:
      unknownWord(
        attribute.policy, at: place + ".policy",
        allowed: ["rank", "newest", "oldest", "frequent", "preferred", "all", "none"])
      return .rank
    }
  }

  /// The rank of each data set: those of a list first, the others by their own ranks behind.
  private mutating func ranks(_ order: [String], at place: String) -> [Int] {
    var listed: [String: Int] = [:]
    for (index, name) in order.enumerated() {
      _ = dataSet(name, at: "\(place)[\(index)]")
      if listed.updateValue(index, forKey: name) != nil {
        fault("\(place)[\(index)]", .repeated(name))
      }
    }
    let named = draft.sources.sorted { $0.dataSet.utf8.lexicographicallyPrecedes($1.dataSet.utf8) }
    return named.map { listed[$0.dataSet] ?? order.count + min(max($0.rank, 0), 1_000_000) }
  }

  private mutating func derivation(_ draft: DerivationDraft?, at place: String) -> Derivation? {
    guard let draft else { return nil }
    let from = list(draft.from, at: place + ".from", least: 1)
    guard let first = from.first else { return nil }
    switch draft.take {
    case "birth": return .birth(first)
    case "gender": return .gender(first)
    case "mask-6-4": return .ends(first, first: 6)
    case "mask-3-4": return .ends(first, first: 3)
    case "organisation-code": return .organisationCode(first)
    case "contains":
      if draft.words.isEmpty { fault(place + ".words", .tooFew(0, least: 1)) }
      return .contains(first, words: values(draft.words, kind: kind(of: first)))
    case "join": return .joined(from)
    case "first": return .first(from)
    default:
      unknownWord(
        draft.take, at: place + ".take",
        allowed: [
          "birth", "gender", "mask-6-4", "mask-3-4", "organisation-code", "contains", "join",
          "first",
        ])
      return nil
    }
  }

  /// Derived attributes come after those they are made of, so a row is read in one pass.
  private mutating func checkCircles(_ attributes: [Attribute]) {
    for (index, attribute) in attributes.enumerated() {
      guard let derivation = attribute.derivation else { continue }
      for input in derivation.inputs where input >= index {
        if attributes.indices.contains(input), attributes[input].derivation != nil {
          fault("attributes[\(index)].derivation", .circle(attribute.name))
        }
      }
    }
  }
}
