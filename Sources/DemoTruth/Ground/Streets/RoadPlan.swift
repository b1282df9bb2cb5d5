import Geometry
import Time

/// Joins the lines of the plan to roads, and gives those their class and name.
struct RoadPlan {
  /// What runs along an edge.
  struct Course: Sendable {
    /// The place of its road, or -1.
    var road: Int32 = -1
    /// The place of its canal, or -1.
    var canal: Int32 = -1
    /// How far the edge's even half begins from the road's beginning, in metres.
    var at: Float = 0
    /// Whether the even half runs with the road.
    var isForward = true
  }

  private(set) var roads: [Road] = []
  private(set) var canals: [Canal] = []
  private(set) var bridges: [Bridge] = []
  /// By edge.
  private(set) var courses: [Course]

  init(seed: UInt64, plan: GroundPlan, metric: Subdivision, names: GroundNames) {
    courses = Array(repeating: Course(), count: metric.line.count)
    let stream = Draw.stream(seed, "road")
    var chains = Self.joined(plan)
    for index in chains.indices { chains[index].face(metric) }
    Self.classify(&chains, plan, metric, stream)
    chains = RoadEnds(chains, plan: plan, metric: metric).chains
    for index in chains.indices where !chains[index].halves.isEmpty {
      chains[index].face(metric)
      let chain = chains[index]
      let line = chain.line(metric)
      var draw = Draw(stream &+ 2, index)
      if chain.isCanal {
        let width = 18 + draw.unit() * 10
        let number = Int32(canals.count)
        note(chain.halves, metric) { course, _ in course.canal = number }
        canals.append(Canal(name: names.canal(canals.count), width: width, line: line))
        continue
      }
      guard let kind = chain.kind else { continue }
      let number = Int32(roads.count)
      note(chain.halves, metric) { course, at in
        course.road = number
        course.at = at
      }
      var road = Road(kind: kind, name: "", line: line)
      let isEast = abs(line[line.count - 1].x - line[0].x) > abs(line[line.count - 1].y - line[0].y)
      if chain.level == .bank {
        road.name = roads.contains { $0.name == "滨江北路" } ? "滨江南路" : "滨江北路"
      } else if kind != .track {
        road.name = names.road(roads.count, kind, isEast: isEast)
      }
      let isTown = kind == .main || kind == .secondary || kind == .lane
      if isTown, chain.level != .bank, draw.happens(70_000) {
        road.formerName = names.formerRoad(roads.count, kind)
        let first = TruthCalendar.first.ordinal
        road.renamed = Int32(first + 60 + draw.below(Day(number: 2026_03_31).ordinal - first - 60))
      }
      roads.append(road)
    }
    findBridges(plan, metric)
  }

  private mutating func note(
    _ halves: [Int], _ metric: Subdivision, _ change: (inout Course, Float) -> Void
  ) {
    var at = 0.0
    for half in halves {
      let length = (metric.end(half) - metric.start(half)).length
      courses[half / 2].isForward = half % 2 == 0
      change(&courses[half / 2], Float(half % 2 == 0 ? at : at + length))
      at += length
    }
  }

  /// Says which chains are canals, and the class of road that each of the others is.
  private static func classify(
    _ chains: inout [RoadChain], _ plan: GroundPlan, _ metric: Subdivision, _ stream: UInt64
  ) {
    let urban = chains.map { $0.urban(plan) }
    let lengths = chains.map { $0.line(metric).pathLength }
    // The expressway is the longest of the great lines; ends at the border count as 3 km each.
    let isBorder = { (half: Int) in
      metric.star(half).contains { plan.lines[metric.line[$0 / 2]].level == .border }
    }
    var express: (index: Int, reach: Double)?
    for (index, chain) in chains.enumerated() where chain.level == .street {
      guard let first = chain.halves.first, let last = chain.halves.last else { continue }
      let reach =
        lengths[index] + (isBorder(first) ? 3_000 : 0) + (isBorder(last ^ 1) ? 3_000 : 0)
      if reach > express?.reach ?? 0 { express = (index, reach) }
    }
    for index in canals(chains, lengths, urban, stream) { chains[index].isCanal = true }
    for index in chains.indices where !chains[index].isCanal {
      var draw = Draw(stream, index)
      chains[index].kind = kind(
        chains[index].level, urban: urban[index], length: lengths[index],
        isExpress: index == express?.index, &draw)
    }
  }

  private static func kind(
    _ level: GroundPlan.Level, urban: Double, length: Double, isExpress: Bool, _ draw: inout Draw
  ) -> Road.Kind? {
    switch level {
    case .street: return isExpress ? .expressway : .main
    case .bank: return .main
    case .community:
      return urban > 0.4 && (length > 2_600 || draw.happens(250_000)) ? .main : .secondary
    case .grid:
      if urban > 0.3 { return draw.happens(length > 900 ? 500_000 : 130_000) ? .secondary : .lane }
      return draw.happens(120_000) ? .lane : .village
    case .block:
      if urban > 0.3 { return draw.happens(560_000) ? .lane : nil }
      return draw.happens(250_000) ? .village : .track
    case .border, .middle, .water: return nil
    }
  }

  /// Some roads of the communities' level are canals instead: quiet ones of 1.2 to 6 km.
  private static func canals(
    _ chains: [RoadChain], _ lengths: [Double], _ urban: [Double], _ stream: UInt64
  ) -> [Int] {
    var found: [(rank: UInt64, index: Int)] = []
    for index in chains.indices
    where chains[index].level == .community && lengths[index] > 1_200 && lengths[index] < 6_000
      && urban[index] > 0.12 && urban[index] < 0.85
    {
      var draw = Draw(stream &+ 1, index)
      found.append((draw.next(), index))
    }
    found.sort { $0.rank < $1.rank }
    return found.prefix(7).map(\.index)
  }

  /// The lines of the plan, those that go on over a crossing joined.
  private static func joined(_ plan: GroundPlan) -> [RoadChain] {
    let flat = plan.plan
    var chains: [RoadChain] = plan.lines.map { line in
      RoadChain(halves: line.level == .border ? [] : walk(flat, line.first), level: line.level)
    }
    // Ends by vertex: a line's beginning, or its end.
    var ends: [(vertex: Int, line: Int, isStart: Bool)] = []
    for (index, chain) in chains.enumerated() where chain.level >= .street && chain.level <= .block
    {
      guard let first = chain.halves.first, let last = chain.halves.last else { continue }
      ends.append((flat.origin[first], index, true))
      ends.append((flat.origin[last ^ 1], index, false))
    }
    ends.sort {
      ($0.vertex, $0.line, $0.isStart ? 0 : 1) < ($1.vertex, $1.line, $1.isStart ? 0 : 1)
    }
    var owner = Array(chains.indices)
    func root(_ line: Int) -> Int {
      var at = line
      while owner[at] != at { at = owner[at] }
      return at
    }
    func outward(_ vertex: Int, _ chain: RoadChain) -> Coordinate {
      let first = chain.halves[0]
      let last = chain.halves[chain.halves.count - 1]
      return flat.origin[first] == vertex
        ? (flat.end(first) - flat.start(first)).unit : (flat.start(last) - flat.end(last)).unit
    }
    for index in ends.indices.dropLast() {
      let (one, two) = (ends[index], ends[index + 1])
      guard one.vertex == two.vertex, one.line != two.line else { continue }
      let (a, b) = (root(one.line), root(two.line))
      guard a != b, abs(chains[a].level.rawValue - chains[b].level.rawValue) <= 1 else { continue }
      let (p, q) = (outward(one.vertex, chains[a]), outward(one.vertex, chains[b]))
      guard p.dot(q) < -0.82 else { continue }
      var (head, tail) = (chains[a].halves, chains[b].halves)
      if flat.origin[head[0]] == one.vertex { head = head.reversed().map { $0 ^ 1 } }
      if flat.origin[tail[0]] != one.vertex { tail = tail.reversed().map { $0 ^ 1 } }
      guard flat.origin[head[0]] != flat.origin[tail[tail.count - 1] ^ 1] else { continue }
      chains[a] = RoadChain(halves: head + tail, level: min(chains[a].level, chains[b].level))
      chains[b].halves = []
      owner[b] = a
    }
    return chains.filter { !$0.halves.isEmpty }
  }

  /// The halves of one line, in its direction.
  private static func walk(_ plan: Subdivision, _ first: Int) -> [Int] {
    let line = plan.line[first / 2]
    func onward(_ half: Int) -> Int? {
      plan.star(half ^ 1).first { plan.line[$0 / 2] == line && $0 != half ^ 1 }
    }
    var forward = [first]
    while let half = onward(forward[forward.count - 1]) { forward.append(half) }
    var backward = [first ^ 1]
    while let half = onward(backward[backward.count - 1]) { backward.append(half) }
    return backward.dropFirst().reversed().map { $0 ^ 1 } + forward
  }

  private mutating func findBridges(_ plan: GroundPlan, _ metric: Subdivision) {
    var seen: Set<Int> = []
    for half in metric.origin.indices {
      let course = courses[half / 2]
      let road = Int(course.road)
      guard road >= 0 else { continue }
      let vertex = metric.origin[half]
      let water: (name: String, width: Double)? =
        plan.isRiver[max(0, metric.face[half])] && metric.face[half] >= 0
          && metric.face[half ^ 1] >= 0 && plan.isRiver[metric.face[half ^ 1]]
          && metric.star(half).contains { plan.lines[metric.line[$0 / 2]].level == .middle }
        ? ("云溪江", 180)
        : metric.star(half).map { courses[$0 / 2].canal }.first { $0 >= 0 }
          .map { (canals[Int($0)].name, canals[Int($0)].width) }
      guard let water, roads[road].kind != .track, seen.insert(vertex).inserted,
        metric.star(half).filter({ courses[$0 / 2].road == course.road }).count > 1
      else { continue }
      let base = roads[road].name.dropLast(roads[road].name.hasSuffix("大道") ? 2 : 1)
      bridges.append(
        Bridge(
          name: base + (water.width > 100 ? "大桥" : "桥"), road: course.road,
          position: Terrain.degrees(metric.points[vertex]), length: water.width + 20,
          water: water.name))
    }
  }
}

extension [Coordinate] {
  var pathLength: Double { zip(self, dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length } }
}
