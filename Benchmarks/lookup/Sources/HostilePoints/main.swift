// Holds the locator to exact arithmetic on hostile positions over real boundaries.
// usage: HostilePoints POINTS THREADS FILE.geojson…
// A line a file; ends with 1 where any answer differs.
import Dispatch
import Foundation
import Geometry
import Grids
import Synchronization

/// The polygons of a GeoJSON file.
func cells(of path: String) throws -> [MultiPolygon] {
  let data = try Data(contentsOf: URL(fileURLWithPath: path))
  let file = try JSONSerialization.jsonObject(with: data) as? [String: Any]
  let features = file?["features"] as? [[String: Any]] ?? []
  return features.compactMap { feature in
    guard let geometry = feature["geometry"] as? [String: Any] else { return nil }
    let polygons: [[[[Double]]]]
    switch geometry["type"] as? String {
    case "Polygon": polygons = (geometry["coordinates"] as? [[[Double]]]).map { [$0] } ?? []
    case "MultiPolygon": polygons = geometry["coordinates"] as? [[[[Double]]]] ?? []
    default: return nil
    }
    return MultiPolygon(
      polygons.map { rings in
        Polygon(rings: rings.map { Ring($0.map { Coordinate(x: $0[0], y: $0[1]) }) })
      })
  }
}

/// Compares in shares of a million, so that threads finish together.
func compare(
  _ cells: [MultiPolygon], _ coverage: Coverage, points: Int, threads: Int
) -> [HostileRun] {
  let locator = Locator(coverage: coverage)
  let oracle = LocationOracle(cells)
  let isValid = coverage.problems.allSatisfy { $0.kind == .gap || $0.isNote }
  let shares = (points + 999_999) / 1_000_000
  let next = Atomic(0)
  let runs = Mutex<[HostileRun]>([])
  DispatchQueue.concurrentPerform(iterations: threads) { _ in
    while true {
      let share = next.add(1, ordering: .relaxed).oldValue
      if share >= shares { return }
      let run = HostileRun(
        cells, locator: locator, oracle: oracle, isValid: isValid,
        count: min(1_000_000, points - share * 1_000_000), seed: UInt64(share))
      runs.withLock { $0.append(run) }
    }
  }
  return runs.withLock { $0 }
}

let arguments = CommandLine.arguments
guard arguments.count > 3, let points = Int(arguments[1]), let threads = Int(arguments[2]) else {
  FileHandle.standardError.write(
    Data("usage: HostilePoints POINTS THREADS FILE.geojson…\n".utf8))
  exit(64)
}
var failed = false
for path in arguments[3...] {
  let cells = try cells(of: path).map(LocationOracle.oriented)
  let coverage = Coverage(cells: cells)
  let start = Date()
  let runs = compare(cells, coverage, points: points, threads: threads)
  let wrong = runs.flatMap(\.wrong)
  let several = runs.flatMap(\.several)
  if !wrong.isEmpty || !several.isEmpty { failed = true }
  let name = path.split(separator: "/").suffix(2).joined(separator: "/")
  let problems = coverage.problems.count { !$0.isNote }
  print(
    """
    \(name): \(cells.count) cells, \(problems) problems; \(runs.reduce(0) { $0 + $1.checked }) \
    positions, \(runs.reduce(0) { $0 + $1.onBorder }) exactly on a border; \(wrong.count) wrong, \
    \(several.count) in several cells; \(Int(Date().timeIntervalSince(start))) s
    """)
  for point in wrong.prefix(3) + several.prefix(3) { print("  \(point.x) \(point.y)") }
  fflush(nil)
}
exit(failed ? 1 : 0)
