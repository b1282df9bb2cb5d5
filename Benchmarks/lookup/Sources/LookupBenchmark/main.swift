// Reads cells (one hexadecimal WKB multipolygon a line) and points (pairs of
// float64), writes the cell of each point (int32) and prints what it took.
import Foundation
import Geometry
import Grids

func bytes(ofHex line: Substring) -> [UInt8] {
  let digits = Array(line.utf8)
  func value(_ digit: UInt8) -> UInt8 {
    digit >= 97 ? digit - 87 : digit >= 65 ? digit - 55 : digit - 48
  }
  return stride(from: 0, to: digits.count - 1, by: 2).map {
    value(digits[$0]) << 4 | value(digits[$0 + 1])
  }
}

/// Processor time, which other programs on the machine do not lengthen as they do the clock's.
func seconds(_ work: () -> Void) -> Double {
  let start = clock()
  work()
  return Double(clock() - start) / Double(CLOCKS_PER_SEC)
}

let arguments = CommandLine.arguments
guard arguments.count == 4 else {
  FileHandle.standardError.write(
    Data("usage: LookupBenchmark CELLS.hex POINTS.f64 ANSWERS.i32\n".utf8))
  exit(64)
}
let text = try String(contentsOfFile: arguments[1], encoding: .utf8)
let cells = try text.split(separator: "\n").map {
  try WellKnownBinary.decodeMultiPolygon(bytes(ofHex: $0))
}
let data = try Data(contentsOf: URL(fileURLWithPath: arguments[2]))
let points = data.withUnsafeBytes { raw in
  stride(from: 0, to: raw.count, by: 16).map {
    Coordinate(
      x: raw.loadUnaligned(fromByteOffset: $0, as: Double.self),
      y: raw.loadUnaligned(fromByteOffset: $0 + 8, as: Double.self))
  }
}

var coverage = Coverage(cells: [])
let building = seconds { coverage = Coverage(cells: cells) }
var locator = Locator(coverage: coverage)
let indexing = seconds { locator = Locator(coverage: coverage) }

// In functions: variables of the main file are globals, which are slower.
func oneByOne(_ points: [Coordinate], _ locator: Locator) -> [Int32] {
  points.map { locator.locate($0).cell }
}

func fastest(_ points: [Coordinate], _ locator: Locator) -> (single: Double, batch: Double) {
  var best = (single: Double.infinity, batch: Double.infinity)
  for _ in 0..<5 {
    best.single = min(best.single, seconds { _ = oneByOne(points, locator) })
    best.batch = min(best.batch, seconds { _ = locator.locate(points) as [Location] })
  }
  return best
}

let answers = oneByOne(points, locator)
let best = fastest(points, locator)
try answers.withUnsafeBytes { Data($0) }.write(to: URL(fileURLWithPath: arguments[3]))
print(
  """
  {"check": \(building), "index": \(indexing), "single": \(best.single), "batch": \(best.batch), \
  "bytes": \(locator.byteCount), "valid": \(coverage.isValid)}
  """)
