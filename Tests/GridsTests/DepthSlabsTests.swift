import Geometry
import Testing

@testable import Grids

/// Depths counted by halving, beside those that a ray through each row counts.
struct DepthSlabsTests {
  /// Triangles and boxes of whole numbers, so that edges touch, overlap, cross and pass through corners.
  private func cells(_ count: Int, within size: Int) -> [MultiPolygon] {
    func number() -> Double { Double(Int.random(in: 0...size)) }
    return (0..<count).map { _ in
      let (x, y) = (number(), number())
      return Bool.random()
        ? Shapes.cell(Shapes.box(x, y, x + 1 + number(), y + 1 + number()))
        : Shapes.cell(Shapes.ring(x, y, x + 1 + number(), y + number(), number(), y + 1 + number()))
    }
  }

  @Test(arguments: [4, 20, 300])
  func `the depths are those of rays`(size: Int) throws {
    for _ in 0..<20 {
      let known = CoverageEdges(cells(60, within: size))
      let directory = try #require(known.directory)
      let probes = (0..<Int32(known.edges.count)).filter { !known.edges.isHorizontal($0) }
      let slabs = DepthSlabs(known.edges, probes: probes, contacts: known.contacts)
      let rays = RayCounter(edges: known.edges, directory: directory)
      for probe in probes {
        #expect(slabs.depth(leftOf: probe) == rays.depth(leftOf: probe))
      }
    }
  }
}
