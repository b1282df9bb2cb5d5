import Geometry

/// Shapes for tests, written as lists of numbers.
enum Shapes {
  /// A ring of alternating x and y.
  static func ring(_ ordinates: Double...) -> Ring { ring(ordinates) }

  static func ring(_ ordinates: [Double]) -> Ring {
    Ring(
      stride(from: 0, to: ordinates.count, by: 2).map {
        Coordinate(x: ordinates[$0], y: ordinates[$0 + 1])
      })
  }

  /// A cell of one polygon.
  static func cell(_ rings: Ring...) -> MultiPolygon { MultiPolygon([Polygon(rings: rings)]) }

  /// A rectangle, counter-clockwise from its lower left corner.
  static func box(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) -> Ring {
    ring(minX, minY, maxX, minY, maxX, maxY, minX, maxY)
  }

  /// `columns` × `rows` unit squares, row by row from the lower left.
  static func squares(_ columns: Int, _ rows: Int) -> [MultiPolygon] {
    (0..<rows).flatMap { row in
      (0..<columns).map { column in
        let x = Double(column)
        let y = Double(row)
        return cell(box(x, y, x + 1, y + 1))
      }
    }
  }
}
