import Yams

/// One node of a manifest with its place, so that every complaint can say where.
struct ManifestNode {
  let node: Node
  let place: String
  let path: String
  /// The folder of manifests that what the manifest names must lie in; that of the manifest itself
  /// where it is nil.
  var root: String?

  /// The line, from 1.
  var line: Int? { node.mark?.line }

  func fail(_ fault: ManifestFault) -> DatasetsError {
    DatasetsError(
      path: path, line: line, place: place.isEmpty ? nil : place, .manifest(fault))
  }

  /// The members of a mapping; a key that is not known is an error with a suggestion.
  func members(known: [String]) throws -> [String: ManifestNode] {
    guard let mapping = node.mapping else {
      throw fail(.notAMapping(known: known))
    }
    var members: [String: ManifestNode] = [:]
    for (key, value) in mapping {
      guard let name = key.string else { throw fail(.keyNotText) }
      let inner = ManifestNode(
        node: value, place: place.isEmpty ? name : "\(place).\(name)", path: path,
        root: root)
      guard known.contains(name) else {
        let at = ManifestNode(node: key, place: inner.place, path: path)
        let guess = Suggestion.nearest(to: name, among: known)
        throw at.fail(.unknownKey(name, suggestion: guess, known: known))
      }
      if !inner.isNull { members[name] = inner }
    }
    return members
  }

  /// The members of a mapping whose keys may be anything.
  func members() throws -> [String: ManifestNode] {
    guard let mapping = node.mapping else { throw fail(.notAMapping(known: [])) }
    return try members(known: mapping.compactMap { $0.key.string })
  }

  /// The members of a mapping whose keys may be anything, in the order of the file.
  func orderedMembers() throws -> [(name: String, node: ManifestNode)] {
    let members = try members()
    return (node.mapping ?? [:]).compactMap { key, _ in
      key.string.flatMap { name in members[name].map { (name, $0) } }
    }
  }

  private var isNull: Bool {
    guard let scalar = node.scalar, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// The items of a list.
  func items() throws -> [ManifestNode] {
    guard let sequence = node.sequence else { throw fail(.notAList) }
    return sequence.enumerated().map { index, item in
      ManifestNode(node: item, place: "\(place)[\(index)]", path: path, root: root)
    }
  }

  /// The items of a list, or the one value that stands for it.
  func itemsOrOne() throws -> [ManifestNode] { node.sequence == nil ? [self] : try items() }

  func string() throws -> String {
    guard let scalar = node.scalar else { throw fail(.notText) }
    return scalar.string
  }

  /// Text that is not empty.
  func name() throws -> String {
    let text = try string()
    guard !text.isEmpty else { throw fail(.blank) }
    return text
  }

  func strings() throws -> [String] { try itemsOrOne().map { try $0.string() } }

  func integer(atLeast least: Int) throws -> Int {
    guard let value = Int(try string()), value >= least else {
      throw fail(.notAnInteger(least: least))
    }
    return value
  }

  func boolean() throws -> Bool {
    switch try string() {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: throw fail(.notABoolean)
    }
  }

  /// One ASCII character.
  func character() throws -> UInt8 {
    let bytes = Array(try string().utf8)
    guard bytes.count == 1, bytes[0] < 0x80 else {
      throw fail(.notACharacter)
    }
    return bytes[0]
  }

  /// One of the raw values of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(_: Choice.Type) throws -> Choice
  where Choice.RawValue == String {
    let text = try string()
    guard let choice = Choice(rawValue: text) else {
      throw unknown(text, among: Choice.allCases.map(\.rawValue))
    }
    return choice
  }

  /// One of some names.
  func choice(among known: [String]) throws -> String {
    let text = try string()
    guard known.contains(text) else { throw unknown(text, among: known) }
    return text
  }

  private func unknown(_ text: String, among known: [String]) -> DatasetsError {
    let guess = Suggestion.nearest(to: text, among: known)
    return fail(.notOneOf(text, known: known, suggestion: guess))
  }
}

extension ManifestNode {
  /// The content of a text; nil where there is none.
  ///
  /// - Throws: `DatasetsError` with the place and the problem, and nothing of the text: it may be any
  ///   file that a link or a mistake has put in the place of a manifest.
  static func compose(_ yaml: String, path: String) throws -> Node? {
    do {
      return try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
      let (line, detail) = problem(of: error)
      throw DatasetsError(path: path, line: line, .manifest(.notYAML(detail: detail)))
    }
  }

  private static func problem(of error: YamlError) -> (line: Int?, text: String) {
    switch error {
    case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem),
      .representer(let problem):
      (nil, problem)
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      (mark.line, (context.map { "\($0.text) " } ?? "") + problem)
    case .duplicatedKeysInMapping(_, let context): (context.mark.line, "a key is given twice")
    case .dataCouldNotBeDecoded, .memory, .no: (nil, "the text cannot be read")
    }
  }
}
