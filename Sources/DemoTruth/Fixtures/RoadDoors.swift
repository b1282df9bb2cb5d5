import Geometry

/// The doors of each road, to say where a thing on it stands: 文渊路88号对面.
package struct RoadDoors: Sendable {
  /// The door nearest to a place on a road.
  package struct Near: Sendable, Hashable {
    /// The place of its building in `ground.buildings`.
    package var building: Int32
    /// Whether it is on the other side of the road.
    package var isOpposite: Bool
    /// 东, 南, 西 or 北, as the place is seen from the door; empty within 12 m.
    package var direction: String
  }

  private let ground: Ground
  private let buildings: [[Int32]]

  /// The doors of the buildings that stand on the day of the first delivery.
  package init(_ ground: Ground) {
    self.ground = ground
    var buildings: [[Int32]] = Array(repeating: [], count: ground.roads.count)
    for (index, building) in ground.buildings.enumerated()
    where building.door.road >= 0 && building.stands(on: TruthCalendar.todayOrdinal) {
      buildings[Int(building.door.road)].append(Int32(index))
    }
    self.buildings = buildings
  }

  /// The door of a road that is nearest to a thing, within 300 m; nil where there is none.
  package func nearest(to fixture: Fixture) -> Near? {
    guard fixture.road >= 0 else { return nil }
    let place = Coordinate(x: Double(fixture.x), y: Double(fixture.y))
    var best: (building: Int32, apart: Coordinate, length: Double)?
    for building in buildings[Int(fixture.road)] {
      let apart = place - ground.buildings[Int(building)].middle
      let length = apart.length
      if length < (best?.length ?? 300) { best = (building, apart, length) }
    }
    guard let best else { return nil }
    let door = ground.buildings[Int(best.building)].middle
    return Near(
      building: best.building,
      isOpposite: side(of: place, onRoad: Int(fixture.road))
        != side(of: door, onRoad: Int(fixture.road)),
      direction: Self.direction(best.apart))
  }

  private static func direction(_ apart: Coordinate) -> String {
    if apart.length < 12 { return "" }
    if abs(apart.x) > abs(apart.y) { return apart.x > 0 ? "东" : "西" }
    return apart.y > 0 ? "北" : "南"
  }

  /// Whether a place is to the left of the nearest stretch of a road.
  private func side(of place: Coordinate, onRoad road: Int) -> Bool {
    let line = ground.roads[road].line
    var best = (distance: Double.infinity, isLeft: false)
    for (a, b) in zip(line, line.dropFirst()) {
      let distance = Cutter.distance(place, a, b)
      if distance < best.distance {
        best = (distance, Orientation.sign(from: a, to: b, of: place) > 0)
      }
    }
    return best.isLeft
  }
}
