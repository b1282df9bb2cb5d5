/// What the offices of land, water, roads, names and monuments keep of the ground.
package struct Land: Sendable {
  package let parcels: [Parcel]
  package let homesteads: [Homestead]
  package let fields: [Field]
  package let reaches: [WaterReach]
  package let roadLines: [RoadLine]
  package let works: [WaterWorks]
  package let hazards: [HazardSite]
  package let relics: [Relic]
  package let names: [NameEntry]
  /// By building: its number within its community, from 1.
  package let buildingNumbers: [Int32]

  package init(_ ground: Ground, _ homes: Homes) {
    parcels = ParcelPlan(ground).parcels
    let village = VillageLand(ground, homes)
    (homesteads, fields) = (village.homesteads, village.fields)
    reaches = ReachPlan(ground).reaches
    roadLines = RoadLinePlan(ground).lines
    works = WorksPlan(ground, reaches).works
    hazards = HazardPlan(ground).sites
    relics = RelicPlan(ground).relics
    names = NamePlan(ground).entries
    var counts = Array(repeating: Int32(0), count: ground.communities.count)
    buildingNumbers = ground.buildings.map { building in
      let community = Int(ground.grids[Int(building.grid)].community)
      counts[community] += 1
      return counts[community]
    }
  }
}
