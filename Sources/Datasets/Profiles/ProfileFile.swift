package import Subjects
import Tabular

/// A file that says what is counted in cells: `Profiles/demo.yaml`.
///
/// ```yaml
/// size: homes                       # the column that is measured by the net's norm of households
/// addresses:                        # whose rows tell where an address lies
///   - {kind: dwelling, attribute: dwelling}
/// columns:
///   - name: people
///     title: People who live here
///     title_zh: 现住人口
///     kind: person                  # subjects of this kind, or `dataset`: the current rows of one
///     at: lives                     # own | lives | registered; default: own
///     each: subject                 # subject | home: each place where one lives, once; default: subject
///     when:                         # all tests of a mapping, and of a list any of them; default: everything
///       is: {gender: ["1"]}         # also not, begins
///       states: [phone]
///       seen: [psb_unit]
///       age: {of: birth_date, from: 0, to: 6}     # without from and to: not known
///       floats: yes                 # yes | no | unknown
///       lived_in: dwelling
///     complete: {part: firms_seen, of: firms}
/// ```
package struct ProfileFile: Sendable {
  package let path: String
  /// The text of the file, which the store keeps with what was counted by it.
  package let text: String
  package let rules: ProfileRules

  /// Reads a file.
  ///
  /// - Throws: `TabularError` where it cannot be read; `DatasetsError` with line and place where it says something else
  ///   than it may.
  package init(path: String) throws {
    let file = try TextFile(path: path, declared: .utf8)
    try self.init(yaml: String(decoding: file.text, as: UTF8.self), path: path)
  }

  /// Reads the text of a file.
  ///
  /// - Throws: `DatasetsError`.
  package init(yaml: String, path: String) throws {
    guard let node = try ManifestNode.compose(yaml, path: path) else {
      throw DatasetsError(path: path, .manifest(.empty))
    }
    let root = ManifestNode(node: node, place: "", path: path)
    let members = try root.members(known: ["size", "addresses", "columns"])
    guard let list = members["columns"] else { throw root.fail(.needs(["columns"])) }
    let items = try list.items()
    let columns = try items.map { try ProfileColumn($0) }
    let names = columns.map(\.name)
    var seen: Set<String> = []
    for (name, item) in zip(names, items) where !seen.insert(name).inserted {
      throw item.fail(.columnTwice(name))
    }
    for (column, item) in zip(columns, items) {
      guard let complete = column.completeness else { continue }
      for name in [complete.part, complete.whole] where !seen.contains(name) {
        throw item.fail(
          .notOneOf(name, known: names, suggestion: Suggestion.nearest(to: name, among: names)))
      }
    }
    self.path = path
    text = yaml
    rules = ProfileRules(
      columns: columns, addresses: try members["addresses"]?.items().map(ProfileAddress.init) ?? [],
      size: try members["size"]?.choice(among: names))
  }
}

extension ProfileAddress {
  fileprivate init(_ node: ManifestNode) throws {
    let members = try node.members(known: ["kind", "attribute", "sources"])
    guard let kind = members["kind"], let attribute = members["attribute"] else {
      throw node.fail(.needs(["kind", "attribute"]))
    }
    self.init(
      kind: try kind.name(), attribute: try attribute.name(),
      sources: Set(try members["sources"]?.strings() ?? []))
  }
}

extension ProfileColumn {
  fileprivate init(_ node: ManifestNode) throws {
    let members = try node.members(known: [
      "name", "title", "title_zh", "kind", "dataset", "at", "each", "when", "complete",
    ])
    guard let name = members["name"], let title = members["title"],
      let chinese = members["title_zh"]
    else { throw node.fail(.needs(["name", "title", "title_zh"])) }
    self.init(
      name: try name.identifier(), title: try title.name(), titleChinese: try chinese.name(),
      counted: try Self.counted(node, members))
    if let when = members["when"] {
      if case .rows = counted { throw when.fail(.needs(["kind"])) }
      self.when = try when.itemsOrOne().map(ProfileTest.all)
    }
    if let complete = members["complete"] {
      let parts = try complete.members(known: ["part", "of"])
      guard let part = parts["part"], let whole = parts["of"] else {
        throw complete.fail(.needs(["part", "of"]))
      }
      completeness = Completeness(part: try part.name(), of: try whole.name())
    }
  }

  private static func counted(
    _ node: ManifestNode, _ members: [String: ManifestNode]
  ) throws -> Counted {
    guard let kind = members["kind"] else {
      guard let dataset = members["dataset"] else { throw node.fail(.needs(["kind"])) }
      return .rows(dataset: try dataset.name())
    }
    if try members["each"]?.choice(among: ["subject", "home"]) == "home" {
      return .homes(kind: try kind.name())
    }
    return .subjects(
      kind: try kind.name(), at: try members["at"]?.choice(ProfilePlace.self) ?? .own)
  }
}

extension ProfileTest {
  fileprivate static func all(_ node: ManifestNode) throws -> [ProfileTest] {
    let members = try node.members(known: [
      "is", "not", "begins", "states", "seen", "age", "floats", "lived_in",
    ])
    var tests: [ProfileTest] = []
    let lists: [(String, (String, Set<[UInt8]>) -> ProfileTest)] = [
      ("is", { .isOneOf(attribute: $0, $1) }), ("not", { .isNoneOf(attribute: $0, $1) }),
      ("begins", { .begins(attribute: $0, $1) }),
    ]
    for (key, make) in lists {
      for (attribute, values) in try members[key]?.orderedMembers() ?? [] {
        tests.append(make(attribute, Set(try values.strings().map { Array($0.utf8) })))
      }
    }
    for attribute in try members["states"]?.strings() ?? [] {
      tests.append(.states(attribute: attribute))
    }
    if let seen = members["seen"] { tests.append(.isSeen(by: Set(try seen.strings()))) }
    if let age = members["age"] { tests.append(try Self.age(age)) }
    if let floats = members["floats"] {
      let answers = ["yes": ResidenceStatus.Answer.yes, "no": .no, "unknown": .unknown]
      tests.append(.floats(answers[try floats.choice(among: answers.keys.sorted())] ?? .unknown))
    }
    if let attribute = members["lived_in"] {
      tests.append(.livedIn(attribute: try attribute.name()))
    }
    return tests
  }

  /// The most years that anybody has lived, and more.
  private static let mostYears = 200

  private static func age(_ node: ManifestNode) throws -> ProfileTest {
    let members = try node.members(known: ["of", "from", "to"])
    guard let attribute = members["of"] else { throw node.fail(.needs(["of"])) }
    guard members["from"] != nil || members["to"] != nil else {
      return .age(attribute: try attribute.name(), nil)
    }
    let first = try members["from"]?.integer(atLeast: 0) ?? 0
    let last = try members["to"]?.integer(atLeast: first) ?? max(first, mostYears)
    return .age(attribute: try attribute.name(), first...last)
  }
}

extension ManifestNode {
  /// A name of lower-case letters, digits and underlines that begins with a letter.
  fileprivate func identifier() throws -> String {
    let text = try name()
    let isPlain = text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
    }
    guard isPlain, let first = text.utf8.first, (0x61...0x7A).contains(first) else {
      throw fail(.notAColumnName(text))
    }
    return text
  }
}
