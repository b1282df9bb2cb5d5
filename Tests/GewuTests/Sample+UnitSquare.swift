import Geometry
import Grids
import Time
@testable import Warehouse

@testable import Gewu

extension Sample {
  /// Answers from one grid, the unit square, without a store.
  static func unitSquare(code: String = "a") throws -> PointLocator {
    let corners = [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)].map { Coordinate(x: $0.0, y: $0.1) }
    let index = GridIndex(
      generation: Generation(
        id: 1, net: Net.base, status: .active,
        createdAt: try Moment("2026-01-01T00:00:00Z", in: .utc),
        isValid: true),
      levels: [
        GridIndex.LevelCells(
          level: Level(id: 1, name: "grid", rank: 0), rowIDs: [1], codes: [code], names: [nil],
          parents: [-1], isDerived: false)
      ],
      locator: Locator(
        coverage: Coverage(cells: [MultiPolygon([Polygon(rings: [Ring(corners)])])])))
    return try PointLocator(index: index, from: .wgs84, storeCRS: .wgs84)
  }
}
