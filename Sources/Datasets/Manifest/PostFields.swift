package import Rosters

/// Which fields of a data set say who holds which post in the cells of a net.
package struct PostFields: Hashable, Sendable {
  /// What a field says of a post.
  package enum Part: String, Sendable, CaseIterable {
    /// The number of the holder.
    case staff
    /// The name of the holder.
    case holder
    /// The number that the holder can be called at, and that of the office.
    case phone, office
    /// The code of the role, and of the cell.
    case role, cell
    /// The name of the net; the base net where no field says it.
    case net
    /// The first day.
    case from
    /// The day after the last one.
    case until
    case employment, origin
  }

  /// The field of each part; `role` and `cell` are always there.
  package var names: [Part: String]
  /// The value of the field for ``Part/employment`` that means full time.
  package var fullTime: String?

  package init(names: [Part: String], fullTime: String? = nil) {
    (self.names, self.fullTime) = (names, fullTime)
  }

  /// What the value of the field for ``Part/employment`` means; nil where there is none.
  package func employment(_ value: String?) -> Employment? {
    guard let value, let fullTime else { return nil }
    return value == fullTime ? .full : .part
  }
}
