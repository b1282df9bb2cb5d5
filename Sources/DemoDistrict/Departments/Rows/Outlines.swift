import DemoTruth
import Geometry

/// The outlines and lines of subjects that are more than a point.
enum Outlines {
  /// The shape in degrees (CGCS2000), and the grid that it is in.
  typealias Outline = @Sendable (SharedTruth, Int) -> (shape: Shape, grid: Int)

  /// Subjects that lie over the borders of grids, so that it is open which grid has the middle of one.
  static let acrossGrids: Set<SubjectKind> = [.parcel, .reach, .roadLine]

  static func of(_ kind: SubjectKind) -> Outline? {
    switch kind {
    case .grid: { (.area($0.ground.grids[$1].boundary), $1) }
    case .division:
      { shared, index in
        let unit = shared.division(index)
        return (.area(unit.boundary), unit.grids.lowerBound)
      }
    case .estate:
      { shared, index in
        let estate = shared.ground.estates[index]
        let parts = estate.blocks.flatMap { shared.ground.inside(ofBlock: Int($0)).polygons }
        return (.area(MultiPolygon(parts)), Int(estate.grid))
      }
    case .park:
      { shared, index in
        let building = shared.ground.buildings[Int(shared.landBook.parks[index].building)]
        let plot = shared.ground.plot(ofBuilding: Int(shared.landBook.parks[index].building))
        return (area(plot), Int(building.grid))
      }
    case .relic:
      { shared, index in
        let relic = shared.landBook.land.relics[index]
        return (area(relic.outline), Int(shared.ground.buildings[Int(relic.building)].grid))
      }
    case .homestead:
      { shared, index in
        let building = Int(shared.landBook.land.homesteads[index].building)
        return (
          area(shared.ground.homesteadOutline(ofBuilding: building)),
          Int(shared.ground.buildings[building].grid)
        )
      }
    case .field:
      { shared, index in
        let field = shared.landBook.land.fields[index]
        let home = shared.landBook.land.homesteads[Int(field.homestead)]
        return (area(field.outline), Int(shared.ground.buildings[Int(home.building)].grid))
      }
    case .parcel: { (.area($0.landBook.land.parcels[$1].outline), 0) }
    case .reach: { (.lines([$0.landBook.land.reaches[$1].line]), 0) }
    case .roadLine: { (.lines([$0.landBook.land.roadLines[$1].line]), 0) }
    default: nil
    }
  }

  private static func area(_ ring: [Coordinate]) -> Shape {
    .area(MultiPolygon([Polygon(rings: [Ring(ring)])]))
  }
}
