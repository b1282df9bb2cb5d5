import DemoTruth
import Testing
import Time

@testable import DemoDistrict

/// What the lists of institutions, malls, key units and centres say of one another.
extension `Departments see the truth` {
  private static let served = [
    "plc_zz_center", "org_party_center", "psb_unit", "mca_elder_inst", "mca_social_org",
    "mia_med_fixed",
    "nhc_med_inst", "nhc_care_inst", "tra_repair_shop", "agr_coop", "emb_key_ent", "fire_fire_key",
    "jus_service_point", "jus_law_service", "xf_reception_place", "com_mall", "ct_scenic",
  ]

  @Test(arguments: served) func `a list of bodies is served`(dataset: String) throws {
    #expect(try Repository.sources().unresolved(dataset).isEmpty)
  }

  @Test func `each division has its centres in one building`() throws {
    let governance = try rows("plc_zz_center")
    let party = try rows("org_party_center")
    let legal = try rows("jus_service_point")
    let petition = try rows("xf_reception_place")

    #expect(governance.count == 103 && party.count == 103)
    #expect(legal.count == 120 && petition.count == 104)
    #expect(governance.count { $0["level"] == "社区" } == 90)
    var addresses: [String: String] = [:]
    for row in governance where row["level"] != "区" {
      addresses[String((row["centre_code"] ?? "").dropFirst())] = row["address"]
    }
    #expect(addresses.count == 102)
    for row in party where row["level"] != "区" {
      #expect(addresses[String((row["centre_code"] ?? "").dropFirst(2))] == row["address"])
    }
    for row in petition where row["level"] == "街道" || row["level"] == "社区" {
      #expect(addresses[String((row["place_code"] ?? "").dropFirst(2))] == row["address"])
    }
  }

  @Test func `a centre lies in the division of its code`() {
    for centre in shared.bodies.centres where centre.level == .community {
      let grid = Int(shared.ground.buildings[Int(centre.building)].grid)
      #expect(shared.ground.grids[grid].community == centre.unit)
    }
  }

  @Test func `an institution has one phone and one licence wherever it is listed`() throws {
    let medical = try rows("nhc_med_inst")
    let insured = try rows("mia_med_fixed")
    let phones = Dictionary(
      medical.map { ($0["credit_code"] ?? "", $0["office_phone"] ?? "") },
      uniquingKeysWith: { a, _ in a })
    let both = insured.filter { phones[$0["credit_code"] ?? ""] != nil }

    #expect(!both.isEmpty)
    #expect(both.allSatisfy { phones[$0["credit_code"] ?? ""] == $0["office_phone"] })
    // Only pharmacies are insured without a licence to practise.
    let others = insured.filter { phones[$0["credit_code"] ?? ""] == nil }
    #expect(others.allSatisfy { $0["kind"] == "定点零售药店" && $0["level"] == nil })
  }

  @Test func `no home has more residents than beds`() throws {
    let day = TruthCalendar.todayOrdinal
    for (index, dwelling) in shared.homes.dwellings.enumerated() where dwelling.kind == .careHome {
      #expect(shared.lives.occupantCount(of: index, on: day) <= Int(dwelling.beds))
    }
    for row in try rows("mca_elder_inst") {
      guard let residents = row["occupied_beds"].flatMap(Int.init) else { continue }
      #expect(residents <= row["beds"].flatMap(Int.init) ?? 0)
      #expect(["养老院", "敬老院"].contains(row["kind"]))
    }
  }

  @Test func `units come by whole communities`() throws {
    let table = try Repository.sources()
    let rule = try #require(RowRule.all["psb_unit"])
    var view = TruthRows(try #require(table.rows["psb_unit"]), rule: rule, shared: shared)
    view.settle(120, months: 1)
    let sight = Sight(shared: shared, day: TruthCalendar.todayOrdinal - 30)
    var taken: [Int: Int] = [:]
    for index in view.subjects { taken[rule.group(sight, Int(index)), default: 0] += 1 }
    var all: [Int: Int] = [:]
    for index in shared.firms.list.indices where rule.isIn(sight, index) {
      all[rule.group(sight, index), default: 0] += 1
    }
    #expect(view.subjects.count == 120)
    #expect(taken.count { $0.value < all[$0.key] ?? 0 } <= 1)
  }

  @Test func `firms under watch come by their danger and size`() throws {
    let rule = try #require(RowRule.all["emb_key_ent"])
    let rank = try #require(rule.rank)
    let rows = try #require(Repository.sources().rows["emb_key_ent"])
    var view = TruthRows(rows, rule: rule, shared: shared)
    let (all, wanted) = (view.capacity, max(1, view.capacity / 2))
    view.settle(wanted, months: 1)
    let sight = Sight(shared: shared, day: TruthCalendar.todayOrdinal - rows.lag)
    let taken = Set(view.subjects)
    let least = try #require(taken.map { rank(sight, Int($0)) }.min())
    let others = shared.firms.list.indices.filter {
      rule.isIn(sight, $0) && !taken.contains(Int32($0))
    }
    #expect(others.count == all - wanted)
    #expect(others.allSatisfy { rank(sight, $0) <= least })
  }

  @Test func `bodies have names of their own, and heads`() {
    let firms = shared.firms
    var names: Set<String> = []
    var count = 0
    for index in firms.list.indices where firms.body(of: index) != nil {
      #expect(names.insert(firms.name(of: index)).inserted, "\(firms.name(of: index))")
      #expect(firms.list[index].representative >= 0)
      count += 1
    }
    #expect(count > 20)
  }

  @Test func `a year's inspection is on a working day before the list`() throws {
    for row in try rows("emb_key_ent") {
      guard let text = row["last_inspection"] else { continue }
      let number = try #require(Int(text.replacing("-", with: "")))
      let day = Int32(Day(number: number).ordinal)
      #expect(WorkDays.isWorkDay(day) && day <= TruthCalendar.todayOrdinal - 30)
    }
  }
}
