import HotSpots

/// All pairs of points that are apart, but no further than `radius`.
func distanceBand(_ points: [(x: Double, y: Double)], radius: Double) -> SpatialWeights {
  SpatialWeights(
    rows: points.map { here in
      points.indices.filter { index in
        let dx = points[index].x - here.x
        let dy = points[index].y - here.y
        let square = dx * dx + dy * dy
        return square > 0 && square <= radius * radius
      }
    })
}

/// Whether two numbers agree to one part in 10^9, or to as little near zero.
func agree(_ a: Double?, _ b: Double, within tolerance: Double = 1e-9) -> Bool {
  a.map { abs($0 - b) <= tolerance * max(1, b.magnitude) } ?? false
}
