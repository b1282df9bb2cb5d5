/// What a row or a step of a term is about, as `GeoData/demo/README.md` lists them.
///
/// What has no list of its own in the truth is known by the place of somebody who has it: a `residence` and a
/// `registration` by that of the person.
enum SubjectKind: String, CaseIterable {
  case grid, gridYear, division, building, estate, nameEntry, parcel, field, homestead
  case reach, roadLine, works, hazardSite, relic, park
  case address, place, dwelling, premises
  case component
  case person, party, household
  case registration, residence, lease, deed, fieldContract, job, membership, visit, schooling, aid
  case disability, service, training, plaque, pensionMembership, pensionPayment, jobless
  case qualification, medicalMembership, medicalPayment, birth, death, doctorContract, fundAccount
  case cardPayment
  case firm, school, centre, partyOrg, team, officer, licence, insuranceContract, propertyContract
  case inspection, listing, penalty, creditGrade, arrears, report, certificate, judgement, permit
  case vehicle, site, project, gasPoint, stock, store, department
  case account
  case event, object, application
  case manifest
}
