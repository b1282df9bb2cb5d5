import Geometry

/// A block as room for buildings: its ring, and how far they keep from each side.
struct Lot {
  /// A building's outline before it is one: a rectangle by its middle, the direction of its length,
  /// and its sizes in metres.
  struct Footprint {
    var centre: Coordinate
    var along: Coordinate
    var length: Double
    var depth: Double
    /// The row of its layout, from north to south; -1 along a road.
    var row = -1
    /// The edge of the plan that it stands along, or -1.
    var edge = -1

    var corners: [Coordinate] {
      let (a, b) = (along * (length / 2), along.left * (depth / 2))
      return [centre - a - b, centre + a - b, centre + a + b, centre - a + b]
    }

    /// Whether two come closer than a margin (separating axes; rectangles).
    func isNear(_ other: Footprint, _ margin: Double) -> Bool {
      let apart = other.centre - centre
      let reach = (length + depth + other.length + other.depth) / 2 + margin
      if apart.length > reach { return false }
      for axis in [along, along.left, other.along, other.along.left] {
        let mine = abs(axis.dot(along)) * length / 2 + abs(axis.dot(along.left)) * depth / 2
        let theirs =
          abs(axis.dot(other.along)) * other.length / 2
          + abs(axis.dot(other.along.left)) * other.depth / 2
        if abs(apart.dot(axis)) > mine + theirs + margin { return false }
      }
      return true
    }
  }

  /// How buildings stand in rows.
  struct Rows {
    var depth: Double
    var length: ClosedRange<Double>
    /// From row to row, and from building to building.
    var pitch: Double
    var gap: Double
    /// How far a building may stand out of its row, in metres.
    var jitter = 0.0
  }

  let ring: [Coordinate]
  /// The edge of the plan and the distance that buildings keep from it, by side of the ring.
  let sides: [(edge: Int, distance: Double)]
  let grain: Coordinate

  init(ring: [Coordinate], sides: [(edge: Int, distance: Double)]) {
    self.ring = ring
    self.sides = sides
    grain = Coordinate.grain(of: ring)
  }

  /// Whether a rectangle lies inside and keeps its distances, less `slack` metres.
  func holds(_ footprint: Footprint, slack: Double = 0) -> Bool {
    let corners = footprint.corners
    let middles =
      footprint.length > 24
      ? [(corners[0] + corners[1]) * 0.5, (corners[2] + corners[3]) * 0.5] : []
    for point in corners + middles where !isFree(point, slack: slack) { return false }
    return !ring.contains { point in
      let at = point - footprint.centre
      return abs(at.dot(footprint.along)) < footprint.length / 2 + 2
        && abs(at.dot(footprint.along.left)) < footprint.depth / 2 + 2
    }
  }

  /// Whether a position lies inside and keeps its distances.
  func isFree(_ p: Coordinate, slack: Double = 0) -> Bool {
    var isInside = false
    for index in ring.indices {
      let (a, b) = (ring[index], ring[index + 1 < ring.count ? index + 1 : 0])
      let distance = sides[index].distance - slack
      if (a.y > p.y) != (b.y > p.y) {
        let side = (b - a).cross(p - a)
        if b.y > a.y ? side > 0 : side < 0 { isInside.toggle() }
      }
      if p.x < min(a.x, b.x) - distance || p.x > max(a.x, b.x) + distance
        || p.y < min(a.y, b.y) - distance || p.y > max(a.y, b.y) + distance
      {
        continue
      }
      if Cutter.distance(p, a, b) < distance { return false }
    }
    return isInside
  }

  /// The direction that homes lie along: they look south, turned by up to 22 degrees with the block.
  var homeward: Coordinate {
    if abs(grain.y) < 0.38 { return grain }
    return Coordinate(x: 0.966, y: grain.y > 0 ? 0.26 : -0.26)
  }

  /// Buildings in rows, from the north; those too near to others of the block are left out.
  func rows(
    _ rows: Rows, along: Coordinate, others: [Footprint], margin: Double, _ draw: inout Draw
  ) -> [Footprint] {
    let across = along.left
    let (u, v) = (GroundPlan.extent(ring, along), GroundPlan.extent(ring, across))
    var made: [Footprint] = []
    var at = v.upperBound - sides[0].distance - rows.depth / 2
    at -= draw.unit() * 4
    var row = 0
    while at > v.lowerBound + rows.depth / 2 {
      var start = u.lowerBound
      while start < u.upperBound {
        let length =
          rows.length.lowerBound
          + (rows.length.upperBound - rows.length.lowerBound) * draw.unit()
        let shift = (draw.unit() - 0.5) * 2 * rows.jitter
        let footprint = Footprint(
          centre: along * (start + length / 2) + across * (at + shift), along: along,
          length: length, depth: rows.depth, row: row)
        if holds(footprint), !others.contains(where: { $0.isNear(footprint, margin) }) {
          made.append(footprint)
          start += length + rows.gap
        } else {
          start += 5
        }
      }
      row += 1
      at -= rows.pitch
    }
    return made
  }

  /// Buildings along the sides that `isFront` wants, facing them.
  func strips(
    depth: Double, length: ClosedRange<Double>, gap: Double, isFront: (Int) -> Bool,
    _ draw: inout Draw
  ) -> [Footprint] {
    var made: [Footprint] = []
    for index in ring.indices where isFront(sides[index].edge) {
      let (a, b) = (ring[index], ring[(index + 1) % ring.count])
      let along = (b - a).unit
      let side = (b - a).length
      var start = 2.0
      while start + length.lowerBound < side {
        let size = min(
          length.lowerBound + (length.upperBound - length.lowerBound) * draw.unit(),
          side - start - 1)
        let footprint = Footprint(
          centre: a + along * (start + size / 2) + along.left
            * (sides[index].distance + depth / 2 + 0.5),
          along: along, length: size, depth: depth, edge: sides[index].edge)
        if holds(footprint), !made.contains(where: { $0.isNear(footprint, 3) }) {
          made.append(footprint)
        }
        start += size + gap
      }
    }
    return made
  }
}
