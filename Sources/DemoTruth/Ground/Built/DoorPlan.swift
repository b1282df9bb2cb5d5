import Geometry

/// Numbers the doors of each road: odd on the left of its direction, even on the right, growing from
/// its western or southern end, with gaps where nothing stands (GB/T 35639-2017 annex B has numbers
/// grow with the distance).
struct DoorPlan {
  private struct Item {
    var road: Int
    var isRight: Bool
    var at: Double
    /// The place of a building, or of an estate below zero: -1 is the first.
    var owner: Int
  }

  private var items: [Item] = []

  /// Numbers doors of buildings that face a road, and a gate of each estate.
  static func number(
    seed: UInt64, roads: [Road], buildings: inout [Building], estates: inout [Estate],
    gates: [(road: Int, at: Coordinate)?]
  ) {
    var items: [Item] = []
    for (index, building) in buildings.enumerated() where building.door.road >= 0 {
      items.append(item(roads, Int(building.door.road), building.middle, index))
    }
    for (index, gate) in gates.enumerated() {
      guard let gate else { continue }
      items.append(item(roads, gate.road, gate.at, -1 - index))
    }
    items.sort {
      ($0.road, $0.isRight ? 1 : 0, $0.at, $0.owner) < (
        $1.road, $1.isRight ? 1 : 0, $1.at, $1.owner
      )
    }
    let stream = Draw.stream(seed, "door")
    var last = (road: -1, isRight: false, number: 0, at: 0.0, count: 0)
    for (index, item) in items.enumerated() {
      var draw = Draw(stream, index)
      if item.road != last.road || item.isRight != last.isRight {
        last = (item.road, item.isRight, item.isRight ? 0 : -1, 0, 0)
      }
      let gap = item.at - last.at
      var door = Door(road: Int16(item.road))
      if last.number > 0, gap < 60, last.count < 3, draw.happens(55_000) {
        // Built between its neighbours after the road was numbered.
        last.count += 1
        door.mark = [Door.Mark.before, .sub, .of][draw.below(3)]
        door.count = UInt8(last.count)
      } else {
        // A number on each side for about 12 m of road.
        last.number += 2 * min(9, max(1, Int(gap / 12)))
        last.count = 0
      }
      last.at = item.at
      door.number = UInt16(last.number)
      if item.owner >= 0 {
        buildings[item.owner].door = door
      } else {
        estates[-1 - item.owner].door = door
      }
    }
  }

  private static func item(_ roads: [Road], _ road: Int, _ place: Coordinate, _ owner: Int) -> Item
  {
    let line = roads[road].line
    var best = (distance: Double.infinity, at: 0.0, side: 0.0)
    var start = 0.0
    for (a, b) in zip(line, line.dropFirst()) {
      let length = (b - a).length
      let along = (b - a).unit
      let t = min(length, max(0, (place - a).dot(along)))
      let distance = (a + along * t - place).length
      if distance < best.distance { best = (distance, start + t, (b - a).cross(place - a)) }
      start += length
    }
    return Item(road: road, isRight: best.side < 0, at: best.at, owner: owner)
  }
}
