/// The boundary of a cell: one or more polygons that do not overlap.
public struct MultiPolygon: Hashable, Sendable {
  /// The parts.
  public let polygons: [Polygon]

  /// Makes a boundary of its parts.
  public init(_ polygons: [Polygon]) {
    self.polygons = polygons
  }

  /// All rings of all parts: shells and holes.
  public var rings: [Ring] { polygons.flatMap(\.rings) }

  /// The least box around all parts.
  public var box: Box {
    polygons.reduce(into: Box.empty) { $0.extend(by: $1.box) }
  }

  /// The area of all parts, in squared units of the coordinates.
  public var area: Double { polygons.reduce(0) { $0 + $1.area } }

  /// The number of positions, the closing ones included.
  public var vertexCount: Int {
    polygons.reduce(0) { $1.rings.reduce($0) { $0 + $1.coordinates.count } }
  }
}
