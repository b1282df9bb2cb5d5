extension FactTable {
  /// All rooms' facts.
  static let all: FactTable = {
    var all = FactTable()
    for room in [
      GroundFacts.table, AddressFacts.table, FixtureFacts.table, PersonFacts.table,
      HouseholdFacts.table, DwellingFacts.table, FirmFacts.table, EventFacts.table,
      PostFacts.table,
      ContractFacts.table,
      PublicStaffFacts.table,
      SchoolFacts.table,
      PupilFacts.table,
      PensionFacts.table,
      JoblessFacts.table,
      FundFacts.table,
      MedicalFacts.table,
      PartyFacts.table,
      VisitFacts.table,
      DoctorFacts.table,
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
