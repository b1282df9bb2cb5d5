import Datasets
import DemoSupport
import DemoTruth
import Testing
import Time

@testable import DemoDistrict

/// Titles, leases, meters, cases and applications as departments see them, in a district of one percent.
@Suite struct `Departments see homes and cases` {
  private var shared: SharedTruth { `Departments see the truth`.shared }
  private var today: Sight { Sight(shared: shared, day: TruthCalendar.todayOrdinal) }

  private typealias Row = [String: String]

  private func rows(_ dataset: String, _ wanted: Int = .max, month: Int = 1) throws -> [Row] {
    let view = try SharedLists.small.view(dataset, wanted, month: month)
    let fields = try Repository.manifests().manifest(dataset: dataset).fields
    return (0..<view.count(through: month)).filter { view.isIn($0, month: month) }.map { number in
      var row: Row = [:]
      for (field, value) in zip(fields, view.values(number, month: month)) {
        switch value {
        case .text(let text), .decimal(let text): row[field.name] = text
        case .integer(let number): row[field.name] = String(number)
        case .date(let day): row[field.name] = day.text
        case .moment(let day, let seconds):
          row[field.name] = day.text + " " + Digits.padded(seconds, 5)
        case .boolean(let flag): row[field.name] = String(flag)
        case .none: continue
        }
      }
      return row
    }
  }

  @Test(arguments: [
    "util_water_user", "util_power_user", "psb_rental_house", "hud_public_rental", "nrb_realty",
    "gsb_catalog", "plc_dispute", "plc_major_case", "hrss_labor_case", "eeb_env_complaint",
    "emb_hazard", "fire_fire_hazard", "jus_mediation", "xf_petition", "gsb_gov_item",
  ])
  func `fifteen data sets of homes and cases come from the truth`(dataset: String) throws {
    #expect(try Repository.sources().unresolved(dataset).isEmpty)
  }

  @Test func `callers are called back after the end, and nine orders in ten have a grid`() throws {
    let orders = try rows("gsb_order12345")
    var both = 0
    for row in orders {
      guard let finished = row["finished_at"], let visited = row["visited_at"] else {
        #expect(row["visited_at"] == nil, "\(row)")
        continue
      }
      both += 1
      #expect(row["accepted_at"].map { $0 < finished } == true && finished < visited, "\(row)")
    }
    #expect(both > 100)
    let placed = orders.count { $0["grid_code"] != nil || $0["longitude"] != nil }
    #expect((0.90...0.96).contains(Double(placed) / Double(orders.count)), "\(placed)")
  }

  @Test func `the title of a home is the same in the lists of the police and of the register`()
    throws
  {
    let titles = Set(try rows("nrb_realty").compactMap { $0["certificate_number"] })
    let houses = try rows("psb_house", 300)
    let known = houses.compactMap { $0["certificate_number"] }
    #expect(!known.isEmpty)
    #expect(known.allSatisfy { titles.contains($0) })
    for index in shared.lives.ownerships.indices.prefix(2_000) {
      #expect(shared.unitNumber(index).utf8.count == 28)
    }
  }

  @Test func `a home has one title in force, and it is the last one`() throws {
    let units = Dictionary(grouping: try rows("nrb_realty")) { $0["unit_number"] ?? "" }
    #expect(units.values.contains { $0.count > 1 })
    for chain in units.values {
      let last = chain.max { ($0["registered_on"] ?? "") < ($1["registered_on"] ?? "") }
      #expect(chain.count { $0["status"] != "历史" } == 1)
      #expect(last?["status"] != "历史")
    }
  }

  @Test func `water is read in both companies' buildings, and a later list has later days`() throws
  {
    let (water, power) = (try rows("util_water_user", 300), try rows("util_power_user", 300))
    let places = Set(power.compactMap { $0["residence_address"] })
    #expect(water.count { places.contains($0["residence_address"] ?? "") } * 2 > water.count)
    let books = [shared.truth.water, shared.truth.power]
    for book in books {
      for account in stride(from: 0, to: book.accounts.count, by: 97) {
        let last = book.readings(of: account, through: today.day).last
        let visit = book.lastVisit(of: account, through: today.day)
        #expect(last?.day == visit?.day && last?.meter == visit?.meter)
      }
    }
    #expect(water.allSatisfy { $0["holder"] != "待核实用户" })
  }

  @Test func `the police find tenants where a lease was in force on their round`() throws {
    let rows = try rows("psb_rental_house")
    #expect(!rows.isEmpty && Set(rows.compactMap { $0["house_code"] }).count == rows.count)
    let tenants = rows.compactMap { $0["tenants"] }.compactMap { Int($0) }
    #expect(tenants.count { $0 > 0 } * 10 > tenants.count * 8)
    let first = Day(ordinal: Int(TruthCalendar.todayOrdinal) - 7 - 361).text
    #expect(rows.allSatisfy { ($0["inspected_on"] ?? "") >= first })
  }

  @Test func `seven of ten hearings are of a recorded dispute, with its class and its end`() throws
  {
    let events = shared.events
    let sight = Sight(shared: shared, day: TruthCalendar.lastOrdinal)
    let hearings = events.list.indices.filter { events.list[$0].kind == .mediation }
    let linked = hearings.filter { events.happening(of: $0) != $0 }
    #expect(abs(Double(linked.count) / Double(hearings.count) - 0.7) < 0.15)
    for hearing in linked {
      let dispute = events.happening(of: hearing)
      #expect(events.matter(of: dispute).code == events.matter(of: hearing).code)
      #expect(events.list[dispute].minute < events.list[hearing].minute)
      guard let end = sight.end(ofCase: dispute) else { continue }
      #expect(sight.end(ofCase: hearing).map { $0 < end } == true)
    }
    let mediators = Set(
      shared.truth.posts.list.filter { $0.kind == .mediator }.map {
        shared.lives.people.name(of: Int($0.person))
      })
    let rows = try rows("jus_mediation")
    #expect(rows.allSatisfy { $0["mediator"].map(mediators.contains) ?? true })
    // In a hundredth of the district few communities have a committee.
    #expect(rows.contains { $0["mediator"] != nil })
  }

  @Test func `a complaint that the hotline passed on is about the same shop`() throws {
    // In a hundredth of a district there may be none: the first of the tests' districts that has some says it.
    let districts = [
      (seed: 5, share: 1), (seed: 7, share: 2), (seed: 7, share: 3), (seed: 2, share: 3),
    ]
    let events = try #require(
      districts.lazy
        .map { SharedTruths.truth(TruthOptions(seed: UInt64($0.seed), share: $0.share)).events }
        .first { !Self.passedOn($0).isEmpty })
    for index in Self.passedOn(events) {
      let call = events.list[Int(events.list[index].incident)]
      #expect(call.kind == .report && call.firm == events.list[index].firm)
      #expect(call.minute < events.list[index].minute)
    }
  }

  /// Complaints that the bureau of environment has from a call.
  private static func passedOn(_ events: Events) -> [Int] {
    events.list.indices.filter {
      events.list[$0].kind == .environment && Int(events.list[$0].incident) != $0
    }
  }

  @Test func `an application is accepted before it ends, and its applicant is in the truth`() throws
  {
    let list = shared.truth.applications.list
    #expect(list.allSatisfy { $0.accepted < $0.finished && $0.applicant >= 0 })
    #expect(list.allSatisfy { WorkDays.isWorkDay($0.accepted / 1_440) })
    let granted = list.count { $0.outcome == .granted }
    #expect(granted * 100 > list.count * 94 && granted < list.count)
    for one in list where one.kind == .company && one.outcome == .granted {
      let firm = shared.firms.list[Int(one.applicant)]
      #expect(abs(firm.from - one.finished / 1_440) < 12)
    }
  }

  @Test func `the catalogue has the demonstration's own data sets`() throws {
    let rows = try rows("gsb_catalog")
    #expect(rows.count == 151)
    #expect(Set(rows.compactMap { $0["resource_code"] }).count == 151)
    #expect(rows.contains { $0["resource_name"] == "政务信息资源目录" })
  }

  @Test func `what was told of a case in one month is not taken back in the next`() throws {
    for dataset in ["plc_dispute", "emb_hazard", "gsb_gov_item"] {
      let view = try SharedLists.small.view(dataset, month: 2)
      let fields = try Repository.manifests().manifest(dataset: dataset).fields
      let open = [
        "resolution", "resolved_at", "result", "closed_at", "status", "finished_at", "rating",
        "person_in_charge", "updated_at",
      ]
      for number in 0..<view.count(through: 1) where view.isIn(number, month: 2) {
        let (one, two) = (view.values(number, month: 1), view.values(number, month: 2))
        for (place, field) in fields.enumerated() where one[place] != two[place] {
          #expect(
            open.contains(field.name), "\(dataset).\(field.name)")
        }
      }
    }
  }
}
