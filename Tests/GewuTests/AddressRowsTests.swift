import Gewu
import Intake
import HotSpots
import Testing
import Warehouse

@Suite struct `Rows that are placed by their address` {
  private static let addresses = [
    "桃宁路5号禾屿园2幢1单元301室", "桃宁路7号", "桃宁路8号", "银杏巷2号", "哪里也不是",
  ]

  @Test func `rows are looked up, and those of one place have its grid`() throws {
    let street = try AddressedStreet()
    try street.load()
    try street.importVisits(Self.addresses)
    #expect(try street.waiting() == ["visit": 5])

    let report = try #require(street.district.matchRows().first)
    let again = try #require(street.district.matchRows().first)

    #expect(report.rows == 5 && report.placed == 3)
    #expect(report.equal == 3 && report.sure == 1 && report.none == 1)
    #expect(again.rows == 0)
    #expect(try street.waiting() == ["visit": 0])
    #expect(try street.grids() == ["G11": 1, "G20": 1, "G33": 1])
    #expect(try street.district.verify().checks.flatMap(\.problems) == [])
  }

  @Test func `a later register says something else only of rows that name what changed`() throws {
    let street = try AddressedStreet()
    try street.load()
    try street.importVisits(Self.addresses)
    _ = try street.district.matchRows()
    try street.importAddresses(
      AddressedStreet.rows.map { $0.hasPrefix("a4,") ? "a4,格物市桃宁路8号,116.035,39.035" : $0 })
    _ = try street.district.loadAddresses()
    #expect(try street.waiting() == ["visit": 5], "those that keep their answer, too")

    let report = try #require(street.district.matchRows().first)

    #expect(report.rows == 3, "the three on the road")
    #expect(try street.grids() == ["G11": 1, "G20": 1, "G33": 1])
    #expect(try street.district.verify().checks.flatMap(\.problems) == [])
  }

  @Test func `rows keep to their address when boundaries change`() throws {
    let street = try AddressedStreet()
    try street.load()
    try street.importVisits(Self.addresses)
    _ = try street.district.matchRows()
    try street.sample.loadLattice(side: 3)

    let report = try #require(
      street.district.attach().first { $0.dataset == "visit" })

    #expect(report.attached == 2 && report.lost == 1)
    #expect(try street.grids() == ["G11": 1, "G20": 1])
  }

  @Test func `a batch that is taken back leaves nothing of its addresses`() throws {
    let street = try AddressedStreet()
    try street.load()
    try street.importVisits(["桃宁路7号"])
    _ = try street.district.matchRows()
    let batch = try #require(street.district.batches(dataset: "visit").first?.report.batch)
    _ = try street.district.rollBack(batch: batch)
    try street.importVisits(["银杏巷2号"])

    let report = try #require(street.district.matchRows().first)

    #expect(report.rows == 1)
    #expect(try street.grids() == ["G20": 1])
  }

  @Test func `a register is not made of what is sealed`() throws {
    let street = try AddressedStreet(isSealed: true)
    try street.load()
    try street.importVisits(Self.addresses, sensitive: true)
    let rules = try street.sample.write(
      "grammar: cn\naddresses: [{dataset: visit, code: number, text: place}]", as: "sealed.yaml")

    #expect(throws: AddressFault.sealedFields(dataset: "visit", ["place"])) {
      try street.district.loadAddresses(by: rules)
    }
    #expect(try street.waiting() == ["visit": 5])
    let report = try #require(street.district.matchRows().first)
    #expect(report.rows == 5 && report.placed == 3)
    #expect(try street.grids() == ["G11": 1, "G20": 1, "G33": 1])
    #expect(try street.waiting() == ["visit": 0])
  }
}

extension AddressedStreet {
  /// How many rows of each data set wait for their addresses to be looked up.
  func waiting() throws -> [String: Int] {
    Dictionary(
      uniqueKeysWithValues: try district.addressLags().map { ($0.dataset, $0.rows) })
  }

  /// How many visits the grids have that have any.
  func grids() throws -> [String: Int] {
    let cells = try district.hotSpots(HotSpotQuestion(dataset: "visit")).cells
    return Dictionary(
      uniqueKeysWithValues: cells.compactMap { cell in
        cell.count.flatMap { $0 > 0 ? (cell.code, Int($0)) : nil }
      })
  }
}
