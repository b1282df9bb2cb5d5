/// What firms must know of the ground and of the people: premises, and questions about buildings.
package struct FirmPlaces: Sendable {
  package var premises: [Premises]
  /// Which district of the city they are in.
  package var division = Division.first
  /// The name of the road or village of a building: 建设路.
  package var road: @Sendable (_ building: Int32) -> String
  /// The name of the community of a building, without 社区; a village keeps its 村.
  package var community: @Sendable (_ building: Int32) -> String
  /// How many buildings there are.
  package var buildings: Int
  /// Floors of a building above the ground, and its entrances.
  package var floors: @Sendable (_ building: Int32) -> (floors: Int, entrances: Int)
  /// The households of each estate.
  package var estates: [Int]
  /// What a building was built as, where that is known: else the area of premises tells it.
  package var kind: @Sendable (_ building: Int32) -> Building.Kind? = { _ in nil }
  /// The seats of the communities, places in `premises`; empty where they are not known.
  package var seats: Set<Int32> = []
  /// The communities, and which one a building is in; none where they are not known.
  package var communities: [CommunityPlace] = []
  package var communityIndex: @Sendable (_ building: Int32) -> Int32 = { _ in -1 }
  /// The block of a building; -1 where blocks are not known.
  package var blockIndex: @Sendable (_ building: Int32) -> Int32 = { _ in -1 }
  /// The floor area of all premises of a building, in square metres.
  package var areaOfBuilding: @Sendable (_ building: Int32) -> Int = { _ in 0 }
  /// The day on which a building was finished.
  package var built: @Sendable (_ building: Int32) -> Int32
  /// Draws an adult who lives in the district on a day: a place in `people`.
  package var adult: @Sendable (_ draw: inout Draw, _ day: Int32) -> Int32
  /// The same of one from 30 to 47 years old.
  package var head: @Sendable (_ draw: inout Draw, _ day: Int32) -> Int32
  /// Draws an adult who lives elsewhere and is known here; -1 where nobody is.
  package var outsider: @Sendable (_ draw: inout Draw, _ day: Int32) -> Int32 = { _, _ in -1 }

  package init(
    premises: [Premises], buildings: Int, estates: [Int],
    road: @escaping @Sendable (Int32) -> String,
    community: @escaping @Sendable (Int32) -> String,
    floors: @escaping @Sendable (Int32) -> (floors: Int, entrances: Int),
    built: @escaping @Sendable (Int32) -> Int32,
    adult: @escaping @Sendable (inout Draw, Int32) -> Int32
  ) {
    self.premises = premises
    self.buildings = buildings
    self.estates = estates
    self.road = road
    self.community = community
    self.floors = floors
    self.built = built
    self.adult = adult
    head = adult
  }
}
