import Addresses
import Datasets
import Geometry
import Gewu
import TestSupport
import Testing
import Warehouse

@Suite struct `The register of standard addresses` {
  @Test func `a register is made once, and again only where its sources say something new`() throws
  {
    let street = try AddressedStreet()

    let first = try street.load()
    let second = try street.district.loadAddresses()

    #expect(first.version == 1 && first.added == 7 && first.aliases == 1 && first.notRead == 1)
    #expect(second.version == 1 && second.added == 0 && second.unchanged == 7)
  }

  @Test func `an address that changes or goes keeps its former states`() throws {
    let street = try AddressedStreet()
    _ = try street.load()
    var rows = AddressedStreet.rows
    rows.removeAll { $0.hasPrefix("a3,") }
    rows = rows.map { $0.hasPrefix("a4,") ? "a4,格物市桃宁路9号,116.035,39.035" : $0 }
    try street.importAddresses(rows)

    let report = try street.district.loadAddresses()
    let gone = try street.district.history(ofAddress: "a3")
    let changed = try street.district.history(ofAddress: "a4")

    #expect(report.version == 2 && report.changed == 1 && report.ended == 1)
    #expect(gone.map(\.status) == [.approved, .historic])
    #expect(gone.last?.validTo != nil)
    #expect(changed.map(\.fullAddress) == ["格物市桃宁路7号", "格物市桃宁路9号"])
    #expect(changed.map(\.toVersion) == [2, nil])
    #expect(throws: AddressFault.noSuchAddress("b1")) {
      try street.district.history(ofAddress: "b1")
    }
  }

  @Test(
    arguments: [
      ("格物市桃宁路5号禾屿园2幢1单元301室", "A", "room", "a2"),
      ("桃宁路5号2栋1单元301", "A", "room", "a2"),
      ("桃宁路５号二号楼一单元３０１室", "A", "room", "a2"),
      ("桃宁路5号禾屿苑2幢1单元301室", "B", "room", "a2"),
      ("旧桃路7号", "B", "door", "a4"),
      // What the register does not have falls to what holds it.
      ("桃宁路5号禾屿园2幢1单元302室", "B", "entrance", nil),
      ("桃宁路5号禾屿园3幢1单元301室", "B", "road", nil),
      ("桃宁路6号", "B", "road", nil),
      ("别的路5号", "none", "none", nil),
    ] as [(String, String, String, String?)])
  func `a written address leads to its entry, and never to a neighbour`(
    text: String, matchClass: String, level: String, code: String?
  ) throws {
    let street = try AddressedStreet()
    _ = try street.load()

    let answer = try street.district.match(address: text)

    #expect(answer.matchClass == matchClass, "\(answer)")
    #expect(answer.level == level, "\(answer)")
    #expect(answer.entry?.code == code, "\(answer)")
  }

  @Test func `only a building or a door of its own has a grid`() throws {
    let street = try AddressedStreet()
    _ = try street.load()

    let room = try street.district.match(address: "桃宁路5号禾屿园2幢1单元301室")
    let door = try street.district.match(address: "桃宁路7号")
    let compound = try street.district.match(address: "桃宁路5号")
    let road = try street.district.match(address: "桃宁路")

    #expect(room.grid?.code == "G11" && door.grid?.code == "G33")
    #expect(compound.grid == nil && road.grid == nil)
  }

  @Test func `rules that name what there is not are refused, and nothing is kept`() throws {
    let street = try AddressedStreet()
    let rules = { (text: String) in try street.sample.write(text, as: "rules.yaml") }
    let grammar = "grammar: cn\naddresses:\n  - "

    #expect(throws: AddressFault.noRules) { try street.district.loadAddresses() }
    #expect(throws: AddressFault.noDataset("other")) {
      try street.district.loadAddresses(
        by: rules(grammar + "{dataset: other, code: a, text: b}"))
    }
    #expect(throws: AddressFault.noFields(dataset: "std", ["x", "y"])) {
      try street.district.loadAddresses(by: rules(grammar + "{dataset: std, code: x, text: y}"))
    }
    #expect(throws: AddressFault.nothingRead(rows: 8)) {
      try street.district.loadAddresses(
        by: rules(grammar + "{dataset: std, code: code, text: code}"))
    }
    #expect(throws: AddressFault.self) {
      try street.district.loadAddresses(
        by: rules("grammar: nowhere\naddresses: [{dataset: std, code: code, text: text}]"))
    }
    #expect(throws: DatasetsError.self) {
      try street.district.loadAddresses(by: rules("grammar: cn"))
    }
    #expect(throws: AddressFault.self) { try street.district.match(address: "桃宁路7号") }
  }
}

/// A street with seven addresses and a row that is none, in a district of sixteen grids.
struct AddressedStreet {
  /// Where the key lies of a store that is sealed.
  private let keys: TemporaryFolder?
  let sample: Sample
  var district: District { sample.district }

  static let rows = [
    "a1,格物市桃宁路5号禾屿园,116.012,39.012",
    "a2,格物市桃宁路5号禾屿园2幢1单元301室,116.015,39.015",
    "a3,格物市桃宁路5号禾屿园4幢,116.025,39.015",
    "a4,格物市桃宁路7号,116.035,39.035",
    "a5,格物市桃宁路11号,116.005,39.005",
    "a6,格物市银杏巷2号,116.005,39.025",
    "a7,格物市银杏巷4号,116.005,39.026",
    "a8,,116,39",
  ]

  init(isSealed: Bool = false) throws {
    keys = isSealed ? try TemporaryFolder() : nil
    let source = keys.map { KeySource(file: $0.path("key")) } ?? .none
    sample = try Sample(key: source)
    if isSealed { _ = try sample.district.seal(keys: source) { $0 } }
    try sample.loadLattice()
    try importAddresses(Self.rows)
    try importNames()
  }

  func importAddresses(_ rows: [String]) throws {
    _ = try district.importFile(
      at: sample.write(
        "code,text,lon,lat\n" + rows.joined(separator: "\n") + "\n", as: "std.csv"),
      manifest: Manifest(
        yaml: """
          name: std
          primaryKey: [code]
          fields:
            - {name: code}
            - {name: text}
            - {name: lon, type: number}
            - {name: lat, type: number}
          gewu: {load: full, subject: none, location: {x: lon, y: lat, crs: wgs84}}
          """, path: "std.yaml"))
  }

  private func importNames() throws {
    _ = try district.importFile(
      at: sample.write(
        "number,name,former,kind\n1,桃宁路,旧桃路（2016-12-02更名）,road\n2,桃宁路,别路,park\n",
        as: "names.csv"),
      manifest: Manifest(
        yaml: """
          name: names
          primaryKey: [number]
          fields: [{name: number}, {name: name}, {name: former}, {name: kind}]
          gewu: {load: full, subject: none}
          """, path: "names.yaml"))
  }

  /// Imports rows that say where they are by an address alone.
  func importVisits(_ addresses: [String], sensitive: Bool = false) throws {
    let rows = addresses.enumerated().map { "\($0.offset),\($0.element)" }
    _ = try district.importFile(
      at: sample.write(
        "number,place\n" + rows.joined(separator: "\n") + "\n", as: "visit.csv"),
      manifest: Manifest(
        yaml: """
          name: visit
          primaryKey: [number]
          fields:
            - {name: number}
            - {name: place\(sensitive ? ", gewu: {sensitive: personal}" : "")}
          gewu: {load: full, subject: none, location: {address: place}}
          """, path: "visit.yaml"))
  }

  @discardableResult
  func load() throws -> RegisterReport {
    try district.loadAddresses(
      by: sample.write(
        """
        grammar: cn
        divisions: {above: [{kind: city, name: 格物市}]}
        addresses:
          - {dataset: std, code: code, text: text, position: door_plate}
        names:
          - {dataset: names, name: name, element: road, former: former, where: {kind: road}}
        """, as: "rules.yaml"))
  }
}
