/// What firms must know of the ground and of the people: premises, and questions about buildings.
package struct FirmPlaces: Sendable {
  package var premises: [Premises]
  /// The name of the road or village of a building: 建设路.
  package var road: @Sendable (_ building: Int32) -> String
  /// The name of the community of a building, without 社区 or 村.
  package var community: @Sendable (_ building: Int32) -> String
  /// How many buildings there are.
  package var buildings: Int
  /// Floors of a building above the ground, and its entrances.
  package var floors: @Sendable (_ building: Int32) -> (floors: Int, entrances: Int)
  /// The households of each estate.
  package var estates: [Int]
  /// Draws an adult who lives in the district: a place in `people`.
  package var adult: @Sendable (_ draw: inout Draw) -> Int32

  package init(
    premises: [Premises], buildings: Int, estates: [Int],
    road: @escaping @Sendable (Int32) -> String,
    community: @escaping @Sendable (Int32) -> String,
    floors: @escaping @Sendable (Int32) -> (floors: Int, entrances: Int),
    adult: @escaping @Sendable (inout Draw) -> Int32
  ) {
    self.premises = premises
    self.buildings = buildings
    self.estates = estates
    self.road = road
    self.community = community
    self.floors = floors
    self.adult = adult
  }
}
