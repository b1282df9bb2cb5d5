package import Geometry

/// The district on the ground: its divisions, roads, water, blocks, estates and buildings.
///
/// The district is invented; its division code belongs to no place. A class, since every room holds it: to
/// hand on its many lists costs as much as to hand on one.
package final class Ground: Sendable {
  package let seed: UInt64
  /// Which district of the city it is.
  package let division: Division
  package let district: DivisionUnit
  package let streets: [DivisionUnit]
  package let communities: [DivisionUnit]
  package let grids: [GridCell]
  package let roads: [Road]
  package let canals: [Canal]
  package let bridges: [Bridge]
  package let blocks: [Block]
  package let estates: [Estate]
  package let buildings: [Building]
  /// The police's stations and beats, the districts of primary schools, and the professional grids.
  package let police: Net
  package let schools: Net
  package let professional: Net
  package let baseWater: [BaseFeature]
  package let baseGreen: [BaseFeature]

  /// The blocks as faces, in metres and in degrees.
  let plane: Subdivision
  let degrees: [Coordinate]
  let courses: [RoadPlan.Course]
  /// The lanes between the houses of the villages, in metres: no names, no doors, no borders.
  let villageLanes: [[Coordinate]]
  private let index: BlockIndex

  /// The ground of a district, always whole.
  ///
  /// - Parameter seed: the district's own, not that of its city.
  package init(seed: UInt64, division: Division = .first) {
    (self.seed, self.division) = (seed, division)
    let names = GroundNames(seed: seed, division: division)
    let terrain = Terrain(seed: seed, division: division)
    let plan = GroundPlan(seed: seed, terrain: terrain, division: division)
    plane = plan.plan.moved(terrain.bend)
    degrees = plane.points.map(Terrain.degrees)
    let divisions = DivisionPlan(plan: plan, metric: plane, degrees: degrees, names: names)
    streets = divisions.streets
    communities = divisions.communities
    grids = divisions.grids
    let (plane, degrees) = (plane, degrees)
    let rings = plane.outline(of: Array(plane.first.indices)) { $0 >= 0 }
    district = DivisionUnit(
      code: division.code, name: division.name, street: -1,
      grids: 0..<divisions.grids.count, isRural: false,
      boundary: MultiPolygon(outline: rings.map { $0.map { degrees[$0] } }))
    let roadPlan = RoadPlan(seed: seed, plan: plan, metric: plane, names: names)
    roads = roadPlan.roads
    canals = roadPlan.canals
    bridges = roadPlan.bridges
    courses = roadPlan.courses
    let blockPlan = BlockPlan(
      seed: seed, plan: plan, metric: plane, gridOfFace: divisions.gridOfFace)
    blocks = blockPlan.blocks
    let built = BuildingPlan(
      seed: seed, plan: plan, metric: plane, roadPlan: roadPlan, blocks: blockPlan.blocks,
      communityOfGrid: divisions.grids.map(\.community), names: names)
    var (buildings, estates) = (built.buildings, built.estates)
    villageLanes = built.lanes
    built.settleNames(&buildings, &estates)
    DoorPlan.number(
      seed: seed, roads: roadPlan.roads, buildings: &buildings, estates: &estates,
      gates: built.gates())
    self.buildings = buildings
    self.estates = estates
    let nets = NetPlan(
      metric: plane, degrees: degrees, blocks: blockPlan.blocks, division: division)
    let streetOfGrid = divisions.grids.map { divisions.streets[Int($0.street)].name }
    police = nets.police(
      names: names.stations,
      streets: blockPlan.blocks.map { block in
        guard block.grid >= 0 else { return "" }
        let street = streetOfGrid[Int(block.grid)]
        return String(street.dropLast(street.hasSuffix("街道") ? 2 : 1))
      })
    schools = nets.schools(names: names.schools)
    professional = nets.professional(
      count: division.professionalCount, blocks: blockPlan.blocks,
      names: blockPlan.blocks.map { block in
        guard block.grid >= 0 else { return "" }
        let community = divisions.communities[Int(divisions.grids[Int(block.grid)].community)]
        return String(community.name.dropLast(community.isRural ? 1 : 2))
      })
    let layers = BaseLayers(
      seed: seed, plan: plan, metric: plane, roadPlan: roadPlan, blocks: blockPlan.blocks,
      names: names)
    baseWater = layers.water
    baseGreen = layers.green
    index = BlockIndex(plane, middle: division.offset)
  }

  /// The lanes between the houses of the villages, in degrees.
  package var baseLanes: [[Coordinate]] { villageLanes.map { $0.map(Terrain.degrees) } }

  /// The place of the block that a position (degrees) lies in; nil outside the district.
  package func block(at position: Coordinate) -> Int? { index.block(at: Terrain.metres(position)) }

  /// The place of the grid that a position (degrees) lies in; nil outside the district.
  package func grid(at position: Coordinate) -> Int? {
    block(at: position).map { Int(blocks[$0].grid) }
  }

  func block(atMetres position: Coordinate) -> Int? { index.block(at: position) }

  /// The outline of a block, in degrees.
  package func outline(ofBlock block: Int) -> Ring {
    Ring(plane.loop(block).map { degrees[plane.origin[$0]] })
  }
}

/// Finds the block of a position by squares of 200 m.
struct BlockIndex: Sendable {
  private static let side = 200.0
  private static let columns = 90
  private let middle: Coordinate
  private let buckets: [[Int32]]
  private let rings: [[Coordinate]]

  init(_ plane: Subdivision, middle: Coordinate) {
    self.middle = middle
    var buckets: [[Int32]] = Array(repeating: [], count: Self.columns * Self.columns)
    rings = plane.first.indices.map { plane.loop($0).map(plane.start) }
    for (face, ring) in rings.enumerated() {
      let (x, y) = (
        GroundPlan.extent(ring, Coordinate(x: 1, y: 0)),
        GroundPlan.extent(ring, Coordinate(x: 0, y: 1))
      )
      for row in Self.cell(y.lowerBound - middle.y)...Self.cell(y.upperBound - middle.y) {
        for column in Self.cell(x.lowerBound - middle.x)...Self.cell(x.upperBound - middle.x) {
          buckets[row * Self.columns + column].append(Int32(face))
        }
      }
    }
    self.buckets = buckets
  }

  private static func cell(_ value: Double) -> Int {
    min(max(Int((value / side).rounded(.down)) + columns / 2, 0), columns - 1)
  }

  func block(at p: Coordinate) -> Int? {
    for face in buckets[
      Self.cell(p.y - middle.y) * Self.columns + Self.cell(p.x - middle.x)]
    {
      let ring = rings[Int(face)]
      var isInside = false
      for index in ring.indices {
        let (a, b) = (ring[index], ring[index + 1 < ring.count ? index + 1 : 0])
        if (a.y > p.y) != (b.y > p.y) {
          let side = Orientation.sign(from: a, to: b, of: p)
          if b.y > a.y ? side > 0 : side < 0 { isInside.toggle() }
        }
      }
      if isInside { return Int(face) }
    }
    return nil
  }
}
