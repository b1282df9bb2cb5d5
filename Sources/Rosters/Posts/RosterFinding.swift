package import Time

/// Something in which the posts of a net differ from its norm on a day.
package struct RosterFinding: Sendable, Equatable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Fewer hold the post than the norm asks for, and nobody above stands in.
    case vacant
    /// The same, where somebody held it whose time is over.
    case expired
    /// A post of one has several holders.
    case heldTwice = "held_twice"
    /// A post of several has more holders than the norm allows.
    case tooMany = "too_many"
    /// The net has no cell of the code.
    case unknownCell = "unknown_cell"
    /// The norm has the role, but not in cells like this one.
    case wrongLevel = "wrong_level"
    /// It is held full time where the norm says part time, or the reverse.
    case otherEmployment = "other_employment"
  }

  package var kind: Kind
  package var net: String
  /// The level of the cell; nil of an unknown one.
  package var level: String?
  /// The code of the cell.
  package var cell: String
  /// The code of the role.
  package var role: String
  /// How many hold it; of ``Kind/otherEmployment`` how many otherwise than they should.
  package var held: Int
  /// How many the norm asks for; 0 where it asks for none there.
  package var wanted: Int
  /// Since when it is so: the day on which the last one's time was over; nil where that is not known.
  package var since: Day?

  package init(
    _ kind: Kind, net: String, level: String?, cell: String, role: String, held: Int, wanted: Int,
    since: Day? = nil
  ) {
    (self.kind, self.net, self.level, self.cell) = (kind, net, level, cell)
    (self.role, self.held, self.wanted, self.since) = (role, held, wanted, since)
  }
}
