/// The kinds of geometry of OGC Simple Features, with their codes in well-known binary.
public enum GeometryKind: UInt32, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  case geometry, point, lineString, polygon, multiPoint, multiLineString, multiPolygon
  case geometryCollection, circularString, compoundCurve, curvePolygon, multiCurve, multiSurface
  case curve, surface, polyhedralSurface, tin, triangle

  /// The name in the standard, for example `MultiPolygon`.
  public var description: String {
    switch self {
    case .geometry: "Geometry"
    case .point: "Point"
    case .lineString: "LineString"
    case .polygon: "Polygon"
    case .multiPoint: "MultiPoint"
    case .multiLineString: "MultiLineString"
    case .multiPolygon: "MultiPolygon"
    case .geometryCollection: "GeometryCollection"
    case .circularString: "CircularString"
    case .compoundCurve: "CompoundCurve"
    case .curvePolygon: "CurvePolygon"
    case .multiCurve: "MultiCurve"
    case .multiSurface: "MultiSurface"
    case .curve: "Curve"
    case .surface: "Surface"
    case .polyhedralSurface: "PolyhedralSurface"
    case .tin: "TIN"
    case .triangle: "Triangle"
    }
  }
}
