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
  /// The hearing of each dispute that came to one.
  let hearings: [Int32: Int32]

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
    var hearings: [Int32: Int32] = [:]
    for (index, event) in list.enumerated()
    where event.kind == .mediation && event.incident != Int32(index) {
      hearings[event.incident] = Int32(index)
    }
    self.hearings = hearings
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
      guard building >= 0 else { return places.firms.division.name }
      let address = places.address(building)
      return draw.below(4) == 0 ? places.firms.division.name + address : address
    }
    let road = places.roads[Int(event.road)].name
    let by = building >= 0 ? places.address(building) : ""
    guard !by.isEmpty else { return road + "中段" }
    let isSame = by.hasPrefix(road)
    switch draw.below(6) {
    case 0: return isSame ? by + "门口" : "\(road)近\(by)"
    case 1: return isSame ? by + "对面" : "\(road)（\(by)旁）"
    case 2: return isSame ? by + "附近路段" : "\(road)靠近\(by)"
    case 3: return places.firms.division.name + (isSame ? by : road) + "附近"
    case 4: return isSame ? by + "前人行道" : "\(road)，\(by)对面"
    default: return isSame ? by + "旁边" : "\(road)（近\(by)）"
    }
  }
}
