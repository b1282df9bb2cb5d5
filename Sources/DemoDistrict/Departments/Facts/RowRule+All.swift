extension RowRule {
  /// The rules by data set.
  static let all: [String: RowRule] = {
    var all: [String: RowRule] = [:]
    for room in [
      GroundFacts.rules, AddressFacts.rules, FixtureFacts.rules, PersonFacts.rules,
      HouseholdFacts.rules, DwellingFacts.rules, FirmFacts.rules, EventFacts.rules,
      PostFacts.rules,
      ContractFacts.rules,
      PublicStaffFacts.rules,
      SchoolFacts.rules,
      PupilFacts.rules,
      PensionFacts.rules,
      JoblessFacts.rules,
      FundFacts.rules,
      MedicalFacts.rules,
      PartyFacts.rules,
      VisitFacts.rules,
      DoctorFacts.rules,
    ] { all.merge(room) { $1 } }
    return all
  }()
}
