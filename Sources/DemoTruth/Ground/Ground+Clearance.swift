package import Geometry

extension Ground {
  /// Whether a position (degrees) keeps at least `distance` metres from the border of a grid.
  package func isClear(_ position: Coordinate, ofGrid grid: Int, by distance: Double) -> Bool {
    let place = Terrain.metres(position)
    for ring in grids[grid].boundary.rings {
      var a = Terrain.metres(ring.coordinates[0])
      for next in ring.coordinates.dropFirst() {
        let b = Terrain.metres(next)
        defer { a = b }
        let isNear =
          min(a.x, b.x) - distance < place.x && place.x < max(a.x, b.x) + distance
          && min(a.y, b.y) - distance < place.y && place.y < max(a.y, b.y) + distance
        if isNear, Cutter.distance(place, a, b) < distance { return false }
      }
    }
    return true
  }
}
