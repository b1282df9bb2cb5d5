import DemoTruth
import Tabular
import Testing

@testable import DemoDistrict

/// Whether what 31 departments say of one percent of a district hangs together, before any fault:
/// `scripts/check-demo` asks the same of a whole one with its faults.
@Suite struct `The departments' files hang together` {
  private typealias Row = [String: String]

  private let departments = `Departments see the truth`()
  private var shared: SharedTruth { departments.shared }

  private func rows(_ dataset: String) throws -> [Row] { try departments.rows(dataset) }

  private func values(_ dataset: String, _ field: String) throws -> Set<String> {
    Set(try rows(dataset).compactMap { $0[field] })
  }

  @Test func `each number of a person, firm, dwelling or place is one of the truth`() throws {
    let people = shared.lives.people
    let persons = Set(people.persons.indices.map { people.number(of: $0) })
    // Numbers of fifteen digits leave out the century and the check digit (GB 11643-1989).
    let old = Set(persons.map { "\($0.prefix(6))\($0.dropFirst(8).prefix(9))" })
    let firms = Set(shared.firms.list.indices.map { shared.firms.code(of: $0) })
    let dwellings = Set(shared.homes.dwellings.indices.map { shared.dwellingCode($0) })
    let ground = shared.ground
    let units = Set(
      ground.grids.map(\.code) + ground.communities.map(\.code) + ground.streets.map(\.code)
        + ground.professional.units.map(\.code))
    func isUnit(_ code: String) -> Bool {
      // The police write communities with fifteen digits.
      units.contains(code) || code.hasSuffix("000") && units.contains(String(code.dropLast(3)))
    }
    var seen = 0
    for dataset in try Repository.sources().served {
      for row in try rows(dataset) {
        for (field, value) in row where !value.contains("*") {
          let isKnown: Bool
          switch field {
          case _ where field.hasSuffix("resident_id"):
            isKnown = persons.contains(value) || old.contains(value)
          case _ where field.hasSuffix("credit_code"): isKnown = firms.contains(value)
          case "house_code" where dataset == "psb_rental_house": isKnown = dwellings.contains(value)
          case "grid_code", "community_code": isKnown = isUnit(value)
          default: continue
          }
          seen += 1
          #expect(isKnown, "\(dataset): \(field) \(value)")
        }
      }
    }
    #expect(seen > 20_000, "\(seen)")
  }

  @Test(arguments: [
    ("edu_student", "school_code", ["edu_school"]),
    ("edu_teacher", "school_code", ["edu_school", "edu_kindergarten"]),
    ("org_party_member", "organisation_code", ["org_party_org"]),
    ("dpf_disabled_subsidy", "certificate_number", ["dpf_disabled_card"]),
    ("dpf_disabled_job", "certificate_number", ["dpf_disabled_card"]),
    ("hud_property_co", "estate_code", ["hud_estate"]),
    ("plc_grid_staff", "grid_code", ["plc_grid"]),
    ("psb_household", "household_number", ["psb_hukou_pop"]),
    ("psb_hukou_pop", "household_number", ["psb_household"]),
    ("agr_antipoverty", "household_number", ["psb_household"]),
    ("mia_res_med_pay", "resident_id", ["mia_res_med"]),
    ("jus_mediation", "organisation_name", ["jus_mediator"]),
    ("com_fuel", "credit_code", ["emb_hazchem"]),
  ])
  func `a key of one list is in the other`(
    dataset: String, field: String, others: [String]
  ) throws {
    var known: Set<String> = []
    for other in others { known.formUnion(try values(other, field)) }
    // No list has the professional grids, which are a net of their own.
    let own = try values(dataset, field).subtracting(shared.ground.professional.units.map(\.code))
    let missing = own.subtracting(known)
    // Lists of other days: a lag of some weeks leaves out who came or went between.
    #expect(missing.count * 50 <= max(own.count, 50), "\(missing.sorted().prefix(5))")
  }

  @Test func `a register has as many rows of persons as it says`() throws {
    var counts: [String: Int] = [:]
    for row in try rows("psb_hukou_pop") { counts[row["household_number"] ?? "", default: 0] += 1 }
    let registers = try rows("psb_household")
    #expect(registers.count > 500)
    for row in registers {
      #expect(row["members"] == counts[row["household_number"] ?? ""].map(String.init), "\(row)")
    }
  }

  @Test func `the grid workers and the statistics office count nearly the same residents`() throws {
    var counted: [String: Int] = [:]
    for row in try rows("stat_census_agg") where row["year"] == "2025" {
      counted[row["grid_code"] ?? ""] = row["residents"].flatMap { Int($0) }
    }
    var (grids, census) = (0, 0)
    for row in try rows("plc_grid") {
      guard let here = row["population"].flatMap({ Int($0) }),
        let there = counted[row["grid_code"] ?? ""]
      else { continue }
      (grids, census) = (grids + here, census + there)
    }
    // The office leaves out who has not been there for half a year (常住人口).
    #expect(grids > 3_000 && census <= grids + grids / 50 && census * 100 > grids * 90)
  }

  @Test(arguments: [
    ("mca_age_allow", "MZ03"), ("mca_tekun", "MZ02"), ("mca_child_hard", "MZ04"),
    ("dpf_disabled_subsidy", ""),
  ])
  func `what a card is paid is what the department granted`(dataset: String, code: String) throws {
    let kinds = ["困难残疾人生活补贴": "CL01", "重度残疾人护理补贴": "CL02"]
    var granted: [String: Double] = [:]
    for row in try rows(dataset) {
      let own = code.isEmpty ? kinds[row["subsidy_kind"] ?? ""] ?? "" : code
      granted["\(row["resident_id"] ?? "") \(own)"] = row["monthly_amount"].flatMap { Double($0) }
    }
    var (pairs, different) = (0, 0)
    for row in try rows("fin_subsidy_card") {
      guard let paid = row["amount"].flatMap({ Double($0) }),
        let own = granted["\(row["resident_id"] ?? "") \(row["subsidy_code"] ?? "")"]
      else { continue }
      pairs += 1
      different += abs(paid - own) < 0.005 ? 0 : 1
    }
    // Who has turned 90 since the list's day is paid more; of children there may be two or three.
    #expect(pairs > 0 && different * 50 <= max(pairs, 50), "\(different) of \(pairs)")
  }

  @Test func `a licence has one holder, whichever office lists it`() throws {
    var holders: [String: String] = [:]
    var shared = 0
    for dataset in ["samr_license", "samr_food_lic", "samr_drug_lic", "emb_hazchem", "com_fuel"] {
      for row in try rows(dataset) {
        guard let number = row["licence_number"], let code = row["credit_code"] else { continue }
        if let other = holders.updateValue(code, forKey: number) {
          shared += 1
          #expect(other == code, "\(dataset): \(number)")
        }
      }
    }
    #expect(shared > 20, "\(shared)")
  }

  @Test func `no place outside has two names`() {
    for region in ["990101", "990201", "990511", "991326", "999929"] {
      let names = Origin.names(UInt16(region.suffix(4)) ?? 0)
      #expect(OutsidePlaces.address(region) == names.province + names.city + names.county)
    }
    #expect(OutsidePlaces.address("990101") == "临江省云溪市格物区")
    #expect(OutsidePlaces.address("") == "")
  }

  @Test func `village committees are those of a village`() throws {
    let ground = shared.ground
    let villages = ground.communities.filter(\.isRural).map(\.name)
    for (index, firm) in shared.firms.list.enumerated() where firm.form == .committee {
      let name = shared.firms.name(of: index)
      let isVillage = villages.contains { name.hasSuffix($0 + "民委员会") }
      #expect(isVillage || name.contains("社区"), "\(name)")
      let grid = ground.buildings[Int(shared.firms.building(of: index))].grid
      let community = ground.communities[Int(ground.grids[Int(grid)].community)]
      #expect(isVillage == community.isRural, "\(name)")
    }
  }

  @Test func `cells are of the truth, a stated error or empty`() {
    let values: [DemoValue] = [.text("甲"), .none, .integer(3)]
    var good = CellOrigins(values)
    #expect(good.truth == 2 && good.empty == 1 && good.faults == 0)
    let faulty = CellOrigins(
      values, good: [.text("甲"), .empty, .number("3")],
      written: [.text("甲"), .empty, .text("三"), .text("多")])
    #expect(faulty.truth == 1 && faulty.empty == 1 && faulty.faults == 2)
    good += faulty
    #expect(good.truth == 3 && good.empty == 2 && good.faults == 2)
  }
}
