/// One rule of place, made ready for an import.
enum PlaceRule {
  case coordinates(PlaceByCoordinates)
  case code(PlaceByCode)
  case geometry(PlaceByGeometry)

  /// How records are attached by it, as the store keeps it.
  var label: String {
    switch self {
    case .coordinates: "coordinates"
    case .code: "code"
    case .geometry: "geometry"
    }
  }

  /// The level of the cells that it attaches to, where grids are active.
  var level: String? {
    switch self {
    case .coordinates(let rule): rule.level
    case .code(let rule): rule.level
    case .geometry(let rule): rule.level
    }
  }

  /// The fields that it reads.
  var fields: [Int] {
    switch self {
    case .coordinates(let rule): [rule.x, rule.y]
    case .code(let rule): [rule.field]
    case .geometry: []
    }
  }
}
