import Geometry

/// The river's corridor, and what meets at its banks.
extension GroundPlan {
  mutating func cutStraight(face: Int, y: Double, level: Level) {
    let wish = Cutter.Wish(
      through: Coordinate(x: 0, y: y), along: Coordinate(x: 1, y: 0), reach: 0, bow: 0)
    guard let made = Cutter.cut(&plan, face, wish, line: lines.count) else {
      preconditionFailure("the river does not cross face \(face) at \(y)")
    }
    lines.append(Line(level: level, first: made.line[0], key: lines.count))
  }

  /// Marks on the other bank where roads meet this one, so that roads there come to meet bridges.
  mutating func mirror(from side: Int) {
    let (here, there) = side == 0 ? (1, 2) : (2, 1)
    for half in plan.origin.indices where plan.line[half / 2] == here {
      let point = plan.start(half)
      guard plan.star(half).contains(where: { isRoad($0, upTo: .community) }) else { continue }
      for target in plan.origin.indices
      where plan.line[target / 2] == there && plan.start(target).x < point.x - 12
        && plan.end(target).x > point.x + 12
      {
        let made = plan.divide(target, at: place(on: target, x: point.x))
        plan.attract(plan.origin[made])
        break
      }
    }
  }

  /// The position on an edge of a line that runs east or west.
  private func place(on half: Int, x: Double) -> Coordinate {
    let (a, b) = (plan.start(half), plan.end(half))
    return a + (b - a) * ((x - a.x) / (b.x - a.x))
  }

  func isRoad(_ half: Int, upTo level: Level) -> Bool {
    let found = lines[plan.line[half / 2]].level
    return found >= .street && found <= level
  }

  /// Cuts the corridor along its middle, and across at bridges and where streets meet at a bank.
  mutating func cutRiver() {
    cutStraight(face: 1, y: Terrain.riverY, level: .middle)
    let middle = lines.count - 1
    var taken: [[Double]] = [[], [], []]
    for bridge in bridgePlaces() {
      for bank in [1, 2] {
        let half = bankHalf(bank, near: bridge)
        if crossCut(half, middle: middle, at: bridge, level: .community) {
          taken[bank].append(plan.start(half).x)
        }
      }
    }
    for bank in [1, 2] {
      var ends = halves(ofBank: bank).filter { half in
        plan.star(half).contains(where: { isRoad($0, upTo: .street) })
      }
      ends.sort { plan.start($0).x < plan.start($1).x }
      for half in ends {
        let x = plan.start(half).x
        guard !taken[bank].contains(where: { abs($0 - x) < 45 }) else { continue }
        if crossCut(half, middle: middle, at: x, level: .water) { taken[bank].append(x) }
      }
    }
    settleRiver(middle)
  }

  /// The halves of a bank that look at the corridor: westward ones of the northern, others of the
  /// southern bank.
  private func halves(ofBank bank: Int) -> [Int] {
    plan.origin.indices.filter { half in
      plan.line[half / 2] == bank && (plan.start(half).x > plan.end(half).x) == (bank == 1)
    }
  }

  /// Where bridges cross: at the greatest roads that come to a bank, those of the towns first, 900 m
  /// and more apart; nine at most (assumed: one for each 1 to 1.5 km of a town's river).
  private func bridgePlaces() -> [Double] {
    var found: [(rank: Double, x: Double)] = []
    for bank in [1, 2] {
      for half in halves(ofBank: bank) {
        let levels = plan.star(half).map { lines[plan.line[$0 / 2]].level }
          .filter { $0 >= .street && $0 <= .grid }
        let point = plan.start(half)
        guard let best = levels.min(), abs(point.x) < 6_400 else { continue }
        found.append((Double(best.rawValue) - 2.2 * terrain.urban(point), point.x))
      }
    }
    found.sort { ($0.rank, $0.x) < ($1.rank, $1.x) }
    var places: [Double] = []
    for one in found where places.count < 9 && !places.contains(where: { abs($0 - one.x) < 900 }) {
      places.append(one.x)
    }
    return places.sorted()
  }

  /// The half of a bank that begins at the crossing nearest to a place, or at a new vertex there.
  private mutating func bankHalf(_ bank: Int, near x: Double) -> Int {
    let all = halves(ofBank: bank)
    let roads = all.filter { half in
      abs(plan.start(half).x - x) < 70
        && plan.star(half).contains(where: { isRoad($0, upTo: .grid) })
    }
    if let near = roads.min(by: { abs(plan.start($0).x - x) < abs(plan.start($1).x - x) }) {
      return near
    }
    for half in all {
      let (from, to) = (plan.start(half), plan.end(half))
      guard min(from.x, to.x) <= x, x <= max(from.x, to.x) else { continue }
      if abs(from.x - x) < 12 { return half }
      if abs(to.x - x) < 12 { return plan.next[half] }
      return plan.divide(half, at: place(on: half, x: x))
    }
    return all[0]
  }

  private mutating func crossCut(_ half: Int, middle: Int, at x: Double, level: Level) -> Bool {
    var target: Int?
    for other in plan.origin.indices
    where plan.line[other / 2] == middle && plan.face[other] == plan.face[half] {
      let (a, b) = (plan.start(other).x, plan.end(other).x)
      guard min(a, b) <= x, x <= max(a, b) else { continue }
      let near = abs(a - x) < abs(b - x) ? other : plan.next[other]
      if abs(plan.start(near).x - x) < 26 {
        target = near
      } else {
        target = plan.divide(other, at: place(on: other, x: x))
      }
      // A half that looks at the same face.
      if let found = target, plan.face[found] != plan.face[half] { target = nil }
      break
    }
    guard let target, abs(plan.start(target).y - Terrain.riverY) < 40 else { return false }
    let made = plan.cut(from: half, to: target, chain: [], line: lines.count)
    lines.append(Line(level: level, first: made.line[0], key: lines.count))
    return true
  }

  /// Gives the water to its banks, up to the middle: each stretch that lies before one street to one grid.
  ///
  /// Borders of communities and grids stay on the bank so, and only those of streets go out to the middle.
  mutating func settleRiver(_ middle: Int) {
    note(face: plan.first.count - 1, street: -1, community: -1, grid: -1)
    for face in grid.indices where grid[face] < 0 { isRiver[face] = true }
    // A line across the water is a bridge where it goes on from the middle.
    var reaching: [Int: Int] = [:]
    let crossing = lines.indices.filter {
      $0 > middle && lines[$0].level <= .community
    }
    for line in crossing { reaching[plan.origin[lines[line].first ^ 1], default: 0] += 1 }
    for line in crossing where reaching[plan.origin[lines[line].first ^ 1]] != 2 {
      lines[line].level = .water
    }
    let streets = grid.indices.map { isRiver[$0] ? streetBeside($0) : -1 }
    var isSettled = isRiver.map { !$0 }
    for face in grid.indices where !isSettled[face] {
      // What is joined on this side of the middle and lies before the same street.
      var stretch = [face]
      isSettled[face] = true
      var at = 0
      while at < stretch.count {
        for half in plan.loop(stretch[at]) where lines[plan.line[half / 2]].level != .middle {
          let other = plan.face[half ^ 1]
          guard other >= 0, !isSettled[other], streets[other] == streets[face] else { continue }
          isSettled[other] = true
          stretch.append(other)
        }
        at += 1
      }
      guard let owner = landBeside(stretch, in: streets[face]) else { continue }
      for part in stretch {
        note(
          face: part, street: street[owner], community: community[owner], grid: grid[owner])
      }
    }
    // What touches no bank goes with the part of the river beside it.
    for _ in 0..<3 {
      for face in grid.indices where grid[face] < 0 {
        let beside = plan.loop(face).map { plan.face[$0 ^ 1] }.first { $0 >= 0 && grid[$0] >= 0 }
        guard let beside else { continue }
        note(
          face: face, street: street[beside], community: community[beside], grid: grid[beside])
      }
    }
  }

  /// The street that a part of the river has most of its bank with; -1 where it has none.
  private func streetBeside(_ face: Int) -> Int {
    var lengths: [Int: Double] = [:]
    for (half, land) in bank(of: face) {
      lengths[street[land], default: 0] += (plan.end(half) - plan.start(half)).length
    }
    return lengths.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? -1
  }

  /// The land of the grid that lies along most of a stretch: a face of that grid.
  private func landBeside(_ stretch: [Int], in number: Int) -> Int? {
    var lengths: [Int: (length: Double, land: Int)] = [:]
    for face in stretch {
      for (half, land) in bank(of: face) where street[land] == number {
        let length = (plan.end(half) - plan.start(half)).length
        let before = lengths[grid[land]]
        lengths[grid[land]] = ((before?.length ?? 0) + length, before?.land ?? land)
      }
    }
    return lengths.max {
      ($0.value.length, $1.key) < ($1.value.length, $0.key)
    }?.value.land
  }

  /// The halves of a part of the river along its bank, each with the land behind it.
  private func bank(of face: Int) -> [(half: Int, land: Int)] {
    plan.loop(face).compactMap { half in
      let other = plan.face[half ^ 1]
      guard lines[plan.line[half / 2]].level == .bank, other >= 0, !isRiver[other] else {
        return nil
      }
      return (half, other)
    }
  }
}
