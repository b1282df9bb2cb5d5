import Subjects

/// Reads a file of rules into a draft, and knows where each part of it stands.
struct DraftReader {
  private(set) var rules = RulesDraft(kind: "")
  private let root: ManifestNode
  /// The nodes by the names of places in the draft, as faults name them.
  private var nodes: [String: ManifestNode] = [:]

  /// - Throws: `DatasetsError` where the text is not YAML, or empty.
  init(yaml: String, path: String) throws {
    guard let node = try ManifestNode.compose(yaml, path: path) else {
      throw DatasetsError(path: path, .manifest(.empty))
    }
    root = ManifestNode(node: node, place: "", path: path)
    nodes[""] = root
  }

  /// The first fault with the line and the place where it stands.
  func located(_ faults: RulesFaults) -> DatasetsError {
    guard let fault = faults.faults.first else {
      return DatasetsError(path: root.path, .manifest(.empty))
    }
    var place = fault.place[...]
    while true {
      if let node = nodes[String(place)] {
        return DatasetsError(
          path: root.path, line: node.line, place: node.place.isEmpty ? nil : node.place,
          .subjects(.rules(fault.reason)))
      }
      // A part that the file leaves out lies in the one above it.
      let end = place.lastIndex { $0 == "." || $0 == "[" } ?? place.startIndex
      place = place[..<end]
    }
  }

  mutating func read() throws {
    let parts = try root.members(known: [
      "kind", "keys", "attributes", "identity", "cannotLink", "tuples", "conflicts", "facts",
      "factsEnd", "succession", "sources",
    ])
    guard let kind = parts["kind"], let attributes = parts["attributes"],
      let sources = parts["sources"], let identity = parts["identity"]
    else { throw root.fail(.needs(["kind", "attributes", "identity", "sources"])) }
    rules.kind = try kind.name()
    nodes["kind"] = kind
    rules.keys = try names(parts["keys"], at: "keys")
    rules.attributes = try attributes.orderedMembers().enumerated().map { index, member in
      try attribute(member.name, member.node, at: "attributes[\(index)]")
    }
    rules.sources = try sources.orderedMembers().enumerated().map { index, member in
      try source(member.name, member.node, at: "sources[\(index)]")
    }
    nodes["attributes"] = attributes
    nodes["sources"] = sources
    rules.identity = try items(identity, at: "identity") { try $0.rung($1, at: $2) }
    rules.cannotLink = try items(parts["cannotLink"], at: "cannotLink") {
      try $0.prohibition($1, at: $2)
    }
    rules.tuples =
      try parts["tuples"]?.orderedMembers().enumerated().map { index, member in
        nodes["tuples[\(index)]"] = member.node
        return TupleDraft(
          member.name, try names(member.node, at: "tuples[\(index)].attributes"))
      } ?? []
    rules.conflicts = try items(parts["conflicts"], at: "conflicts") {
      try $0.conflict($1, at: $2)
    }
    rules.facts = try items(parts["facts"], at: "facts") { try $0.fact($1, at: $2) }
    rules.factsEnd = try name(parts["factsEnd"], at: "factsEnd")
    rules.succession = try parts["succession"].map { try succession($0) }
  }

  // MARK: - Parts

  /// The text of a node; nil for none.
  mutating func name(_ node: ManifestNode?, at place: String) throws -> String? {
    guard let node else { return nil }
    nodes[place] = node
    return try node.name()
  }

  /// The texts of a list, or the one text in its place; none for no node.
  mutating func names(_ node: ManifestNode?, at place: String) throws -> [String] {
    guard let node else { return [] }
    nodes[place] = node
    return try node.itemsOrOne().enumerated().map { index, item in
      nodes["\(place)[\(index)]"] = item
      return try item.string()
    }
  }

  mutating func items<Part>(
    _ node: ManifestNode?, at place: String,
    _ read: (inout Self, ManifestNode, String) throws -> Part
  ) throws -> [Part] {
    guard let node else { return [] }
    nodes[place] = node
    var parts: [Part] = []
    for (index, item) in try node.items().enumerated() {
      nodes["\(place)[\(index)]"] = item
      parts.append(try read(&self, item, "\(place)[\(index)]"))
    }
    return parts
  }

  mutating func note(_ node: ManifestNode, at place: String) { nodes[place] = node }

  private mutating func succession(_ node: ManifestNode) throws -> SuccessionDraft {
    nodes["succession"] = node
    let parts = try node.members(known: ["equal", "state", "gone", "start"])
    guard let state = parts["state"], let start = parts["start"] else {
      throw node.fail(.needs(["equal", "state", "gone", "start"]))
    }
    nodes["succession.state"] = state
    nodes["succession.start"] = start
    return SuccessionDraft(
      equal: try names(parts["equal"], at: "succession.equal"), state: try state.name(),
      gone: try names(parts["gone"], at: "succession.gone"), start: try start.name())
  }
}
