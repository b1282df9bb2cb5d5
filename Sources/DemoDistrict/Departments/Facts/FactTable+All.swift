extension FactTable {
  /// All rooms' facts.
  static let all: FactTable = {
    var all = FactTable()
    for room in [
      GridFacts.table, BuildingFacts.table, EstateFacts.table, ParcelFacts.table,
      WaterFacts.table, RoadLineFacts.table, HazardSiteFacts.table, PlaceNameFacts.table,
      GroundFacts.table, AddressFacts.table, FixtureFacts.table, PersonFacts.table,
      HouseholdFacts.table, DwellingFacts.table, FirmFacts.table, EventFacts.table,
      PostFacts.table,
      ContractFacts.table,
      PublicStaffFacts.table,
      SchoolFacts.table,
      PupilFacts.table,
      AidFacts.table,
      CardPaymentFacts.table,
      VitalFacts.table,
      DisabilityFacts.table,
      ForeignerFacts.table,
      KinFacts.table,
      ServiceFacts.table,
      LicenceFacts.table,
      InspectionFacts.table,
      OfficerFacts.table,
      ListingFacts.table,
      PenaltyFacts.table,
      CreditFacts.table,
      ArrearsFacts.table,
      JudgementFacts.table,
      ReportFacts.table,
      CertificateFacts.table,
      PropertyFacts.table,
      ProjectFacts.table,
      TransportFacts.table,
      WaterPermitFacts.table,
      GasFacts.table,
      StoreFacts.table,
      TeamFacts.table,
      EquipmentFacts.table,
      FacilityFacts.table,
      LeaseFacts.table,
      DeedFacts.table,
      MeterFacts.table,
      CaseFacts.table,
      MediationFacts.table,
      HazardFacts.table,
      PetitionFacts.table,
      ApplicationFacts.table,
      CatalogueFacts.table,
      BodyFacts.table,
      CareFacts.table,
      MedicalFacts.table,
      SocialFacts.table,
      FilingFacts.table,
      SiteFacts.table,
      SafetyFacts.table,
      UnitFacts.table,
      CentreFacts.table,
      PensionFacts.table,
      JoblessFacts.table,
      FundFacts.table,
      MedicalInsuranceFacts.table,
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
