extension RowRule {
  /// The rules by data set.
  static let all: [String: RowRule] = {
    var all: [String: RowRule] = [:]
    for room in [
      GridFacts.rules, BuildingFacts.rules, EstateFacts.rules, ParcelFacts.rules,
      WaterFacts.rules, RoadLineFacts.rules, HazardFacts.rules, PlaceNameFacts.rules,
      GroundFacts.rules, AddressFacts.rules, FixtureFacts.rules, PersonFacts.rules,
      HouseholdFacts.rules, DwellingFacts.rules, FirmFacts.rules, EventFacts.rules,
    ] { all.merge(room) { $1 } }
    return all
  }()
}
