package import Geometry

/// A reach of the water (河段) with its chief's level.
package struct WaterReach: Sendable {
  package var code: String
  package var name: String
  /// 区级, 镇级 or 村级.
  package var level: String
  /// The place of the community at its middle.
  package var community: Int32
  package var from: String
  package var to: String
  /// 水质目标 by GB 3838-2002.
  package var goal: String
  /// In degrees.
  package var line: [Coordinate]
  /// In metres.
  package var length: Double
}

/// Divides the river, the canals and the lakes into reaches: the river and the canals at bridges and at the
/// borders of communities, a lake along its length.
struct ReachPlan {
  private(set) var reaches: [WaterReach] = []
  private let ground: Ground
  /// No reach is shorter, in metres.
  private static let shortest = 150.0

  init(_ ground: Ground) {
    self.ground = ground
    add("云溪江", ground.riverMiddle, number: 1, isRiver: true)
    for (index, canal) in ground.canals.enumerated() {
      add(canal.name, canal.line, number: 101 + index, isRiver: false)
    }
    var lakes = 0
    for feature in ground.baseWater where feature.kind == "lake" {
      guard case .area(let area) = feature.shape, let ring = area.polygons.first?.rings.first else {
        continue
      }
      lakes += 1
      let shore = ring.coordinates.map(Terrain.metres)
      let box = Box(around: shore)
      let isWide = box.maxX - box.minX > box.maxY - box.minY
      let ends = [
        shore.min { isWide ? $0.x < $1.x : $0.y < $1.y } ?? shore[0],
        shore.max { isWide ? $0.x < $1.x : $0.y < $1.y } ?? shore[0],
      ]
      let place = community(GroundPlan.centre(shore.dropLast()))
      reaches.append(
        WaterReach(
          code: code(501 + lakes, 1), name: feature.name, level: "镇级", community: place,
          from: isWide ? "西岸" : "南岸", to: isWide ? "东岸" : "北岸", goal: "Ⅳ类",
          line: ends.map(Terrain.degrees), length: (ends[1] - ends[0]).length))
    }
  }

  private func community(_ place: Coordinate) -> Int32 {
    ground.block(atMetres: place).map { ground.grids[Int(ground.blocks[$0].grid)].community } ?? 0
  }

  /// The district, a digit for the class (2 for water) and the numbers of water and reach.
  private func code(_ water: Int, _ reach: Int) -> String {
    ground.division.code + "2" + Digits.padded(water, 4) + Digits.padded(reach, 3)
  }

  private mutating func add(_ name: String, _ line: [Coordinate], number: Int, isRiver: Bool) {
    let bridges = ground.bridges.filter { $0.water == name }
      .map { (Terrain.metres($0.position), $0.name) }
    var part: [Coordinate] = []
    var length = 0.0
    var from = "起点（区界）"
    var count = 0
    for index in line.indices {
      part.append(line[index])
      guard index > 0 else { continue }
      length += (line[index] - line[index - 1]).length
      let isLast = index == line.count - 1
      let bridge = bridges.first { ($0.0 - line[index]).length < 30 }
      let isBorder =
        !isLast && length > (isRiver ? 600 : 0)
        && community(middle(line, index)) != community(middle(line, index - 1))
      guard isLast || length > Self.shortest && (bridge != nil || isBorder) else { continue }
      // What is left behind the last bridge may be short.
      let place = community(part[part.count / 2])
      let unit = ground.communities[Int(place)]
      let to = bridge?.1 ?? (isLast ? "终点" : unit.name + "界")
      count += 1
      let level = isRiver ? (count % 4 == 1 ? "市级" : "区级") : unit.isRural ? "村级" : "镇级"
      reaches.append(
        WaterReach(
          code: code(number, count), name: name, level: level, community: place, from: from,
          to: to, goal: isRiver ? "Ⅲ类" : unit.isRural ? "Ⅲ类" : "Ⅳ类",
          line: part.map(Terrain.degrees), length: length))
      (part, length, from) = ([line[index]], 0, to)
    }
  }

  private func middle(_ line: [Coordinate], _ index: Int) -> Coordinate {
    // A little to the left of the line, where one block lies.
    let (a, b) = (line[index], line[min(index + 1, line.count - 1)])
    return (a + b) * 0.5 + (b - a).unit.left * 12
  }
}

extension Ground {
  /// The middle of the river from west to east, in metres.
  var riverMiddle: [Coordinate] {
    guard let river = baseWater.first(where: { $0.kind == "river" }),
      case .area(let area) = river.shape, let ring = area.polygons.first?.rings.first
    else { return [] }
    // Its outline runs along one bank and back along the other, with as many vertices on each.
    let shore = ring.coordinates.dropLast().map(Terrain.metres)
    let half = shore.count / 2
    return (0..<half).map { (shore[$0] + shore[shore.count - 1 - $0]) * 0.5 }
  }
}
