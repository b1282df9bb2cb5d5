import Geometry

/// Says what each block is used for, so that each grid gets about the dwellings that it is to have.
struct BlockPlan {
  /// By face.
  var blocks: [Block]
  private let stream: UInt64

  /// Dwellings of a grid: 165,000 over 706 grids, and what offices and works leave to others.
  static let dwellingsInGrid = 244.0

  init(seed: UInt64, plan: GroundPlan, metric: Subdivision, gridOfFace: [Int32]) {
    stream = Draw.stream(seed, "block.use")
    var urban: [Double] = []
    var works: [Double] = []
    var hills: [Double] = []
    var centres: [Coordinate] = []
    blocks = []
    for face in metric.first.indices {
      let flat = GroundPlan.centre(plan.plan.loop(face).map(plan.plan.start))
      urban.append(plan.terrain.urban(flat))
      works.append(plan.terrain.industrial(flat))
      hills.append(plan.terrain.hilly(flat))
      centres.append(flat)
      let area = GroundPlan.area(metric.loop(face).map(metric.start))
      blocks.append(
        Block(
          use: plan.isRiver[face] ? .river : .farmland, grid: gridOfFace[face], area: Float(area),
          urban: Float(urban[face])))
    }
    var faces: [[Int]] = Array(repeating: [], count: plan.division.gridCount)
    for face in blocks.indices where !plan.isRiver[face] {
      faces[Int(gridOfFace[face])].append(face)
    }
    for (grid, members) in faces.enumerated() {
      let count = Double(max(members.count, 1))
      let mean = { (values: [Double]) in members.reduce(0) { $0 + values[$1] } / count }
      var draw = Draw(stream, grid)
      let wanted = Self.dwellingsInGrid * (0.78 + 0.44 * draw.unit())
      if mean(works) > 0.5, mean(urban) < 0.62 {
        settleWorks(members, wanted, &draw)
      } else if mean(urban) > 0.3 {
        settleTown(members, wanted, mean(urban), &draw)
      } else {
        settleFields(members, wanted, hilly: mean(hills), centres, &draw)
      }
    }
    addLakes(centres)
    settleSchools(centres)
  }

  private mutating func settleTown(
    _ members: [Int], _ wanted: Double, _ urban: Double, _ draw: inout Draw
  ) {
    var homes = 0.0
    for face in members {
      let hectares = Double(blocks[face].area) / 10_000
      let isMiddling = hectares > 1.2 && hectares < 6.5
      // Residential land is 25 to 40 % of a town's (GB 50137-2011, 4.4.1); blocks leave roads out.
      let kinds: [(Block.Use, Int)] = [
        (home(urban, &draw), 640), (.office, Int(25 + 85 * urban)), (.hall, 45),
        (.school, isMiddling ? 62 : 0), (.hospital, isMiddling ? 10 : 0), (.government, 32),
        (.park, hectares < 4 ? 65 : 40), (.site, 26), (.culture, 14), (.utility, 10),
        (.factory, urban < 0.55 ? 40 : 8), (.storage, urban < 0.5 ? 12 : 0),
      ]
      let use = kinds[draw.weighted(kinds.map(\.1))].0
      blocks[face].use = hectares < 0.25 && !use.isResidential ? .park : use
      if use.isResidential { homes += hectares }
    }
    let needed = wanted / 150
    let isSpecial = draw.happens(40_000)
    for face in members.sorted(by: { blocks[$0].area > blocks[$1].area })
    where homes < needed && !isSpecial {
      let use = blocks[face].use
      guard !use.isResidential, use != .school, use != .hospital else { continue }
      blocks[face].use = home(urban, &draw)
      homes += Double(blocks[face].area) / 10_000
    }
    share(wanted, among: members)
  }

  private func home(_ urban: Double, _ draw: inout Draw) -> Block.Use {
    let inner = Int(1_000 * urban)
    let kinds: [(Block.Use, Int)] = [
      (.towers, 210), (.slabs, 270), (.walkUps, 210 + inner / 3),
      (.villas, max(0, 60 - inner / 10)),
      (.oldQuarter, max(0, inner - 600) / 2), (.village, max(0, 620 - inner) / 2),
    ]
    return kinds[draw.weighted(kinds.map(\.1))].0
  }

  private mutating func share(_ wanted: Double, among members: [Int]) {
    let homes = members.filter { blocks[$0].use.isResidential }
    let area = homes.reduce(0) { $0 + blocks[$1].area }
    for face in homes { blocks[face].wanted = Float(wanted) * blocks[face].area / area }
  }

  private mutating func settleWorks(_ members: [Int], _ wanted: Double, _ draw: inout Draw) {
    let kinds: [(Block.Use, Int)] = [
      (.factory, 600), (.storage, 110), (.office, 50), (.park, 50), (.site, 35), (.utility, 20),
      (.slabs, 55), (.walkUps, 35), (.village, 45),
    ]
    for face in members { blocks[face].use = kinds[draw.weighted(kinds.map(\.1))].0 }
    share(wanted * 0.8, among: members)
  }

  private mutating func settleFields(
    _ members: [Int], _ wanted: Double, hilly: Double, _ centres: [Coordinate], _ draw: inout Draw
  ) {
    let kinds: [(Block.Use, Int)] =
      hilly > 0.4
      ? [(.woodland, 760), (.orchard, 170), (.farmland, 70)]
      : [
        (.farmland, 780), (.orchard, 90), (.woodland, 55), (.factory, 30), (.park, 8),
        (.school, 12),
        (.utility, 10), (.lake, 12),
      ]
    for face in members { blocks[face].use = kinds[draw.weighted(kinds.map(\.1))].0 }
    // One village or two; the larger has two parts in three.
    var ranked = members.map { (face) -> (Int, Double) in
      // A house with its yard and lane takes about 420 square metres of a village.
      let isNarrow = Double(blocks[face].area) < wanted * 420
      return (face, centres[face].x * 0.3 + Double(draw.below(1_000)) + (isNarrow ? 3_000 : 0))
    }
    ranked.sort { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 < $1.0 }
    let parts = members.count > 3 && draw.happens(600_000) ? [0.64, 0.36] : [1]
    for (part, place) in zip(parts, ranked) {
      blocks[place.0].use = .village
      blocks[place.0].wanted = Float(wanted * part)
    }
  }

  /// A lake at the edge of the centre, and one of the new town: the nearest block of 3 hectares.
  private mutating func addLakes(_ centres: [Coordinate]) {
    for place in [(x: 1_700.0, y: 1_500.0), (x: 4_900, y: 200), (x: -2_700, y: 2_500)] {
      let target = Coordinate(x: place.x, y: place.y)
      let near = blocks.indices.filter { blocks[$0].area > 45_000 && blocks[$0].use != .river }
        .min { (centres[$0] - target).length < (centres[$1] - target).length }
      if let near {
        blocks[near].use = .lake
        blocks[near].wanted = 0
      }
    }
  }
}
