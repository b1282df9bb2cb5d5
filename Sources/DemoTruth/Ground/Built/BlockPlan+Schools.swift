import Geometry

/// As many schools as the demonstration states, spread over the district.
extension BlockPlan {
  /// 96, the rows of the list of schools.
  static let schoolsWanted = 96

  /// Takes the school away that is nearest to another, or makes one of the block that is farthest from
  /// all, until there are as many as there should be.
  mutating func settleSchools(_ centres: [Coordinate]) {
    var schools = blocks.indices.filter { blocks[$0].use == .school }
    func distance(_ face: Int) -> Double {
      schools.reduce(Double.infinity) { best, other in
        other == face ? best : min(best, centres[face].squareDistance(centres[other]))
      }
    }
    func nearest() -> Int? {
      schools.indices.map { (place: $0, square: distance(schools[$0])) }
        .min { ($0.square, $0.place) < ($1.square, $1.place) }?.place
    }
    while schools.count > Self.schoolsWanted, let spare = nearest() {
      blocks[schools.remove(at: spare)].use = .park
    }
    let others: [Block.Use] = [.office, .government, .park, .storage, .factory, .culture]
    var free = blocks.indices.filter {
      others.contains(blocks[$0].use) && blocks[$0].area > 12_000 && blocks[$0].area < 65_000
        && blocks[$0].urban > 0.25
    }
    while schools.count < Self.schoolsWanted, !free.isEmpty {
      let ranked = free.indices.map { (place: $0, square: distance(free[$0])) }
      guard let best = ranked.max(by: { ($0.square, $1.place) < ($1.square, $0.place) }) else {
        break
      }
      blocks[free[best.place]].use = .school
      schools.append(free.remove(at: best.place))
    }
  }
}
