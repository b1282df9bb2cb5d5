extension FactTable {
  /// All rooms' facts.
  static let all: FactTable = {
    var all = FactTable()
    for room in [
      GroundFacts.table, AddressFacts.table, FixtureFacts.table, PersonFacts.table,
      HouseholdFacts.table, DwellingFacts.table, FirmFacts.table, EventFacts.table,
      BodyFacts.table,
      CareFacts.table,
      MedicalFacts.table,
      SocialFacts.table,
      FilingFacts.table,
      SiteFacts.table,
      SafetyFacts.table,
      UnitFacts.table,
      CentreFacts.table,
    ] {
      all.facts.merge(room.facts) { $1 }
      all.steps.merge(room.steps) { $1 }
      all.places.merge(room.places) { $1 }
      all.others.merge(room.others) { $1 }
      all.beginnings.merge(room.beginnings) { $1 }
    }
    return all
  }()
}
