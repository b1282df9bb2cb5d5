import Geometry

/// The buildings by the names that stand on them.
extension Ground {
  /// The buildings that stand on a day, with their numbers and kinds.
  package func baseBuildings(on day: Int32) -> [BaseFeature] {
    buildings.filter { $0.stands(on: day) }.map { building in
      BaseFeature(
        name: buildingName(building), kind: building.kind.title,
        shape: .area(MultiPolygon([Polygon(rings: [building.outline])])))
    }
  }

  /// The name that stands on a building: the estate's and its number.
  package func buildingName(_ building: Building) -> String {
    guard building.estate >= 0, building.number > 0 else { return "" }
    let estate = estates[Int(building.estate)]
    return estate.name + Address.numberText(building, estate.kind)
  }
}
