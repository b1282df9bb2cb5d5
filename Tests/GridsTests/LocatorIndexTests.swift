import Geometry
import TestSupport
import Testing

@testable import Grids

struct LocatorIndexTests {
  @Test func `the index takes less than 60 bytes an edge`() {
    let locator = Locator(
      coverage: Coverage(
        cells: SyntheticCoverage(seed: 1, columns: 24, rows: 20, bends: 12).cells))

    #expect(locator.edgeCount > 11_000)
    #expect(locator.cellCount > 480)
    #expect(Double(locator.byteCount) / Double(locator.edgeCount) < 60)
  }

  @Test func `an index without cells takes its header`() {
    #expect(Locator(coverage: Coverage(cells: [])).byteCount == LocatorHeader.byteCount)
  }

  @Test(arguments: [1, 0x1p-12])
  func `edges crowded into a corner of their box are told apart`(scale: Double) {
    // An island far away leaves the directory a handful of squares for all edges.
    let crowd = SyntheticCoverage(seed: 14, columns: 5, rows: 5, bends: 4).cells
    let cells =
      crowd.map { scaled($0, by: scale) } + [Shapes.cell(Shapes.box(4000, 900, 4001, 901))]

    expectTruth(cells)
  }

  @Test(arguments: [5, 20, 90])
  func `many cells that meet in a point are told apart`(count: Int) {
    expectTruth(star(count))
  }

  @Test func `squares with many edges are divided, and the others stay small`() throws {
    let cells = star(90) + [Shapes.cell(Shapes.box(50, 50, 51, 51))]
    let coverage = Coverage(cells: cells)
    let directory = try #require(coverage.directory)
    let builder = LocatorBuilder(
      edges: coverage.edges, directory: directory, ambiguous: coverage.ambiguous)

    let forms = Set(
      builder.bands.flatMap { band in
        band.entries.filter { $0 >= LocatorBlock.flag }.map {
          LocatorBlock.form(band.blocks[Int($0 & ~LocatorBlock.flag)])
        }
      })

    #expect(forms.contains(.divided))
    #expect(forms.contains(.parts))
  }

  /// Every vertex and edge point, their neighbours, and some more, by exact arithmetic.
  private func expectTruth(_ cells: [MultiPolygon]) {
    let coverage = Coverage(cells: cells)
    let locator = Locator(coverage: coverage)
    let oracle = LocationOracle(cells)
    var generator = SeededGenerator(seed: 77)
    #expect(coverage.isValid, "\(coverage.problems.prefix(3))")

    var wrong: [Coordinate] = []
    for edge in 0..<Int32(coverage.edges.count) {
      let (a, b) = (coverage.edges.lowerEnd(edge), coverage.edges.upperEnd(edge))
      let share = Double.random(in: 0...1, using: &generator)
      let between = Coordinate(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
      for point in [a, between, Coordinate(x: between.x.nextUp, y: between.y)] {
        guard let truth = oracle.locate(point) else { continue }
        if locator.locate(point) != truth.location { wrong.append(point) }
        if locator.locate([point]) != [truth.location] { wrong.append(point) }
      }
    }

    #expect(wrong.isEmpty, "\(wrong.prefix(3)) and \(wrong.count) in all")
  }

  /// Triangles around a point, on whole multiples of 2^-20.
  private func star(_ count: Int) -> [MultiPolygon] {
    // Around a square, so that no rounding turns a triangle over.
    let rim = (0..<count).map { number in
      let along = Double(number) / Double(count) * 4
      let share = ((along - along.rounded(.down)) * 0x1p20).rounded() * 0x1p-20 * 2 - 1
      switch Int(along) {
      case 0: return Coordinate(x: share, y: -1)
      case 1: return Coordinate(x: 1, y: share)
      case 2: return Coordinate(x: -share, y: 1)
      default: return Coordinate(x: -1, y: -share)
      }
    }
    return rim.indices.map {
      Shapes.cell(Ring([Coordinate(x: 0, y: 0), rim[$0], rim[($0 + 1) % count]]))
    }
  }

  private func scaled(_ cell: MultiPolygon, by scale: Double) -> MultiPolygon {
    MultiPolygon(
      cell.polygons.map { polygon in
        Polygon(
          rings: polygon.rings.map { ring in
            Ring(ring.coordinates.map { Coordinate(x: $0.x * scale, y: $0.y * scale) })
          })
      })
  }
}
