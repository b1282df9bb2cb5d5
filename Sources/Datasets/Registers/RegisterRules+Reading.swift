import Tabular

extension RegisterRules {
  /// Reads a file of rules.
  ///
  /// - Throws: `TabularError` where it cannot be read; `DatasetsError` with line and place where it says
  ///   something else than it may.
  package init(path: String, vocabulary: Vocabulary) throws {
    let file = try TextFile(path: path, declared: .utf8)
    try self.init(
      yaml: String(decoding: file.text, as: UTF8.self), path: path, vocabulary: vocabulary)
  }

  /// Reads the text of a file.
  package init(yaml: String, path: String, vocabulary: Vocabulary) throws {
    guard let node = try ManifestNode.compose(yaml, path: path) else {
      throw DatasetsError(path: path, .manifest(.empty))
    }
    let root = ManifestNode(node: node, place: "", path: path)
    let members = try root.members(known: ["grammar", "divisions", "addresses", "names"])
    guard let grammar = members["grammar"], let addresses = members["addresses"] else {
      throw root.fail(.needs(["grammar", "addresses"]))
    }
    self.path = path
    text = yaml
    self.grammar = try grammar.name()
    divisions = try members["divisions"].map { try Divisions($0, vocabulary) } ?? Divisions()
    sources = try addresses.items().map { try Source($0, vocabulary) }
    names = try members["names"]?.items().map { try Names($0, vocabulary) } ?? []
  }
}

extension RegisterRules.Divisions {
  /// None: the register's texts begin below every division.
  fileprivate init() {
    (above, net, levels) = ([], nil, [:])
  }

  fileprivate init(_ node: ManifestNode, _ vocabulary: RegisterRules.Vocabulary) throws {
    let members = try node.members(known: ["above", "net", "levels"])
    above =
      try members["above"]?.items().map { item in
        let parts = try item.members(known: ["kind", "name"])
        guard let kind = parts["kind"], let name = parts["name"] else {
          throw item.fail(.needs(["kind", "name"]))
        }
        return Above(kind: try kind.choice(among: vocabulary.elements), name: try name.name())
      } ?? []
    net = try members["net"]?.name()
    levels =
      try members["levels"]?.members().mapValues { try $0.choice(among: vocabulary.elements) }
      ?? [:]
  }
}

extension RegisterRules.Source {
  fileprivate init(_ node: ManifestNode, _ vocabulary: RegisterRules.Vocabulary) throws {
    let members = try node.members(known: [
      "dataset", "code", "text", "area", "position", "status", "from", "to", "successor", "main",
      "where",
    ])
    guard let dataset = members["dataset"], let code = members["code"], let text = members["text"]
    else { throw node.fail(.needs(["dataset", "code", "text"])) }
    self.dataset = try dataset.name()
    self.code = try code.name()
    self.text = try text.itemsOrOne().map { try $0.name() }
    area = try members["area"]?.name()
    position = try members["position"]?.choice(among: vocabulary.positions)
    status = try members["status"].map { try RegisterRules.Status($0, vocabulary) }
    from = try members["from"]?.name()
    to = try members["to"]?.name()
    successor = try members["successor"]?.name()
    main = try members["main"]?.name()
    conditions = try RegisterRules.Condition.all(members["where"])
  }
}

extension RegisterRules.Status {
  fileprivate init(_ node: ManifestNode, _ vocabulary: RegisterRules.Vocabulary) throws {
    let members = try node.members(known: ["field"] + vocabulary.statuses)
    guard let field = members["field"] else { throw node.fail(.needs(["field"])) }
    self.field = try field.name()
    values = try members.filter { $0.key != "field" }.mapValues { try $0.strings() }
  }
}

extension RegisterRules.Names {
  fileprivate init(_ node: ManifestNode, _ vocabulary: RegisterRules.Vocabulary) throws {
    let members = try node.members(known: [
      "dataset", "name", "element", "former", "second", "where",
    ])
    guard let dataset = members["dataset"], let name = members["name"],
      let element = members["element"]
    else { throw node.fail(.needs(["dataset", "name", "element"])) }
    self.dataset = try dataset.name()
    self.name = try name.name()
    self.element = try element.choice(among: vocabulary.elements)
    former = try members["former"]?.name()
    second = try members["second"]?.name()
    conditions = try RegisterRules.Condition.all(members["where"])
  }
}

extension RegisterRules.Condition {
  fileprivate static func all(_ node: ManifestNode?) throws -> [Self] {
    try node?.members().map { Self(field: $0.key, values: try $0.value.strings()) }
      .sorted { $0.field < $1.field } ?? []
  }
}
