package import Geometry

/// A parcel of the land survey (图斑): a block without its roads, a lake, or a stretch of a road or canal.
package struct Parcel: Sendable {
  /// The class by `land-class.csv`.
  package var landClass: String
  /// The place of its community in `ground.communities`.
  package var community: Int32
  /// In degrees; the parcels have all their vertices in common, so they neither gape nor overlap.
  package var outline: MultiPolygon
}

/// Divides the plane into parcels.
///
/// Each side of a block that is a road or canal gives a strip as wide as half of it; what is left is the
/// block's parcel. The strips on both sides of a stretch of a road or canal are one parcel.
struct ParcelPlan {
  private(set) var parcels: [Parcel] = []
  private let ground: Ground
  private let stream: UInt64
  /// By face: the vertex, drawn in, of each side of the loop; the border's own where the block is too
  /// narrow for strips.
  private var drawnIn: [[Int: Coordinate]] = []

  init(_ ground: Ground) {
    self.ground = ground
    stream = Draw.stream(ground.seed, "parcel")
    for face in ground.plane.first.indices { addBlock(face) }
    for road in ground.roads.indices {
      let isOn = { (edge: Int) in ground.courses[edge].road == Int32(road) }
      addLine(ground.roads[road].line, isOn: isOn) { urban in
        switch ground.roads[road].kind {
        case .village, .track: "1006"
        case .lane: "1004"
        default: urban > 0.3 ? "1004" : "1003"
        }
      }
    }
    for canal in ground.canals.indices {
      let isOn = { (edge: Int) in ground.courses[edge].canal == Int32(canal) }
      addLine(ground.canals[canal].line, isOn: isOn) { _ in "1101" }
    }
  }

  // MARK: Blocks

  private func width(_ edge: Int) -> Double {
    let course = ground.courses[edge]
    if course.road >= 0 { return ground.roads[Int(course.road)].kind.width / 2 }
    return course.canal >= 0 ? ground.canals[Int(course.canal)].width / 2 : 0
  }

  private mutating func addBlock(_ face: Int) {
    let (ground, plan) = (ground, self)
    let plane = ground.plane
    let loop = plane.loop(face)
    let width = { (edge: Int) in plan.width(edge) }
    let moved = BaseLayers.inset(loop.map(plane.start), by: loop.map { width($0 / 2) })
      .map(Terrain.degrees)
    var inner: [Int: Coordinate] = [:]
    for (half, point) in zip(loop, moved) { inner[plane.origin[half]] = point }
    let vertex = { (half: Int) in ground.degrees[plane.origin[half]] }
    func ring() -> [Coordinate] {
      var ring: [Coordinate] = []
      for (place, half) in loop.enumerated() {
        let after = loop[(place + 1) % loop.count]
        let isLine = width(half / 2) > 0
        for half in [half, after] {
          ring.append(isLine ? inner[plane.origin[half]] ?? vertex(half) : vertex(half))
        }
      }
      return Self.deduped(ring)
    }
    var outline = ring()
    let strips = loop.enumerated().filter { width($0.element / 2) > 0 }.map { place, half in
      let after = loop[(place + 1) % loop.count]
      return Self.deduped([
        vertex(half), vertex(after), inner[plane.origin[after]] ?? vertex(after),
        inner[plane.origin[half]] ?? vertex(half),
      ])
    }
    if !(strips + [outline]).allSatisfy(Self.isSound) {
      for half in loop { inner[plane.origin[half]] = vertex(half) }
      outline = ring()
    }
    drawnIn.append(inner)
    let block = ground.blocks[face]
    let community = ground.grids[Int(block.grid)].community
    var rings = [outline]
    if block.use == .lake, let lake = ground.shore(ofBlock: face),
      Self.isSound(lake), Shape.area(Self.polygon([outline, lake.reversed()])).fault == nil,
      lake.allSatisfy(Ring(outline).holds)
    {
      rings.append(lake.reversed())
      add("1104", community, [lake])
    }
    add(landClass(block, face, isPark: rings.count > 1), community, rings)
  }

  /// What the survey calls the land of a block.
  private func landClass(_ block: Block, _ face: Int, isPark: Bool) -> String {
    var draw = Draw(stream, face)
    switch block.use {
    case .towers, .slabs, .walkUps, .villas, .oldQuarter, .site: return "0701"
    case .village: return "0702"
    case .office, .hall: return "05H1"
    case .factory, .storage: return "0601"
    case .school, .hospital, .culture: return "08H2"
    case .government: return "08H1"
    case .utility: return "0809"
    case .park: return "0810"
    case .lake: return isPark ? "0810" : "1104"
    case .river: return "1101"
    case .woodland: return ["0301", "0302", "0305", "0307"][draw.weighted([55, 27, 12, 6])]
    case .orchard: return ["0201", "0202"][draw.weighted([60, 40])]
    case .farmland: return ["0101", "0102", "0103", "1202"][draw.weighted([68, 18, 11, 3])]
    }
  }

  // MARK: Lines

  /// Adds the strips of a road or canal, in stretches within one community.
  private mutating func addLine(
    _ line: [Coordinate], isOn: (Int) -> Bool, landClass: (Float) -> String
  ) {
    guard let halves = halves(of: line, isOn: isOn), !halves.isEmpty else { return }
    var stretch: [Int] = []
    for half in halves {
      if let last = stretch.last,
        community(half) != community(last) || stretch.count >= 24 || pinches(last, half)
      {
        addStretch(stretch, landClass)
        stretch = []
      }
      stretch.append(half)
    }
    addStretch(stretch, landClass)
  }

  private func halves(of line: [Coordinate], isOn: (Int) -> Bool) -> [Int]? {
    struct Side: Hashable { var from, to: Coordinate }
    let plane = ground.plane
    var found: [Side: Int] = [:]
    for edge in ground.courses.indices where isOn(edge) {
      for half in [2 * edge, 2 * edge + 1] {
        found[Side(from: plane.start(half), to: plane.end(half))] = half
      }
    }
    let halves = zip(line, line.dropFirst()).compactMap { found[Side(from: $0, to: $1)] }
    return halves.count == line.count - 1 ? halves : nil
  }

  private func community(_ half: Int) -> Int32 {
    let sides = [half, half ^ 1].map { ground.plane.face[$0] }
    let face = sides.first { $0 >= 0 } ?? 0
    return ground.grids[Int(ground.blocks[face].grid)].community
  }

  private func inner(_ half: Int, at vertex: Int) -> Coordinate {
    let face = ground.plane.face[half]
    return (face >= 0 ? drawnIn[face][vertex] : nil) ?? ground.degrees[vertex]
  }

  /// Whether the strips of both sides end where two edges of a line meet, so that a ring around them would
  /// touch itself.
  private func pinches(_ half: Int, _ next: Int) -> Bool {
    let vertex = ground.plane.origin[next]
    func ends(_ a: Int, _ b: Int) -> Bool {
      ground.plane.face[a] != ground.plane.face[b]
        || inner(a, at: vertex) == ground.degrees[vertex]
    }
    return ends(half, next) && ends(half ^ 1, next ^ 1)
  }

  private mutating func addStretch(_ halves: [Int], _ landClass: (Float) -> String) {
    guard let first = halves.first, let last = halves.last else { return }
    let plane = ground.plane
    func side(_ twin: Int) -> [Coordinate] {
      var points: [Coordinate] = []
      for (place, half) in halves.enumerated() {
        let (from, to) = (plane.origin[half], plane.origin[half ^ 1])
        if place > 0, plane.face[half ^ twin] != plane.face[halves[place - 1] ^ twin] {
          points.append(ground.degrees[from])
        }
        points += [inner(half ^ twin, at: from), inner(half ^ twin, at: to)]
      }
      return points
    }
    let ring = Self.deduped(
      [ground.degrees[plane.origin[first]]] + side(1) + [ground.degrees[plane.origin[last ^ 1]]]
        + side(0).reversed())
    guard ring.count > 2, Ring(ring).signedArea > 0 else { return }
    let face = max(plane.face[first], plane.face[first ^ 1])
    add(landClass(ground.blocks[face].urban), community(first), [ring])
  }

  // MARK: Parts

  private mutating func add(_ landClass: String, _ community: Int32, _ rings: [[Coordinate]]) {
    parcels.append(
      Parcel(landClass: landClass, community: community, outline: Self.polygon(rings)))
  }

  private static func polygon(_ rings: [[Coordinate]]) -> MultiPolygon {
    MultiPolygon([Polygon(rings: rings.map { Ring($0) })])
  }

  /// Whether a ring runs counter-clockwise and does not cross itself, in degrees as in the plane of the survey:
  /// a needle that is sound in the one may not be in the other, for their numbers are rounded apart.
  private static func isSound(_ ring: [Coordinate]) -> Bool {
    guard ring.count >= 3 else { return true }
    guard Ring(ring).signedArea > 0, Shape.area(polygon([ring])).fault == nil else { return false }
    return Shape.area(polygon([ring.map(survey.project)])).fault == nil
  }

  /// EPSG:4549: the plane in which parcels are delivered.
  private static let survey = GaussKruger(meridian: 120, falseEasting: 500_000)

  private static func deduped(_ ring: [Coordinate]) -> [Coordinate] {
    var kept: [Coordinate] = []
    for point in ring where kept.last != point { kept.append(point) }
    if kept.count > 1, kept.first == kept.last { kept.removeLast() }
    return kept
  }
}

extension Ground {
  /// The shore of the lake on a block, in degrees, as the base map draws it; nil where that is not known.
  func shore(ofBlock block: Int) -> [Coordinate]? {
    let outline = outline(ofBlock: block)
    for feature in baseWater where feature.kind == "lake" {
      guard case .area(let area) = feature.shape, let ring = area.polygons.first?.rings.first,
        let first = ring.coordinates.first, outline.holds(first)
      else { continue }
      return Array(ring.coordinates.dropLast())
    }
    return nil
  }

  /// The outline of a block without its roads and canals, in degrees: its face where it is too narrow.
  package func inside(ofBlock block: Int) -> MultiPolygon {
    let loop = plane.loop(block)
    let inset = BaseLayers.inset(
      loop.map(plane.start),
      by: loop.map { half in
        let course = courses[half / 2]
        if course.road >= 0 { return roads[Int(course.road)].kind.width / 2 + 1 }
        return course.canal >= 0 ? canals[Int(course.canal)].width / 2 + 1 : 0.5
      })
    let drawnIn = MultiPolygon([Polygon(rings: [Ring(inset.map(Terrain.degrees))])])
    let isSound = Shape.area(drawnIn).fault == nil && drawnIn.rings[0].signedArea > 0
    return isSound ? drawnIn : MultiPolygon([Polygon(rings: [outline(ofBlock: block)])])
  }
}
