import Foundation
import Geometry
import Grids
import Testing
import Warehouse

@testable import Gewu

@Suite struct GridIndexCacheTests {
  private static let place = Coordinate(x: 116.015, y: 39.015)

  private func files(_ sample: Sample) -> [String] {
    let folder = sample.district.storePath + "-index"
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  private func file(_ sample: Sample) throws -> URL {
    let name = try #require(files(sample).first)
    return URL(filePath: sample.district.storePath + "-index").appending(path: name)
  }

  @Test func `an index is kept when a generation is activated, and taken up by who comes next`()
    throws
  {
    let sample = try Sample()
    try sample.loadLattice()
    #expect(files(sample).count == 1)
    #expect(files(sample).first?.hasPrefix("1-valid-") == true)

    let next = try District(openingStoreAt: sample.district.storePath)
    let ask = try next.pointLocator()

    #expect(ask.index.locator.isMapped)
    for step in 0...900 {
      let position = Coordinate(
        x: 115.995 + Double(step % 31) / 600, y: 38.995 + Double(step / 31) / 600)
      #expect(
        ask.answer(for: position) == (try sample.district.pointLocator().answer(for: position)))
    }
  }

  @Test func `a file that is damaged, cut off or another's is not taken up`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    let file = try file(sample)
    let whole = try Data(contentsOf: file)
    var flipped = whole
    flipped[whole.count / 2] ^= 1
    for bytes in [flipped, whole.dropLast(8), Data(), Data("not an index".utf8)] {
      try bytes.write(to: file)
      let next = try District(openingStoreAt: sample.district.storePath)
      #expect(try next.locate(Self.place).grid?.code == "G11")
      #expect(try !next.pointLocator().index.locator.isMapped)
    }
  }

  @Test func `boundaries that were changed by another program have another index`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    try sample.district.writeLocked { session in
      let level = try #require(try session.levels().last)
      var cells = try session.grids(level: level, generation: 1)
      let (first, second) = (5, 10)
      #expect(cells[first].code == "G11" && cells[second].code == "G22")
      (cells[first].boundary, cells[second].boundary) = (
        cells[second].boundary, cells[first].boundary
      )
      _ = try session.replace(level: level, generation: 1, with: cells)
    }

    let next = try District(openingStoreAt: sample.district.storePath)

    #expect(try next.locate(Self.place).grid?.code == "G22")
    #expect(try !next.pointLocator().index.locator.isMapped)
  }

  @Test func `files of generations that no longer answer are removed, those of other nets stay`()
    throws
  {
    let sample = try Sample()
    try sample.loadLattice()
    try sample.district.addNet("school", levels: ["school"])
    var schools = GridLoadRequest(
      file: try sample.write(Sample.lattice(side: 2), as: "schools.geojson"), level: "school",
      codeField: "code", activates: true)
    schools.net = "school"
    _ = try sample.district.loadGrids(schools)
    let before = files(sample)

    try sample.loadLattice(side: 5)

    let after = files(sample)
    #expect(before.count == 2 && after.count == 2)
    #expect(Set(before).intersection(after).count == 1)
    #expect(after.contains { $0.hasPrefix("2-") } && after.contains { $0.hasPrefix("3-") })
  }

  @Test func `what a process left half written is removed, and nothing else`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    let folder = URL(filePath: sample.district.storePath + "-index")
    let index = try #require(files(sample).first)
    let names = [
      "\(index).\(Int32.max).draft", "\(index).\(getpid()).draft", "notes.txt", "9-valid-x.txt",
    ]
    for name in names { try Data().write(to: folder.appending(path: name)) }

    try sample.loadLattice(side: 5)

    let after = files(sample)
    #expect(Set(names).intersection(after) == Set(names.dropFirst()))
    #expect(after.count == names.count && !after.contains(index))
  }

  @Test func `a folder that cannot be written costs nothing but the file`() throws {
    let sample = try Sample()
    try Data().write(to: URL(filePath: sample.district.storePath + "-index"))

    try sample.loadLattice()

    #expect(try sample.district.locate(Self.place).grid?.code == "G11")
    #expect(files(sample).isEmpty)
  }

  @Test func `one who only asks writes nothing`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    try FileManager.default.removeItem(atPath: sample.district.storePath + "-index")

    let next = try District(openingStoreAt: sample.district.storePath)
    #expect(try next.locate(Self.place).grid?.code == "G11")
    #expect(files(sample).isEmpty)

    // A service does.
    let service = try District(openingStoreAt: sample.district.storePath)
    service.followGenerations(true)
    try service.activateDueGenerations()
    #expect(files(sample).count == 1)
  }
}
