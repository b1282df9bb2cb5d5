package import Time

/// A post that somebody holds, held or will hold: one row of the list of those who work in grids.
package struct HeldPost: Sendable, Equatable {
  /// The number of the row in the store: who has no staff number is told apart by it.
  package var row: Int64
  /// The number of the holder in the list; nil where it may not be shown.
  package var staff: String?
  /// The code of the role.
  package var role: String
  package var net: String
  /// The code of the cell.
  package var cell: String
  /// The first day; nil where that is not known, and then it is held from of old.
  package var from: Day?
  /// The day after the last one; nil where no end is known.
  package var until: Day?
  /// Nil where that is not known.
  package var employment: Employment?
  /// Where the holder comes from: a code.
  package var origin: String?
  /// The name of the holder, only where it is public.
  package var holder: String?
  /// The number that the holder can be called at, only where it is public.
  package var phone: String?
  /// The number of the office.
  package var office: String?

  package init(
    row: Int64, staff: String? = nil, role: String, net: String = "base", cell: String,
    from: Day? = nil, until: Day? = nil, employment: Employment? = nil, origin: String? = nil,
    holder: String? = nil, phone: String? = nil, office: String? = nil
  ) {
    (self.row, self.staff, self.role, self.net, self.cell) = (row, staff, role, net, cell)
    (self.from, self.until, self.employment, self.origin) = (from, until, employment, origin)
    (self.holder, self.phone, self.office) = (holder, phone, office)
  }

  /// Whether it is held on a day: from its first day on, and no longer on the day of its end.
  package func holds(on day: Day) -> Bool {
    if let from, day < from { return false }
    if let until, day >= until { return false }
    return true
  }

  /// Whether it is over on a day.
  package func isOver(on day: Day) -> Bool { until.map { $0 <= day } ?? false }

  /// A total order: by the first day, the number of the holder and that of the row.
  static func precedes(_ one: HeldPost, _ other: HeldPost) -> Bool {
    if one.from != other.from {
      guard let first = one.from else { return true }
      return other.from.map { first < $0 } ?? false
    }
    let (first, second) = (one.staff ?? "", other.staff ?? "")
    if !first.utf8.elementsEqual(second.utf8) {
      return first.utf8.lexicographicallyPrecedes(second.utf8)
    }
    return one.row < other.row
  }
}
