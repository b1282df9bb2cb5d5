import Geometry
import Testing

@testable import Grids

/// Real boundaries, where they are at hand: the census areas of Leeds beside the repository.
@Suite(.enabled(if: LeedsData.isThere))
struct LeedsTests {
  @Test func `output areas are a valid coverage in which eight rings touch themselves`() throws {
    let coverage = try LeedsData.outputAreas.get().coverage
    let locator = Locator(coverage: coverage)

    #expect(coverage.isValid)
    #expect(coverage.problems.map(\.kind) == Array(repeating: .selfTouch, count: 8))
    let lost = coverage.edges.vertices.filter { locator.locate($0).cell < 0 }
    #expect(lost.isEmpty)
  }

  @Test func `points on the borders of output areas have the cell that exact arithmetic says`()
    throws
  {
    let (cells, coverage) = try LeedsData.outputAreas.get()
    let locator = Locator(coverage: coverage)
    let boxes = cells.map { ($0, $0.box) }

    var differing = 0
    for edge in stride(from: Int32(0), to: Int32(coverage.edges.count), by: 499) {
      let a = coverage.edges.lowerEnd(edge)
      let b = coverage.edges.upperEnd(edge)
      let middle = Coordinate(x: a.x + (b.x - a.x) / 2, y: a.y + (b.y - a.y) / 2)
      for point in [a, middle, Coordinate(x: a.x.nextUp, y: a.y)] {
        let near = boxes.enumerated().filter { $0.element.1.contains(point) }
        let oracle = LocationOracle(near.map { LocationOracle.oriented($0.element.0) })
        guard let truth = oracle.locate(point) else { continue }
        let cell = truth.location.cell < 0 ? -1 : Int32(near[Int(truth.location.cell)].offset)
        if locator.locate(point) != Location(cell: cell, isBorder: truth.location.isBorder) {
          differing += 1
        }
      }
    }

    #expect(differing == 0)
  }

  /// As many holes as GEOS finds in the union of the same cells.
  ///
  /// The cells must be moved near the origin for that (an exact subtraction, which leaves its
  /// rounding to finer digits): on the coordinates as they are, its overlay falls back to
  /// snapping and keeps 3,374 of the 4,570 holes of `lsoa.geojson`.
  @Test(arguments: [("msoa.geojson", 1897), ("lsoa.geojson", 4570)])
  func `separately digitised areas have hairline gaps`(file: String, gaps: Int) throws {
    let coverage = Coverage(cells: try LeedsData.read(file))

    #expect(!coverage.isValid)
    #expect(coverage.problems.count { $0.kind == .gap } == gaps)
  }
}
