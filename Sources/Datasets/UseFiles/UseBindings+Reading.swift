extension UseBindings {
  /// Reads the member `sources` of a file.
  ///
  /// - Throws: `DatasetsError` with line and place.
  init(_ node: ManifestNode) throws {
    var lists: [List: [Source]] = [:]
    for (name, member) in try node.members(known: List.allCases.map(\.rawValue)) {
      guard let list = List(rawValue: name) else { continue }
      lists[list] = try member.items().map { try Source($0, of: list) }
    }
    let needed: [List] = [.homes, .water, .residents]
    guard needed.allSatisfy({ lists[$0]?.isEmpty == false }) else {
      throw node.fail(.needs(needed.map(\.rawValue)))
    }
    self.init(lists: lists)
  }
}

extension UseBindings.Source {
  fileprivate init(_ node: ManifestNode, of list: UseBindings.List) throws {
    let roles = list.needs + list.allows
    var known = ["data_set", "home", "when"] + roles.map(\.rawValue)
    if roles.contains(.volume) { known.append("times") }
    if roles.contains(.at) { known.append("days") }
    let parts = try node.members(known: known)
    let needed = ["data_set", "home"] + list.needs.map(\.rawValue)
    guard let dataset = parts["data_set"], let home = parts["home"],
      needed.allSatisfy({ parts[$0] != nil })
    else { throw node.fail(.needs(needed)) }
    self.init(
      dataset: try dataset.name(), homes: try home.itemsOrOne().map { FieldTerm(try $0.name()) },
      terms: [:], choices: [:], conditions: try Self.conditions(parts["when"]),
      times: try parts["times"]?.number(above: 0) ?? 1,
      days: try parts["days"]?.integer(atLeast: 1))
    for role in roles {
      guard let part = parts[role.rawValue] else { continue }
      if role.meanings.isEmpty {
        terms[role] = FieldTerm(try part.name())
      } else {
        choices[role] = try UseBindings.Choice(part, of: role)
      }
    }
  }

  private static func conditions(_ node: ManifestNode?) throws -> [UseBindings.Condition] {
    guard let node else { return [] }
    return try node.orderedMembers().map { name, values in
      UseBindings.Condition(field: name, values: try values.strings())
    }
  }
}

extension UseBindings.Choice {
  fileprivate init(_ node: ManifestNode, of role: UseBindings.Role) throws {
    let parts = try node.members(known: ["field"] + role.meanings)
    guard let field = parts["field"] else { throw node.fail(.needs(["field"])) }
    var meanings: [String: String] = [:]
    for meaning in role.meanings {
      for value in try parts[meaning]?.strings() ?? [] { meanings[value] = meaning }
    }
    self.init(field: try field.name(), meanings: meanings)
  }
}
