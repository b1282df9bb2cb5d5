/// How nets are to be staffed: which posts the cells of which level have, and how many of each.
///
/// A norm is data. Several may be known at once, such as 一长四员 and 一格两员; a net goes by one of them.
package struct RosterNorm: Sendable, Equatable {
  /// The name by which it is asked for.
  package var name: String
  package var title: String?
  /// What people call it in Chinese.
  package var titleChinese: String?
  /// The nets that go by it where nobody has said by which they do.
  package var standardNets: [String]
  /// The posts, in the order in which they are listed.
  package var rules: [PostRule]
  /// The text that it was read from; empty of one that was not.
  package var yaml = ""

  package init(
    name: String, title: String? = nil, titleChinese: String? = nil, standardNets: [String] = [],
    rules: [PostRule]
  ) {
    (self.name, self.title, self.titleChinese) = (name, title, titleChinese)
    (self.standardNets, self.rules) = (standardNets, rules)
  }

  /// The nets that it says something of, each once, in the order of their names.
  package var nets: [String] { Set(rules.map(\.net)).sorted() }

  /// What it says of one net.
  package func rules(ofNet net: String) -> [PostRule] { rules.filter { $0.net == net } }
}
