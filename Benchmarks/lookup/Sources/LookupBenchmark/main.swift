// Reads cells (one hexadecimal WKB multipolygon a line) and points (pairs of
// float64), writes the cell of each point (int32) and prints what it took.
import Foundation
import Geometry
import Grids
import Stopwatch

func bytes(ofHex line: Substring) -> [UInt8] {
  let digits = Array(line.utf8)
  func value(_ digit: UInt8) -> UInt8 {
    digit >= 97 ? digit - 87 : digit >= 65 ? digit - 55 : digit - 48
  }
  return stride(from: 0, to: digits.count - 1, by: 2).map {
    value(digits[$0]) << 4 | value(digits[$0 + 1])
  }
}

let arguments = CommandLine.arguments
guard arguments.count == 4 else {
  FileHandle.standardError.write(
    Data("usage: LookupBenchmark CELLS.hex POINTS.f64 ANSWERS.i32\n".utf8))
  exit(64)
}
let text = try String(contentsOfFile: arguments[1], encoding: .utf8)
let shapes = text.split(separator: "\n").map(bytes(ofHex:))
let data = try Data(contentsOf: URL(fileURLWithPath: arguments[2]))
let points = data.withUnsafeBytes { raw in
  stride(from: 0, to: raw.count, by: 16).map {
    Coordinate(
      x: raw.loadUnaligned(fromByteOffset: $0, as: Double.self),
      y: raw.loadUnaligned(fromByteOffset: $0 + 8, as: Double.self))
  }
}

let threads = ProcessInfo.processInfo.activeProcessorCount

/// What building took, the fastest of three.
struct Building {
  var decoding = Double.infinity
  var checking = Double.infinity
  var indexing = Double.infinity
  var indexingValid = Double.infinity
  var indexingValidByThreads = Double.infinity
  var isValid = false

  /// From well-known binary, as the store keeps it, to the index.
  mutating func run() throws -> Locator {
    var locator = Locator(coverage: Coverage(cells: []))
    for _ in 0..<3 {
      var cells: [MultiPolygon] = []
      decoding = min(
        decoding,
        seconds { cells = shapes.compactMap { try? WellKnownBinary.decodeMultiPolygon($0) } })
      var coverage = Coverage(cells: [])
      checking = min(checking, seconds { coverage = Coverage(cells: cells) })
      let isCovered = coverage.isValid
      indexing = min(indexing, seconds { locator = Locator(coverage: coverage) })
      coverage = Coverage(cells: [])
      indexingValid = min(indexingValid, seconds { _ = Locator(validCells: cells) })
      indexingValidByThreads = min(
        indexingValidByThreads, elapsed { _ = Locator(validCells: cells, threads: threads) })
      isValid = isCovered && cells.count == shapes.count
    }
    return locator
  }
}

// In functions: variables of the main file are globals, which are slower.
func oneByOne(_ points: [Coordinate], _ locator: Locator) -> [Int32] {
  points.map { locator.locate($0).cell }
}

struct Rates {
  var single = Double.infinity
  var batch = Double.infinity
  var oneThread = Double.infinity
  var twoThreads = Double.infinity

  init(_ points: [Coordinate], _ locator: Locator) {
    for _ in 0..<7 {
      single = min(single, seconds { _ = oneByOne(points, locator) })
      batch = min(batch, seconds { _ = locator.locate(points) as [Location] })
      oneThread = min(oneThread, elapsed { _ = locator.locate(points, threads: 1) })
      twoThreads = min(twoThreads, elapsed { _ = locator.locate(points, threads: 2) })
    }
  }
}

func mapping(_ locator: Locator) throws -> Double {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).index").path
  defer { try? FileManager.default.removeItem(atPath: path) }
  try locator.write(to: path)
  var best = Double.infinity
  for _ in 0..<5 {
    best = min(best, elapsed { _ = try? Locator(mapping: path).locate(points[0]) })
  }
  _ = try Locator(mapping: path)
  return best
}

var building = Building()
let locator = try building.run()
let answers = oneByOne(points, locator)
let rates = Rates(points, locator)
try answers.withUnsafeBytes { Data($0) }.write(to: URL(fileURLWithPath: arguments[3]))
print(
  """
  {"decode": \(building.decoding), "check": \(building.checking), "index": \(building.indexing), \
  "index_valid": \(building.indexingValid), "threads": \(threads), \
  "index_valid_by_threads": \(building.indexingValidByThreads), \
  "single": \(rates.single), "batch": \(rates.batch), "one_thread": \(rates.oneThread), \
  "two_threads": \(rates.twoThreads), "mapping": \(try mapping(locator)), \
  "bytes": \(locator.byteCount), "edges": \(locator.edgeCount), "valid": \(building.isValid)}
  """)
