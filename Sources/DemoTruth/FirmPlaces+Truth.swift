import Geometry

/// What each room is told of the others.
extension Ground {
  /// What people need to know of the building of a dwelling.
  func place(of dwelling: Dwelling) -> DwellingPlace {
    let building = buildings[Int(dwelling.building)]
    let community = grids[Int(building.grid)].community
    let beat = police.units[Int(police.unitOfBlock[Int(building.block)])]
    return DwellingPlace(
      community: community, station: Int16(beat.top), built: building.built,
      isVillage: communities[Int(community)].isRural || building.kind == .villageHouse,
      schoolArea: Int16(schools.unitOfBlock[Int(building.block)]))
  }

  func community(ofBuilding building: Int32) -> Int32 {
    grids[Int(buildings[Int(building)].grid)].community
  }

  /// The road of a building, else its estate or village, else its community.
  func roadName(ofBuilding building: Int32) -> String {
    let address = address(ofBuilding: Int(building))
    if !address.road.isEmpty { return address.road }
    return address.estate.isEmpty ? communityName(ofBuilding: building) : address.estate
  }

  /// The name of the community of a building, without 社区; a village keeps its 村.
  func communityName(ofBuilding building: Int32) -> String {
    let name = communities[Int(community(ofBuilding: building))].name
    return name.hasSuffix("社区") ? String(name.dropLast(2)) : name
  }
}

extension FirmPlaces {
  init(ground: Ground, homes: Homes, people: People) {
    var estates = Array(repeating: 0, count: ground.estates.count)
    for dwelling in homes.dwellings {
      let estate = Int(ground.buildings[Int(dwelling.building)].estate)
      if estate >= 0, ground.estates[estate].kind == .estate { estates[estate] += 1 }
    }
    self.init(
      premises: homes.premises, buildings: ground.buildings.count, estates: estates,
      road: { ground.roadName(ofBuilding: $0) },
      community: { ground.communityName(ofBuilding: $0) },
      floors: { place in
        let building = ground.buildings[Int(place)]
        return (Int(building.floors), max(1, Int(building.entrances)))
      },
      built: { ground.buildings[Int($0)].built },
      adult: { draw, day in people.adult(&draw, on: day) })
    head = { draw, day in
      people.adult(&draw, on: max(day, TruthCalendar.firstOrdinal), ages: 30..<48)
    }
    outsider = { draw, day in people.outsider(&draw, on: day) }
    division = ground.division
    kind = { ground.buildings[Int($0)].kind }
    seats = Set(homes.seats)
    communities = Self.communities(ground, homes)
    communityIndex = { ground.community(ofBuilding: $0) }
    blockIndex = { ground.buildings[Int($0)].block }
    areaOfBuilding = { building in
      homes.premises(ofBuilding: Int(building)).reduce(0) { $0 + Int(homes.premises[$1].area) }
    }
  }
}

extension FirmPlaces {
  /// What firms must know of each community.
  private static func communities(_ ground: Ground, _ homes: Homes) -> [CommunityPlace] {
    var farmhouses = Array(repeating: Int32(0), count: ground.communities.count)
    var groups = farmhouses
    for building in ground.buildings where building.kind == .villageHouse && building.razed == .max
    {
      let community = Int(ground.grids[Int(building.grid)].community)
      farmhouses[community] += 1
      groups[community] = max(groups[community], Int32(building.phase))
    }
    return ground.communities.enumerated().map { index, unit in
      CommunityPlace(
        name: unit.name, street: unit.street, streetName: ground.streets[Int(unit.street)].name,
        isRural: unit.isRural, seat: homes.seats[index], farmhouses: farmhouses[index],
        groups: groups[index])
    }
  }
}

extension People {
  /// Draws someone of an age who lives here on a day, or on the first day of the truth where that is
  /// later, and does not die within the truth: who answers for a firm changes for no other reason.
  func adult(_ draw: inout Draw, on day: Int32, ages: Range<Int32> = 22..<65) -> Int32 {
    let seen = max(day, TruthCalendar.firstOrdinal)
    for _ in 0..<200 {
      let place = draw.below(firstOwnerElsewhere)
      let one = persons[place]
      guard one.birth + ages.lowerBound * 366 <= day,
        seen - one.birth < ages.upperBound * 365, one.death == Person.open,
        presence(of: place).contains(seen)
      else { continue }
      return Int32(place)
    }
    return -1
  }
}

extension People {
  /// Draws one of the owners of homes who live elsewhere, from 22 to 65 on a day and not dead within the
  /// truth: most who have a firm in a city without living in it own something there (assumption).
  func outsider(_ draw: inout Draw, on day: Int32) -> Int32 {
    let count = persons.count - firstOwnerElsewhere
    guard count > 0 else { return -1 }
    let seen = max(day, TruthCalendar.firstOrdinal)
    for _ in 0..<40 {
      let place = firstOwnerElsewhere + draw.below(count)
      let one = persons[place]
      if one.birth + 22 * 366 <= day, seen - one.birth < 65 * 365, one.death == Person.open {
        return Int32(place)
      }
    }
    return -1
  }
}

extension EventPlaces {
  init(ground: Ground, homes: Homes, lives: Lives, firms: Firms) {
    var style = AddressStyle()
    (style.divisions, style.level) = (.none, .building)
    let said = style
    self.init(
      buildings: ground.buildings.indices.map { building in
        let people = homes.dwellings(ofBuilding: building).reduce(0) {
          $0 + lives.occupantCount(of: $1, on: TruthCalendar.todayOrdinal)
        }
        return Building(position: ground.buildings[building].middle, people: Int32(people))
      },
      roads: ground.roads.map { Road(name: $0.name, line: $0.line) }, firms: firms,
      address: { building in
        let address = ground.address(ofBuilding: Int(building))
        let text = address.text(said)
        // A farm in the fields has the village alone.
        return text.isEmpty ? address.community : text
      },
      resident: { building, day, draw in
        lives.adult(of: homes.dwellings(ofBuilding: Int(building)), on: day, &draw)
      })
  }
}

extension Lives {
  /// Draws someone grown up who lives in one of the dwellings on a day; -1 where chance finds nobody.
  func adult(of dwellings: Range<Int>, on day: Int32, _ draw: inout Draw) -> Int32 {
    guard !dwellings.isEmpty else { return -1 }
    for _ in 0..<12 {
      let dwelling = dwellings.lowerBound + draw.below(dwellings.count)
      let adults = occupants(of: dwelling, on: day).filter {
        people.persons[Int($0)].birth + 18 * 366 <= day
      }
      if !adults.isEmpty { return draw.pick(adults) }
    }
    return -1
  }
}
