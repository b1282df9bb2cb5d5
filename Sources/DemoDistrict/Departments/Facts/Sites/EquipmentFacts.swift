import DemoTruth

/// What can be read of special equipment, signs and chargers.
enum EquipmentFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps["component.user"] = (
      .firm, { sight, index in Int(facilities(sight).user(index, on: sight.day)) }
    )
    table.facts = [
      "component.registrationCode": { .optional(facilities($0).registrationCode($1)) },
      "component.plateNumber": { .optional(facilities($0).plateNumber($1)) },
      "component.madeOn": { .day(facilities($0).madeOn($1)) },
      "component.nextInspection": { .day(facilities($0).nextInspection($1, on: $0.day)) },
      "component.width": { .tenths(facilities($0).signSize($1).width) },
      "component.permit.number": { sight, index in
        .optional(facilities(sight).permit(ofSign: index, on: sight.day)?.number)
      },
      "component.permit.to": { sight, index in
        .day(facilities(sight).permit(ofSign: index, on: sight.day)?.to)
      },
      "component.station.name": { .optional(facilities($0).stationName($1)) },
      "component.power": { .integer(facilities($0).charger($1).power) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "samr_special_equip": RowRule(count: { $0.works.facilities.count }) { sight, index in
      // What is given up stays for a quarter.
      guard let one = facilities(sight).facility(index), one.kind.isEquipment else { return false }
      return one.from <= sight.day && (one.to == .max || sight.day < one.to + 90)
        && facilities(sight).user(index, on: sight.day) >= 0
    },
    "cgj_outdoor_ad": RowRule(count: { $0.works.facilities.count }) { sight, index in
      let all = facilities(sight)
      return all.isSign(index) && all.stands(index, on: sight.day)
        && all.permit(ofSign: index, on: sight.day) != nil
        && all.owner(index, on: sight.day) >= 0
    },
    "ndrc_charging": RowRule(count: { $0.works.facilities.count }) { sight, index in
      facilities(sight).isCharger(index) && facilities(sight).stands(index, on: sight.day)
    },
  ]

  private static func facilities(_ sight: Sight) -> Facilities { sight.shared.works.facilities }
}

extension DemoValue {
  /// Metres from tenths of a metre.
  static func tenths(_ number: Int) -> DemoValue {
    .decimal(Digits.decimal(Double(number) / 10, places: 1))
  }
}
