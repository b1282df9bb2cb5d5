/// A home by its grid and its number within it.
struct Dwelling {
  /// The place of the grid in the list.
  var cell: Int
  /// From 0 within the grid.
  var number: Int

  /// Two stairs of twelve floors with two doors each.
  static let homesInBuilding = 48
  static let buildingsInEstate = 8

  /// From 0 within the grid.
  var building: Int { number / Self.homesInBuilding }
  /// From 1 within the building.
  var unit: Int { number % Self.homesInBuilding / 24 + 1 }
  /// From 1.
  var floor: Int { number % 24 / 2 + 1 }
  /// As on the door: 301.
  var room: Int { floor * 100 + number % 2 + 1 }
  /// From 0 within the grid.
  var estate: Int { building / Self.buildingsInEstate }
}
