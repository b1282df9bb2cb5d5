import Foundation
import Geometry
import Grids
import Testing

@testable import GewuC

/// The functions of `include/gewu.h`, called as C calls them.
struct EmbeddingTests {
  /// Two unit squares side by side, with codes, in a file that is removed afterwards.
  private static func withIndex(
    codes: [String] = ["990101甲", "990101乙"], _ body: (OpaquePointer) throws -> Void
  ) throws {
    let cells = [0.0, 1].map { x in
      let corners = [(x, 0.0), (x + 1, 0), (x + 1, 1), (x, 1), (x, 0)]
      return MultiPolygon([
        Polygon(rings: [Ring(corners.map { Coordinate(x: $0.0, y: $0.1) })])
      ])
    }
    let path = FileManager.default.temporaryDirectory.appending(path: "gewu-\(UUID()).index").path
    try Locator(coverage: Coverage(cells: cells), codes: codes).write(to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let index = try #require(openIndex(path, nil, 0))
    defer { closeIndex(index) }
    try body(index)
  }

  /// The text that a function writes to a buffer of `size` bytes.
  private static func text(
    size: Int, _ write: (UnsafeMutablePointer<CChar>) -> Void
  ) -> String {
    // Bytes behind the buffer would show an overrun.
    var bytes = [CChar](repeating: 0x23, count: size + 4)
    bytes.withUnsafeMutableBufferPointer { buffer in
      if let start = buffer.baseAddress { write(start) }
    }
    #expect(bytes[size...] == [0x23, 0x23, 0x23, 0x23])
    return String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  @Test func `one position has its cell, and the border is told`() throws {
    try Self.withIndex { index in
      var onBorder: UInt8 = 9

      #expect(cellCount(index) == 2)
      #expect(locate(index, 0.5, 0.5, &onBorder) == 0 && onBorder == 0)
      #expect(locate(index, 1, 0.5, &onBorder) == 1 && onBorder == 1)
      #expect(locate(index, 1.5, 0.5, nil) == 1)
      #expect(locate(index, 7, 0.5, &onBorder) == -1 && onBorder == 0)
      #expect(locate(index, .nan, 0.5, &onBorder) == -2 && onBorder == 0)
      #expect(locate(index, 0.5, -.infinity, nil) == -2)
    }
  }

  @Test(arguments: [Int32(-1), 1, 3])
  func `a batch of several pieces answers as one call at a time does`(threads: Int32) throws {
    try Self.withIndex { index in
      let count = 270_001
      var ordinates = (0..<count).flatMap { [Double($0 % 301) / 100 - 0.5, 0.5] }
      ordinates[2 * 265_000] = .nan
      var cells = [Int32](repeating: 77, count: count + 1)
      var borders = [UInt8](repeating: 77, count: count + 1)

      locateBatch(index, ordinates, count, &cells, &borders, threads)

      let wrong = (0..<count).filter { place in
        var onBorder: UInt8 = 9
        let cell = locate(index, ordinates[2 * place], ordinates[2 * place + 1], &onBorder)
        return cell != cells[place] || onBorder != borders[place]
      }
      #expect(wrong.isEmpty)
      #expect(cells[265_000] == -2 && borders.contains(1))
      #expect(cells[count] == 77 && borders[count] == 77)
    }
  }

  @Test func `a batch needs neither borders nor positions`() throws {
    try Self.withIndex { index in
      var cells: [Int32] = [7, 7]
      locateBatch(index, [0.5, 0.5, 1.5, 0.5], 2, &cells, nil, 1)
      locateBatch(index, nil, 0, nil, nil, 1)

      #expect(cells == [0, 1])
    }
  }

  @Test func `a code that does not fit is cut between characters`() throws {
    try Self.withIndex { index in
      var length: Int32 = 0

      #expect(Self.text(size: 16) { length = code(index, 1, $0, 16) } == "990101乙")
      #expect(length == 9)
      #expect(Self.text(size: 9) { length = code(index, 1, $0, 9) } == "990101")
      #expect(length == 9)
      #expect(Self.text(size: 1) { length = code(index, 0, $0, 1) } == "" && length == 9)
      #expect(code(index, 0, nil, 0) == 9)
      #expect(Self.text(size: 8) { length = code(index, 2, $0, 8) } == "" && length == -1)
      #expect(code(index, -1, nil, 0) == -1)
    }
  }

  @Test func `a file that is no index is refused in both languages`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "gewu-\(UUID()).txt").path
    try Data(repeating: 0x41, count: 4096).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }

    let error = Self.text(size: 1024) { #expect(openIndex(path, $0, 1024) == nil) }
    let lines = error.split(separator: "\n")

    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("\(path): ") && lines[1].hasPrefix("\(path)："))
    #expect(openIndex(path, nil, 0) == nil)
    let none = Self.text(size: 64) { #expect(openIndex(nil, $0, 64) == nil) }
    #expect(none == "no path was given\n没有给出路径")
  }

  @Test func `the header has the version of the library`() throws {
    let header = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../include/gewu.h").standardized, encoding: .utf8)

    #expect(header.contains("#define GEWU_ABI_VERSION \(abiVersion())\n"))
  }
}
