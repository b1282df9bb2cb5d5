package import Geometry
import Time

/// A classified road, or a bridge, as the transport office keeps it: a line with stakes.
package struct RoadLine: Sendable {
  package var code: String
  package var name: String
  /// The place of its bridge in `ground.bridges`; -1 for a road.
  package var bridge: Int32
  /// 一级 to 四级.
  package var grade: String
  /// In metres from the route's beginning.
  package var start: Double
  package var end: Double
  package var builtYear: Int
  /// The place of the community at its middle.
  package var community: Int32
  /// In degrees.
  package var line: [Coordinate]

  /// K1+250.
  package static func stake(_ metres: Double) -> String {
    let whole = Int(metres.rounded())
    return "K\(whole / 1_000)+\(Digits.padded(whole % 1_000, 3))"
  }
}

/// Chooses the classified roads: expressways and main roads, and what of the secondary ones runs through the
/// country for most of its length; and all bridges over the river and the canals.
struct RoadLinePlan {
  private(set) var lines: [RoadLine] = []
  private let ground: Ground

  init(_ ground: Ground) {
    self.ground = ground
    let stream = Draw.stream(ground.seed, "roadLine")
    var routes: [Int: String] = [:]
    var counts = (province: 0, county: 0, town: 0)
    for (index, road) in ground.roads.enumerated() {
      guard !road.name.isEmpty, road.kind.rawValue <= Road.Kind.secondary.rawValue else { continue }
      let isCountry = urban(road.line) < 0.3
      guard road.kind != .secondary || isCountry else { continue }
      let route: String
      // JTG B01-2014: the grade by what a road carries; route numbers by GB/T 917-2017.
      switch road.kind {
      case .expressway:
        counts.province += 1
        route = "S" + Digits.padded(200 + counts.province, 3)
      case .main:
        counts.county += 1
        route = "X" + Digits.padded(100 + counts.county, 3)
      default:
        counts.town += 1
        route = "Y" + Digits.padded(300 + counts.town, 3)
      }
      routes[index] = route
      var draw = Draw(stream, index)
      let grade =
        switch road.kind {
        case .expressway: "一级"
        case .main: draw.happens(600_000) ? "一级" : "二级"
        default: draw.happens(450_000) ? "三级" : "四级"
        }
      lines.append(
        RoadLine(
          code: route + ground.division.code, name: road.name, bridge: -1, grade: grade, start: 0,
          end: road.length, builtYear: draw.number(1988...2021),
          community: community(road.line[road.line.count / 2]), line: road.path))
    }
    addBridges(routes, stream)
  }

  private mutating func addBridges(_ routes: [Int: String], _ stream: UInt64) {
    for (index, bridge) in ground.bridges.enumerated() {
      let road = ground.roads[Int(bridge.road)]
      let middle = Terrain.metres(bridge.position)
      let at = Self.distance(along: road.line, to: middle)
      let (start, end) = (max(0, at - bridge.length / 2), min(road.length, at + bridge.length / 2))
      var draw = Draw(stream &+ 1, index)
      // A bridge in a road that is not classified has the number of the district's own routes.
      let route = routes[Int(bridge.road)] ?? "C" + Digits.padded(500 + Int(bridge.road) % 400, 3)
      let grade =
        switch road.kind {
        case .expressway, .main: "一级"
        case .secondary: "二级"
        case .lane: "三级"
        case .village, .track: "四级"
        }
      lines.append(
        RoadLine(
          code: "\(route)\(ground.division.code)L\(Digits.padded((index + 1) * 10, 4))",
          name: bridge.name, bridge: Int32(index), grade: grade, start: start, end: end,
          builtYear: draw.number(1978...2022), community: community(middle),
          line: Self.part(of: road.line, from: start, to: end).map(Terrain.degrees)))
    }
  }

  private func urban(_ line: [Coordinate]) -> Double {
    let found = line.compactMap { ground.block(atMetres: $0 + Coordinate(x: 3, y: 5)) }
    let sum = found.reduce(0) { $0 + Double(ground.blocks[$1].urban) }
    return sum / Double(max(found.count, 1))
  }

  private func community(_ place: Coordinate) -> Int32 {
    let near = [(0.0, 0.0), (9, 9), (-9, 9), (9, -9), (-9, -9)].lazy.compactMap {
      ground.block(atMetres: place + Coordinate(x: $0.0, y: $0.1))
    }.first
    return near.map { ground.grids[Int(ground.blocks[$0].grid)].community } ?? 0
  }

  /// How far along a line the position on it that is nearest to another one lies.
  static func distance(along line: [Coordinate], to place: Coordinate) -> Double {
    var (best, at, start) = (Double.infinity, 0.0, 0.0)
    for (a, b) in zip(line, line.dropFirst()) {
      let length = (b - a).length
      let t = min(length, max(0, (place - a).dot((b - a).unit)))
      let distance = (a + (b - a).unit * t - place).length
      if distance < best { (best, at) = (distance, start + t) }
      start += length
    }
    return at
  }

  /// The part of a line between two distances from its beginning.
  static func part(of line: [Coordinate], from: Double, to: Double) -> [Coordinate] {
    var part: [Coordinate] = []
    var start = 0.0
    for (a, b) in zip(line, line.dropFirst()) {
      let length = (b - a).length
      defer { start += length }
      guard start + length > from, start < to else { continue }
      if part.isEmpty { part.append(a + (b - a).unit * max(0, from - start)) }
      part.append(a + (b - a).unit * min(length, to - start))
    }
    return part
  }
}
