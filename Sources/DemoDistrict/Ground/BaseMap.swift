import Datasets
import DemoTruth
import Geometry
import Tabular
import Time

/// Writes the base map: what the surveyors keep of the ground, as data sets beside those of the
/// departments and without faults.
struct BaseMap {
  let ground: Ground
  /// The day of the survey.
  let day: Day

  /// One row of a layer.
  struct Feature {
    /// By the names of the manifest's fields.
    var values: [String: TableCell]
    var shape: Shape
  }

  static let datasets = ["base_road", "base_water", "base_green", "base_building"]

  /// The features of a layer, in the order of their codes.
  ///
  /// Codes are those of the district, the major class of GB/T 13923 (2 water, 3 settlements,
  /// 4 traffic, 8 vegetation) and a number.
  func features(of dataset: String) -> [Feature] {
    let (digit, features) =
      switch dataset {
      case "base_road": (4, ground.roads.map(Self.road) + ground.baseLanes.map(Self.lane))
      case "base_water": (2, ground.baseWater.map { area($0, kind: Self.water($0.kind)) })
      case "base_green": (8, ground.baseGreen.map { area($0, kind: Self.green($0.kind)) })
      default: (3, ground.buildings.filter { $0.stands(on: Int32(day.ordinal)) }.map(building))
      }
    return features.enumerated().map { number, feature in
      var feature = feature
      let code = "\(ground.division.code)\(digit)\(Digits.padded(number + 1, 6))"
      feature.values["feature_code"] = .text(code)
      return feature
    }
  }

  /// Writes the file of a layer for its manifest, and says what must become of it.
  func write(_ manifest: Manifest, name: String, into folder: String) throws -> FileKey {
    let writer = try GeoJSONWriter(
      path: "\(folder)/\(name)", names: manifest.fields.map { $0.titleChinese ?? $0.name })
    var key = FileKey(file: name, dataset: manifest.dataset, format: FileForm.geojson.name)
    // Roads and waters are borders of grids: which side the middle of one falls on is left open.
    let isInGrids = manifest.dataset == "base_green" || manifest.dataset == "base_building"
    if !isInGrids { key.cells = nil }
    for feature in features(of: manifest.dataset) {
      let cells = manifest.fields.map { feature.values[$0.name] ?? .empty }
      try writer.write(cells, geometry: feature.shape.bytes)
      let grid = feature.shape.anchor.flatMap(ground.grid(at:))
      key.countNew(grid.map { ground.grids[$0].code })
    }
    try writer.finish()
    return key
  }

  private static func road(_ road: Road) -> Feature {
    // Lanes of both directions: usual cross sections of CJJ 37-2012 for these widths.
    let (lanes, surface) =
      switch road.kind {
      case .expressway: (8, "沥青")
      case .main: (6, "沥青")
      case .secondary: (4, "沥青")
      case .lane: (2, "沥青")
      case .village: (1, "水泥")
      case .track: (1, "土路")
      }
    // A track through the fields is a country road to the survey.
    var made = line(
      road.path, road.kind == .track ? .village : road.kind, surface: surface, lanes: lanes)
    made.values["name"] = text(road.name)
    made.values["former_name"] = text(road.formerName)
    return made
  }

  /// A lane between the houses of a village, which has no name.
  private static func lane(_ path: [Coordinate]) -> Feature {
    line(path, .village, surface: "水泥", lanes: 1)
  }

  private static func line(
    _ path: [Coordinate], _ kind: Road.Kind, surface: String, lanes: Int
  ) -> Feature {
    Feature(
      values: [
        "class": .text(kind.title), "structure": .text("路面"), "surface": .text(surface),
        "lanes": .number("\(lanes)"),
      ], shape: .lines([path]))
  }

  private func area(_ feature: BaseFeature, kind: String) -> Feature {
    Feature(
      values: [
        "name": Self.text(feature.name), "kind": .text(kind), "surveyed_on": .text(day.text),
      ], shape: feature.shape)
  }

  private func building(_ building: Building) -> Feature {
    let name = ground.buildingName(building)
    let estate = building.estate >= 0 ? ground.estates[Int(building.estate)].name : ""
    return Feature(
      values: [
        "name": Self.text(name), "number": Self.text(String(name.dropFirst(estate.count))),
        "floors": .number("\(building.floors)"), "use": .text(Self.use(building.kind)),
        "built_year": .number("\(Day(ordinal: Int(building.built)).year)"),
      ], shape: .area(MultiPolygon([Polygon(rings: [building.outline])])))
  }

  private static func text(_ text: String) -> TableCell { text.isEmpty ? .empty : .text(text) }

  private static func water(_ kind: String) -> String { kind == "lake" ? "湖泊" : "河流" }

  private static func green(_ kind: String) -> String {
    switch kind {
    case "riverside": "防护绿地"
    case "woodland", "orchard": "林地"
    case "farmland": "农田"
    default: "公园"
    }
  }

  /// The code of GB/T 17986.1 for what a building is used for.
  private static func use(_ kind: Building.Kind) -> String {
    switch kind {
    case .flats, .mixed: "11"
    case .villageHouse, .villa: "10"
    case .oldHouse: "12"
    case .dormitory: "13"
    case .factory, .storage: "20"
    case .shops, .hall: "30"
    case .careHome, .school, .kindergarten, .hospital: "40"
    case .culture: "50"
    case .office, .government: "60"
    case .utility, .farm, .site: "80"
    }
  }
}
