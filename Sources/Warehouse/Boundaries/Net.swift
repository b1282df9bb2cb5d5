import GRDB

/// A net of cells (格网体系): a coverage with levels, generations and code grammar of its own, such as
/// the base grids, the police beats or the school districts of one district.
package struct Net: Sendable, Hashable, Codable, FetchableRecord, EncodableRecord {
  /// The net that every store has, and that is meant where none is named.
  package static let base = "base"

  /// The name, unique in the store.
  package let name: String
  package var title: String?
  /// What people call it in Chinese.
  package var titleChinese: String?
  /// The name of the grammar that the codes of its cells follow.
  package var codeGrammar: String
  /// How many households an urban grid should have at most.
  package var urbanHouseholds = 500
  /// How many households a rural grid should have at most.
  package var ruralHouseholds = 300
  /// The names of its levels, top first.
  package var levels: [String]

  package init(
    name: String, title: String? = nil, titleChinese: String? = nil, codeGrammar: String = "free",
    levels: [String]
  ) {
    self.name = name
    self.title = title
    self.titleChinese = titleChinese
    self.codeGrammar = codeGrammar
    self.levels = levels
  }

  /// The columns of the table `net`, and the names of the levels as a JSON array.
  enum CodingKeys: String, CodingKey {
    case name, title, levels
    case titleChinese = "title_zh"
    case codeGrammar = "code_grammar"
    case urbanHouseholds = "urban_households"
    case ruralHouseholds = "rural_households"
  }
}

/// A level of the hierarchy, such as district, street, community or grid.
package struct Level: Hashable, Sendable, Codable, FetchableRecord {
  /// The key in the store.
  package let id: Int64
  /// The name, unique in the store.
  package let name: String
  /// The depth: 0 is the top level.
  package let rank: Int
}
