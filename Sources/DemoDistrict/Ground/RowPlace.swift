/// What a row lies at.
enum RowPlace {
  /// A place in `homes.dwellings`.
  case dwelling(Int)
  /// A place in `homes.premises`.
  case premises(Int)
  /// A place in `ground.buildings`.
  case building(Int)
  /// A place in `fixtures.all`.
  case fixture(Int)
  /// A grid where nothing stands, a place in `ground.grids`.
  case open(Int)
}
