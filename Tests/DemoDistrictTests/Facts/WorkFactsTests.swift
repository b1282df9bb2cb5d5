import Datasets
import DemoTruth
import Testing
import Time

@testable import DemoDistrict

/// Jobs, schools, insurances and the Party as departments see them, in a district of one percent.
@Suite struct `Departments see work, school and insurances` {
  private var shared: SharedTruth { `Departments see the truth`.shared }
  private var today: Sight { Sight(shared: shared, day: TruthCalendar.todayOrdinal) }

  private typealias Row = [String: String]

  /// The rows of a data set in a month, as texts by the names of their fields.
  private func rows(_ dataset: String, _ wanted: Int = .max, month: Int = 1) throws -> [Row] {
    try SharedLists.small.rows(dataset, wanted, month: month)
  }

  @Test func `twenty data sets of work and school come from the truth`() throws {
    let table = try Repository.sources()
    for dataset in [
      "plc_grid_staff", "hrss_emp", "hrss_public_job", "hrss_pension_insured", "hrss_pension_paid",
      "hrss_unemp", "hrss_prof_cert", "edu_teacher", "edu_student", "edu_school",
      "edu_kindergarten", "jus_mediator", "fin_fiscal_staff", "hud_fund", "mia_res_med",
      "mia_res_med_pay", "nhc_family_doc", "org_party_member", "org_member_checkin",
      "org_party_org",
    ] {
      #expect(table.unresolved(dataset).isEmpty, "\(dataset): \(table.unresolved(dataset))")
    }
  }

  @Test func `who leads a committee of residents is a member of the Party`() {
    let lives = shared.lives
    let heads = shared.firms.list.indices.filter {
      shared.firms.trade(of: $0).code == "9610" && shared.firms.list[$0].representative >= 0
        && shared.homes.seats.contains(shared.firms.list[$0].premises)
    }.map { Int(shared.firms.list[$0].representative) }
    #expect(!heads.isEmpty)
    for head in heads where lives.people.presence(of: head).contains(today.day) {
      #expect(today.lives.fact(.partyMember, of: head, on: today.day) != nil, "person \(head)")
    }
  }

  @Test func `every grid has a leader and officers, who live here and are grown up`() throws {
    let rows = try rows("plc_grid_staff").filter { $0["net"] == "基础网格" }
    let grids = shared.ground.grids
    #expect(grids.count * 5 == 3_530)
    #expect(rows.count > 3_400 && rows.count < 3_700, "\(rows.count)")
    for role in ["网格长", "信息采集员"] {
      let own = Set(rows.filter { $0["role"] == role }.compactMap { $0["grid_code"] })
      #expect(own.count == grids.count, "\(role)")
    }
    for role in ["政策宣传员", "帮扶服务员", "矛盾调解员"] {
      let own = Set(rows.filter { $0["role"] == role }.compactMap { $0["grid_code"] })
      #expect(own.count > grids.count - 60 && own.count < grids.count, "\(role): \(own.count)")
    }
    let ended = rows.filter { $0["off_duty_on"]?.isEmpty == false }
    #expect(ended.count > 8 && ended.count < 200, "\(ended.count)")
    #expect(Set(rows.compactMap { $0["grid_code"] }) == Set(grids.map(\.code)))
    #expect(
      Set(rows.compactMap { $0["origin"] }).isSubset(of: ["社区工作者", "社区志愿者", "驻区单位", "社会组织"]))
    let posts = shared.work.posts
    for grid in grids.indices {
      for day in [TruthCalendar.firstOrdinal, TruthCalendar.todayOrdinal, 20_800] {
        let leader = try #require(posts.leader(ofGrid: grid, on: day))
        #expect(shared.lives.isAlive(Int(leader), on: day))
        #expect((22...72).contains(shared.lives.people.persons[Int(leader)].age(on: day)))
      }
    }
    #expect(Set(rows.compactMap { $0["staff_id"] }).count == rows.count)
  }

  @Test func `a professional grid has two workers, whose only work it is`() throws {
    let all = try rows("plc_grid_staff")
    let rows = all.filter { $0["net"] == "专业网格" }
    let units = shared.ground.professional.units
    #expect(units.count * 2 == 320)
    #expect(rows.count > 300 && rows.count < 360, "\(rows.count)")
    #expect(all.count == rows.count + all.count { $0["net"] == "基础网格" })
    #expect(Set(rows.compactMap { $0["grid_code"] }).isSubset(of: units.map(\.code)))
    #expect(rows.allSatisfy { $0["role"] == "网格员" && $0["employment"] == "专职" })
    #expect(rows.allSatisfy { $0["staff_id"]?.hasPrefix("ZW990101") == true })
    #expect(Set(all.compactMap { $0["staff_id"] }).count == all.count)
    let posts = shared.work.posts.list.filter { $0.unit >= 0 }
    #expect(posts.allSatisfy { $0.kind == .professionalWorker && $0.isFullTime })
    #expect(shared.work.posts.list.count { $0.kind == .professionalWorker } == posts.count)
    // By grid: how many hold it on the day of the first list.
    let held = Dictionary(grouping: posts.filter { $0.holds(on: today.day) }, by: \.unit)
      .mapValues(\.count)
    #expect(held.values.count { $0 == 3 } == 4)
    #expect(units.count - held.values.count { $0 >= 2 } >= 14)
    for post in posts where post.from <= today.day && today.day < post.to {
      #expect((22...60).contains(shared.lives.people.persons[Int(post.person)].age(on: today.day)))
    }
  }

  @Test func `mediators are at committees, and some of them lead a grid`() throws {
    let leaders = Set(try rows("plc_grid_staff").compactMap { $0["full_name"] })
    let rows = try rows("jus_mediator")
    #expect(rows.count > 560 && rows.count < 660, "\(rows.count)")
    #expect(rows.allSatisfy { $0["organisation_name"]?.hasSuffix("人民调解委员会") == true })
    let linked = rows.count { leaders.contains($0["full_name"] ?? "") }
    #expect(linked > 100, "\(linked)")
  }

  @Test func `pupils are as many as their school says, of the age of their grade`() throws {
    var schools: [String: Int] = [:]
    for row in try rows("edu_school") {
      schools[row["school_code"] ?? ""] = Int(row["students"] ?? "")
    }
    var pupils: [String: Int] = [:]
    let rows = try rows("edu_student")
    for row in rows {
      pupils[row["school_code"] ?? "", default: 0] += 1
      let birth = row["resident_id"]?.dropFirst(6).prefix(4).description
      let age = 2025 - (Int(birth ?? "") ?? 0)
      guard let stage = row["grade"]?.first, let year = row["grade"]?.last?.wholeNumberValue else {
        Issue.record("a pupil without a grade")
        continue
      }
      let usual = (stage == "1" ? 5 : stage == "2" ? 11 : 14) + year
      #expect(abs(age - usual) <= 1, "\(row)")
    }
    for (code, count) in pupils {
      let told = try #require(schools[code], "\(code)")
      #expect(abs(told - count) <= max(told / 12, 3), "\(code): \(told), \(count)")
    }
  }

  @Test func `most children go to the primary school of their area`() {
    let ground = shared.ground
    func area(_ building: Int32) -> Int32 {
      ground.schools.unitOfBlock[Int(ground.buildings[Int(building)].block)]
    }
    let schools = shared.firms.open("8321", on: TruthCalendar.todayOrdinal)
    // From when on each area has a school: who began before went to one of another area.
    var since: [Int32: Int32] = [:]
    for school in schools {
      let place = area(shared.firms.building(of: school))
      since[place] = min(since[place] ?? .max, shared.firms.list[school].from)
    }
    var (own, all) = (0, 0)
    for one in shared.lives.enrolments where one.stage == .primary && one.school >= 0 {
      guard let home = shared.lives.residence(of: Int(one.person), on: one.from) else { continue }
      let place = area(shared.homes.dwellings[Int(home.dwelling)].building)
      guard let from = since[place], from <= one.from else { continue }
      all += 1
      own += area(shared.firms.building(of: Int(one.school))) == place ? 1 : 0
    }
    #expect(all > 10)
    // 92 % by the rule; three standard deviations of so many children less may be.
    let usual = 0.92 * Double(all)
    #expect(Double(own) >= usual - 3 * (usual * 0.08).squareRoot(), "\(own) of \(all)")
  }

  @Test func `pensions are those of the published means, and none is paid to a member`() throws {
    let paid = try rows("hrss_pension_paid")
    for (kind, mean) in [("110", 3_500.0), ("120", 6_600), ("170", 430)] {
      let amounts = paid.filter { $0["insurance_kind"] == kind }
        .compactMap { Double($0["amount"] ?? "") }
      let found = amounts.reduce(0, +) / Double(max(amounts.count, 1))
      // Means of a sample spread by their number: some 20 members of staff in one percent of a district.
      let spread = mean * max(1 / 12.0, 0.6 / Double(max(amounts.count, 1)).squareRoot())
      #expect(abs(found - mean) < spread, "\(kind): \(found) of \(amounts.count)")
    }
    #expect(Set(paid.compactMap { $0["period"] }) == ["2026-06-01"])
    let insured = try rows("hrss_pension_insured")
    let pensioners = Set(paid.compactMap { $0["resident_id"] })
    let both = insured.count { pensioners.contains($0["resident_id"] ?? "") }
    // A pension that began this month is in one list before it is out of the other.
    #expect(both * 200 < insured.count, "\(both)")
    let bases = insured.compactMap { Int($0["contribution_base"] ?? "") }
    #expect(bases.allSatisfy { (4_500...27_500).contains($0) })
  }

  @Test func `who paid for the year is a member of it`() throws {
    let members = Set(try rows("mia_res_med").compactMap { $0["resident_id"] })
    let paid = try rows("mia_res_med_pay")
    #expect(paid.allSatisfy { members.contains($0["resident_id"] ?? "") })
    for row in paid {
      let (own, budget) = (Int(row["personal_amount"] ?? ""), Int(row["fiscal_amount"] ?? ""))
      #expect(own.flatMap { own in budget.map { own + $0 } } == Int(row["total_amount"] ?? ""))
    }
    // A number of insurance is one for life, the same in both.
    let numbers = Dictionary(
      try rows("hrss_pension_insured").map { ($0["resident_id"] ?? "", $0["person_number"]) },
      uniquingKeysWith: { a, _ in a })
    let shared = paid.filter { numbers[$0["resident_id"] ?? ""] != nil }
    #expect(!shared.isEmpty)
    #expect(shared.allSatisfy { numbers[$0["resident_id"] ?? ""] == $0["person_number"] })
  }

  @Test func `members are in branches of the tree, which count them`() throws {
    let organisations = try rows("org_party_org")
    let codes = Set(organisations.compactMap { $0["organisation_code"] })
    #expect(codes.count == organisations.count)
    #expect(organisations.allSatisfy { $0["parent_code"].map(codes.contains) ?? true })
    let members = try rows("org_party_member")
    #expect(members.allSatisfy { codes.contains($0["organisation_code"] ?? "") })
    let tops = organisations.filter { $0["parent_code"] == nil }
    let told = tops.compactMap { Int($0["members"] ?? "") }.reduce(0, +)
    #expect(abs(told - members.count) * 50 < told, "\(told), \(members.count)")
    let names = Set(members.compactMap { $0["full_name"] })
    let led = organisations.filter { names.contains($0["secretary"] ?? "") }
    // Secretaries who are registered elsewhere are in no list of this district.
    #expect(led.count * 10 > organisations.count * 5, "\(led.count) of \(organisations.count)")
  }

  @Test func `whom the budget pays has an employer of public law`() throws {
    let rows = try rows("fin_fiscal_staff")
    #expect(rows.allSatisfy { ["11", "12"].contains($0["unit_credit_code"]?.prefix(2) ?? "") })
    let retired = rows.count { $0["staff_kind"] == "退休" }
    #expect(retired > 0 && retired * 2 < rows.count, "\(retired) of \(rows.count)")
    #expect(rows.allSatisfy { $0["hired_on"].map { $0 < "2026-06-30" } ?? false })
  }

  @Test func `contracts end after they began, and each has its number`() throws {
    let rows = try rows("hrss_emp")
    #expect(Set(rows.compactMap { $0["record_number"] }).count == rows.count)
    for row in rows {
      let (from, to) = (row["contract_from"] ?? "", row["contract_to"])
      #expect(from >= "2023-05" && to.map { $0 >= from } ?? (row["contract_kind"] == "无固定期限"))
    }
  }
}
