import Geometry

/// Writes geometries as GeoJSON (RFC 7946), every coordinate with all its digits.
enum GeoJSONGeometry {
  /// A MultiPolygon; outer rings run counter-clockwise, inner ones clockwise (RFC 7946, 3.1.6).
  static func text(of shape: MultiPolygon) -> String {
    let polygons = shape.polygons.map { polygon in
      let rings = polygon.rings.enumerated().map { index, ring in
        text(of: ring, isOuter: index == 0)
      }
      return "[\(rings.joined(separator: ","))]"
    }
    return #"{"type":"MultiPolygon","coordinates":[\#(polygons.joined(separator: ","))]}"#
  }

  private static func text(of ring: Ring, isOuter: Bool) -> String {
    let directed = (ring.signedArea > 0) == isOuter ? ring : ring.reversed
    return "[" + directed.coordinates.map { "[\($0.x),\($0.y)]" }.joined(separator: ",") + "]"
  }
}
