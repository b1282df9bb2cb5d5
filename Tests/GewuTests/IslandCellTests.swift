import Datasets
import Geometry
import HotSpots
import Testing

@testable import Gewu

/// Which cell is nearest to an island, and what becomes of islands in a district.
@Suite struct IslandCellTests {
  private static func square(_ x: Double, _ y: Double, width: Double = 1, height: Double = 1)
    -> MultiPolygon
  {
    let corners = [(0, 0), (width, 0), (width, height), (0, height), (0, 0)]
    return MultiPolygon([
      Polygon(rings: [Ring(corners.map { Coordinate(x: x + $0.0, y: y + $0.1) })])
    ])
  }

  @Test func `the nearest is that of the nearest border, not of the nearest middle`() {
    let cells = NearestCells([
      Self.square(0, 0), Self.square(2, 0, width: 30, height: 1), Self.square(0, 2.5),
    ])

    #expect(cells.nearest(to: 0) { _ in true } == 1)
    #expect(cells.nearest(to: 0) { $0 != 1 } == 2)
    #expect(cells.nearest(to: 0) { _ in false } == nil)
  }

  @Test func `a degree is shorter the farther it is from the equator`() {
    // 1.5 degrees of longitude at 60 degrees north are 0.75 degrees of latitude.
    let cells = NearestCells([
      Self.square(0, 60, height: 0.1), Self.square(2.5, 60, height: 0.1), Self.square(0, 61.1),
    ])

    #expect(cells.nearest(to: 0) { _ in true } == 1)
  }

  @Test func `an edge without a corner nearby counts, and of equally near cells the first`() {
    let cells = NearestCells([
      Self.square(0, 0), Self.square(1.5, -9, width: 1, height: 20),
      Self.square(-1.5, 0), Self.square(-1.5, 5),
    ])

    #expect(cells.nearest(to: 0) { $0 != 2 } == 1)
    #expect(cells.nearest(to: 0) { _ in true } == 1)
  }

  @Test func `across the antimeridian the way is the shorter one`() {
    let cells = NearestCells([Self.square(178, 0), Self.square(170, 0), Self.square(-180, 0)])

    #expect(cells.nearest(to: 0) { _ in true } == 2)
  }

  @Test func `a cell without a boundary is nobody's neighbour`() {
    let cells = NearestCells([Self.square(0, 0), MultiPolygon([]), Self.square(9, 0)])

    #expect(cells.nearest(to: 0) { _ in true } == 2)
    #expect(cells.nearest(to: 1) { _ in true } == nil)
  }

  @Test func `in a district an island is kept, dropped, or linked, and the answer says which`()
    throws
  {
    let sample = try Sample()
    var features = (0..<16).map { cell in
      Self.feature("G\(cell / 4)\(cell % 4)", x: cell % 4, y: cell / 4)
    }
    features.append(Self.feature("ISLE", x: 6, y: 4))
    _ = try sample.district.loadGrids(
      GridLoadRequest(
        file: sample.write(Sample.collection(features), as: "grid.geojson"), level: "grid",
        codeField: "code", parentField: "street", activates: true))
    let manifest = try Manifest(
      yaml: """
        name: tree
        fields:
          - {name: cell}
        gewu:
          load: append
          location: {grid: {field: cell, level: grid}}
        """, path: "tree.yaml")
    let rows = (0..<16).flatMap { cell in
      Array(repeating: "G\(cell / 4)\(cell % 4)", count: cell % 5)
    }
    let text = (["cell"] + rows + Array(repeating: "ISLE", count: 50)).joined(separator: "\n")
    _ = try sample.district.importFile(at: sample.write(text, as: "tree.csv"), manifest: manifest)

    let answers = try SpatialWeights.Islands.allCases.map { islands in
      try sample.district.hotSpots(
        HotSpotQuestion(dataset: "tree", permutations: 99, islands: islands))
    }

    #expect(answers.map(\.provenance.summary.islands) == [.keep, .drop, .nearest])
    #expect(answers.map(\.provenance.summary.used) == [17, 16, 17])
    #expect(answers.map(\.provenance.summary.linked) == [0, 0, 1])
    let isles = answers.map { $0.cells.first { $0.code == "ISLE" } }
    #expect(isles.map { $0?.hotSpotClass == .isolate } == [true, true, false])
    // Linked to G33, the island raises that cell alone.
    let differing = zip(answers[0].cells, answers[2].cells).filter { $0.z != $1.z }.map(\.0.code)
    #expect(differing == ["G33", "ISLE"])
  }

  private static func feature(_ code: String, x: Int, y: Int) -> String {
    let corners = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { dx, dy in
      "[\(116 + Double(x + dx) / 100),\(39 + Double(y + dy) / 100)]"
    }
    return """
      {"type":"Feature","properties":{"code":"\(code)","street":"S"},"geometry":\
      {"type":"Polygon","coordinates":[[\(corners.joined(separator: ","))]]}}
      """
  }
}
