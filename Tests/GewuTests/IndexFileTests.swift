import Files
import Foundation
import Geometry
import Gewu
import Grids
import Testing
import Warehouse

@Suite struct IndexFileTests {
  @Test func `an index file answers as the district does`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    let path = sample.folder.appending(path: "grid.index").path

    let written = try sample.district.writeIndex(to: path)

    let locator = try Locator(mapping: path)
    let ask = try sample.district.pointLocator()
    for step in 0...900 {
      // Through corners, along borders and out of the district.
      let position = Coordinate(
        x: 115.995 + Double(step % 31) / 600, y: 38.995 + Double(step / 31) / 600)
      let (found, expected) = (locator.locate(position), ask.locate(position))
      #expect(locator.code(of: found.cell) == expected.code)
      #expect(found.isBorder == (expected.status == .border))
    }
    #expect(written.cells == 16 && written.level == "grid" && written.net == "base")
    #expect(written.generation == 1 && written.isCoverageValid && written.srid == 4490)
    #expect(try Data(contentsOf: URL(filePath: path)).count == written.bytes)
  }

  @Test func `a level above is indexed by its own boundaries`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    let path = sample.folder.appending(path: "street.index").path

    let written = try sample.district.writeIndex(to: path, level: "street")

    let locator = try Locator(mapping: path)
    let codes = [116.005, 116.015, 116.025, 116.035].map {
      locator.code(of: locator.locate(Coordinate(x: $0, y: 39.005)).cell)
    }
    #expect(written.cells == 2 && written.level == "street")
    #expect(codes == ["S0", "S0", "S1", "S1"])
  }

  @Test func `a level or a day without boundaries is an error, and nothing is written`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    let path = sample.folder.appending(path: "none.index").path

    #expect(
      throws: IndexFault.noLevel("yard", known: ["street", "grid"], withCells: true)
    ) { try sample.district.writeIndex(to: path, level: "yard") }
    #expect(throws: IndexFault.self) { try sample.district.writeIndex(to: path, at: "2001-01-01") }
    #expect(throws: NetFault.noSuchNet("police", known: ["base"])) {
      try sample.district.writeIndex(to: path, net: "police")
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(throws: OutputError.unwritable(path: "/nowhere/x.index", .system(2))) {
      try sample.district.writeIndex(to: "/nowhere/x.index")
    }
  }

  @Test func `the index never takes the place of the store or of its files`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    let store = sample.district.storePath

    for suffix in ["", "-wal", "-lock", "-index/x"] {
      #expect(throws: OutputError.partOfStore(path: store + suffix, store: store)) {
        try sample.district.writeIndex(to: store + suffix)
      }
    }
    #expect(try sample.district.verify().clean)
  }
}
