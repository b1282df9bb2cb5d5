import Time

/// What the registers of grids and buildings say beside names and places.
extension Ground {
  /// The first day of a grid: between 2014 and 2017, street by street, on the first of a month; one in twelve
  /// was cut out of a neighbour between 2019 and 2025.
  package func firstDay(ofGrid grid: Int) -> Int32 {
    var draw = Draw(Draw.stream(seed, "grid.from"), grid)
    if parent(ofGrid: grid) != nil {
      let month = draw.pick([1, 3, 4, 7, 9, 10])
      return Int32(Day(number: draw.number(2019...2025) * 10_000 + month * 100 + 1).ordinal)
    }
    var ofStreet = Draw(Draw.stream(seed, "grid.round"), Int(grids[grid].street))
    let day = ofStreet.number(2014...2017) * 10_000 + ofStreet.pick([3, 6, 9]) * 100 + 1
    let first = Int32(Day(number: day).ordinal)
    return max(first, validFrom(communities[Int(grids[grid].community)]))
  }

  /// The grid out of which one was cut: the one before it in the community; nil for those of the first round.
  package func parent(ofGrid grid: Int) -> Int? {
    guard isYoung(grid) else { return nil }
    let first = communities[Int(grids[grid].community)].grids.lowerBound
    return (first..<grid).last { !isYoung($0) }
  }

  private func isYoung(_ grid: Int) -> Bool {
    var draw = Draw(Draw.stream(seed, "grid.young"), grid)
    return grid > communities[Int(grids[grid].community)].grids.lowerBound && draw.happens(93_000)
  }

  /// The structure of a building by `building-structure.csv`, by its year and floors: timber and brick in old
  /// houses, brick with concrete floors up to 1998, then frames; steel in works and towers.
  package func structure(ofBuilding index: Int) -> String {
    let one = buildings[index]
    let year = Day(ordinal: Int(one.built)).year
    var draw = Draw(Draw.stream(seed, "building.structure"), index)
    switch one.kind {
    case .factory, .storage, .farm: return draw.happens(620_000) ? "1" : "3"
    case .hall: return draw.happens(300_000) ? "2" : "3"
    case .oldHouse: return year < 1970 || draw.happens(350_000) ? "5" : "4"
    case .villageHouse:
      return year < 1988 ? (draw.happens(500_000) ? "5" : "4") : year < 2012 ? "4" : "3"
    default:
      if one.floors > 20 { return draw.happens(250_000) ? "2" : "3" }
      return one.floors > 6 || year > 2002 ? "3" : "4"
    }
  }
}

extension Building {
  /// The area that it covers, in square metres.
  package var footprint: Double { GroundPlan.area(ring) }

  /// The area of its floors, in square metres.
  package var floorArea: Double { footprint * Double(floors) }

  /// The year in which it was finished.
  package var builtYear: Int { Day(ordinal: Int(built)).year }
}

extension Estate {
  /// The year in which its first building was finished.
  package var builtYear: Int { Day(ordinal: Int(built)).year }
}

extension Ground {
  /// The door of an estate's gate as addresses have it, 长安路12号; else its name, else its community's.
  package func gate(ofEstate index: Int) -> String {
    let estate = estates[index]
    guard estate.door.road >= 0 else {
      return estate.name.isEmpty
        ? communities[Int(grids[Int(estate.grid)].community)].name : estate.name
    }
    return roads[Int(estate.door.road)].name + Address.doorText(estate.door)
  }
}
