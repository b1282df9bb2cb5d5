extension Polygon {
  /// A position inside: the middle of the widest stretch that a horizontal line half way up has
  /// within the polygon; nil where there is none.
  ///
  /// The line runs between two neighbouring heights of vertices, so that it meets none of them.
  public var interiorPosition: Coordinate? {
    let box = box
    let middle = (box.minY + box.maxY) / 2
    var (below, above) = (box.minY, box.maxY)
    for position in rings.lazy.flatMap(\.coordinates) {
      if position.y <= middle { below = max(below, position.y) }
      if position.y > middle { above = min(above, position.y) }
    }
    let height = (below + above) / 2
    var crossings: [Double] = []
    for ring in rings {
      for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst())
      where (a.y > height) != (b.y > height) {
        crossings.append(a.x + (height - a.y) / (b.y - a.y) * (b.x - a.x))
      }
    }
    crossings.sort()
    var best: (width: Double, x: Double)?
    for index in stride(from: 0, to: crossings.count - 1, by: 2) {
      let width = crossings[index + 1] - crossings[index]
      if width > best?.width ?? 0 {
        best = (width, (crossings[index] + crossings[index + 1]) / 2)
      }
    }
    return best.map { Coordinate(x: $0.x, y: height) }
  }
}
