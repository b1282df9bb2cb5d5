// Look-up in a country of grids: hexagons with crooked borders, made here.
// usage: CountryBenchmark COLUMNS ROWS POINTS [THREADS]
// THREADS: how many threads build the index; as many as the machine has, if left out.
import Foundation
import Geometry
import Grids
import Stopwatch

/// A number between −0.5 and 0.5 that depends on its arguments only.
func noise(_ a: Int, _ b: Int, _ c: Int) -> Double {
  var z = UInt64(truncatingIfNeeded: (a &* 0x1_0000 &+ b) &* 0x40 &+ c) &+ 1
  z &*= 0x9E37_79B9_7F4A_7C15
  z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
  return Double((z ^ (z >> 31)) >> 11) * 0x1p-53 - 0.5
}

/// Hexagons as bricks: each has two corners at the middle of its lower and upper side, and every
/// border between two corners has four edges.
struct Country {
  var columns: Int
  var rows: Int

  /// A corner of the lattice of half bricks.
  func corner(_ i: Int, _ j: Int) -> Coordinate {
    Coordinate(
      x: 73 + (Double(i) + 0.5 * noise(i, j, 0)) * 0.005,
      y: 18 + (Double(j) + 0.4 * noise(i, j, 1)) * 0.01)
  }

  /// A border without its last position; the same positions whichever way it is run through.
  func border(_ a: (i: Int, j: Int), _ b: (i: Int, j: Int)) -> [Coordinate] {
    let isForward = (a.j, a.i) < (b.j, b.i)
    let (from, to) = isForward ? (a, b) : (b, a)
    let (start, end) = (corner(from.i, from.j), corner(to.i, to.j))
    var points = [start]
    for step in 1...3 {
      let share = Double(step) / 4
      let kind = (to.j - from.j) * 8 + step * 2
      points.append(
        Coordinate(
          x: start.x + (end.x - start.x) * share + noise(from.i, from.j, kind) * 0.0006,
          y: start.y + (end.y - start.y) * share + noise(from.i, from.j, kind + 1) * 0.0006))
    }
    points.append(end)
    return isForward ? points.dropLast() : points.reversed().dropLast()
  }

  func cell(_ column: Int, _ row: Int) -> MultiPolygon {
    let i = 2 * column + row % 2
    let corners = [
      (i, row), (i + 1, row), (i + 2, row), (i + 2, row + 1), (i + 1, row + 1), (i, row + 1),
    ]
    var positions: [Coordinate] = []
    positions.reserveCapacity(25)
    for place in corners.indices {
      positions += border(corners[place], corners[(place + 1) % corners.count])
    }
    return MultiPolygon([Polygon(rings: [Ring(positions)])])
  }

  var cells: [MultiPolygon] {
    var cells: [MultiPolygon] = []
    cells.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns { cells.append(cell(column, row)) }
    }
    return cells
  }
}

/// The least of three measurements.
func fastest(_ measure: () -> Double) -> Double { (0..<3).map { _ in measure() }.min() ?? 0 }

func oneByOne(_ points: [Coordinate], _ locator: Locator) -> Int {
  var inside = 0
  for point in points where locator.locate(point).cell >= 0 { inside += 1 }
  return inside
}

func report(_ what: String, _ points: Int, _ taken: Double) {
  print("  \(what): \(String(format: "%.1f", Double(points) / taken / 1e6)) million points/s")
}

let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
guard arguments.count == 3 || arguments.count == 4 else {
  FileHandle.standardError.write(
    Data("usage: CountryBenchmark COLUMNS ROWS POINTS [THREADS]\n".utf8))
  exit(64)
}
let country = Country(columns: arguments[0], rows: arguments[1])
let threads = arguments.count > 3 ? arguments[3] : ProcessInfo.processInfo.activeProcessorCount

/// The greatest memory that the process has held so far, as Linux counts it; nil elsewhere.
func greatestMemory() -> String? {
  guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else {
    return nil
  }
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  let words = line?.split(whereSeparator: \.isWhitespace) ?? []
  guard words.count > 1, let kilobytes = Double(words[1]) else { return nil }
  return String(format: "%.2f GB", kilobytes * 1024 / 1e9)
}

/// Hands over all elements and keeps none.
func take(_ cells: inout [MultiPolygon]) -> [MultiPolygon] {
  defer { cells = [] }
  return cells
}

/// From the cells of a checked generation to the index: nobody else holds them, so that their memory
/// can be given back on the way.
func indexValidCells() {
  for threads in threads == 1 ? [1] : [threads, 1] {
    var cells = country.cells
    let count = cells.count
    var edges = 0
    var processor = 0.0
    let clock = elapsed {
      processor = seconds {
        edges = Locator(validCells: take(&cells), threads: threads).edgeCount
      }
    }
    print(
      "\(count) valid cells, \(edges) edges, to the index with \(threads) "
        + (threads == 1 ? "thread: " : "threads: ")
        + String(format: "%.1f s by the clock, %.1f s of processor time", clock, processor)
        + (greatestMemory().map { "; at most \($0) so far" } ?? ""))
    fflush(nil)
  }
}

func measure() throws {
  indexValidCells()
  var cells = country.cells
  var coverage = Coverage(cells: [])
  let checking = seconds { coverage = Coverage(cells: cells) }
  let isValid = coverage.isValid
  let box = coverage.box
  let count = cells.count
  cells = []
  var locator = Locator(coverage: Coverage(cells: []))
  let indexing = seconds { locator = Locator(coverage: coverage) }
  coverage = Coverage(cells: [])
  print(
    "\(count) cells, \(locator.edgeCount) edges, valid \(isValid): check "
      + String(format: "%.1f s, index %.1f s, ", checking, indexing)
      + "\(locator.byteCount) bytes, "
      + String(format: "%.1f an edge, ", Double(locator.byteCount) / Double(locator.edgeCount))
      + String(format: "%.0f a cell", Double(locator.byteCount) / Double(count))
      + (greatestMemory().map { "; at most \($0) so far" } ?? ""))
  let points = (0..<arguments[2]).map { number in
    Coordinate(
      x: box.minX + (noise(number, 1, 0) + 0.5) * box.width,
      y: box.minY + (noise(number, 2, 0) + 0.5) * box.height)
  }
  let sorted = inHilbertOrder(points, box)
  for (order, points) in [("random", points), ("Hilbert", sorted)] {
    var inside = 0
    let count = points.count
    report(
      "\(order) order, one call a point", count,
      fastest { seconds { inside = oneByOne(points, locator) } })
    var answers: [Location] = []
    report("\(order) order, batch", count, fastest { seconds { answers = locator.locate(points) } })
    let one = fastest { elapsed { answers = locator.locate(points) } }
    let two = fastest { elapsed { answers = locator.locate(points, threads: 2) } }
    report("\(order) order, batch, two threads, by the clock", count, two)
    print(String(format: "    %.2f times one thread", one / two))
    if answers.count(where: { $0.cell >= 0 }) != inside { print("  the answers differ") }
  }
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("country.gewu-index")
    .path
  defer { try? FileManager.default.removeItem(atPath: path) }
  try locator.write(to: path)
  var failure: (any Error)?
  for isVerifying in [false, true] {
    let opening = fastest {
      elapsed {
        do { _ = try Locator(mapping: path, verifying: isVerifying).locate(points[0]) } catch {
          failure = error
        }
      }
    }
    if let failure { throw failure }
    print(
      "  mapping the file, \(isVerifying ? "with" : "without") its checksum: "
        + String(format: "%.2f ms", opening * 1000))
  }
}

/// The same positions along a Hilbert curve over their box.
func inHilbertOrder(_ points: [Coordinate], _ box: Box) -> [Coordinate] {
  let keyed = points.map { point in
    let x = UInt32((point.x - box.minX) / box.width * 4_294_967_295)
    let y = UInt32((point.y - box.minY) / box.height * 4_294_967_295)
    return (HilbertCurve.index(x: x, y: y), point)
  }
  return keyed.sorted { $0.0 < $1.0 }.map(\.1)
}

try measure()
