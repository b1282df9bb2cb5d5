import Geometry
import Time

/// The events of the district from 2025-07-01 to 2027-06-30, in order of time: 28,000 reports and
/// 19,000 cases in the first year, and what offices wrote down.
///
/// The list of a month begins with the list of the month before: ``through(_:)``.
package struct Events: Sendable {
  package let list: [Event]
  /// The planted clusters; empty in a district without plants.
  package let hotSpots: [PlantedHotSpot]
  package let weather: Weather
  package let places: EventPlaces
  package let seed: UInt64
  /// What was expected of each matter on each day.
  let rates: EventRates
  private let near: NearBuildings

  /// - Parameters:
  ///   - scale: 1 for the whole district of 400,000 people.
  ///   - plants: whether the five clusters are put in.
  package init(seed: UInt64, places: EventPlaces, scale: Double, plants: Bool) {
    let weather = Weather(seed: seed)
    let maker = EventMaker(
      seed: seed, places: places, weather: weather, scale: scale, plants: plants)
    (list, hotSpots, rates) = (maker.events, maker.spots, maker.rates)
    (self.weather, self.places, self.seed) = (weather, places, seed)
    near = NearBuildings(places.buildings.map(\.position))
  }

  /// The events of one kind up to a day, the day included, as places in ``list``.
  package func through(_ day: Int32, _ kind: Event.Kind) -> [Int] {
    list.indices.prefix { list[$0].day <= day }.filter { list[$0].kind == kind }
  }

  package func matter(of index: Int) -> Matter { Matter.all[Int(list[index].matter)] }

  /// The building that is nearest to an event, within about 400 m; -1 where there is none.
  package func nearestBuilding(to index: Int) -> Int32 {
    let event = list[index]
    if event.building >= 0 { return event.building }
    return near.nearest(to: Coordinate(x: Double(event.x), y: Double(event.y)))
  }

  /// Where it is, as the one who took it down wrote it.
  package func address(of index: Int) -> String {
    let event = list[index]
    var draw = Draw(Draw.stream(seed, "event.address"), Int(event.key))
    let building = nearestBuilding(to: index)
    if event.road < 0 || Int(event.road) >= places.roads.count {
      guard building >= 0 else { return Division.district }
      let address = places.address(building)
      return draw.below(4) == 0 ? Division.district + address : address
    }
    let road = places.roads[Int(event.road)].name
    let by = building >= 0 ? places.address(building) : ""
    guard !by.isEmpty else { return road + "中段" }
    let isSame = by.hasPrefix(road)
    switch draw.below(6) {
    case 0: return isSame ? by + "门口" : "\(road)近\(by)"
    case 1: return isSame ? by + "对面" : "\(road)（\(by)旁）"
    case 2: return isSame ? by + "附近路段" : "\(road)靠近\(by)"
    case 3: return Division.district + (isSame ? by : road) + "附近"
    case 4: return isSame ? by + "前人行道" : "\(road)，\(by)对面"
    default: return isSame ? by + "旁边" : "\(road)（近\(by)）"
    }
  }
}

/// Finds the nearest of many positions by cells of 200 m.
struct NearBuildings: Sendable {
  private static let cell = 200.0
  private let positions: [Coordinate]
  private var order: [Int32] = []
  private var starts: [Int32] = [0]
  private var columns = 1
  private var rows = 1
  private var origin = Coordinate(x: 0, y: 0)

  init(_ positions: [Coordinate]) {
    self.positions = positions
    guard let first = positions.first else { return }
    var (low, high) = (first, first)
    for position in positions {
      low = Coordinate(x: min(low.x, position.x), y: min(low.y, position.y))
      high = Coordinate(x: max(high.x, position.x), y: max(high.y, position.y))
    }
    origin = low
    columns = Int((high.x - low.x) / Self.cell) + 1
    rows = Int((high.y - low.y) / Self.cell) + 1
    starts = Array(repeating: 0, count: columns * rows + 1)
    let cells = positions.map { cell(of: $0) }
    for cell in cells { starts[cell + 1] += 1 }
    for cell in 0..<columns * rows { starts[cell + 1] += starts[cell] }
    var next = starts
    order = Array(repeating: 0, count: positions.count)
    for (index, cell) in cells.enumerated() {
      order[Int(next[cell])] = Int32(index)
      next[cell] += 1
    }
  }

  private func cell(of position: Coordinate) -> Int {
    let column = min(max(0, Int((position.x - origin.x) / Self.cell)), columns - 1)
    let row = min(max(0, Int((position.y - origin.y) / Self.cell)), rows - 1)
    return row * columns + column
  }

  func nearest(to position: Coordinate) -> Int32 {
    guard !order.isEmpty else { return -1 }
    let middle = cell(of: position)
    var best: (index: Int32, distance: Double) = (-1, .infinity)
    for reach in 1...2 where best.index < 0 {
      for row in max(0, middle / columns - reach)...min(rows - 1, middle / columns + reach) {
        for column in max(0, middle % columns - reach)...min(columns - 1, middle % columns + reach)
        {
          let cell = row * columns + column
          for place in starts[cell]..<starts[cell + 1] {
            let distance = positions[Int(order[Int(place)])].squareDistance(position)
            if distance < best.distance { best = (order[Int(place)], distance) }
          }
        }
      }
    }
    return best.index
  }
}
