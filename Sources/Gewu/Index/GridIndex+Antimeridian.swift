import Geometry
import Grids

extension GridIndex {
  /// The leaf cell of a position of the store.
  ///
  /// Exactly on the antimeridian the position is looked for on both sides of it, first on the side
  /// east of the line, as the border rule has it.
  func locate(_ position: Coordinate) -> Location {
    guard meetsAntimeridian, abs(position.x) == Antimeridian.longitude else {
      return locator.locate(position)
    }
    func found(_ y: Double) -> [Location] {
      [-Antimeridian.longitude, Antimeridian.longitude].map {
        locator.locate(Coordinate(x: $0, y: y))
      }
    }
    guard let first = found(position.y).first(where: { $0.cell >= 0 }) else { return .outside }
    // A cell that was cut along the line has no border there, but where its own border meets the line.
    let around = [position.y.nextDown, position.y, position.y.nextUp].flatMap(found)
    return around.allSatisfy { $0.cell == first.cell }
      ? Location(cell: first.cell, isBorder: false) : first
  }

  /// The same position a turn further or less, towards the leaf cells, where it is then no further from
  /// them than `limit` in units of `y`; nil where the globe cannot bring it nearer.
  func aroundTheGlobe(
    _ position: Coordinate, xScale: Double, within limit: Double
  ) -> Coordinate? {
    guard isGeographic, !locator.box.isEmpty else { return nil }
    let box = locator.box
    let middle = box.minX + (box.maxX - box.minX) / 2
    let other = Coordinate(x: position.x + (position.x < middle ? 360 : -360), y: position.y)
    let away = max(box.minX - other.x, other.x - box.maxX, 0)
    return away * xScale <= limit ? other : nil
  }
}
