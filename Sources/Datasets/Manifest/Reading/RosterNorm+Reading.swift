package import Rosters
import Tabular
import Yams

/// Norms of staffing as YAML:
///
/// ```yaml
/// name: pukou
/// title: One leader, four officers
/// title_zh: 一长四员
/// standard: [base]                # the nets that go by it where nobody has said otherwise
/// posts:
///   - role: "01"                  # a code of GeoData/codes/grid-role.csv
///     title: Grid leader
///     title_zh: 网格长
///     net: base                   # default: base
///     level: grid
///     kinds: [dedicated]          # only in cells of these kinds; default: all
///     number: 1                   # or at_least and at_most; default: 1
///     employment: full            # full | part; default: either
///     above: [{level: community, role: "09"}]    # who may stand in; a level alone means the same role
///     duties: Answers for the grid.
///     duties_zh: …
/// ```
extension RosterNorm {
  private static let keys = ["name", "title", "title_zh", "standard", "posts"]

  /// Reads the file of a norm.
  ///
  /// - Throws: `TabularError` where it cannot be read, `DatasetsError` with line and place where it is no
  ///   norm.
  package init(path: String) throws {
    let file = try TextFile(path: path, declared: .utf8)
    try self.init(yaml: String(decoding: file.text, as: UTF8.self), path: path)
  }

  /// Reads a text; `path` is where it is said to come from.
  package init(yaml: String, path: String) throws {
    guard let node = try ManifestNode.compose(yaml, path: path) else {
      throw DatasetsError(path: path, .manifest(.empty))
    }
    let root = ManifestNode(node: node, place: "", path: path)
    let members = try root.members(known: Self.keys)
    guard let name = members["name"], let posts = members["posts"] else {
      throw root.fail(.needs(["name", "posts"]))
    }
    self.init(
      name: try name.name(), title: try members["title"]?.string(),
      titleChinese: try members["title_zh"]?.string(),
      standardNets: try members["standard"]?.itemsOrOne().map { try $0.name() } ?? [],
      rules: try posts.items().map(PostRule.init))
    self.yaml = yaml
    var seen: Set<[String]> = []
    for (rule, item) in zip(rules, try posts.items()) {
      for kind in rule.kinds.isEmpty ? [""] : rule.kinds {
        guard seen.insert([rule.net, rule.level, kind, rule.role]).inserted else {
          throw item.fail(.postTwice(role: rule.role, level: rule.level))
        }
      }
    }
  }
}

extension PostRule {
  private static let keys = [
    "role", "title", "title_zh", "net", "level", "kinds", "number", "at_least", "at_most",
    "employment", "above", "duties", "duties_zh",
  ]

  fileprivate init(_ node: ManifestNode) throws {
    let members = try node.members(known: Self.keys)
    guard let role = members["role"], let level = members["level"] else {
      throw node.fail(.needs(["role", "level"]))
    }
    self.init(
      role: try role.name(), title: try members["title"]?.string(),
      titleChinese: try members["title_zh"]?.string(), level: try level.name())
    if let net = members["net"] { self.net = try net.name() }
    kinds = try members["kinds"]?.itemsOrOne().map { try $0.name() } ?? []
    if let number = members["number"] {
      least = try Self.count(number, atLeast: 0)
      most = least
    }
    if let number = members["at_least"] { least = try Self.count(number, atLeast: 0) }
    most = max(most, least)
    if let number = members["at_most"] { most = try Self.count(number, atLeast: max(least, 1)) }
    employment = try members["employment"]?.choice(Employment.self)
    standIns =
      try members["above"]?.itemsOrOne().map { try Self.standIn($0, role: self.role) } ?? []
    duties = try members["duties"]?.string()
    dutiesChinese = try members["duties_zh"]?.string()
  }

  /// The most of one post that a cell may have.
  private static let largestCount = 10_000

  private static func count(_ node: ManifestNode, atLeast least: Int) throws -> Int {
    let count = try node.integer(atLeast: least)
    guard count <= largestCount else { throw node.fail(.tooManyPosts(most: largestCount)) }
    return count
  }

  private static func standIn(_ node: ManifestNode, role: String) throws -> StandIn {
    guard node.node.mapping != nil else { return StandIn(level: try node.name(), role: role) }
    let members = try node.members(known: ["level", "role"])
    guard let level = members["level"] else { throw node.fail(.needs(["level"])) }
    return StandIn(level: try level.name(), role: try members["role"]?.name() ?? role)
  }
}
