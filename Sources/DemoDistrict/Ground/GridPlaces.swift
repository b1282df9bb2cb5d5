import DemoTruth
import Geometry
import Time

/// Where rows can be, grid by grid: what stands in each.
struct GridPlaces: Sendable {
  /// How far any place keeps from the border of its grid, in metres: every reference system that the
  /// files are written in leads back to it within a centimetre or two.
  static let clearance = 3.0

  /// The buildings of each grid that stand today, places in `ground.buildings`.
  let buildings: [[Int32]]
  /// The estates of each grid that have a name, and the roads on which it has doors.
  let estates: [[Int32]]
  let roads: [[Int32]]
  /// Lamps, manholes and the like that stand clear of borders on roads with a name, places in
  /// `fixtures.all`.
  let fixtures: [Int32]
  /// A position inside each grid, for those where no building stands.
  let open: [Coordinate]

  init(_ ground: Ground, _ fixtures: Fixtures) {
    var buildings: [[Int32]] = Array(repeating: [], count: ground.grids.count)
    var estates = buildings
    var roads = buildings
    let today = Int32(Population.today.ordinal)
    for (index, building) in ground.buildings.enumerated() where building.stands(on: today) {
      let grid = Int(building.grid)
      buildings[grid].append(Int32(index))
      let estate = Int(building.estate)
      if estate >= 0, !ground.estates[estate].name.isEmpty, estates[grid].last != Int32(estate),
        !estates[grid].contains(Int32(estate))
      {
        estates[grid].append(Int32(estate))
      }
      let road = Int32(building.door.road)
      if road >= 0, !roads[grid].contains(road) { roads[grid].append(road) }
    }
    self.buildings = buildings
    self.estates = estates
    self.roads = roads
    self.fixtures = fixtures.all.indices.lazy.filter { index in
      let one = fixtures.all[index]
      return one.road >= 0 && !ground.roads[Int(one.road)].name.isEmpty
        && ground.isClear(one.position, ofGrid: Int(one.grid), by: Self.clearance)
    }.map(Int32.init)
    // A grid may be narrow where its middle is: then that of its widest block is taken.
    open = ground.grids.indices.map { grid in
      let cell = ground.grids[grid]
      let blocks = cell.blocks.map(Int.init).sorted {
        ground.blocks[$0].area > ground.blocks[$1].area
      }
      let inside =
        [Shape.area(cell.boundary).anchor]
        + blocks.map { Polygon(rings: [ground.outline(ofBlock: $0)]).interiorPosition }
      let positions = inside.compactMap(\.self)
      let isClear = { ground.isClear($0, ofGrid: grid, by: Self.clearance + 4) }
      return positions.first(where: isClear)
        ?? Self.lattice(cell.boundary.box).first { ground.grid(at: $0) == grid && isClear($0) }
        ?? positions[0]
    }
  }

  /// Positions over a box, coarse ones first.
  private static func lattice(_ box: Box) -> [Coordinate] {
    [8, 24, 80].flatMap { pieces in
      (1..<pieces * pieces).map { place in
        let (row, column) = (Double(place / pieces) + 0.5, Double(place % pieces) + 0.5)
        return Coordinate(
          x: box.minX + (box.maxX - box.minX) * column / Double(pieces),
          y: box.minY + (box.maxY - box.minY) * row / Double(pieces))
      }
    }
  }
}
