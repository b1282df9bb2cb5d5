import DemoTruth
import Geometry

/// A file of the boundaries: of areas GeoJSON, of what is made of areas below it CSV.
enum BoundaryLayer: CaseIterable {
  case grids, communities, streets, district, police, stations, schools, professional

  /// One of its units: the values of the columns, and its outline where it is an area.
  typealias Unit = (values: [String], boundary: MultiPolygon?)

  var fileName: String {
    switch self {
    case .grids: "grids.geojson"
    case .communities: "communities.csv"
    case .streets: "streets.csv"
    case .district: "district.csv"
    case .police: "police.geojson"
    case .stations: "stations.csv"
    case .schools: "schools.geojson"
    case .professional: "professional.geojson"
    }
  }

  var isArea: Bool { [.grids, .police, .schools, .professional].contains(self) }

  /// - Parameter city: the city above the districts; nil for a district alone.
  func columns(in city: String?) -> [String] {
    switch self {
    case .grids: ["code", "name", "community"]
    case .communities, .streets, .police: ["code", "name", "parent"]
    case .district: ["code", "name"] + (city == nil ? [] : ["parent"])
    case .stations, .schools, .professional: ["code", "name"]
    }
  }

  func units(of ground: Ground, in city: String?) -> [Unit] {
    switch self {
    case .grids:
      ground.grids.map {
        ([$0.code, $0.name, ground.communities[Int($0.community)].code], $0.boundary)
      }
    case .communities:
      ground.communities.map { ([$0.code, $0.name, ground.streets[Int($0.street)].code], nil) }
    case .streets: ground.streets.map { ([$0.code, $0.name, ground.district.code], nil) }
    case .district:
      [([ground.district.code, ground.district.name] + (city.map { [$0] } ?? []), nil)]
    case .police:
      ground.police.units.map {
        ([$0.code, $0.name, ground.police.tops[Int($0.top)].code], $0.boundary)
      }
    case .stations: ground.police.tops.map { ([$0.code, $0.name], nil) }
    case .schools: ground.schools.units.map { ([$0.code, $0.name], $0.boundary) }
    case .professional: ground.professional.units.map { ([$0.code, $0.name], $0.boundary) }
    }
  }
}
