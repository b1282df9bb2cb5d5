/// The geometry of a record: one position, a line or several, or an area.
public enum Shape: Hashable, Sendable {
  /// One position.
  case point(Coordinate)
  /// A line, or several; none of them is empty.
  case lines([[Coordinate]])
  /// An area of one part or several.
  case area(MultiPolygon)

  /// The same shape elsewhere; nil where a position has no place there.
  public func mapped(_ transform: (Coordinate) -> Coordinate?) -> Shape? {
    func moved(_ positions: [Coordinate]) -> [Coordinate]? {
      var result: [Coordinate] = []
      result.reserveCapacity(positions.count)
      for position in positions {
        guard let place = transform(position), place.isFinite else { return nil }
        result.append(place)
      }
      return result
    }
    switch self {
    case .point(let position):
      guard let place = transform(position), place.isFinite else { return nil }
      return .point(place)
    case .lines(let lines):
      let places = lines.compactMap(moved)
      return places.count == lines.count ? .lines(places) : nil
    case .area(let area):
      var polygons: [Polygon] = []
      for polygon in area.polygons {
        let rings = polygon.rings.compactMap { moved($0.coordinates).map(Ring.init) }
        guard rings.count == polygon.rings.count else { return nil }
        polygons.append(Polygon(rings: rings))
      }
      return .area(MultiPolygon(polygons))
    }
  }

  /// The position that stands for the shape: itself, the middle of the longest line, or a position
  /// inside the largest part of an area.
  public var anchor: Coordinate? {
    switch self {
    case .point(let position): position
    case .lines(let lines):
      lines.max { Self.length($0) < Self.length($1) }.flatMap(Self.middle)
    case .area(let area):
      area.polygons.max { $0.area < $1.area }.flatMap(\.interiorPosition)
    }
  }

  private static func length(_ line: [Coordinate]) -> Double {
    zip(line, line.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) }
  }

  private static func distance(_ a: Coordinate, _ b: Coordinate) -> Double {
    let (x, y) = (b.x - a.x, b.y - a.y)
    return (x * x + y * y).squareRoot()
  }

  /// The position half way along a line.
  private static func middle(_ line: [Coordinate]) -> Coordinate? {
    var left = length(line) / 2
    for (a, b) in zip(line, line.dropFirst()) {
      let step = distance(a, b)
      if step >= left, step > 0 {
        let share = left / step
        return Coordinate(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
      }
      left -= step
    }
    return line.last
  }
}
