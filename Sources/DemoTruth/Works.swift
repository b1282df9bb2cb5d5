/// What is built, managed, carried, stored and watched over in the district: contracts of property companies,
/// projects and their sites, permits, vehicles, stores, teams, and the things in and on buildings.
///
/// It is made from the other rooms, which know nothing of it.
package struct Works: Sendable {
  package let managers: Managers
  package let contracts: PropertyContracts
  package let projects: ProjectBook
  package let carriers: Carriers
  package let earth: EarthPermits
  package let ways: WayOut
  package let water: WaterPermits
  package let gas: GasPoints
  package let stores: EmergencyStores
  package let teams: Teams
  package let facilities: Facilities

  package init(_ truth: Truth) {
    let (ground, homes, firms, lives) = (truth.ground, truth.homes, truth.firms, truth.lives)
    let share = truth.options.share
    managers = Managers(ground: ground, homes: homes, firms: firms, lives: lives)
    contracts = PropertyContracts(ground: ground, firms: firms)
    projects = ProjectBook(ground: ground, firms: firms, share: share)
    carriers = Carriers(firms: firms, share: share)
    earth = EarthPermits(
      projects: projects, carriers: carriers, share: share, seed: truth.options.seed)
    ways = WayOut(ground)
    water = WaterPermits(ground: ground, firms: firms, share: share)
    gas = GasPoints(ground: ground, homes: homes, firms: firms, lives: lives)
    stores = EmergencyStores(ground: ground, homes: homes, managers: managers, share: share)
    teams = Teams(
      ground: ground, firms: firms, managers: managers, contracts: contracts, share: share)
    facilities = Facilities(
      ground: ground, homes: homes, fixtures: truth.fixtures, firms: firms, contracts: contracts,
      share: share)
  }
}
