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
      AidRules.rules,
      CardPaymentFacts.rules,
      CertificateFacts.rules,
      DisabilityFacts.rules,
      ForeignerFacts.rules,
      KinFacts.rules,
      ServiceFacts.rules,
      LicenceFacts.rules,
      InspectionFacts.rules,
      OfficerFacts.rules,
      ListingFacts.rules,
      PenaltyFacts.rules,
      CreditFacts.rules,
      ArrearsFacts.rules,
      JudgementFacts.rules,
      ReportFacts.rules,
      CertificateFacts.rules,
      PropertyFacts.rules,
      ProjectFacts.rules,
      TransportFacts.rules,
      WaterPermitFacts.rules,
      GasFacts.rules,
      StoreFacts.rules,
      TeamFacts.rules,
      EquipmentFacts.rules,
      FacilityFacts.rules,
    ] { all.merge(room) { $1 } }
    return all
  }()
}
