/// The officers of grids who have another work or none, and what is wrong on purpose.
extension PostMaker {
  static let officers: [Post.Kind] = [.policyOfficer, .helpOfficer, .mediationOfficer]

  mutating func addOfficers() {
    for kind in Self.officers {
      for grid in ground.grids.indices { addChain(kind, grid) }
    }
  }

  /// How many posts are never held, how many are vacant since shortly before the first delivery, and how
  /// many have two holders on its day.
  private static let planted = (never: 24, ended: 12, twice: 8)

  /// Leaves posts vacant and gives posts to two, in grids of their own each.
  mutating func plantFindings() {
    var draw = Draw(Draw.stream(seed, "post.plants"), 0)
    var grids: Set<Int> = []
    func next(_ grids: inout Set<Int>) -> (grid: Int, kind: Post.Kind)? {
      for _ in 0..<1_000 {
        let grid = draw.below(ground.grids.count)
        let kind = draw.pick(Self.officers)
        if grids.insert(grid).inserted { return (grid, kind) }
      }
      return nil
    }
    for _ in 0..<Self.planted.never {
      guard let (grid, kind) = next(&grids) else { return }
      posts.removeAll { $0.kind == kind && Int($0.grid) == grid }
    }
    for _ in 0..<Self.planted.ended {
      guard let (grid, kind) = next(&grids) else { return }
      end(kind, grid, on: TruthCalendar.todayOrdinal - Int32(draw.number(15...45)))
    }
    for _ in 0..<Self.planted.twice {
      guard let (grid, kind) = next(&grids) else { return }
      let day = TruthCalendar.todayOrdinal - Int32(draw.number(40...90))
      guard let found = candidate(kind, grid, day, &draw) else { continue }
      let to = found.to > TruthCalendar.lastOrdinal ? Person.open : found.to
      posts.append(
        Post(
          person: found.person, employer: committees[Int(ground.grids[grid].community)],
          grid: Int32(grid), from: max(day, found.from), to: to, kind: kind, isFullTime: false))
      busy[found.person] = to
    }
  }

  /// Ends what is held on a day, with nobody to follow.
  private mutating func end(_ kind: Post.Kind, _ grid: Int, on day: Int32) {
    posts.removeAll { $0.kind == kind && Int($0.grid) == grid && $0.from > day - 60 }
    for place in posts.indices where posts[place].kind == kind && Int(posts[place].grid) == grid {
      posts[place].to = min(posts[place].to, day)
    }
  }
}
