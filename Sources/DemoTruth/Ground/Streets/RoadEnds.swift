import Geometry

/// Lets greater roads end where such roads do: at the border of the district or at another road that
/// carries what they bring.
///
/// A line of the plan ends at any other, which may be a lane, a track or a wall. A road that ends so runs on
/// along what lies ahead, where a fitting end is near; otherwise its last part becomes a lesser road.
struct RoadEnds {
  private(set) var chains: [RoadChain]
  private let plan: GroundPlan
  private let metric: Subdivision
  /// The chain of each edge, or -1.
  private var owner: [Int]

  /// No part of a road that was cut back is shorter, in metres.
  private static let shortest = 250.0
  /// The cosine of the sharpest turn that a road takes as it runs on: about 57 degrees.
  private static let turn = 0.55

  init(_ chains: [RoadChain], plan: GroundPlan, metric: Subdivision) {
    (self.chains, self.plan, self.metric) = (chains, plan, metric)
    owner = Array(repeating: -1, count: metric.line.count)
    for index in chains.indices { own(index) }
    // What changes one end may take another its own: some rounds settle all.
    for _ in 0..<12 where !settle() {}
  }

  private mutating func own(_ chain: Int) {
    for half in chains[chain].halves { owner[half / 2] = chain }
  }

  /// One round over all roads; whether nothing was left to do.
  private mutating func settle() -> Bool {
    var isDone = true
    for kind in [Road.Kind.expressway, .main, .secondary] {
      for index in chains.indices where chains[index].kind == kind && !chains[index].isCanal {
        for _ in 0..<2 where chains[index].kind == kind && !chains[index].halves.isEmpty {
          chains[index].reverse()
          let last = chains[index].halves[chains[index].halves.count - 1]
          if settle(index, last ^ 1, Self.reaches(kind)) { isDone = false }
        }
      }
    }
    return isDone
  }

  /// Lets a chain end better, rather at its own class and at least at one that carries what it brings; whether
  /// anything changed.
  private mutating func settle(_ chain: Int, _ end: Int, _ reaches: [Reach]) -> Bool {
    for reach in reaches {
      if isEnd(end, of: chain, at: reach.least) { return false }
      if let path = onward(chain, to: reach) {
        extend(chain, path)
        return true
      }
    }
    cutBack(chain)
    return true
  }

  /// What a road looks for: the least class at which it ends, and how far it runs on to one, in metres.
  private struct Reach {
    var least: Road.Kind
    var most: Double
  }

  /// What roads of a class look for: the best first.
  private static func reaches(_ kind: Road.Kind) -> [Reach] {
    kind <= .main
      ? [Reach(least: .main, most: 1_200), Reach(least: .secondary, most: 2_200)]
      : [Reach(least: .village, most: 2_200)]
  }

  /// The least class of road at which one of a class may end.
  static func least(for kind: Road.Kind) -> Road.Kind {
    reaches(kind).last?.least ?? kind
  }

  /// Whether a chain may end at the vertex where a half begins: at the border or a road of a class.
  private func isEnd(_ half: Int, of chain: Int, at least: Road.Kind) -> Bool {
    metric.star(half).contains { other in
      if plan.lines[metric.line[other / 2]].level == .border { return true }
      let road = owner[other / 2]
      guard road >= 0, road != chain, !chains[road].isCanal, let its = chains[road].kind else {
        return false
      }
      return its <= least
    }
  }

  /// The shortest way on from a chain's last vertex to a fitting end: over edges of lesser roads, with no
  /// sharp turn.
  private func onward(_ chain: Int, to reach: Reach) -> [Int]? {
    let halves = chains[chain].halves
    guard let kind = chains[chain].kind, let last = halves.last else { return nil }
    let limit = min(reach.most, max(800, chains[chain].line(metric).pathLength * 0.4))
    var isTaken = Array(repeating: false, count: metric.points.count)
    for half in halves { isTaken[metric.origin[half]] = true }
    isTaken[metric.origin[last ^ 1]] = true
    var open: [(cost: Double, half: Int)] = [(0, last)]
    var before: [Int: Int] = [:]
    var isClosed: Set<Int> = []
    while let place = open.indices.min(by: { open[$0] < open[$1] }) {
      let (cost, half) = open.remove(at: place)
      guard isClosed.insert(half).inserted else { continue }
      if half != last, isEnd(half ^ 1, of: chain, at: reach.least) {
        var path = [half]
        while let step = before[path[path.count - 1]], step != last { path.append(step) }
        return path.reversed()
      }
      let ahead = (metric.end(half) - metric.start(half)).unit
      for next in metric.star(half ^ 1) where next != half ^ 1 && !isClosed.contains(next) {
        let way = metric.end(next) - metric.start(next)
        let cosine = ahead.dot(way.unit)
        let level = plan.lines[metric.line[next / 2]].level
        guard cosine > Self.turn, level >= .street, level <= .block,
          !isTaken[metric.origin[next ^ 1]], isLesser(next, than: kind)
        else { continue }
        let sum = cost + way.length + 200 * (1 - cosine)
        guard sum < limit else { continue }
        // The first way to a half is the shortest but for ties, which the order of halves settles.
        if let known = open.first(where: { $0.half == next }) {
          if known.cost <= sum { continue }
          open.removeAll { $0.half == next }
        }
        before[next] = half
        open.append((sum, next))
      }
    }
    return nil
  }

  private func isLesser(_ half: Int, than kind: Road.Kind) -> Bool {
    guard owner[half / 2] >= 0 else { return true }
    let other = chains[owner[half / 2]]
    return !other.isCanal && other.kind.map { $0 > kind } ?? true
  }

  /// Lets a chain run on over edges, whose own chains end there and go on behind.
  private mutating func extend(_ chain: Int, _ path: [Int]) {
    let others = path.map { owner[$0 / 2] }
    for half in path { owner[half / 2] = chain }
    chains[chain].halves += path
    for (place, other) in others.enumerated()
    where other >= 0 && !others[..<place].contains(other) {
      var parts: [[Int]] = [[]]
      for half in chains[other].halves {
        if owner[half / 2] == other {
          parts[parts.count - 1].append(half)
        } else if !parts[parts.count - 1].isEmpty {
          parts.append([])
        }
      }
      parts.removeAll(where: \.isEmpty)
      chains[other].halves = parts.first ?? []
      for part in parts.dropFirst() { split(part, from: other, kind: chains[other].kind) }
    }
  }

  /// Makes a part of a chain one of its own.
  private mutating func split(_ part: [Int], from chain: Int, kind: Road.Kind?) {
    var made = chains[chain]
    (made.halves, made.kind) = (part, kind)
    chains.append(made)
    own(chains.count - 1)
  }

  /// Lets a chain end at the last fitting place on its way; what lies behind becomes a lesser road, or all
  /// of it where there is no such place.
  private mutating func cutBack(_ chain: Int) {
    let halves = chains[chain].halves
    let least = chains[chain].kind.map(Self.least) ?? .village
    var length = chains[chain].line(metric).pathLength
    for place in halves.indices.reversed().dropLast() {
      let half = halves[place]
      length -= (metric.end(half) - metric.start(half)).length
      guard length > Self.shortest, isEnd(half, of: chain, at: least) else { continue }
      chains[chain].halves = Array(halves[..<place])
      let tail = Array(halves[place...])
      split(tail, from: chain, kind: nil)
      chains[chains.count - 1].kind = lesser(chains.count - 1, than: chains[chain].kind)
      return
    }
    chains[chain].kind = lesser(chain, than: chains[chain].kind)
  }

  private func lesser(_ chain: Int, than kind: Road.Kind?) -> Road.Kind {
    switch kind {
    case .expressway: .main
    case .main: .secondary
    default: chains[chain].urban(plan) > 0.3 ? .lane : .village
    }
  }
}
