/// What people need to know of the building that a dwelling is in.
package struct DwellingPlace: Sendable {
  /// The place of its community or village.
  package var community: Int32
  /// The place of the police station whose area it is in; from 0 to 99.
  package var station: Int16
  /// The day on which people could move in.
  package var built: Int32
  /// Whether it is in a village rather than in a town.
  package var isVillage: Bool
  /// The district of a primary school that it is in, a place in `ground.schools.units`; -1 for none.
  package var schoolArea: Int16

  package init(
    community: Int32, station: Int16, built: Int32, isVillage: Bool, schoolArea: Int16 = -1
  ) {
    (self.community, self.station, self.built, self.isVillage) = (
      community, station, built, isVillage
    )
    self.schoolArea = schoolArea
  }
}
