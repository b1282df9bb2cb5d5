import DemoTruth
import Time

/// What can be read of the licences of firms, by their place in the book of licences.
enum LicenceFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "licence.holder": (.firm, { Int($0.licence($1).firm) }),
      "licence.premises": (.premises, { Int($0.licenceFirm($1).premises) }),
      "licence.pharmacist": (.person, { pharmacist($0, $1) }),
    ]
    table.beginnings[.licence] = { $0.licence($1).term(on: $0.day).from }
    table.facts = [
      "licence.number": { .text(number($0, $1)) },
      "licence.permitID": { .text($0.division.code + "XK" + Digits.padded($1 + 1, 8)) },
      "licence.title": { .text($0.licence($1).kind.names.name) },
      "licence.issuer.name": { .text(issuer($0.licence($1).kind, in: $0.division)) },
      // Devices of the second class are filed, all others permitted.
      "licence.kind#code": { .text($0.licence($1).kind == .devices ? "05" : "01") },
      "licence.from": { .day($0.licence($1).term(on: $0.day).from) },
      "licence.to": { sight, index in
        let to = sight.licence(index).term(on: sight.day).to
        return .day(to == Firm.open ? nil : to)
      },
      "licence.trade": { .optional(LicenceTrades.text($0, $1)) },
      "licence.items": { .optional(LicenceItems.text($0, $1)) },
      "licence.scope": { .optional(LicenceItems.scope($0, $1)) },
      "premises.area": { .integer(Int($0.shared.homes.premises[$1].area)) },
    ]
    table.facts.merge(LicenceMeasures.facts) { $1 }
    return table
  }()

  /// The number, which for those who collect or treat dangerous waste is that of a permit of the province.
  private static func number(_ sight: Sight, _ index: Int) -> String {
    let licence = sight.licence(index)
    guard licence.kind == .hazardousWaste, LicenceTrades.text(sight, index) != "产生单位" else {
      return sight.shared.firms.number(ofLicence: index)
    }
    return "临危废经第\(sight.division.code)\(Digits.padded(Int(licence.serial), 4))号"
  }

  /// Where a name is too short to tell whose department it is, with that of the city.
  static func issuer(_ kind: LicenceKind, in division: Division) -> String {
    switch kind {
    case .hotel: return police(in: division)
    case .hazardousWaste: return "\(Division.city)生态环境局\(division.stem)分局"
    default: break
    }
    let name = division.own(kind.names.authority)
    return name.hasPrefix(division.name) ? Division.city + name : name
  }

  static func police(in division: Division) -> String {
    "\(Division.city)公安局\(division.stem)分局"
  }

  /// A pharmacy's pharmacist: one for good, but for the one in five that has none of its own.
  private static func pharmacist(_ sight: Sight, _ index: Int) -> Int {
    let licence = sight.licence(index)
    guard licence.kind == .drugs else { return -1 }
    return Int(sight.shared.firms.pharmacist(of: Int(licence.firm)))
  }

  static let rules: [String: RowRule] = [
    // Food licences come together in all lists that show them.
    "samr_food_lic": food([.foodSale, .catering, .canteen]) { licence, firm, day in
      day - 365 <= min(licence.to, firm.to)
    },
    "samr_license": food(
      [.foodSale, .catering, .canteen, .foodProduction, .drugs, .devices]
    ) { licence, _, day in
      day - licence.term(on: day).from < 5 * 366
    },
    // What pharmacies file for devices goes on with their licence.
    "samr_drug_lic": rule { kind, sight, index in
      kind == .drugs
        || kind == .devices
          && sight.shared.firms.trade(of: Int(sight.licence(index).firm)).code != "5251"
    },
    "psb_hotel": rule { kind, _, _ in kind == .hotel },
    // A shop that closed stays until the end of the term.
    "nhc_pub_health_lic": RowRule(
      count: { $0.firms.licenceBook.entries.count },
      isIn: { sight, index in
        let licence = sight.licence(index)
        return licence.kind == .publicHealth && licence.holds(on: sight.day)
          && sight.shared.firms.hasName(Int(licence.firm))
      }),
    "edu_training_inst": rule { kind, sight, index in
      kind == .privateSchool && LicenceTrades.text(sight, index) != nil
    },
    "ct_ent_venue": rule { kind, _, _ in kind == .entertainment || kind == .internet },
    "com_fuel": rule { kind, _, _ in kind == .fuel },
    "emb_hazchem": rule { kind, _, _ in kind == .chemicals },
    "eeb_pollut_lic": rule { kind, sight, index in
      kind == .pollution && sight.licenceFirm(index).staff >= LicenceMeasures.reportedStaff
    },
    "eeb_hazwaste": rule { kind, sight, index in
      kind == .hazardousWaste
        && LicenceMeasures.tonnes(sight, index) >= LicenceMeasures.reportedTonnes
    },
  ]

  /// Licences in force of firms that are open.
  private static func rule(
    _ isWanted: @escaping @Sendable (LicenceKind, Sight, Int) -> Bool
  ) -> RowRule {
    RowRule(count: { $0.firms.licenceBook.entries.count }) { sight, index in
      sight.shared.firms.isInForce(index, on: sight.day)
        && sight.shared.firms.hasName(Int(sight.licence(index).firm))
        && isWanted(sight.licence(index).kind, sight, index)
    }
  }

  private static func food(
    _ kinds: Set<LicenceKind>,
    _ isIn: @escaping @Sendable (LicenceBook.Entry, Firm, Int32) -> Bool
  ) -> RowRule {
    RowRule(
      draw: "samr_food_lic", count: { $0.firms.licenceBook.entries.count },
      isIn: { sight, index in
        let licence = sight.licence(index)
        return kinds.contains(licence.kind) && licence.from <= sight.day
          && isIn(licence, sight.firm(Int(licence.firm)), sight.day)
          && sight.shared.firms.hasName(Int(licence.firm))
      })
  }
}
