extension RowRule {
  /// The rules by data set.
  static let all: [String: RowRule] = {
    var all: [String: RowRule] = [:]
    for room in [
      GroundFacts.rules, AddressFacts.rules, FixtureFacts.rules, PersonFacts.rules,
      HouseholdFacts.rules, DwellingFacts.rules, FirmFacts.rules, EventFacts.rules,
      CareFacts.rules,
      MedicalFacts.rules,
      SocialFacts.rules,
      FilingFacts.rules,
      SiteFacts.rules,
      SafetyFacts.rules,
      UnitFacts.rules,
      CentreFacts.rules,
    ] { all.merge(room) { $1 } }
    return all
  }()
}
