package import Geometry
import Time

/// An entry of the gazetteer (地名): a name that was approved, or a door plate.
package struct NameEntry: Sendable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    case road, estate, building, bridge, park, village, plate

    /// The name of the class.
    package var title: String {
      switch self {
      case .road: "道路"
      case .estate: "住宅区"
      case .building: "建筑物"
      case .bridge: "桥梁"
      case .park: "公园"
      case .village: "自然村"
      case .plate: "门牌"
      }
    }
  }

  package var kind: Kind
  /// The place of the road, estate, building or bridge in the ground's list; of parks their block.
  package var place: Int32
  package var community: Int32
  /// The day of approval, an ordinal of `Day`.
  package var approved: Int32
  package var position: Coordinate

  package init(
    kind: Kind, place: Int32, community: Int32, approved: Int32, position: Coordinate
  ) {
    (self.kind, self.place, self.community) = (kind, place, community)
    (self.approved, self.position) = (approved, position)
  }
}

/// Draws up the gazetteer: all names of roads, estates, office compounds, bridges, parks and villages, then
/// door plates by the day on which they were put up.
struct NamePlan {
  private(set) var entries: [NameEntry] = []
  /// Up to the day of the first delivery, without the towers and malls that firms named; the older plates are on
  /// paper.
  private static let wanted = 8_900
  private let ground: Ground
  private let stream: UInt64

  init(_ ground: Ground) {
    self.ground = ground
    stream = Draw.stream(ground.seed, "nameEntry")
    for (index, road) in ground.roads.enumerated() where !road.name.isEmpty {
      add(.road, index, road.line[road.line.count / 2], years: 1982...2019)
    }
    var buildingOf = Array(repeating: -1, count: ground.estates.count)
    for (index, building) in ground.buildings.enumerated()
    where building.estate >= 0 && building.razed == .max && buildingOf[Int(building.estate)] < 0 {
      buildingOf[Int(building.estate)] = index
    }
    for (index, estate) in ground.estates.enumerated()
    where !estate.name.isEmpty && buildingOf[index] >= 0 {
      let building = ground.buildings[buildingOf[index]]
      let kind: NameEntry.Kind =
        switch estate.kind {
        case .village: .village
        case .compound: .building
        default: .estate
        }
      let built = Day(ordinal: Int(estate.built)).year
      // The name is approved before building begins; villages were registered in the survey of 1981 to 1984.
      add(
        kind, index, building.middle,
        years: kind == .village ? 1981...1984 : max(1_980, built - 3)...max(1_981, built - 1))
    }
    for (index, bridge) in ground.bridges.enumerated() {
      add(.bridge, index, Terrain.metres(bridge.position), years: 1983...2021)
    }
    for (index, block) in ground.blocks.enumerated() where block.use == .park {
      let ring = ground.plane.loop(index).map(ground.plane.start)
      let inside = Polygon(rings: [Ring(ring)]).interiorPosition
      add(.park, index, inside ?? ring[0], years: 1985...2023)
    }
    addPlates()
  }

  private mutating func add(
    _ kind: NameEntry.Kind, _ place: Int, _ at: Coordinate, years: ClosedRange<Int>
  ) {
    var draw = Draw(stream &+ UInt64(kind.rawValue), place)
    let approved = BuildingPlan.day(years, &draw)
    guard let found = inGrid(at) else { return }
    entries.append(
      NameEntry(
        kind: kind, place: Int32(place), community: found.community, approved: approved,
        position: Terrain.degrees(found.at)))
  }

  /// A position moved off the borders that run along roads, and its community.
  private func inGrid(_ at: Coordinate) -> (at: Coordinate, community: Int32)? {
    for step in [(0.0, 0.0), (4.1, 3.3), (-4.1, 3.3), (4.1, -3.3), (-4.1, -3.3), (12, 9)] {
      let place = at + Coordinate(x: step.0, y: step.1)
      guard let block = ground.block(atMetres: place) else { continue }
      let grid = Int(ground.blocks[block].grid)
      guard ground.isClear(Terrain.degrees(place), ofGrid: grid, by: 0.6) else { continue }
      return (place, ground.grids[grid].community)
    }
    return nil
  }

  /// Doors on roads, and houses of villages; approved when the house was finished, or in one of the rounds
  /// of 1998 and 2009.
  private mutating func addPlates() {
    var plates: [NameEntry] = []
    for (index, building) in ground.buildings.enumerated()
    where building.razed == .max
      && (building.door.number > 0 || building.kind == .villageHouse && building.number > 0)
    {
      var draw = Draw(stream &+ 20, index)
      let round = draw.pick([1998_05_04, 2009_03_16])
      let later = Int32(draw.below(300))
      let approved = max(Int32(Day(number: round).ordinal) + later, building.built + 14 + later / 6)
      plates.append(
        NameEntry(
          kind: .plate, place: Int32(index),
          community: ground.grids[Int(building.grid)].community, approved: approved,
          position: building.position))
    }
    plates.sort { ($0.approved, $0.place) < ($1.approved, $1.place) }
    let known = plates.prefix { $0.approved <= TruthCalendar.todayOrdinal - 60 }
    entries += known.suffix(max(0, Self.wanted - entries.count))
    entries += plates.dropFirst(known.count)
  }
}

extension Ground {
  /// The name of an entry of the gazetteer.
  package func name(of entry: NameEntry, on day: Int32) -> String {
    let place = Int(entry.place)
    switch entry.kind {
    case .road:
      let road = roads[place]
      return day < road.renamed ? road.formerName : road.name
    case .estate, .building, .village: return estates[place].name
    case .bridge: return bridges[place].name
    case .park: return GroundNames(seed: seed).park(place)
    case .plate:
      var style = AddressStyle()
      style.divisions = .none
      style.level = .building
      var address = address(ofBuilding: place)
      if buildings[place].door.number > 0 { style.form = .road }
      if buildings[place].door.number > 0 { (address.building, address.estate) = (0, "") }
      return address.text(style)
    }
  }
}
