import DemoTruth

/// What the departments of land, water and buildings look up, each part made when it is first asked for.
final class LandBook: Sendable {
  private let parts:
    (
      land: Once<Land>, servants: Once<PublicServants>, census: Once<GridCensus>,
      buildings: Once<[[Int32]]>,
      parks: Once<[BusinessPark]>,
      tenants: Once<(index: SpanIndex, order: [Int32])>,
      names: Once<(entries: [NameEntry], buildings: [String])>
    )

  init(_ truth: Truth) {
    let (ground, firms) = (truth.ground, truth.firms)
    let land = Once { Land(ground, truth.homes) }
    let parks = Once { firms.parks() }
    parts = (
      land, Once { PublicServants(truth) },
      Once { GridCensus(truth) },
      Once {
        var ofEstate: [[Int32]] = Array(repeating: [], count: ground.estates.count)
        for (index, building) in ground.buildings.enumerated() where building.estate >= 0 {
          ofEstate[Int(building.estate)].append(Int32(index))
        }
        return ofEstate
      },
      parks, Once { firms.byPremises() },
      Once { Self.names(land.value, parks.value, firms, ground) }
    )
  }

  /// The gazetteer: what the ground has, and the towers, parks and malls by the names that firms gave them,
  /// approved half a year to two years before they were finished.
  private static func names(
    _ land: Land, _ parks: [BusinessPark], _ firms: Firms, _ ground: Ground
  ) -> (entries: [NameEntry], buildings: [String]) {
    let halls = firms.malls().filter { $0.kind != "农贸市场" && $0.kind != "超市" }
      .map { ($0.name, firms.places.premises[Int($0.premises)].building) }
    var entries = land.names
    var names: [String] = []
    for (name, building) in parks.map({ ($0.name, $0.building) }) + halls
    where !names.contains(name) {
      let one = ground.buildings[Int(building)]
      entries.append(
        NameEntry(
          kind: .building, place: Int32(-1 - names.count),
          community: ground.grids[Int(one.grid)].community,
          approved: one.built - 200 - building % 500, position: one.position))
      names.append(name)
    }
    return (entries, names)
  }

  var land: Land { parts.land.value }
  var servants: PublicServants { parts.servants.value }
  var census: GridCensus { parts.census.value }
  /// The buildings of each estate.
  var buildingsOfEstate: [[Int32]] { parts.buildings.value }
  var parks: [BusinessPark] { parts.parks.value }
  /// The gazetteer, and the names of its entries of buildings: that of place -1 is the first.
  var names: [NameEntry] { parts.names.value.entries }
  var buildingNames: [String] { parts.names.value.buildings }

  /// The firms that were at premises at any time.
  func firms(atPremises premises: Int) -> ArraySlice<Int32> {
    let tenants = parts.tenants.value
    return tenants.order[tenants.index[premises]]
  }
}
