import Datasets
import DemoTruth
import Testing
import Time

@testable import DemoDistrict

/// What departments see of aid, disability, births and deaths in a district of one percent.
@Suite struct `People in need are seen as the truth has them` {
  private typealias Rows = [[String: String]]
  private var shared: SharedTruth { `Departments see the truth`.shared }
  private static let datasets = [
    "mca_age_allow", "mca_elder_alone", "mca_child_left", "mca_child_hard", "mca_dibao",
    "mca_tekun",
    "mca_temp_aid", "mca_low_income", "dpf_disabled_card", "dpf_disabled_subsidy", "dpf_rehab",
    "dpf_disabled_job", "va_veteran", "va_benefit", "va_honor", "mia_med_aid", "nhc_fp_special",
    "agr_antipoverty", "fin_subsidy_card", "psb_foreigner", "nhc_birth_cert", "nhc_death_cert",
  ]

  /// All rows of a data set, as texts by the names of their fields.
  private func rows(_ dataset: String) throws -> Rows { try SharedLists.small.rows(dataset) }

  @Test func `all of their data sets come from the truth`() throws {
    let table = try Repository.sources()
    for dataset in Self.datasets { #expect(table.unresolved(dataset) == [], "\(dataset)") }
  }

  @Test func `a payment is the amount that the department has for the month`() throws {
    let sight = Sight(shared: shared, day: Int32(Day(number: 2026_06_20).ordinal))
    let amount = try #require(FactTable.all.facts["aid.amount"])
    let kind = try #require(FactTable.all.facts["aid.kind"])
    var due: [String: Int] = [:]
    for place in shared.lives.aids.indices
    where shared.lives.aids[place].holds(on: sight.day.monthStart) {
      let aid = shared.lives.aids[place]
      guard !aid.kind.isGrant, case .decimal(let text) = amount(sight, place) else { continue }
      due["\(shared.people.number(of: Int(aid.person))) \(text)", default: 0] += 1
      #expect(kind(sight, place) != .none)
    }
    let payments = try rows("fin_subsidy_card")
    #expect(payments.count > 60)
    for row in payments {
      #expect(row["period"] == "2026-06-01")
      #expect(due["\(row["resident_id"] ?? "") \(row["amount"] ?? "")"] != nil, "\(row)")
      #expect(row["paid_on"].map { $0 > "2026-06-01" && $0 <= "2026-06-20" } == true)
    }
  }

  @Test func `a family on the minimum has a reason, one amount and no pension of employees`() throws
  {
    let rows = try rows("mca_dibao")
    #expect(rows.count > 5)
    for (family, members) in Dictionary(grouping: rows, by: { $0["family_number"] ?? "" }) {
      #expect(Set(members.map { $0["monthly_amount"] }).count == 1, "\(family)")
      #expect(Set(members.map { $0["applicant_name"] }).count == 1)
      #expect(members.allSatisfy { Int($0["members"] ?? "").map { $0 >= 1 && $0 <= 20 } == true })
      #expect(members.allSatisfy { Double($0["monthly_amount"] ?? "").map { $0 > 0 } == true })
    }
    for aid in shared.lives.aids where aid.kind == .minimumLiving {
      #expect(aid.cause > 0 && aid.income < 1_000)
      let pension = shared.lives.facts(of: Int(aid.person)).first {
        $0.kind == .pensionPaid && $0.detail != 170
      }
      #expect(pension.map { $0.from + 200 >= aid.from } ?? true)
      #expect(shared.people.persons[Int(aid.applicant)].age(on: aid.from) >= 18)
    }
  }

  @Test func `a subsidy names a card of its person and its level`() throws {
    let cards = Dictionary(
      try rows("dpf_disabled_card").map { ($0["resident_id"] ?? "", $0) }, uniquingKeysWith: { $1 })
    let subsidies = try rows("dpf_disabled_subsidy")
    #expect(subsidies.count > 20)
    for row in subsidies {
      let card = try #require(cards[row["resident_id"] ?? ""])
      #expect(card["certificate_number"] == row["certificate_number"])
      #expect(card["disability_level"] == row["disability_level"])
    }
    // A card of another level may be in the list by then, or its person gone for half a year.
    let certificates = Set(cards.values.compactMap { $0["certificate_number"] })
    let services = try rows("dpf_rehab").compactMap { $0["certificate_number"] }
    #expect(services.count > 20 && services.allSatisfy { $0.count == 20 })
    let unknown = services.count { !certificates.contains($0) }
    #expect(unknown * 50 <= services.count, "\(unknown) of \(services.count)")
  }

  @Test func `who answers for a child or the very poor is somebody else and grown up`() throws {
    for dataset in ["mca_child_hard", "mca_child_left", "mca_tekun"] {
      let rows = try rows(dataset)
      #expect(!rows.isEmpty || dataset == "mca_child_left")
      for row in rows { #expect(row["guardian_name"] != row["full_name"], "\(dataset)") }
    }
    for (place, aid) in shared.lives.aids.enumerated() where aid.kind == .hardshipChild {
      let guardian = shared.lives.guardian(ofAid: place, on: aid.from)
      guard guardian >= 0 else { continue }
      #expect(shared.people.persons[Int(guardian)].age(on: aid.from) >= 18)
    }
  }

  @Test func `certificates come after births and deaths, each with a number of its own`() throws {
    let births = try rows("nhc_birth_cert")
    let deaths = try rows("nhc_death_cert")
    #expect(births.count > 8 && deaths.count > 8)
    for row in births + deaths {
      let from = row["born_at"] ?? row["died_at"] ?? ""
      #expect(row["issued_on"].map { $0 >= from } == true)
    }
    #expect(Set(births.map { $0["certificate_number"] }).count == births.count)
    #expect(Set(deaths.map { $0["certificate_number"] }).count == deaths.count)
    #expect(births.allSatisfy { $0["certificate_number"]?.count == 10 && $0["hospital"] != nil })
    // Of the dead the register that they had, not one elsewhere.
    #expect(deaths.contains { $0["registered_address"]?.contains(Division.first.name) == true })
  }

  @Test func `veterans went before they came back, and have one plaque a household`() throws {
    let veterans = try rows("va_veteran")
    #expect(veterans.count > 20)
    for row in veterans {
      #expect((row["served_from"] ?? "") < (row["served_to"] ?? ""))
      #expect((row["birth_date"] ?? "") < (row["served_from"] ?? ""))
    }
    let households = shared.civil.plaques.filter { $0.kind == .veteran }
      .map { shared.people.persons[Int($0.person)].household }
    #expect(Set(households).count == households.count)
  }

  @Test func `the phone of a child's parents is that of a person of the truth, or none`() throws {
    let sight = Sight(shared: shared, day: Int32(Day(number: 2026_06_20).ordinal))
    let phone = try #require(FactTable.all.facts["person.parent.phone"])
    let children = shared.people.persons.indices.filter {
      shared.people.persons[$0].traits.contains(.leftBehind)
    }
    #expect(!children.isEmpty)
    for child in children {
      let one = shared.people.persons[child]
      let known = [one.father, one.mother].filter { $0 >= 0 }
      let numbers = known.map { DemoValue.text(shared.people.mobile(of: Int($0))) }
      #expect((numbers + [.none]).contains(phone(sight, child)))
    }
  }

  @Test func `numbers of passports look as their countries form them`() throws {
    let rows = try rows("psb_foreigner")
    #expect(!rows.isEmpty, "the smallest district has someone from abroad too")
    #expect(Set(rows.map { $0["document_number"] }).count == rows.count)
    for row in rows {
      let number = row["document_number"] ?? ""
      switch (row["country"], row["document_type"]) {
      case ("KOR", _): #expect(number.first == "M" && number.count == 9)
      case ("CHN", "511"): #expect(number.count == 8 && Int(number) != nil)
      case ("CHN", _): #expect(["H", "M"].contains(number.first) && number.count == 9)
      default: #expect((7...9).contains(number.count) && row["surname"] != nil)
      }
      #expect((row["document_valid_to"] ?? "") > "2027-06-30")
    }
  }
}

extension SharedTruth {
  fileprivate var people: People { lives.people }
}
