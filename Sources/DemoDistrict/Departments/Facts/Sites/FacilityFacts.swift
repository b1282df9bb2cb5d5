import DemoTruth

/// What can be read of all things that stand in the city, where it is not the same of the components of the
/// survey and of those beside them; sanitation works and shelters.
enum FacilityFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.places[.component] = { spot($0, $1) }
    table.beginnings[.component] = { facilities($0).from($1) }
    table.steps["component.owner"] = (
      .firm, { sight, index in Int(facilities(sight).owner(index, on: sight.day)) }
    )
    table.facts = [
      "component.name": { sight, index in
        facilities(sight).name(index).map(DemoValue.text)
          ?? survey("component.name", sight, index)
      },
      "component.class": { sight, index in
        facilities(sight).facility(index).map { .text($0.kind.equipmentCode) }
          ?? survey("component.class", sight, index)
      },
      "component.state": { sight, index in
        facilities(sight).facility(index) == nil
          ? survey("component.state", sight, index)
          : .text(facilities(sight).equipmentState(index, on: sight.day))
      },
      "component.installedOn": { .day(facilities($0).from($1)) },
      "component.kind": { kind($0, $1) },
      "component.facilityCode": { code($0, $1) },
      "component.height": { sight, index in
        facilities(sight).isSign(index)
          ? .tenths(facilities(sight).signSize(index).height)
          : survey("component.height", sight, index)
      },
      // Signs are the advertisers', whatever list has them.
      "component.owner.name": { sight, index in
        let owner = Int(facilities(sight).owner(index, on: sight.day))
        return owner >= 0
          ? .text(sight.shared.firms.name(of: owner))
          : survey("component.owner.name", sight, index)
      },
      "component.maintainer.name": { maintainer($0, $1) },
      "component.maintainer.phone": { sight, index in
        let firm = Int(facilities(sight).maintainer(index, on: sight.day))
        return .text(
          firm >= 0
            ? sight.shared.firms.phone(of: firm) : facilities(sight).maintainerPhone(index))
      },
      "component.grade": { .optional(facilities($0).toiletGrade($1)) },
      "component.hours": { .optional(facilities($0).hours($1)) },
      "component.capacity": { .integer(facilities($0).shelter($1).persons) },
      "component.area": { .integer(facilities($0).shelter($1).area) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "cgj_sanitation": rule { $0.isSanitation($1) }, "emb_shelter": rule { $0.isShelter($1) },
  ]

  private static func rule(_ isOfKind: @escaping @Sendable (Facilities, Int) -> Bool) -> RowRule {
    RowRule(count: { $0.works.facilities.count }) { sight, index in
      isOfKind(facilities(sight), index) && facilities(sight).stands(index, on: sight.day)
    }
  }

  private static func facilities(_ sight: Sight) -> Facilities { sight.shared.works.facilities }

  /// The fact as it is of a component of the survey; nothing of others.
  private static func survey(_ fact: String, _ sight: Sight, _ index: Int) -> DemoValue {
    guard index < sight.shared.fixtures.all.count else { return .none }
    return FixtureFacts.table.facts[fact]?(sight, index) ?? .none
  }

  private static func spot(_ sight: Sight, _ index: Int) -> Spot {
    guard let one = facilities(sight).facility(index) else { return .fixture(index) }
    guard one.building >= 0 else {
      return .open(one.position, facilities(sight).corner(index) ?? "")
    }
    if one.kind == .lift, one.entrance > 0 {
      return .entrance(building: Int(one.building), Int(one.entrance))
    }
    guard one.kind.isSign || one.kind == .charger else { return .building(Int(one.building)) }
    let door = sight.shared.text(of: .building(Int(one.building)), .road, on: nil)
    return .open(one.position, door ?? "")
  }

  private static func kind(_ sight: Sight, _ index: Int) -> DemoValue {
    let all = facilities(sight)
    if all.isSign(index) { return .text(all.signKind(index)) }
    if all.isCharger(index) { return .text(all.charger(index).kind) }
    if all.isSanitation(index) { return .text(all.sanitationKind(index)) }
    if all.isShelter(index) { return .text(all.shelter(index).kind) }
    return survey("component.kind", sight, index)
  }

  private static func code(_ sight: Sight, _ index: Int) -> DemoValue {
    let all = facilities(sight)
    if let code = all.chargerCode(index) { return .text(code) }
    if all.isSanitation(index) { return .text(all.sanitationCode(index)) }
    if all.isShelter(index) { return .text(all.shelterCode(index)) }
    return survey("component.facilityCode", sight, index)
  }

  private static func maintainer(_ sight: Sight, _ index: Int) -> DemoValue {
    let firm = Int(facilities(sight).maintainer(index, on: sight.day))
    if firm >= 0 { return .text(sight.shared.firms.name(of: firm)) }
    if index < sight.shared.fixtures.all.count, !facilities(sight).isShelter(index),
      !facilities(sight).isSanitation(index)
    {
      return survey("component.maintainer.name", sight, index)
    }
    return .optional(facilities(sight).maintainerName(index))
  }
}
