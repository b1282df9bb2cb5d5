import DemoTruth
import Time

/// What can be read of where people live, of leases and dwellings.
enum ResidenceFacts {
  static let facts: [String: FactTable.Fact] = [
    "residence.reason": { .text(reason($0, $1)) },
    "residence.kind": { .text(kind($0, $1)) },
    "residence.state": { sight, index in
      .text(sight.shared.lives.residence(of: index, on: sight.day) == nil ? "迁出" : "在住")
    },
    "residence.registeredOn": { .day(registeredOn($0, $1)) },
    "residence.permitTo": { .day(permitTo($0, $1)) },
    "residence.permitNumber": { sight, index in
      sight.shared.lives.fact(.residencePermit, of: index, on: sight.day) == nil
        ? .none : .text(sight.division.code + "JZ" + Digits.padded(index, 10))
    },
  ]

  static let steps: [String: (kind: SubjectKind, step: FactTable.Step)] = [
    "residence.lease": (.lease, { lease($0, $1) })
  ]

  /// Somebody with the register in another city who lives here, or left within 90 days, and was registered by
  /// the police.
  static func isFloating(_ sight: Sight, _ index: Int) -> Bool {
    let one = sight.person(index)
    guard one.traits.contains(.floating), one.traits.isDisjoint(with: [.foreigner, .compatriot]),
      sight.registration(index) == nil
    else { return false }
    let presence = sight.people.presence(of: index)
    guard !presence.isEmpty, presence.lowerBound <= sight.day,
      sight.day < (presence.upperBound > .max - 90 ? .max : presence.upperBound + 90),
      one.isAlive(on: sight.day)
    else { return false }
    return registeredOn(sight, index).map { $0 <= sight.day } == true
  }

  /// Three to sixty days after the arrival.
  private static func registeredOn(_ sight: Sight, _ index: Int) -> Int32? {
    let presence = sight.people.presence(of: index)
    guard !presence.isEmpty else { return nil }
    var draw = Draw(Draw.stream(sight.shared.seed, "float.registered"), index)
    return presence.lowerBound + Int32(draw.number(3...60))
  }

  /// A year after the last renewal, which comes each year.
  private static func permitTo(_ sight: Sight, _ index: Int) -> Int32? {
    guard let permit = sight.shared.lives.fact(.residencePermit, of: index, on: sight.day) else {
      return nil
    }
    return permit.from + ((sight.day - permit.from) / 365 + 1) * 365
  }

  /// That of the permit; of those without one by age and work.
  private static func reason(_ sight: Sight, _ index: Int) -> String {
    if let permit = sight.shared.lives.fact(.residencePermit, of: index, on: sight.day),
      permit.detail > 0
    {
      return Digits.padded(Int(permit.detail), 2)
    }
    let age = sight.person(index).age(on: sight.day)
    if age < 16 { return "04" }
    return sight.shared.lives.job(of: index, on: sight.day) != nil ? "01" : age < 60 ? "99" : "04"
  }

  /// By `dwelling-kind.csv`.
  private static func kind(_ sight: Sight, _ index: Int) -> String {
    guard let home = sight.residence(index) else { return "99" }
    let building = Int(sight.shared.homes.dwellings[Int(home.dwelling)].building)
    if sight.shared.ground.buildings[building].kind == .site { return "04" }
    return switch home.kind {
    case .owner: "01"
    case .rent, .publicRent: "02"
    case .employer, .institution: "03"
    case .relatives: "05"
    }
  }

  /// The contract of the dwelling in which somebody lives as a tenant, a place in `lives.tenancies`.
  private static func lease(_ sight: Sight, _ index: Int) -> Int {
    guard let home = sight.residence(index), home.kind == .rent || home.kind == .publicRent
    else { return -1 }
    return sight.shared.lives.tenancies(of: Int(home.dwelling)).indices.first {
      sight.shared.lives.tenancies[$0].holds(on: sight.day)
    } ?? -1
  }
}

extension Sight {
  /// Where somebody mainly lives; of those who left within 90 days, where they lived.
  func residence(_ index: Int) -> Residence? {
    if let home = shared.lives.residence(of: index, on: day) { return home }
    let presence = people.presence(of: index)
    guard !presence.isEmpty, presence.upperBound <= day, day < presence.upperBound + 90 else {
      return nil
    }
    return shared.lives.residence(of: index, on: presence.upperBound - 1)
  }
}

extension SharedTruth {
  /// The police's code of a dwelling: its building's and four digits of its place in it.
  func dwellingCode(_ dwelling: Int) -> String {
    let building = Int(homes.dwellings[dwelling].building)
    return buildingCode(building)
      + Digits.padded(dwelling - homes.dwellings(ofBuilding: building).lowerBound + 1, 4)
  }

  /// The code of a building: twelve digits of its community and six of its own.
  func buildingCode(_ building: Int) -> String {
    let grid = ground.grids[Int(ground.buildings[building].grid)]
    return ground.communities[Int(grid.community)].code + Digits.padded(building, 6)
  }
}
