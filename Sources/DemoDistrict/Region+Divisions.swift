extension Region {
  /// The code of the unit of a level that a grid belongs to.
  func code(of cell: Int, _ level: DivisionLevel) -> String {
    let place = ground.cells[cell]
    return switch level {
    case .district: Ground.code
    case .street: ground.streets[place.street].code
    case .community: ground.communities[place.community].code
    case .grid: place.code
    }
  }

  /// The name of the unit of a level that a grid belongs to.
  func name(of cell: Int, _ level: DivisionLevel) -> String {
    let place = ground.cells[cell]
    return switch level {
    case .district: Ground.name
    case .street: ground.streets[place.street].name
    case .community: ground.communities[place.community].name
    case .grid: place.name
    }
  }

  /// How many units a level has.
  func count(of level: DivisionLevel) -> Int {
    switch level {
    case .district: 1
    case .street: ground.streets.count
    case .community: ground.communities.count
    case .grid: ground.cells.count
    }
  }

  /// The first grid of a unit of a level.
  func firstCell(of level: DivisionLevel, _ unit: Int) -> Int {
    switch level {
    case .district: 0
    case .street: ground.streets[unit].cells[0]
    case .community: ground.communities[unit].cells[0]
    case .grid: unit
    }
  }
}
