import Datasets
import DemoTruth

extension Meaning {
  /// What the names of fields mean, for those whose type, checks and codes do not say it.
  private static let names: [(String, Meaning)] = [
    ("household_no", .householdNumber), ("family_no", .householdNumber),
    ("birth_date", .birthDate), ("age", .age),
    ("organisation_name", .organisationName), ("unit_name", .organisationName),
    ("employer", .organisationName), ("company", .organisationName),
    ("estate_name", .estate), ("road_name", .road),
    ("grid_name", .divisionName(.grid)), ("community_name", .divisionName(.community)),
    ("street_name", .divisionName(.street)), ("district_name", .divisionName(.district)),
    ("grid_code", .division(.grid)), ("community_code", .division(.community)),
    ("street_code", .division(.street)), ("district_code", .division(.district)),
    ("full_name", .personName),
  ]
  private static let people = [
    "head", "leader", "manager", "contact", "guardian", "owner", "principal", "chief", "operator",
    "lessor", "lessee", "holder", "mediator", "applicant", "caller", "visitor", "doctor", "staff",
    "representative", "responsible", "spouse", "mother", "father", "agent", "worker", "cadre",
  ]

  /// The meaning of a field that is no part of the key and no coordinate.
  static func of(_ field: ManifestField, _ draw: inout Draw) -> Meaning {
    if let known = byCheck(field) { return known }
    if let table = field.codeTable { return byCodes(field, table) }
    if !field.constraints.allowed.isEmpty { return .allowed }
    switch field.type {
    case .date: return field.name == "birth_date" ? .birthDate : .day
    case .datetime: return .moment
    case .boolean: return .boolean
    case .integer:
      if field.name == "age" { return .age }
      return field.name.hasSuffix("year") ? .year : .integer
    case .number: return .number
    case .string: return byName(field, &draw)
    }
  }

  private static func byCheck(_ field: ManifestField) -> Meaning? {
    for check in field.checks {
      switch check.name {
      case "cn.resident-id": return field.name == "resident_id" ? .residentID : .otherID
      case "cn.credit-code": return .creditCode
      case "cn.organisation-code": return .organisationCode
      case "cn.registration-number": return .registrationNumber
      case "cn.mobile": return .mobile
      case "cn.phone": return .phone
      case "cn.plate": return .plate
      case "cn.division-code": return .division(divisionLevel(field.name))
      default: continue
      }
    }
    return nil
  }

  private static func byCodes(_ field: ManifestField, _ table: CodeTable) -> Meaning {
    let codes = Set(table.entries.map(\.code))
    if field.name == "gender", codes.contains("1"), codes.contains("2") { return .gender }
    if field.name.hasSuffix("relation") || field.name.hasSuffix("kinship"), codes.contains("02") {
      return .kinship
    }
    return .code
  }

  private static func byName(_ field: ManifestField, _ draw: inout Draw) -> Meaning {
    let name = field.name
    if let pattern = field.constraints.pattern {
      if let known = names.first(where: { $0.0 == name })?.1, case .division = known {
        return known
      }
      if name.hasSuffix("period") || name.hasSuffix("month") { return .month }
      if let sampler = PatternSampler(pattern, &draw) { return .pattern(sampler) }
    }
    if let known = names.first(where: { $0.0 == name })?.1 { return known }
    if name.hasSuffix("address") || name.hasSuffix("location") || name.hasSuffix("_place") {
      return .address
    }
    if name.hasSuffix("phone") || name.hasSuffix("mobile") || name.hasSuffix("tel") {
      return .mobile
    }
    if name.hasSuffix("period") || name.hasSuffix("month") { return .month }
    if name.hasSuffix("year") { return .year }
    if people.contains(where: { name == $0 || name == "\($0)_name" }) { return .otherName }
    if name.hasSuffix("person_name") { return .otherName }
    return .text
  }

  private static func divisionLevel(_ name: String) -> DivisionLevel {
    if name.contains("grid") { return .grid }
    if name.contains("parent") { return .street }
    if name.contains("street") || name.contains("town") { return .street }
    if name.contains("community") || name.contains("village") { return .community }
    return name.contains("division") || name.contains("district") ? .district : .community
  }
}
