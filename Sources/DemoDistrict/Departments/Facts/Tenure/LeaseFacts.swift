import DemoTruth
import Time

/// What can be read of leases: by their place in `lives.tenancies`, and above these by the dwelling in
/// which the police found tenants on their last round.
enum LeaseFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.beginnings[.lease] = { sight, index in sight.tenancy(ofLease: index)?.from ?? sight.day }
    table.steps = [
      "lease.dwelling": (.dwelling, { $0.dwelling(ofLease: $1) }),
      "lease.lessor": (.party, { lessor($0, $1) }),
      "lease.lessee": (
        .person, { sight, index in sight.tenancy(ofLease: index).map { Int($0.tenant) } ?? -1 }
      ),
    ]
    table.facts = [
      "party.phone": { sight, party in
        party % 2 == 0
          ? FactTable.all.facts["person.phone"]?(sight, party / 2) ?? .none
          : .text(sight.shared.firms.phone(of: party / 2))
      },
      // Whoever has a passport has no number of the form's kind.
      "lease.lessee.residentID": { sight, index in
        guard let tenant = sight.tenancy(ofLease: index).map({ Int($0.tenant) }),
          sight.people.documentKind(of: tenant) == 111
        else { return .none }
        return .text(sight.people.number(of: tenant))
      },
      "lease.policeNumber": { .text($0.shared.dwellingCode($0.dwelling(ofLease: $1))) },
      "lease.number": { .text(number($0, $1)) },
      "lease.rent": { .integer(Int($0.shared.lives.tenancies[$1].rent)) },
      "lease.from": { .day(term($0, $1).from) },
      "lease.to": { .day(term($0, $1).to) },
      "lease.members": { .integer(members($0, $1)) },
      "lease.supportKind": { sight, index in
        .text(sight.shared.lives.tenancies[index].isPublic ? "实物配租" : "租赁补贴")
      },
      "lease.hazard": { .optional(hazard($0, $1)) },
      "lease.inspectedOn": { .day($0.round(ofDwelling: $0.dwelling(ofLease: $1))) },
    ]
    table.others["count.residents(dwelling)@lease"] = { .integer(tenants($0, $1)) }
    return table
  }()

  static let rules: [String: RowRule] = [
    "hud_rent_record": RowRule(
      count: { $0.lives.tenancies.count },
      isIn: { sight, index in
        let one = sight.shared.lives.tenancies[index]
        return one.isRecorded && !one.isPublic && one.from <= sight.day
          && sight.day - one.from < 730
      }),
    "hud_public_rental": RowRule(
      count: { $0.lives.tenancies.count },
      isIn: { sight, index in
        let one = sight.shared.lives.tenancies[index]
        // Public housing is for residents, whom the list knows by their resident ID.
        return one.holds(on: sight.day) && sight.people.documentKind(of: Int(one.tenant)) == 111
          && (one.isPublic || hasGrant(sight, one, index))
      }),
    // The buildings of `psb_house`, and those of the planted group rentals.
    "psb_rental_house": RowRule(
      draw: "psb_house",
      group: { sight, index in
        Int(sight.shared.homes.dwellings[sight.dwelling(ofLease: index)].building)
      },
      first: { shared in
        Set(
          shared.lives.people.plants(of: .groupRental).map {
            Int(shared.homes.dwellings[Int($0.dwelling)].building)
          })
      },
      count: { $0.lives.tenancies.count + $0.homes.dwellings.count },
      isIn: { sight, index in
        guard index >= sight.shared.lives.tenancies.count else { return false }
        return sight.tenancy(ofLease: index) != nil
      }),
  ]

  /// The owner; of a group rental the one who took the flat and lets it by the bed (二房东), who has an
  /// agency or lets houses for a living.
  private static func lessor(_ sight: Sight, _ index: Int) -> Int {
    let dwelling = sight.dwelling(ofLease: index)
    if isGroupRental(sight, dwelling) {
      let firms = sight.shared.firms
      var draw = Draw(Draw.stream(sight.shared.seed, "lease.sublessor"), dwelling)
      for _ in 0..<2_000 {
        let firm = draw.below(firms.list.count)
        let person = firms.list[firm].representative
        if person >= 0, ["7030", "7040"].contains(firms.trade(of: firm).code) {
          return Int(person) * 2
        }
      }
    }
    return DwellingFacts.owner(sight, dwelling)
  }

  private static func isGroupRental(_ sight: Sight, _ dwelling: Int) -> Bool {
    sight.shared.lives.tenure(of: dwelling, on: sight.day).map {
      sight.people.households[Int($0.household)].form == .groupRental
    } ?? false
  }

  /// Those whom the landlord told of: of a group rental one or two less.
  private static func tenants(_ sight: Sight, _ index: Int) -> Int {
    let dwelling = sight.dwelling(ofLease: index)
    let count = sight.shared.lives.occupantCount(of: dwelling, on: sight.day)
    guard isGroupRental(sight, dwelling) else { return count }
    var draw = Draw(Draw.stream(sight.shared.seed, "lease.untold"), dwelling)
    return max(1, count - draw.number(1...2))
  }

  /// The family of the tenant, who is one of it; who shares a flat with others is one alone.
  private static func members(_ sight: Sight, _ index: Int) -> Int {
    let tenant = Int(sight.shared.lives.tenancies[index].tenant)
    guard let household = sight.shared.lives.household(of: tenant, on: sight.day),
      sight.people.households[household].form.isFamily
    else { return 1 }
    return max(1, sight.people.members(ofHousehold: household, on: sight.day).count)
  }

  /// A grant towards the rent: one in six families on the register who rent and own no home here, by
  /// their own application (assumption).
  private static func hasGrant(_ sight: Sight, _ tenancy: Tenancy, _ index: Int) -> Bool {
    var draw = Draw(Draw.stream(sight.shared.seed, "lease.grant"), index)
    let tenant = Int(tenancy.tenant)
    return draw.below(6) == 0 && tenancy.isRecorded && sight.registration(tenant) != nil
      && !sight.person(tenant).traits.contains(.floating)
  }

  /// Contracts are for a year, those of public housing for three (公共租赁住房管理办法, article 18: up to
  /// five), and renewed.
  private static func term(_ sight: Sight, _ index: Int) -> (from: Int32, to: Int32) {
    let one = sight.shared.lives.tenancies[index]
    let days: Int32 = one.isPublic ? 1_096 : 365
    let past = (max(sight.day, one.from) - one.from) / days
    let end = one.from + (past + 1) * days - 1
    return (
      one.isPublic ? one.from + past * days : one.from,
      one.to == DemoTruth.Person.open ? end : one.isPublic ? min(end, one.to - 1) : one.to - 1
    )
  }

  /// 备案号 or contract: the year and a number.
  private static func number(_ sight: Sight, _ index: Int) -> String {
    let one = sight.shared.lives.tenancies[index]
    let year = Day(ordinal: Int(one.from)).year
    if one.isPublic {
      return "\(sight.division.abbreviation)公租合〔\(year)〕" + Digits.padded(index + 1, 6) + "号"
    }
    return "FZ\(sight.division.code)\(year)" + Digits.padded(index + 1, 7)
  }

  /// What was found on the round, a code of `housing-hazard.csv`: nothing in six of ten flats; gas bottles
  /// and charging indoors lead (assumption), partition walls in group rentals.
  private static func hazard(_ sight: Sight, _ index: Int) -> String? {
    let dwelling = sight.dwelling(ofLease: index)
    let round = sight.round(ofDwelling: dwelling)
    var draw = Draw(
      Draw.stream(sight.shared.seed, "lease.hazard"), dwelling * 4_096 + Int(round % 4_096))
    if isGroupRental(sight, dwelling) { return draw.pick(["02", "03", "03"]) }
    guard draw.below(10) > 5 else { return nil }
    return ["02", "04", "01", "03", "99"][draw.weighted([46, 26, 14, 6, 8])]
  }
}

extension Sight {
  /// The dwelling that a lease is about.
  func dwelling(ofLease index: Int) -> Int {
    let count = shared.lives.tenancies.count
    return index < count ? Int(shared.lives.tenancies[index].dwelling) : index - count
  }

  /// The tenancy that a lease is: of those by dwelling the one that was in force on the last round, if any
  /// private one was.
  func tenancy(ofLease index: Int) -> Tenancy? {
    let count = shared.lives.tenancies.count
    if index < count { return shared.lives.tenancies[index] }
    let all = shared.lives.tenancies(of: index - count)
    guard !all.isEmpty else { return nil }
    let round = round(ofDwelling: index - count)
    return all.first { $0.holds(on: round) && !$0.isPublic }
  }

  /// The day of the last round of the police to a dwelling: each has its own span between two, of 90 to
  /// 360 days (assumption).
  func round(ofDwelling dwelling: Int) -> Int32 {
    var draw = Draw(Draw.stream(shared.seed, "lease.round"), dwelling)
    let span = Int32(draw.number(90...360))
    return day - (day + Int32(draw.below(Int(span)))) % span
  }
}
