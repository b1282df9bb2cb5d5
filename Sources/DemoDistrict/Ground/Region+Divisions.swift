import DemoTruth
import Geometry

extension Region {
  /// The code of the unit of a level that a grid belongs to.
  func code(of cell: Int, _ level: DivisionLevel) -> String {
    level == .grid ? ground.grids[cell].code : unit(of: cell, level).code
  }

  /// The name of the unit of a level that a grid belongs to.
  func name(of cell: Int, _ level: DivisionLevel) -> String {
    level == .grid ? ground.grids[cell].name : unit(of: cell, level).name
  }

  /// How many units a level has.
  func count(of level: DivisionLevel) -> Int {
    switch level {
    case .district: 1
    case .street: ground.streets.count
    case .community: ground.communities.count
    case .grid: ground.grids.count
    }
  }

  /// The first grid of a unit of a level.
  func firstCell(of level: DivisionLevel, _ unit: Int) -> Int {
    switch level {
    case .district: 0
    case .street: ground.streets[unit].grids.lowerBound
    case .community: ground.communities[unit].grids.lowerBound
    case .grid: unit
    }
  }

  /// The boundary of a unit of a level.
  func boundary(of level: DivisionLevel, _ unit: Int) -> MultiPolygon {
    switch level {
    case .district: ground.district.boundary
    case .street: ground.streets[unit].boundary
    case .community: ground.communities[unit].boundary
    case .grid: ground.grids[unit].boundary
    }
  }

  /// The unit above the grid that a grid belongs to.
  private func unit(of cell: Int, _ level: DivisionLevel) -> DivisionUnit {
    switch level {
    case .district: ground.district
    case .street: ground.streets[Int(ground.grids[cell].street)]
    case .community, .grid: ground.communities[Int(ground.grids[cell].community)]
    }
  }
}
