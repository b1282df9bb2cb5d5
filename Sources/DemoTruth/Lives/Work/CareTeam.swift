import Geometry

/// The team of family doctors of a community: one of those of the health centre nearest to its dwellings.
package struct CareTeam: Sendable {
  package let centre: Int32
  /// Its number at the centre, from 1.
  package let number: Int32

  /// By community; nil where the district has no centre.
  package static func all(ground: Ground, homes: Homes, firms: Firms) -> [CareTeam?] {
    // A small district has perhaps no health centre: a hospital or a clinic is asked then.
    let centres =
      ["8421", "8411", "8425"].lazy.map { firms.open($0, on: TruthCalendar.firstOrdinal) }
      .first { !$0.isEmpty } ?? []
    var numbers: [Int: Int32] = [:]
    return ground.communities.indices.map { community in
      let seat = homes.seats[community]
      let building =
        seat >= 0
        ? Int(homes.premises[Int(seat)].building)
        : ground.buildings.firstIndex { Int(ground.grids[Int($0.grid)].community) == community }
      guard let building else { return nil }
      let middle = ground.buildings[building].middle
      let nearest = centres.map { centre in
        (centre, ground.buildings[Int(firms.building(of: centre))].middle.squareDistance(middle))
      }.min { ($0.1, $0.0) < ($1.1, $1.0) }
      guard let centre = nearest?.0 else { return nil }
      numbers[centre, default: 0] += 1
      return CareTeam(centre: Int32(centre), number: numbers[centre] ?? 1)
    }
  }
}
