/// One post by a norm: who is to be there in each cell of a level.
package struct PostRule: Sendable, Equatable {
  /// A post above that makes up for a vacant one.
  package struct StandIn: Sendable, Equatable, Hashable {
    /// The level of the cell above.
    package var level: String
    /// The role of the one above.
    package var role: String

    package init(level: String, role: String) {
      (self.level, self.role) = (level, role)
    }
  }

  /// The code of the role.
  package var role: String
  package var title: String?
  /// What people call it in Chinese.
  package var titleChinese: String?
  package var net: String
  package var level: String
  /// The kinds of cells that have it; all cells of the level where empty.
  package var kinds: [String]
  /// How many there must be.
  package var least: Int
  /// How many there may be, at least `least`.
  package var most: Int
  /// Whether it has to be full or part time; nil where either will do.
  package var employment: Employment?
  /// The posts above that may stand in, the first that is held does.
  package var standIns: [StandIn]
  /// What it is for, as the public is told.
  package var duties: String?
  package var dutiesChinese: String?

  package init(
    role: String, title: String? = nil, titleChinese: String? = nil, net: String = "base",
    level: String, kinds: [String] = [], least: Int = 1, most: Int? = nil,
    employment: Employment? = nil, standIns: [StandIn] = [], duties: String? = nil,
    dutiesChinese: String? = nil
  ) {
    (self.role, self.title, self.titleChinese) = (role, title, titleChinese)
    (self.net, self.level, self.kinds) = (net, level, kinds)
    (self.least, self.most) = (least, max(least, most ?? least))
    (self.employment, self.standIns) = (employment, standIns)
    (self.duties, self.dutiesChinese) = (duties, dutiesChinese)
  }

  /// Whether a cell of a level and kind has the post.
  package func holds(ofLevel level: String, kind: String?) -> Bool {
    self.level == level && (kinds.isEmpty || kind.map(kinds.contains) ?? false)
  }
}

/// Whether a post is its holder's work, or beside it.
package enum Employment: String, Sendable, CaseIterable {
  case full, part
}
