import Datasets
import DemoTruth
import Testing
import Time

@testable import DemoDistrict

/// Sites, projects, permits, teams, stores and equipment as departments see them, in a district of two percent.
@Suite struct `Departments see sites and equipment` {
  private static let datasets = [
    "plc_patrol_team", "fire_mini_station", "hud_site", "eeb_eia", "ndrc_project", "hud_gas",
    "emb_material", "cgj_muck", "wat_water_permit", "tra_trans_op", "cgj_outdoor_ad",
    "hud_property_co", "samr_special_equip", "ndrc_charging", "emb_shelter", "cgj_sanitation",
  ]
  private static let shared = SharedLists.large.shared
  private var shared: SharedTruth { Self.shared }
  private var works: Works { Self.shared.works }
  private let today = TruthCalendar.todayOrdinal

  /// The rows of a list of month 1, by the names of their fields.
  private func rows(_ dataset: String) throws -> [[String: String]] {
    try SharedLists.large.rows(dataset)
  }

  @Test func `all terms of these data sets can be read`() throws {
    let table = try Repository.sources()
    for dataset in Self.datasets { #expect(table.unresolved(dataset) == [], "\(dataset)") }
  }

  @Test func `the required cells of each list are filled in, and keys are unique`() throws {
    for dataset in Self.datasets {
      let manifest = try Repository.manifests().manifest(dataset: dataset)
      let rows = try rows(dataset)
      #expect(!rows.isEmpty, "\(dataset)")
      let required = manifest.fields.filter(\.constraints.isRequired).map(\.name)
      #expect(rows.allSatisfy { row in required.allSatisfy { row[$0] != nil } }, "\(dataset)")
      let keys = Set(rows.map { row in manifest.primaryKey.map { row[$0] ?? "" } })
      #expect(keys.count == rows.count, "\(dataset)")
    }
  }

  @Test func `a site is that of a project that was approved before it`() throws {
    let projects = Dictionary(
      try rows("ndrc_project").map { ($0["project_name"] ?? "", $0) },
      uniquingKeysWith: { a, _ in a })
    let sites = try rows("hud_site")
    #expect(sites.count { projects[$0["project_name"] ?? ""] != nil } * 10 >= sites.count * 9)
    for site in works.projects.sites {
      let project = works.projects.projects[Int(site.project)]
      #expect(project.approved < site.permitted && site.permitted <= site.from)
      #expect(site.from < site.finished && site.from < site.plannedTo)
      #expect(site.permitted < today - 364 || WorkDays.isWorkDay(site.permitted))
    }
  }

  @Test func `half of the assessments are of projects of the platform`() throws {
    let codes = Set(try rows("ndrc_project").compactMap { $0["project_code"] })
    let own = try rows("eeb_eia")
    let shared = own.count { codes.contains($0["project_id"] ?? "") }
    #expect(shared * 4 >= own.count, "\(shared) of \(own.count)")
    #expect(own.allSatisfy { $0["approval_number"] != nil })
  }

  @Test func `earth leaves a listed site in lorries of a licensed carrier`() throws {
    let sites = Set(
      works.projects.sites.indices.map {
        works.projects.name(of: Int(works.projects.sites[$0].project))
      })
    let carriers = Dictionary(
      grouping: try rows("tra_trans_op"), by: { $0["credit_code"] ?? "" })
    let permits = try rows("cgj_muck")
    #expect(permits.allSatisfy { sites.contains($0["site_name"] ?? "") })
    #expect(permits.allSatisfy { carriers[$0["carrier_credit_code"] ?? ""] != nil })
    for permit in works.earth.rows {
      let one = works.earth.permits[Int(permit.permit)]
      let vehicle = works.carriers.vehicles[Int(permit.vehicle)]
      #expect(vehicle.carrier == one.carrier && vehicle.from <= one.from)
    }
    #expect(permits.count { $0["route"]?.hasSuffix("（出区）") == true } * 10 >= permits.count * 9)
  }

  @Test func `an estate has the company of its contract in each list`() throws {
    let step = try #require(FactTable.all.steps["estate.propertyCompany"]?.step)
    let sight = Sight(shared: shared, day: today)
    let managed = shared.ground.estates.indices.filter { step(sight, $0) >= 0 }
    // 410 of the 880 estates.
    #expect(abs(managed.count - 412) <= 8, "\(managed.count)")
    for estate in managed {
      let contract = try #require(works.contracts.contract(ofEstate: estate, on: today))
      #expect(Int(works.contracts.list[contract].firm) == step(sight, estate))
      #expect(shared.ground.estates[estate].kind == .estate)
    }
    for station in works.teams.list where station.kind == .estateStation {
      #expect(managed.contains(Int(station.place)))
    }
  }

  @Test func `lifts are in houses of seven floors and run by who manages them`() {
    let lifts = works.facilities.all.filter { $0.kind == .lift }
    #expect(!lifts.isEmpty)
    for lift in lifts {
      let building = shared.ground.buildings[Int(lift.building)]
      #expect(building.kind != .flats || building.floors >= 7)
    }
    for index in works.facilities.offset..<works.facilities.count {
      guard let one = works.facilities.facility(index), one.kind == .lift, one.stands(on: today)
      else { continue }
      let estate = Int(shared.ground.buildings[Int(one.building)].estate)
      guard estate >= 0, let contract = works.contracts.contract(ofEstate: estate, on: today)
      else { continue }
      #expect(works.facilities.user(index, on: today) == works.contracts.list[contract].firm)
    }
  }

  @Test func `toilets and civil defence works are the components of the survey`() throws {
    let toilets = try rows("cgj_sanitation").filter { $0["kind"] == "公共厕所" }
    let survey = Set(
      try rows("cgj_part03").filter { $0["component_class"] == "0301" }
        .compactMap { $0["component_name"] })
    #expect(!toilets.isEmpty)
    #expect(toilets.allSatisfy { survey.contains($0["facility_name"] ?? "") })
    let part05 = Set(try rows("cgj_part05").compactMap { $0["component_name"] })
    let works = try rows("emb_shelter").filter { $0["shelter_name"]?.contains("人防") == true }
    #expect(!works.isEmpty && works.allSatisfy { part05.contains($0["shelter_name"] ?? "") })
  }

  @Test func `a captain has the phone that is written beside the name`() throws {
    let people = Dictionary(
      shared.lives.people.persons.indices.map {
        (shared.lives.people.mobile(of: $0), shared.lives.people.name(of: $0))
      }, uniquingKeysWith: { a, _ in a })
    let teams = try rows("plc_patrol_team").filter { $0["phone"] != nil }
    #expect(teams.count >= 8)
    #expect(teams.allSatisfy { people[$0["phone"] ?? ""] == $0["person_in_charge"] })
  }

  @Test func `equipment is inspected each year and signs have a permit in force`() throws {
    let lag = Day(ordinal: Int(today - 20))
    let lifts = try rows("samr_special_equip")
    let late = lifts.filter { ($0["next_inspection"] ?? "") < lag.text }
    #expect(late.allSatisfy { ["未检", "报废"].contains($0["status"] ?? "") })
    #expect(late.count * 12 < lifts.count)
    #expect(lifts.allSatisfy { $0["registration_code"]?.utf8.count == 20 })
    let day = Day(ordinal: Int(today - 90)).text
    #expect(try rows("cgj_outdoor_ad").allSatisfy { ($0["valid_to"] ?? "") >= day })
  }
}
