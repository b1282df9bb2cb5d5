package import Geometry

/// A village plot with its house (宅基地).
package struct Homestead: Sendable {
  /// The place of its house in `ground.buildings`.
  package var building: Int32
  /// Its number within the community, from 1.
  package var number: Int32
}

/// A plot of a village's fields (承包地块), let to a family of the village.
package struct Field: Sendable {
  /// The place of the family's homestead in `land.homesteads`.
  package var homestead: Int32
  /// The number of the plot and of its family within the community, from 1.
  package var number: Int32
  package var family: Int32
  /// In degrees.
  package var outline: [Coordinate]
  /// In square metres.
  package var area: Float
}

/// The land of the villages: homesteads, and the fields of the villages that were measured.
struct VillageLand {
  private(set) var homesteads: [Homestead] = []
  private(set) var fields: [Field] = []

  /// Plots of one family: three or four.
  private static let plots = 3...4
  /// Villages are measured until they have so many plots; the departments show 7,200.
  private static let wanted = 8_000

  init(_ ground: Ground, _ homes: Homes) {
    var counts = Array(repeating: Int32(0), count: ground.communities.count)
    var ofVillage: [Int: [Int]] = [:]
    for (index, building) in ground.buildings.enumerated()
    where building.kind == .villageHouse && building.estate >= 0 {
      let community = Int(ground.grids[Int(building.grid)].community)
      counts[community] += 1
      guard !homes.dwellings(ofBuilding: index).isEmpty else { continue }
      ofVillage[Int(building.estate), default: []].append(homesteads.count)
      homesteads.append(Homestead(building: Int32(index), number: counts[community]))
    }
    // In the order in which the departments come to the villages: that of the lists' own draw.
    let stream = Draw.stream(ground.seed, "rows.villages")
    let order = ofVillage.keys.map { village in
      var draw = Draw(stream, village)
      return (draw.next(), village)
    }.sorted { $0 < $1 }
    var isBuilt = Array(repeating: false, count: ground.blocks.count)
    for building in ground.buildings { isBuilt[Int(building.block)] = true }
    var numbers = Array(
      repeating: (plot: Int32(0), family: Int32(0)), count: ground.communities.count)
    for (_, village) in order where fields.count < Self.wanted {
      addFields(of: village, ground, ofVillage[village] ?? [], isBuilt, &numbers)
    }
  }

  private mutating func addFields(
    of village: Int, _ ground: Ground, _ families: [Int], _ isBuilt: [Bool],
    _ numbers: inout [(plot: Int32, family: Int32)]
  ) {
    let estate = ground.estates[village]
    let community = Int(ground.grids[Int(estate.grid)].community)
    var draw = Draw(Draw.stream(ground.seed, "field"), village)
    // A plot of half a mu: 11 to 15 m by 22 to 36 m, with a ridge between it and the next.
    let depth = 11 + draw.unit() * 4
    var plots: [Lot.Footprint] = []
    for block in ground.grids[Int(estate.grid)].blocks.map(Int.init)
    where !isBuilt[block] && [.farmland, .orchard].contains(ground.blocks[block].use) {
      let loop = ground.plane.loop(block)
      let lot = Lot(
        ring: loop.map(ground.plane.start), sides: loop.map { (edge: $0 / 2, distance: 12) })
      let rows = Lot.Rows(depth: depth, length: 22...36, pitch: depth + 0.8, gap: 0.8)
      plots += lot.rows(rows, along: lot.grain, others: [], margin: 0, &draw)
    }
    guard !families.isEmpty, !plots.isEmpty else { return }
    // Where there is less land, fewer families have some; the rest works in the town.
    var next = 0
    for family in families {
      let count = draw.number(Self.plots)
      guard next + count <= plots.count else { break }
      numbers[community].family += 1
      for step in 0..<count {
        // A family's plots lie apart, as they were drawn by lot in 1983 and 1998.
        let at = (next + step) * 37 % plots.count
        let isCoprime = plots.count % 37 != 0
        let plot = plots[isCoprime ? at : next + step]
        numbers[community].plot += 1
        fields.append(
          Field(
            homestead: Int32(family), number: numbers[community].plot,
            family: numbers[community].family, outline: plot.corners.map(Terrain.degrees),
            area: Float(plot.length * plot.depth)))
      }
      next += count
    }
  }
}

extension Ground {
  /// The outline of a homestead, in degrees: its house and the strip around it, 1.3 m before and behind and
  /// 1.5 m at the sides, which reaches no neighbour.
  package func homesteadOutline(ofBuilding index: Int) -> [Coordinate] {
    homestead(index).corners.map(Terrain.degrees)
  }

  /// The area of a homestead in square metres.
  package func homesteadArea(ofBuilding index: Int) -> Double {
    let plot = homestead(index)
    return plot.length * plot.depth
  }

  private func homestead(_ index: Int) -> Lot.Footprint {
    let one = buildings[index]
    return Lot.Footprint(
      centre: one.middle, along: Coordinate(x: Double(one.alongX), y: Double(one.alongY)),
      length: Double(one.length) + 3, depth: Double(one.depth) + 2.6)
  }
}

extension Ground {
  /// The ground of a building with 6 m around it, in degrees: a rectangle.
  package func plot(ofBuilding index: Int) -> [Coordinate] {
    let one = buildings[index]
    let plot = Lot.Footprint(
      centre: one.middle, along: Coordinate(x: Double(one.alongX), y: Double(one.alongY)),
      length: Double(one.length) + 12, depth: Double(one.depth) + 12)
    return plot.corners.map(Terrain.degrees)
  }
}
