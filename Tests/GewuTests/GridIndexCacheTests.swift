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

    #expect(ask.index.locator.isFromFile)
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
      #expect(try !next.pointLocator().index.locator.isFromFile)
    }
  }

  @Test func `a file of other boundaries under the right name is not taken up, and verify says so`()
    throws
  {
    let sample = try Sample()
    try sample.loadLattice()
    let other = try Sample()
    try other.loadLattice(side: 5)
    let file = try file(sample)
    #expect(try sample.district.verify().clean)
    try Data(contentsOf: self.file(other)).write(to: file)

    let next = try District(openingStoreAt: sample.district.storePath)

    #expect(try !next.pointLocator().index.locator.isFromFile)
    #expect(
      try sample.district.verify().checks.last?.problems == [
        .wrongIndexFile(path: file.path, generation: 1, .otherContent)
      ])
  }

  @Test func `verify reads an index file whole, and compares it with its boundaries`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    let file = try file(sample)
    let whole = try Data(contentsOf: file)
    var flipped = whole
    flipped[whole.count - 40] ^= 1
    for bytes in [flipped, whole.dropLast(64), Data(repeating: 0, count: whole.count)] {
      try bytes.write(to: file)
      #expect(
        try sample.district.verify(isQuick: true).checks.last?.problems == [
          .wrongIndexFile(path: file.path, generation: 1, .damaged)
        ])
    }

    // One with the right key in its header that was built from other boundaries.
    let (generation, level) = try sample.district.store.read { session in
      (try #require(try session.presentGenerations().first), try #require(session.levels().last))
    }
    let key = try sample.district.store.read {
      try IndexFiles.Key(generation, leaf: level, $0)
    }
    IndexFiles(storePath: sample.district.storePath).keep(
      Locator(coverage: Coverage(cells: [])), as: key, active: [1])
    let report = try sample.district.verify()

    #expect(
      report.checks.last?.problems == [
        .wrongIndexFile(path: file.path, generation: 1, .otherContent)
      ])
    #expect(report.checks.last?.subject == .indexFiles)
  }

  @Test func `a file that is cut off or written over while it answers changes nothing`() throws {
    let sample = try Sample()
    try sample.loadLattice(side: 9)
    let file = try file(sample)
    let next = try District(openingStoreAt: sample.district.storePath)
    let ask = try next.pointLocator()
    #expect(ask.index.locator.isFromFile)

    truncate(file.path, 0)

    for step in 0...900 {
      let position = Coordinate(
        x: 115.995 + Double(step % 31) / 60, y: 38.995 + Double(step / 31) / 60)
      #expect(
        ask.answer(for: position) == (try sample.district.pointLocator().answer(for: position)))
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a pipe, a folder or a link without an end in its place keeps nobody waiting`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    let file = try file(sample)
    let makers: [(String) -> Void] = [
      { mkfifo($0, 0o600) }, { mkdir($0, 0o700) }, { symlink("/dev/zero", $0) },
    ]
    for make in makers {
      try FileManager.default.removeItem(at: file)
      make(file.path)
      let next = try District(openingStoreAt: sample.district.storePath)
      #expect(try next.locate(Self.place).grid?.code == "G11")
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
    #expect(try !next.pointLocator().index.locator.isFromFile)
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
      "\(index).\(Int32.max)-1.draft", "\(index).\(getpid())-0.draft", "notes.txt", "9-valid-x.txt",
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
