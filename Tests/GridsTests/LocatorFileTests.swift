import Foundation
import Geometry
import Testing

@testable import Grids

struct LocatorFileTests {
  @Test func `a locator read from its file answers as the one that wrote it`() throws {
    let cells = SyntheticCoverage(seed: 4, columns: 6, rows: 5, bends: 4).cells
    let coverage = Coverage(cells: cells)
    let codes = cells.indices.map { "99010100\($0)号" }
    let locator = Locator(coverage: coverage, codes: codes)
    let path = try Self.write(locator)
    defer { Self.remove(path) }

    let read = try Locator(mapping: path)

    let points = Array(coverage.edges.vertices) + [Coordinate(x: -9, y: 0), .init(x: .nan, y: 0)]
    #expect(read.locate(points) == locator.locate(points))
    #expect(read.byteCount == locator.byteCount)
    #expect(read.cellCount == cells.count)
    #expect(read.edgeCount == coverage.edges.count)
    #expect((-1...Int32(cells.count)).map { read.code(of: $0) } == [nil] + codes + [nil])
    #expect(read.nearest(to: points[0])?.cell == locator.nearest(to: points[0])?.cell)
  }

  @Test func `equal coverages write equal files`() throws {
    let cells = SyntheticCoverage(seed: 4, columns: 5, rows: 5, bends: 4).cells
    let files = try (0..<2).map { _ in
      let path = try Self.write(Locator(coverage: Coverage(cells: cells)))
      defer { Self.remove(path) }
      return try Data(contentsOf: URL(fileURLWithPath: path))
    }

    #expect(files[0] == files[1])
  }

  @Test func `a locator without cells can be written and read`() throws {
    let path = try Self.write(Locator(coverage: Coverage(cells: [])))
    defer { Self.remove(path) }

    #expect(try Locator(mapping: path).locate(Coordinate(x: 0, y: 0)) == .outside)
  }

  @Test func `a file that is not there is named`() {
    let error = Self.error(reading: "/nowhere/index.gewu")

    #expect(error?.path == "/nowhere/index.gewu")
    #expect(error?.reason == .system(.read, code: ENOENT))
    #expect(throws: LocatorFileError.self) {
      try Locator(coverage: Coverage(cells: [])).write(to: "/nowhere/index.gewu")
    }
  }

  @Test(arguments: [Data(), Data("type,code\n".utf8), Data(repeating: 0, count: 4096)])
  func `another file is no index`(bytes: Data) {
    let error = Self.error(in: bytes)

    #expect(error?.reason == .notALocator)
  }

  @Test func `cuts and changed bytes are noticed`() throws {
    let path = try Self.write(Locator(coverage: Coverage(cells: Shapes.squares(2, 2))))
    defer { Self.remove(path) }
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))

    for length in stride(from: 0, to: whole.count, by: 37) {
      #expect(Self.error(in: whole.prefix(length)) != nil, "cut at \(length)")
    }
    for place in whole.indices where place < 256 || place % 7 == 0 {
      var changed = whole
      changed[place] ^= 0x10
      #expect(Self.error(in: changed) != nil, "changed at \(place)")
    }
    let size = UInt64(whole.count)
    #expect(
      Self.error(in: whole + Data(repeating: 0, count: 64))?.reason
        == .size(size + 64, stated: size))
    #expect(Self.error(in: whole) == nil)
  }

  @Test func `a file of another version or byte order says so`() throws {
    let path = try Self.write(Locator(coverage: Coverage(cells: Shapes.squares(2, 2))))
    defer { Self.remove(path) }
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))

    var newer = whole
    newer[8] = 9
    let swapped = Data(whole.prefix(8).reversed()) + whole.dropFirst(8)

    let size = UInt64(whole.count)
    #expect(Self.error(in: newer)?.reason == .version(9, known: 1))
    #expect(Self.error(in: swapped)?.reason == .byteOrder)
    #expect(Self.error(in: whole.dropLast(64))?.reason == .size(size - 64, stated: size))
  }

  // MARK: Helpers

  private static func write(_ locator: Locator) throws -> String {
    let path = temporary()
    try locator.write(to: path)
    return path
  }

  private static func temporary() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).gewu-index").path
  }

  private static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }

  private static func error(in bytes: Data) -> LocatorFileError? {
    let path = temporary()
    defer { remove(path) }
    guard FileManager.default.createFile(atPath: path, contents: bytes) else { return nil }
    return error(reading: path)
  }

  private static func error(reading path: String) -> LocatorFileError? {
    do {
      _ = try Locator(mapping: path)
      return nil
    } catch {
      return error
    }
  }
}
