import Datasets
import DemoTruth
import Geometry
import Testing
import Time

@testable import DemoDistrict

/// What the departments of land, water and buildings see of a district of two percent.
@Suite struct `The land, the water and the buildings` {
  private static let shared = SharedLists.large.shared
  private var shared: SharedTruth { Self.shared }

  static let datasets = [
    "plc_grid", "stat_census_agg", "plc_building_head", "hud_house_safety", "hud_estate",
    "mca_place_name", "nrb_landuse", "agr_land_contract", "agr_homestead", "wat_river",
    "tra_bridge_road", "wat_reservoir", "nrb_geo_hazard", "wat_flood_point", "ct_relic", "iit_park",
  ]

  private func maker(_ dataset: String, _ wanted: Int = .max) throws -> RowMaker {
    try SharedLists.large.maker(dataset, wanted)
  }

  /// The rows of a data set as texts by field.
  private func rows(_ dataset: String, _ wanted: Int = .max) throws -> [[String: String]] {
    try SharedLists.large.rows(dataset, wanted)
  }

  @Test(arguments: datasets) func `each comes from the truth`(dataset: String) throws {
    #expect(try Repository.sources().unresolved(dataset).isEmpty)
    let rows = try rows(dataset, 60)
    let manifest = try Repository.manifests().manifest(dataset: dataset)
    #expect(!rows.isEmpty)
    for row in rows {
      for field in manifest.fields where field.constraints.isRequired {
        #expect(row[field.name]?.isEmpty == false, "\(dataset).\(field.name)")
      }
    }
    #expect(Set(rows.map { row in manifest.primaryKey.map { row[$0] ?? "" } }).count == rows.count)
  }

  @Test func `parcels cover the district without gap or overlap`() {
    struct Side: Hashable { var from, to: Coordinate }
    let ground = shared.ground
    var sides: Set<Side> = []
    var area = 0.0
    for parcel in shared.landBook.land.parcels {
      #expect(Shape.area(parcel.outline).fault == nil)
      area += ground.area(of: parcel.outline)
      for ring in parcel.outline.rings {
        for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst()) {
          #expect(sides.insert(Side(from: a, to: b)).inserted)
        }
      }
    }
    // Each side has a neighbour, but for the district's border.
    let lone = sides.count { !sides.contains(Side(from: $0.to, to: $0.from)) }
    let border = ground.district.boundary.rings.reduce(0) { $0 + $1.coordinates.count - 1 }
    #expect(lone == border)
    #expect(abs(area - ground.area(of: ground.district.boundary)) < 1)
  }

  @Test func `outlines and lines are sound in the reference system of their file`() throws {
    for dataset in [
      "hud_estate", "agr_homestead", "agr_land_contract", "ct_relic", "iit_park", "wat_river",
      "tra_bridge_road",
    ] {
      let maker = try maker(dataset, 120)
      let view = maker.view
      let shape = try #require(maker.shape)
      for number in 0..<view.count(through: 1) {
        let outline = try #require(view.outline(number))
        #expect(outline.shape.converted(shape.maker.convert).fault == nil, "\(dataset)")
        guard case .area = outline.shape, let anchor = outline.shape.anchor else { continue }
        #expect(shared.ground.grid(at: anchor) == outline.grid, "\(dataset) \(number)")
      }
    }
  }

  @Test func `a head lives in the building, a holder owns the house`() throws {
    let sight = Sight(shared: shared, day: TruthCalendar.todayOrdinal)
    var heads = 0
    for index in shared.ground.buildings.indices
    where RowRule.all["plc_building_head"]?.isIn(sight, index) == true {
      guard let head = FactTable.all.steps["building.head"]?.step(sight, index), head >= 0 else {
        continue
      }
      heads += 1
      let home = try #require(shared.lives.residence(of: head, on: sight.day))
      #expect(Int(shared.homes.dwellings[Int(home.dwelling)].building) == index)
      #expect((30...80).contains(sight.person(head).age(on: sight.day)))
    }
    #expect(heads > 30)
    for row in try rows("agr_land_contract", 200) {
      #expect(row["contract_number"]?.hasPrefix(row["community_code"] ?? "-") == true)
      #expect(row["plot_code"]?.count == 19 && row["contract_number"]?.count == 19)
    }
  }

  @Test func `dedicated grids have no count of residents, others have one`() throws {
    let grids = try rows("plc_grid")
    for row in grids {
      let isDedicated = row["grid_type"] == "专属网格"
      #expect((row["population"] == nil) == isDedicated, "\(row)")
      #expect((row["households"] == nil) == isDedicated, "\(row)")
    }
    let dedicated = grids.count { $0["population"] == nil }
    // In a hundredth of a district most grids are empty; `scripts/check-demo` counts those of a whole one.
    #expect(dedicated > 10 && dedicated < grids.count, "\(dedicated)")
  }

  @Test(arguments: [
    ("agr_homestead", "holder", "holder_resident_id"),
    ("agr_land_contract", "contractor", "contractor_resident_id"),
  ])
  func `a holder's name and number are one person's`(
    dataset: String, name: String, number: String
  ) throws {
    var names: [String: Set<String>] = [:]
    let people = shared.lives.people
    for person in people.persons.indices {
      names[people.number(of: person), default: []].insert(people.name(of: person))
    }
    let rows = try rows(dataset, 400).filter { $0[number]?.contains("*") == false }
    let known = rows.compactMap { row in row[number].flatMap { names[$0] }.map { (row, $0) } }
    #expect(known.count > 20)
    for (row, own) in known { #expect(row[name].map(own.contains) == true, "\(row)") }
  }

  @Test func `the census counts each grid from the year of its first day`() throws {
    let rows = try rows("stat_census_agg")
    let byYear = Dictionary(grouping: rows) { $0["year"] ?? "" }
    #expect(byYear.keys.sorted() == (2018...2025).map(String.init))
    #expect((5_250...5_560).contains(rows.count))
    #expect(byYear["2025"]?.count ?? 0 > byYear["2018"]?.count ?? 0)
    let sum = { (year: String, field: String) in
      (byYear[year] ?? []).reduce(0) { $0 + (Int($1[field] ?? "") ?? 0) }
    }
    // Two percent of 400,000; a sixth to a quarter is 60 and older (2020 census: 18.7 %).
    let (residents, elderly) = (sum("2025", "residents"), sum("2025", "elderly"))
    #expect((6_000...10_000).contains(residents))
    #expect(elderly * 100 > residents * 13 && elderly * 100 < residents * 30)
    #expect(sum("2020", "households") * 4 > residents)
    #expect(sum("2025", "employees") > residents / 5)
  }

  @Test func `the names of renamed roads and their former names agree with the ground`() throws {
    let rows = try rows("mca_place_name")
    #expect((8_700...9_300).contains(rows.count))
    let former = rows.compactMap { $0["former_names"] }
    #expect(former.contains { $0.contains("更名") })
    #expect(Set(rows.compactMap { $0["category"] }).count == 7)
    for row in rows where row["category"] == "门牌" {
      #expect(row["door_plate"]?.isEmpty == false && row["address_code"] != nil)
    }
  }

  @Test func `bridges have a condition, and stakes as far apart as they are long`() throws {
    for row in try rows("tra_bridge_road") {
      #expect((row["bridge_condition"] != nil) == (row["kind"] == "桥梁"))
      let stakes = try ["start_stake", "end_stake"].map { name in
        let parts = try #require(row[name]).dropFirst().split(separator: "+").compactMap { Int($0) }
        return try #require(parts.first) * 1_000 + (try #require(parts.last))
      }
      let length = try #require(Double(row["length"] ?? ""))
      #expect(abs(Double(stakes[1] - stakes[0]) - length) < 1.6)
    }
  }

  @Test func `a depth of water has the grade that goes with it`() throws {
    for row in try rows("wat_flood_point") {
      let depth = try #require(Int(row["depth"] ?? ""))
      #expect((row["flood_risk"] == "高" || row["flood_risk"] == "极高") == (depth >= 35))
    }
    let threatened = try rows("nrb_geo_hazard").compactMap { Int($0["threatened_people"] ?? "") }
    #expect((35...52).contains(threatened.count))
  }
}
