import Datasets
import Testing
import UseAnomaly
import Warehouse

@testable import Gewu

/// Homes that are known by what the register of addresses makes of what departments write.
@Suite struct `Homes by their addresses` {
  private static let rules = """

    sources:
      homes:
        - {data_set: house, home: address@dwelling, address: address, building: address@building,
           estate: address@door, cell: "@grid"}
      water:
        - {data_set: water, home: address@dwelling, account: number, read_on: day, volume: volume}
      residents:
        - {data_set: person, home: [address@dwelling, registered@dwelling], person: number}
    """

  private func load(
    _ dataset: String, _ fields: String, _ rows: [String], into street: AddressedStreet
  ) throws {
    let declared = fields.split(separator: ",").map { field in
      switch field {
      case "day": "  - {name: day, type: date}"
      case "volume": "  - {name: volume, type: number}"
      default: "  - {name: \(field)}"
      }
    }
    let manifest = try Manifest(
      yaml: """
        name: \(dataset)
        primaryKey: [number]
        fields:
        \(declared.joined(separator: "\n"))
        gewu: {files: ["\(dataset)*.csv"], load: full}
        """, path: "\(dataset).yaml")
    _ = try street.district.importFile(
      at: street.sample.write(
        ([fields] + rows).joined(separator: "\n") + "\n", as: "\(dataset)-1.csv"),
      manifest: manifest)
  }

  @Test func `rows meet at the room, however they write it, and nowhere else`() throws {
    let street = try AddressedStreet()
    _ = try street.load()
    let room = "格物市桃宁路5号禾屿园2幢1单元301室"
    try load("house", "number,address", ["h1,桃宁路5号2栋1单元301", "h2,桃宁路7号"], into: street)
    try load(
      "water", "number,address,day,volume",
      [
        "w1,\(room),2026-03-01,9", "w2,桃宁路5号禾屿园2幢1单元302室,2026-03-01,9",
        "w3,桃宁路7号,2026-03-01,9",
      ], into: street)
    try load(
      "person", "number,address,registered",
      [
        "p1,\(room),桃宁路7号", "p2,,桃宁路５号二号楼一单元３０１室",
        // Who is known to live elsewhere is not counted where they are registered.
        "p3,别的路5号,\(room)", "p3x,桃宁路5号禾屿园2幢1单元302室,\(room)",
      ], into: street)
    let file = try UseFile(yaml: UseWorld.text(sources: Self.rules), path: "use.yaml")
    let bindings = try #require(file.bindings)
    let matching = try street.district.matcherIfLoaded()

    let book = try street.district.store.read { session in
      var reader = HomeReader(session, day: 20_600, matching: matching, threads: 1)
      try reader.readAll(bindings)
      return reader.book
    }

    let home = try #require(book.entries.first)
    #expect(book.entries.count == 1 && home.source == "house" && home.residents == 2)
    #expect(!home.building.isEmpty && !home.estate.isEmpty && home.building != home.estate)
    let (homes, entries) = book.homes()
    // Two accounts lead to no room: of a neighbour that the register does not have, and of a door.
    #expect(homes.count == 3 && homes.count { !$0.isAtRoom } == 2 && entries.count == 1)
    #expect(homes.first { $0.isAtRoom }?.water.count == 1)
  }
}
