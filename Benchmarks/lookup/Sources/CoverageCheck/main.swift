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

/// Reads nested lists of numbers, every number as the double nearest to it.
struct NumberLists {
  indirect enum Value {
    case number(Double)
    case list([Value])

    var items: [Value] {
      if case .list(let items) = self { items } else { [] }
    }
    var number: Double {
      if case .number(let number) = self { number } else { .nan }
    }
  }

  private var rest: Substring.UTF8View

  init(_ line: String) {
    rest = Substring(line).utf8
  }

  mutating func next() -> Value {
    guard rest.first == UInt8(ascii: "[") else {
      let digits = rest.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "]") }
      rest = rest.dropFirst(digits.count)
      return .number(Double(Substring(digits)) ?? .nan)
    }
    rest = rest.dropFirst()
    var items: [Value] = []
    while let byte = rest.first, byte != UInt8(ascii: "]") {
      if byte == UInt8(ascii: ",") { rest = rest.dropFirst() }
      if rest.first == UInt8(ascii: "]") { break }
      items.append(next())
    }
    rest = rest.dropFirst()
    return .list(items)
  }
}

func cell(_ value: NumberLists.Value) -> MultiPolygon {
  MultiPolygon(
    value.items.map { part in
      Polygon(
        rings: part.items.map { ring in
          Ring(
            ring.items.map { Coordinate(x: $0.items[0].number, y: $0.items[1].number) })
        })
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
  var lists = NumberLists(line)
  let cells = lists.next().items.map(cell)
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
  let start = Date()
  var repair = CoverageRepair(cells: cells, reach: reach)
  repair.run()
  let seconds = Date().timeIntervalSince(start)
  var again = CoverageRepair(cells: repair.cells, reach: reach)
  again.run()
  let left = repair.after.problems.count { !$0.isNote }
  return [
    #""cells":[\#(repair.cells.map(text).joined(separator: ","))]"#,
    #""steps":\#(repair.steps.count),"left":\#(left),"again":\#(again.steps.count)"#,
    #""seconds":[\#(checked),\#(seconds)]"#,
  ]
}
