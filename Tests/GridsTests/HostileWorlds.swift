import Geometry

/// Coverages with everything that makes look-ups go wrong, by number.
enum HostileWorlds {
  static func cells(_ world: Int) -> [MultiPolygon] {
    switch world {
    // Doubles with all their digits; coarse lattices, on which positions fall on lines often.
    case 1: SyntheticCoverage(seed: 1, columns: 6, rows: 5, bends: 4).cells
    case 2: SyntheticCoverage(seed: 2, columns: 5, rows: 5, bends: 3, step: 1 / 64).cells
    case 3: SyntheticCoverage(seed: 3, columns: 4, rows: 6, bends: 1, step: 1 / 8).cells
    case 4: moved(Shapes.squares(9, 7), 1, 1)
    // A district on both sides of the antimeridian, and one far from the origin, in metres.
    case 5: halves(SyntheticCoverage(seed: 5, columns: 6, rows: 4, bends: 3).cells)
    case 6:
      moved(SyntheticCoverage(seed: 6, columns: 5, rows: 5, bends: 4).cells, 500_000, 4_000_000)
    // Crowded into a corner; thin as hair; cells that meet in a point; slivers.
    case 7: SyntheticCoverage(seed: 7, columns: 5, rows: 4, bends: 3).cells + [island]
    case 8: stretched(SyntheticCoverage(seed: 8, columns: 6, rows: 3, bends: 3).cells, 0x1p-30)
    case 9: moved(fan(64), 1, 1)
    case 10: slivers(40)
    // Spikes and repeated positions; cells that overlap.
    case 11: spikes(SyntheticCoverage(seed: 11, columns: 5, rows: 4, bends: 3).cells)
    default:
      SyntheticCoverage(seed: 12, columns: 3, rows: 3, bends: 3).cells
        + moved(SyntheticCoverage(seed: 13, columns: 3, rows: 2, bends: 3).cells, 0.375, 0.25)
    }
  }

  private static let island = Shapes.cell(Shapes.box(3000, -900, 3001, -899))

  private static func mapped(
    _ cells: [MultiPolygon], _ change: (Coordinate) -> Coordinate
  ) -> [MultiPolygon] {
    cells.map { cell in
      MultiPolygon(
        cell.polygons.map { polygon in
          Polygon(rings: polygon.rings.map { Ring($0.coordinates.map(change)) })
        })
    }
  }

  private static func moved(_ cells: [MultiPolygon], _ x: Double, _ y: Double) -> [MultiPolygon] {
    mapped(cells) { Coordinate(x: $0.x + x, y: $0.y + y) }
  }

  private static func stretched(_ cells: [MultiPolygon], _ factor: Double) -> [MultiPolygon] {
    mapped(cells) { Coordinate(x: $0.x * factor, y: $0.y) }
  }

  /// The cells at 180° and again at −180°, with whole units between them.
  private static func halves(_ cells: [MultiPolygon]) -> [MultiPolygon] {
    moved(cells, 170, 60) + moved(cells, -180, 60)
  }

  /// Triangles that meet in a point, as thin as a lattice of 2^-30 allows.
  private static func fan(_ count: Int) -> [MultiPolygon] {
    let rim = (0...count).map { Coordinate(x: 1, y: Double($0 * $0) * 0x1p-30) }
    return (0..<count).map {
      Shapes.cell(Ring([Coordinate(x: 0, y: 0), rim[$0], rim[$0 + 1]]))
    }
  }

  /// Strips a few units in the last place wide, some of which lean.
  private static func slivers(_ count: Int) -> [MultiPolygon] {
    var left = [Coordinate(x: 1, y: 1), Coordinate(x: 1, y: 3)]
    return (0..<count).map { number in
      let width = 1.0.ulp * Double(1 + number % 5)
      let right = [
        Coordinate(x: left[0].x + width, y: 1),
        Coordinate(x: left[1].x + width * Double(1 + number % 3), y: 3),
      ]
      defer { left = right }
      return Shapes.cell(Ring([left[0], right[0], right[1], left[1]]))
    }
  }

  /// Every position twice, and a spike out of the middle of every third ring.
  private static func spikes(_ cells: [MultiPolygon]) -> [MultiPolygon] {
    cells.enumerated().map { number, cell in
      MultiPolygon(
        cell.polygons.map { polygon in
          Polygon(
            rings: polygon.rings.map { ring in
              var positions = ring.coordinates.flatMap { [$0, $0] }
              if number % 3 == 0 {
                let root = positions[4]
                positions.insert(
                  contentsOf: [Coordinate(x: root.x + 7, y: root.y - 5), root], at: 5)
              }
              return Ring(positions)
            })
        })
    }
  }
}
