import Subjects

extension DraftReader {
  mutating func attribute(
    _ name: String, _ node: ManifestNode, at place: String
  ) throws -> AttributeDraft {
    note(node, at: place)
    let parts = try node.members(known: [
      "kind", "unknown", "derive", "policy", "order", "preferred",
    ])
    var draft = AttributeDraft(name)
    draft.kind = try self.name(parts["kind"], at: "\(place).kind") ?? draft.kind
    draft.policy = try self.name(parts["policy"], at: "\(place).policy") ?? draft.policy
    draft.unknown = try names(parts["unknown"], at: "\(place).unknown")
    draft.order = try names(parts["order"], at: "\(place).order")
    draft.preferred = try names(parts["preferred"], at: "\(place).preferred")
    if let derive = parts["derive"] {
      draft.derivation = try derivation(derive, at: "\(place).derivation")
    }
    return draft
  }

  private mutating func derivation(
    _ node: ManifestNode, at place: String
  ) throws -> DerivationDraft {
    note(node, at: place)
    let parts = try node.members(known: ["take", "from", "words"])
    guard let take = parts["take"], let from = parts["from"] else {
      throw node.fail(.needs(["take", "from"]))
    }
    note(take, at: "\(place).take")
    return DerivationDraft(
      try take.name(), from: try names(from, at: "\(place).from"),
      words: try names(parts["words"], at: "\(place).words"))
  }

  mutating func source(
    _ name: String, _ node: ManifestNode, at place: String
  ) throws -> SourceDraft {
    note(node, at: place)
    let parts = try node.members(known: [
      "rank", "effective", "personalKey", "activity", "fields",
    ])
    guard let rank = parts["rank"], let fields = parts["fields"] else {
      throw node.fail(.needs(["rank", "fields"]))
    }
    note(rank, at: "\(place).rank")
    var read: [FieldDraft] = []
    for (index, member) in try fields.orderedMembers().enumerated() {
      note(member.node, at: "\(place).fields[\(index)]")
      read.append(FieldDraft(member.name, try member.node.name()))
    }
    return SourceDraft(
      name, rank: try rank.integer(atLeast: 1), fields: read,
      effective: try self.name(parts["effective"], at: "\(place).effective"),
      personalKey: try self.name(parts["personalKey"], at: "\(place).personalKey"),
      isActivity: try parts["activity"]?.boolean() ?? false)
  }

  mutating func rung(_ node: ManifestNode, at place: String) throws -> IdentityDraft {
    let parts = try node.members(known: [
      "rule", "certain", "equal", "any", "compatible", "former", "near", "unique", "limit",
    ])
    guard let rule = parts["rule"], let certain = parts["certain"] else {
      throw node.fail(.needs(["rule", "certain"]))
    }
    return IdentityDraft(
      try rule.name(), certain: try certain.boolean(),
      equal: try names(parts["equal"], at: "\(place).equal"),
      any: try names(parts["any"], at: "\(place).any"),
      compatible: try name(parts["compatible"], at: "\(place).compatible"),
      former: try name(parts["former"], at: "\(place).former"),
      near: try parts["near"].map { try near($0, at: "\(place).near") },
      unique: try parts["unique"]?.boolean() ?? false,
      limit: try parts["limit"]?.integer(atLeast: 1) ?? 50)
  }

  private mutating func near(_ node: ManifestNode, at place: String) throws -> NearDraft {
    note(node, at: place)
    let parts = try node.members(known: ["east", "north", "within"])
    guard let east = parts["east"], let north = parts["north"], let within = parts["within"] else {
      throw node.fail(.needs(["east", "north", "within"]))
    }
    note(east, at: "\(place).east")
    note(north, at: "\(place).north")
    note(within, at: "\(place).within")
    return NearDraft(
      east: try east.name(), north: try north.name(), within: try within.number())
  }

  mutating func prohibition(_ node: ManifestNode, at place: String) throws -> CannotLinkDraft {
    let parts = try node.members(known: ["rule", "differ", "personalKey", "unlessEqual"])
    guard let rule = parts["rule"] else { throw node.fail(.needs(["rule"])) }
    return CannotLinkDraft(
      try rule.name(), differ: try names(parts["differ"], at: "\(place).differ"),
      personalKey: try parts["personalKey"]?.boolean() ?? false,
      unlessEqual: try name(parts["unlessEqual"], at: "\(place).unlessEqual"))
  }

  mutating func conflict(_ node: ManifestNode, at place: String) throws -> ConflictDraft {
    let parts = try node.members(known: ["kind", "test", "attributes", "values", "margin"])
    guard let kind = parts["kind"], let test = parts["test"] else {
      throw node.fail(.needs(["kind", "test"]))
    }
    note(test, at: "\(place).test")
    return ConflictDraft(
      try kind.name(), test: try test.name(),
      attributes: try names(parts["attributes"], at: "\(place).attributes"),
      values: try parts["values"]?.items().map { try $0.strings() } ?? [],
      margin: try parts["margin"]?.number() ?? 0)
  }

  mutating func fact(_ node: ManifestNode, at place: String) throws -> FactDraft {
    let parts = try node.members(known: [
      "kind", "dataSet", "place", "division", "from", "to", "level", "levels",
    ])
    guard let kind = parts["kind"], let dataSet = parts["dataSet"], let location = parts["place"]
    else { throw node.fail(.needs(["kind", "dataSet", "place"])) }
    note(kind, at: "\(place).kind")
    note(dataSet, at: "\(place).dataSet")
    note(location, at: "\(place).place")
    return FactDraft(
      try kind.name(), dataSet: try dataSet.name(), place: try location.name(),
      division: try name(parts["division"], at: "\(place).division"),
      from: try name(parts["from"], at: "\(place).from"),
      to: try name(parts["to"], at: "\(place).to"),
      level: try name(parts["level"], at: "\(place).level"),
      levels: try names(parts["levels"], at: "\(place).levels"))
  }
}

extension ManifestNode {
  /// A finite number.
  fileprivate func number() throws -> Double {
    guard let value = Double(try string()), value.isFinite else {
      throw DatasetsError(path: path, line: line, place: place, .subjects(.notANumber))
    }
    return value
  }
}
