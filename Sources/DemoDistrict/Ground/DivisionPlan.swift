/// Divides the grids among streets, and those of each street among its communities.
///
/// A set of places is cut in two along its longer side, in proportion to how many parts each half
/// is to have, until each part is one unit.
struct DivisionPlan {
  /// Street by street, community by community: the places of its grids.
  let streets: [[[LatticePlace]]]

  static let streetCount = 12
  static let communityCount = 90

  init(places: [LatticePlace]) {
    var left = Self.communityCount
    streets = Self.parts(of: places, count: Self.streetCount).enumerated().map { index, street in
      let share =
        index == Self.streetCount - 1
        ? left
        : (street.count * Self.communityCount + places.count / 2) / places.count
      left -= share
      return Self.parts(of: street, count: share)
    }
  }

  private static func parts(of places: [LatticePlace], count: Int) -> [[LatticePlace]] {
    guard count > 1 else { return [places] }
    let columns = places.map(\.column)
    let rows = places.map(\.row)
    let width = (columns.max() ?? 0) - (columns.min() ?? 0)
    let height = (rows.max() ?? 0) - (rows.min() ?? 0)
    let sorted = places.sorted { a, b in
      let first = width >= height ? (a.column, b.column) : (a.row, b.row)
      let second = width >= height ? (a.row, b.row) : (a.column, b.column)
      return first.0 != first.1 ? first.0 < first.1 : second.0 < second.1
    }
    let half = count / 2
    let cut = sorted.count * half / count
    return parts(of: Array(sorted[..<cut]), count: half)
      + parts(of: Array(sorted[cut...]), count: count - half)
  }
}
