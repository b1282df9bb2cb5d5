package import Geometry

/// The ways from any place to the edge of the district along its roads, the greater ones first: how lorries
/// with earth are told to go.
///
/// One search from all the roads that cross the border (Dijkstra 1959); a metre of a lane counts as 1.7, of
/// a village road as 2 and of a track as 5 metres of a main road (assumption).
package struct WayOut: Sendable {
  private let ground: Ground
  /// By vertex of the plane: its half-edge towards the border; -1 without one.
  private let towards: [Int32]

  package init(_ ground: Ground) {
    self.ground = ground
    let plane = ground.plane
    var leaving: [[Int32]] = Array(repeating: [], count: plane.points.count)
    var isBorder = Array(repeating: false, count: plane.points.count)
    for half in plane.origin.indices {
      if plane.face[half] == Subdivision.outside || plane.face[half ^ 1] == Subdivision.outside {
        isBorder[plane.origin[half]] = true
      } else if ground.courses[half / 2].road >= 0 {
        leaving[plane.origin[half]].append(Int32(half))
      }
    }
    var towards = Array(repeating: Int32(-1), count: plane.points.count)
    var cost = Array(repeating: Int.max, count: plane.points.count)
    // Whole metres are few: a list of vertices for each.
    var lists: [[Int]] = [[]]
    for vertex in plane.points.indices where isBorder[vertex] && !leaving[vertex].isEmpty {
      cost[vertex] = 0
      lists[0].append(vertex)
    }
    var metres = 0
    while metres < lists.count {
      for vertex in lists[metres] where cost[vertex] == metres {
        for half in leaving[vertex] {
          let far = plane.origin[Int(half) ^ 1]
          let road = ground.roads[Int(ground.courses[Int(half) / 2].road)]
          let length = (plane.end(Int(half)) - plane.start(Int(half))).length
          let next = metres + max(1, Int(length * Self.weight(road.kind)))
          guard next < cost[far] else { continue }
          cost[far] = next
          towards[far] = half ^ 1
          while lists.count <= next { lists.append([]) }
          lists[next].append(far)
        }
      }
      metres += 1
    }
    self.towards = towards
  }

  private static func weight(_ kind: Road.Kind) -> Double {
    switch kind {
    case .expressway, .main: 1
    case .secondary: 1.2
    case .lane: 1.7
    case .village: 2
    case .track: 5
    }
  }

  /// The named roads of the way from a block to the edge, eight at most: 建设路—环城东路—迎宾路.
  package func route(fromBlock block: Int) -> String {
    let plane = ground.plane
    let corners = plane.loop(block).map { plane.origin[$0] }
    guard var vertex = corners.first(where: { towards[$0] >= 0 }) else { return "" }
    var names: [String] = []
    while towards[vertex] >= 0 {
      let half = Int(towards[vertex])
      let name = ground.roads[Int(ground.courses[half / 2].road)].name
      if !name.isEmpty, names.last != name, !names.contains(name) { names.append(name) }
      vertex = plane.origin[half ^ 1]
    }
    let last = names.last
    names = Array(names.prefix(7))
    if let last, names.last != last { names.append(last) }
    return names.joined(separator: "—")
  }
}

extension Ground {
  /// Where a block is as people say it, for plots have no door yet: 建设路与中山路交叉口东北侧; a block at
  /// one road has 建设路南侧, one at none the name of its community.
  package func corner(ofBlock block: Int) -> String {
    let loop = plane.loop(block)
    let middle = GroundPlan.centre(loop.map(plane.start))
    let names = loop.map { half -> String in
      let road = courses[half / 2].road
      return road >= 0 ? roads[Int(road)].name : ""
    }
    for (place, half) in loop.enumerated() {
      let before = names[(place + loop.count - 1) % loop.count]
      guard !names[place].isEmpty, !before.isEmpty, before != names[place] else { continue }
      let apart = middle - plane.start(half)
      let side = (apart.x > 0 ? "东" : "西") + (apart.y > 0 ? "北" : "南")
      return "\(before)与\(names[place])交叉口\(side)侧"
    }
    if let place = names.firstIndex(where: { !$0.isEmpty }) {
      let apart = middle - (plane.start(loop[place]) + plane.end(loop[place])) * 0.5
      let side =
        abs(apart.x) > abs(apart.y) ? (apart.x > 0 ? "东" : "西") : (apart.y > 0 ? "北" : "南")
      return "\(names[place])\(side)侧"
    }
    return communities[Int(grids[Int(blocks[block].grid)].community)].name
  }

  /// The middle of the longest side of a block at a named road, a few metres inside it: where the gate of a
  /// site opens.
  ///
  /// In degrees.
  package func gate(ofBlock block: Int) -> Coordinate {
    let loop = plane.loop(block)
    let middle = GroundPlan.centre(loop.map(plane.start))
    var best: (length: Double, place: Coordinate)?
    for half in loop {
      let road = courses[half / 2].road
      guard road >= 0, !roads[Int(road)].name.isEmpty else { continue }
      let (a, b) = (plane.start(half), plane.end(half))
      let length = (b - a).length
      guard length > best?.length ?? 0 else { continue }
      let away = roads[Int(road)].kind.width / 2 + 2
      best = (length, (a + b) * 0.5 + (b - a).unit.left * away)
    }
    guard let best, self.block(atMetres: best.place) == block else {
      return Terrain.degrees(middle)
    }
    return Terrain.degrees(best.place)
  }
}
