import DemoTruth
import Time

/// What can be read of firms, shops and other bodies.
enum FirmFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "firm.premises": (.premises, { Int($0.firm($1).premises) }),
      // Where it is registered is where it works.
      "firm.domicile": (.premises, { Int($0.firm($1).premises) }),
      "firm.representative": (.person, { Int($0.shared.firms.representative(of: $1, on: $0.day)) }),
      "firm.owner": (.person, { Int($0.firm($1).representative) }),
    ]
    table.places[.premises] = { .premises($1) }
    table.beginnings[.firm] = { $0.firm($1).from }
    table.facts = [
      "firm.name": { sight, index in
        sight.shared.firms.hasName(index)
          ? .text(sight.shared.firms.name(of: index)) : .none
      },
      "firm.signName": { .text($0.shared.firms.sign(of: $1)) },
      "firm.creditCode": { .text($0.shared.firms.code(of: $1)) },
      "firm.taxNumber": { .text($0.shared.firms.code(of: $1)) },
      "firm.entityID": { .text($0.division.code + Digits.padded($1 + 1, 16)) },
      "firm.registrationNumber": { .optional(registrationNumber($0, $1)) },
      "firm.kind": { .optional($0.firm($1).form.enterpriseType) },
      "firm.status": { .integerText(status($0, $1)) },
      "firm.section": { .text(String($0.shared.firms.trade(of: $1).section)) },
      "firm.industryCode": { .text($0.shared.firms.trade(of: $1).code) },
      "firm.scope": { .text($0.shared.firms.trade(of: $1).scope) },
      "firm.capital": { sight, index in
        let capital = sight.firm(index).capital
        return capital == 0 ? .none : .integer(Int(capital) * 1_000)
      },
      "firm.employees": { .integer(Int($0.firm($1).staff)) },
      "firm.foundedOn": { .day($0.firm($1).from) },
      "firm.approvedOn": { .day(approvedOn($0, $1)) },
      "firm.termTo": { .day(termTo($0, $1)) },
      "firm.phone": { .text($0.shared.firms.phone(of: $1)) },
      "firm.taxStatus": { .text(taxStatus($0, $1)) },
      "firm.taxRegisteredOn": { .day(taxRegisteredOn($0, $1)) },
      "firm.taxOffice.name": { .text(taxOffice($0, $1)) },
      "firm.taxpayerKind": { .text(taxpayerKind($0, $1)) },
    ]
    table.others["row.updatedAt(firm)"] = { updatedAt($0, $1) }
    return table
  }()

  static let rules: [String: RowRule] = [
    "samr_market_entity": rule { $0.isEnterprise },
    "samr_individual": rule { $0 == .soleTrader },
    "tax_taxpayer": RowRule(count: { $0.firms.list.count }) { sight, index in
      let firm = sight.firm(index)
      // Sole traders from three people on. What is deleted goes after a year.
      return taxRegisteredOn(sight, index) <= sight.day
        && (firm.to == Firm.open || sight.day < firm.to + 365)
        && (firm.form != .soleTrader || firm.staff >= 3)
        && sight.shared.firms.hasName(index)
    },
  ]

  /// Those of a legal form that are registered, or were within five years.
  ///
  /// Branches of firms of other cities have somebody elsewhere at their head; a sole trader is the person that
  /// is known.
  private static func rule(_ isOfForm: @escaping @Sendable (LegalForm) -> Bool) -> RowRule {
    RowRule(count: { $0.firms.list.count }) { sight, index in
      let firm = sight.firm(index)
      return isOfForm(firm.form) && firm.from <= sight.day
        && (firm.to == Firm.open || sight.day < firm.to + 5 * 365)
        && (firm.form != .soleTrader || firm.representative >= 0)
    }
  }

  /// The office's own number: sole traders are still given one, others none since the credit code.
  private static func registrationNumber(_ sight: Sight, _ index: Int) -> String? {
    sight.firm(index).form == .soleTrader
      ? PersonalNumber.registration(index: 60_010_000 + index * 7, region: sight.division.code)
      : sight.shared.firms.registrationNumber(of: index)
  }

  private static func status(_ sight: Sight, _ index: Int) -> Int {
    let firm = sight.firm(index)
    return firm.isOpen(on: sight.day) ? 1 : Int(firm.ending.rawValue)
  }

  private static func taxStatus(_ sight: Sight, _ index: Int) -> String {
    let firm = sight.firm(index)
    if !firm.isOpen(on: sight.day) { return firm.ending == .revoked ? "非正常" : "注销" }
    return sight.breaches.isListed(index, in: .missingTaxpayer, on: sight.day) ? "非正常" : "正常"
  }

  /// Five to sixty days after the founding.
  private static func taxRegisteredOn(_ sight: Sight, _ index: Int) -> Int32 {
    var draw = Draw(Draw.stream(sight.shared.seed, "firm.tax"), index)
    return sight.firm(index).from + Int32(draw.number(5...60))
  }

  /// One office for three streets.
  static func taxOffice(_ sight: Sight, _ index: Int) -> String {
    let ground = sight.shared.ground
    let premises = sight.shared.homes.premises[Int(sight.firm(index).premises)]
    let street = ground.grids[Int(ground.buildings[Int(premises.building)].grid)].street
    return "\(sight.division.name)税务局第\(ChineseNumeral.text(Int(street) / 3 + 1))税务所"
  }

  /// 一般纳税人 is who sells for more than five million yuan a year: from about twelve people on, and one in
  /// eight smaller companies of their own will (assumption).
  private static func taxpayerKind(_ sight: Sight, _ index: Int) -> String {
    let firm = sight.firm(index)
    var draw = Draw(Draw.stream(sight.shared.seed, "firm.vat"), index)
    let isGeneral = firm.form != .soleTrader && (firm.staff >= 12 || draw.below(8) == 0)
    return isGeneral ? "一般纳税人" : "小规模纳税人"
  }

  /// A change is filed every two to eight years (assumption); the end is the last one.
  private static func approvedOn(_ sight: Sight, _ index: Int) -> Int32 {
    let firm = sight.firm(index)
    if firm.to != Firm.open, firm.to < sight.day { return firm.to }
    var draw = Draw(Draw.stream(sight.shared.seed, "firm.filed"), index)
    let period = Int32(draw.number(700...2_900))
    return max(firm.from, sight.day - (sight.day - firm.from) % period)
  }

  /// Twenty or thirty years, of two companies in five; the others have no term.
  private static func termTo(_ sight: Sight, _ index: Int) -> Int32? {
    var draw = Draw(Draw.stream(sight.shared.seed, "firm.term"), index)
    guard draw.below(5) < 2 else { return nil }
    return sight.firm(index).from + (draw.below(3) == 0 ? 10_957 : 7_305)
  }

  /// The last filing, or a touch in the night of a month's end that changed nothing, of one in ten.
  private static func updatedAt(_ sight: Sight, _ index: Int) -> DemoValue {
    var draw = Draw(Draw.stream(sight.shared.seed, "firm.updated"), index)
    let seconds = draw.number(30_600...62_000)
    var touch = Draw(
      Draw.stream(sight.shared.seed, "firm.touched"), index * 500 + Int(sight.day / 30))
    if touch.below(10) == 0 {
      return .moment(Day(ordinal: Int(sight.day)), touch.number(3_600...14_000))
    }
    return .moment(Day(ordinal: Int(approvedOn(sight, index))), seconds)
  }
}

extension Sight {
  func firm(_ index: Int) -> Firm { shared.firms.list[index] }
}
