import Geometry

extension AntimeridianCut {
  /// A shape cut along the antimeridian, its longitudes between -180 and 180 degrees.
  ///
  /// An area that goes around a pole, which cannot be cut, comes back as it is.
  static func cut(_ shape: Shape) -> Shape {
    switch shape {
    case .point(let position): return .point(Antimeridian.normalised(position))
    case .lines(let lines): return .lines(lines.flatMap(cut))
    case .area(let area):
      let area = Antimeridian.normalised(area)
      return .area((try? cut(area).0) ?? area)
    }
  }

  /// A line as those of its parts that lie on one side of the antimeridian each.
  private static func cut(_ line: [Coordinate]) -> [[Coordinate]] {
    var parts: [[Coordinate]] = []
    var part: [Coordinate] = []
    for position in line.map(Antimeridian.normalised) {
      if let last = part.last, abs(last.x - position.x) > Antimeridian.longitude,
        abs(last.x - position.x) < 360
      {
        let line = last.x > 0 ? Antimeridian.longitude : -Antimeridian.longitude
        // The next position as the line reaches it, beyond 180 degrees.
        let reached = position.x + 2 * line
        let share = reached == last.x ? 0 : (line - last.x) / (reached - last.x)
        let y = last.y + share * (position.y - last.y)
        if last.x != line { part.append(Coordinate(x: line, y: y)) }
        if part.count > 1 { parts.append(part) }
        part = position.x == -line ? [] : [Coordinate(x: -line, y: y)]
      }
      part.append(position)
    }
    if part.count > 1 || parts.isEmpty { parts.append(part) }
    return parts
  }
}
