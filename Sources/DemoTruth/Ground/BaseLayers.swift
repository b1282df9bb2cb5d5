package import Geometry

/// The areas of water and green.
struct BaseLayers {
  private(set) var water: [BaseFeature] = []
  private(set) var green: [BaseFeature] = []

  init(
    seed: UInt64, plan: GroundPlan, metric: Subdivision, roadPlan: RoadPlan, blocks: [Block],
    names: GroundNames
  ) {
    let middle = Self.line(.middle, plan, metric)
    let width = Noise(seed: seed, name: "river.width", step: 1_100)
    let banks = Self.banks(plan, metric)
    // 80 to 190 m from bank to bank; less where a bend is too tight for it.
    let river = Self.widest { factor in
      let halves = middle.map { (67 + 27 * width.value($0.x, $0.y)) * factor }
      let (north, south) = (Self.offset(middle, halves), Self.offset(middle, halves.map { -$0 }))
      return [
        Self.area("云溪江", "river", [south + north.reversed()]),
        Self.area("云溪江北岸绿地", "riverside", [north + banks.north.reversed()]),
        Self.area("云溪江南岸绿地", "riverside", [banks.south + south.reversed()]),
      ]
    }
    water += river.prefix(1)
    green += river.dropFirst()
    for canal in roadPlan.canals {
      water += Self.widest { factor in
        let half = canal.line.map { _ in canal.width / 2 * factor }
        let (left, right) = (
          Self.offset(canal.line, half), Self.offset(canal.line, half.map { -$0 })
        )
        return [Self.area(canal.name, "canal", [right + left.reversed()])]
      }
    }
    var lakes = 0
    for (face, block) in blocks.enumerated() {
      let loop = metric.loop(face)
      let ring = loop.map(metric.start)
      let isField = block.use == .village && block.urban < 0.3
      guard block.use.isGreen || block.use == .lake || isField else { continue }
      let inset = Self.inset(
        ring,
        by: loop.map { half in
          let course = roadPlan.courses[half / 2]
          if course.road >= 0 { return roadPlan.roads[Int(course.road)].kind.width / 2 + 1 }
          return course.canal >= 0 ? roadPlan.canals[Int(course.canal)].width / 2 + 2 : 0.5
        })
      if block.use == .lake {
        let name = ["镜湖", "白鹭湖", "青荷塘"][lakes % 3]
        lakes += 1
        let (edge, shore) = Self.lake(ring, inset, seed: seed)
        water.append(Self.area(name, "lake", [shore]))
        green.append(Self.area(name + "公园", "park", [edge, shore.reversed()]))
      } else {
        let kind =
          switch block.use {
          case .woodland: "woodland"
          case .orchard: "orchard"
          case .farmland, .village: "farmland"
          default: "park"
          }
        let name = kind == "park" ? names.park(face) : ""
        let drawnIn = Self.area(name, kind, [inset])
        // A narrow block may cross itself when it is drawn in; it stays as it is.
        green.append(drawnIn.shape.fault == nil ? drawnIn : Self.area(name, kind, [ring]))
      }
    }
  }

  /// What is drawn with the greatest of ten factors at which no outline crosses itself.
  private static func widest(_ draw: (Double) -> [BaseFeature]) -> [BaseFeature] {
    for tenths in (1...10).reversed() {
      let drawn = draw(Double(tenths) / 10)
      if tenths == 1 || drawn.allSatisfy({ $0.shape.fault == nil }) { return drawn }
    }
    return []
  }

  /// The edge of a lake's park and the shore within it: a shore that comes nearer to the sides here than
  /// there; where such a one would cross itself or the edge, as in a bent block, a plainer one.
  static func lake(
    _ ring: [Coordinate], _ inset: [Coordinate], seed: UInt64
  ) -> (edge: [Coordinate], shore: [Coordinate]) {
    let bays = Noise(seed: seed, name: "lake.shore", step: 130)
    let centre = GroundPlan.centre(ring)
    for edge in [inset, ring] where area("", "", [edge]).shape.fault == nil {
      let coarse = stride(from: 0, to: edge.count, by: max(1, edge.count / 9)).map { edge[$0] }
      let shores = [0.2, 0].map { swing in
        smooth(coarse.map { centre + ($0 - centre) * (0.62 + swing * bays.value($0.x, $0.y)) })
      }
      for shore in shores where isWithin(edge, shore) { return (edge, shore) }
    }
    return (ring, pond(in: ring))
  }

  private static func isWithin(_ edge: [Coordinate], _ shore: [Coordinate]) -> Bool {
    area("", "", [edge, shore.reversed()]).shape.fault == nil
      && area("", "", [shore]).shape.fault == nil && shore.allSatisfy(Ring(edge).holds)
  }

  /// A round pond about the widest place of a ring.
  static func pond(in ring: [Coordinate]) -> [Coordinate] {
    let middle = Polygon(rings: [Ring(ring)]).interiorPosition ?? ring[0]
    let room = ring.indices.map { Cutter.distance(middle, ring[$0], ring[($0 + 1) % ring.count]) }
    let reach = (room.min() ?? 10) * 0.8
    let corner = Coordinate(x: reach, y: 0)
    return smooth([
      middle + corner, middle + corner.left, middle - corner, middle - corner.left,
    ])
  }

  private static func area(_ name: String, _ kind: String, _ rings: [[Coordinate]]) -> BaseFeature {
    BaseFeature(
      name: name, kind: kind,
      shape: .area(
        MultiPolygon([Polygon(rings: rings.map { Ring($0.map(Terrain.degrees)) })])))
  }

  /// The line of the river's middle, from west to east.
  static func line(_ level: GroundPlan.Level, _ plan: GroundPlan, _ metric: Subdivision)
    -> [Coordinate]
  {
    path(metric, plan, metric.line.indices.filter { plan.lines[metric.line[$0]].level == level })
  }

  private static func path(_ metric: Subdivision, _ plan: GroundPlan, _ edges: [Int])
    -> [Coordinate]
  {
    var vertices: [Int] = edges.flatMap { [metric.origin[2 * $0], metric.origin[2 * $0 + 1]] }
    vertices.sort { (plan.plan.points[$0].x, $0) < (plan.plan.points[$1].x, $1) }
    var line: [Coordinate] = []
    for (index, vertex) in vertices.enumerated() where index == 0 || vertices[index - 1] != vertex {
      line.append(metric.points[vertex])
    }
    return line
  }

  private static func banks(
    _ plan: GroundPlan, _ metric: Subdivision
  ) -> (north: [Coordinate], south: [Coordinate]) {
    let edges = metric.line.indices.filter { plan.lines[metric.line[$0]].level == .bank }
    let isNorth = { (edge: Int) in plan.plan.start(2 * edge).y > Terrain.riverY }
    return (
      path(metric, plan, edges.filter(isNorth)), path(metric, plan, edges.filter { !isNorth($0) })
    )
  }

  /// A line moved to the left by so many metres at each of its vertices.
  static func offset(_ line: [Coordinate], _ distances: [Double]) -> [Coordinate] {
    line.indices.map { index in
      let before = line[max(index - 1, 0)]
      let after = line[min(index + 1, line.count - 1)]
      return line[index] + (after - before).unit.left * distances[index]
    }
  }

  /// A ring drawn in from its sides; sharp corners are drawn in by twice the distance at most.
  static func inset(_ ring: [Coordinate], by distances: [Double]) -> [Coordinate] {
    ring.indices.map { index in
      let previous = (index + ring.count - 1) % ring.count
      let a = (ring[index] - ring[previous]).unit
      let b = (ring[(index + 1) % ring.count] - ring[index]).unit
      let sine = a.cross(b)
      let (p, q) = (distances[previous], distances[index])
      guard abs(sine) > 0.3 else { return ring[index] + (a + b).unit.left * max(p, q) }
      // Where the two moved sides meet.
      let moved = a * (-q / sine) + b * (p / sine)
      let limit = 2 * max(p, q)
      return ring[index] + (moved.length > limit ? moved * (limit / moved.length) : moved)
    }
  }

  /// Cuts the corners of a ring three times (Chaikin 1974).
  private static func smooth(_ ring: [Coordinate]) -> [Coordinate] {
    var ring = ring
    for _ in 0..<3 {
      ring = ring.indices.flatMap { index in
        let (a, b) = (ring[index], ring[(index + 1) % ring.count])
        return [a * 0.75 + b * 0.25, a * 0.25 + b * 0.75]
      }
    }
    return ring
  }
}

/// An area or a line of the base map.
package struct BaseFeature: Sendable {
  /// Empty where it has no name.
  package var name: String
  /// Its class: river, canal, lake; park, riverside, woodland, orchard, farmland; the classes of roads
  /// and buildings.
  package var kind: String
  package var shape: Shape
}
