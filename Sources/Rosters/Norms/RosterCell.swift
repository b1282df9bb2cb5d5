/// A cell of a net, as far as its posts depend on it.
package struct RosterCell: Sendable, Equatable {
  package var level: String
  /// Unique among the cells of its level.
  package var code: String
  package var name: String?
  package var kind: String?
  /// The place of the cell above among all cells, which is before this one; nil where there is none.
  package var parent: Int?

  package init(
    level: String, code: String, name: String? = nil, kind: String? = nil, parent: Int? = nil
  ) {
    (self.level, self.code, self.name, self.kind) = (level, code, name, kind)
    self.parent = parent
  }
}
