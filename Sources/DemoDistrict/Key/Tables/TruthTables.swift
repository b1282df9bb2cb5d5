import DemoTruth
import Geometry
import Tabular
import Time

/// The tables of the truth that the key's numbers name: who lives here, where, and what was planted.
struct TruthTables: Sendable {
  private let shared: SharedTruth
  /// The day of the month.
  private let day: Int32

  init(_ shared: SharedTruth, month: Int) {
    self.shared = shared
    day = Int32(TruthCalendar.day(ofMonth: month).ordinal)
  }

  /// Writes them all, two at a time.
  func write(to sink: any KeySink) throws {
    let tables: [@Sendable () throws -> Void] = [
      { try write("persons", people, shared.lives.people.persons.count, to: sink, person) },
      {
        try write(
          "households", households, shared.lives.people.households.count, to: sink, household)
      },
      { try write("dwellings", dwellings, shared.homes.dwellings.count, to: sink, dwelling) },
      { try write("buildings", buildings, shared.ground.buildings.count, to: sink, building) },
      { try write("firms", firms, shared.firms.list.count, to: sink, firm) },
      { try write("components", components, shared.fixtures.all.count, to: sink, component) },
      {
        let plants = PlantTable(shared: shared)
        try write("plants", PlantTable.columns, plants.rows.count, to: sink) { plants.rows[$0] }
      },
      {
        let spots = shared.events.hotSpots
        try write("hot_spots", hotSpots, spots.count, to: sink) { hotSpot(spots[$0], $0) }
      },
    ]
    let results = ParallelBlocks.map(count: tables.count, threads: 2) { table in
      Result { try tables[table]() }
    }
    for result in results { try result.get() }
  }

  private func write(
    _ name: String, _ columns: [PlainColumn], _ count: Int, to sink: any KeySink,
    _ row: (Int) -> [TableCell]
  ) throws {
    let table = KeyTable(name: name, file: nil, columns: columns)
    try sink.begin(table)
    for start in stride(from: 0, to: count, by: 4_096) {
      try sink.write((start..<min(start + 4_096, count)).map(row), to: table)
    }
    try sink.end(table)
  }

  // MARK: Their columns and rows

  private var people: [PlainColumn] {
    [
      PlainColumn("person", .integer), PlainColumn("name"), PlainColumn("resident_id"),
      PlainColumn("sex"),
      PlainColumn("birth", .date), PlainColumn("death", .date), PlainColumn("phone"),
      PlainColumn("household", .integer), PlainColumn("dwelling", .integer), PlainColumn("grid"),
    ]
  }

  private func person(_ index: Int) -> [TableCell] {
    let people = shared.lives.people
    let one = people.persons[index]
    let home = shared.lives.residence(of: index, on: day)
    return [
      .place(index), .optional(people.name(of: index)), .optional(people.number(of: index)),
      .text(one.sex == .male ? "male" : "female"), .day(one.birth),
      .day(one.death <= day ? one.death : .max),
      .optional(people.mobile(of: index)),
      .place(shared.lives.household(of: index, on: day)), .place(home.map { Int($0.dwelling) }),
      .optional(home.map { gridCode(ofDwelling: Int($0.dwelling)) }),
    ]
  }

  private var households: [PlainColumn] {
    [
      PlainColumn("household", .integer), PlainColumn("dwelling", .integer),
      PlainColumn("members", .integer),
    ]
  }

  private func household(_ index: Int) -> [TableCell] {
    let people = shared.lives.people
    let tenure = people.tenure(ofHousehold: index, on: day)
    return [
      .place(index), .place(tenure.map { Int(people.tenures[$0].dwelling) }),
      .number("\(people.members(ofHousehold: index, on: day).count)"),
    ]
  }

  private var dwellings: [PlainColumn] {
    [
      PlainColumn("dwelling", .integer), PlainColumn("code"), PlainColumn("building", .integer),
      PlainColumn("address"), PlainColumn("residents", .integer), PlainColumn("grid"),
    ]
  }

  private func dwelling(_ index: Int) -> [TableCell] {
    [
      .place(index), .text(shared.dwellingCode(index)),
      .place(Int(shared.homes.dwellings[index].building)),
      .optional(shared.text(of: .dwelling(index), .standard, on: nil)),
      .number("\(shared.lives.occupantCount(of: index, on: day))"),
      .text(gridCode(ofDwelling: index)),
    ]
  }

  private func gridCode(ofDwelling index: Int) -> String {
    let building = shared.ground.buildings[Int(shared.homes.dwellings[index].building)]
    return shared.ground.grids[Int(building.grid)].code
  }

  private var buildings: [PlainColumn] {
    [
      PlainColumn("building", .integer), PlainColumn("code"), PlainColumn("address"),
      PlainColumn("longitude", .number), PlainColumn("latitude", .number), PlainColumn("grid"),
    ]
  }

  private func building(_ index: Int) -> [TableCell] {
    let one = shared.ground.buildings[index]
    return [
      .place(index), .text(shared.buildingCode(index)),
      .optional(shared.text(of: .building(index), .standard, on: nil)),
      .degrees(one.position.x), .degrees(one.position.y),
      .text(shared.ground.grids[Int(one.grid)].code),
    ]
  }

  private var firms: [PlainColumn] {
    [
      PlainColumn("firm", .integer), PlainColumn("credit_code"), PlainColumn("name"),
      PlainColumn("sign"),
      PlainColumn("from", .date), PlainColumn("to", .date), PlainColumn("building", .integer),
      PlainColumn("address"),
    ]
  }

  private func firm(_ index: Int) -> [TableCell] {
    let one = shared.firms.list[index]
    let building = Int(shared.firms.building(of: index))
    let premises = Int(one.premises)
    return [
      .place(index), .text(shared.firms.code(of: index)),
      shared.firms.hasName(index) ? .text(shared.firms.name(of: index)) : .empty,
      .optional(shared.firms.sign(of: index)), .day(one.from), .day(one.to),
      .place(building < 0 ? nil : building),
      .optional(
        premises < 0 ? nil : shared.text(of: .premises(premises), .standard, on: nil)),
    ]
  }

  private var components: [PlainColumn] {
    [
      PlainColumn("component", .integer), PlainColumn("code"), PlainColumn("kind"),
      PlainColumn("longitude", .number), PlainColumn("latitude", .number), PlainColumn("grid"),
    ]
  }

  private func component(_ index: Int) -> [TableCell] {
    let one = shared.fixtures.all[index]
    return [
      .place(index), .text(one.code(in: shared.ground.division)), .text(one.fixtureClass.name),
      .degrees(one.position.x),
      .degrees(one.position.y), .text(shared.ground.grids[Int(one.grid)].code),
    ]
  }

  private var hotSpots: [PlainColumn] {
    [
      PlainColumn("hot_spot", .integer), PlainColumn("dataset"), PlainColumn("class"),
      PlainColumn("longitude", .number), PlainColumn("latitude", .number),
      PlainColumn("radius", .number), PlainColumn("from", .date), PlainColumn("to", .date),
      PlainColumn("relative_risk", .number), PlainColumn("expected", .number),
      PlainColumn("excess", .integer),
    ]
  }

  private func hotSpot(_ one: PlantedHotSpot, _ index: Int) -> [TableCell] {
    let centre = one.position
    return [
      .place(index), .text(one.kind == .report ? "gsb_order12345" : "cgj_case"), .text(one.code),
      .degrees(centre.x), .degrees(centre.y),
      .number(Digits.decimal(one.radius, places: 0)), .day(one.from), .day(one.to),
      .number(Digits.decimal(one.relativeRisk, places: 2)),
      .number(Digits.decimal(one.expected, places: 1)), .number("\(one.excess)"),
    ]
  }
}

extension TableCell {
  /// A day of the truth; empty for one that is not yet known.
  static func day(_ ordinal: Int32) -> TableCell {
    ordinal == .max || ordinal == .min ? .empty : .date(Day(ordinal: Int(ordinal)).text)
  }
}
