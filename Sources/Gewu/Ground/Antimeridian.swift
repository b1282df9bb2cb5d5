import Geometry
import Grids

/// The line where longitudes of 180 and -180 degrees are one place.
///
/// Boundaries are kept cut along it, as RFC 7946 (section 3.1.9) has it: no edge crosses it, and each
/// part lies between -180 and 180 degrees.
enum Antimeridian {
  static let longitude = 180.0
  /// The farthest longitude that is still taken for a place: a turn too much, as maps that go round count.
  static let farthest = 540.0

  /// A longitude of up to a turn too much as one between -180 and 180; any other as it is.
  static func normalised(_ longitude: Double) -> Double {
    if longitude > 180, longitude <= farthest { return longitude - 360 }
    if longitude < -180, longitude >= -farthest { return longitude + 360 }
    return longitude
  }

  /// The same of a position.
  static func normalised(_ position: Coordinate) -> Coordinate {
    Coordinate(x: normalised(position.x), y: position.y)
  }

  /// The same of a boundary, ring by ring; its edges are those of ``AntimeridianCut``.
  static func normalised(_ boundary: MultiPolygon) -> MultiPolygon {
    let box = boundary.box
    guard box.minX < -longitude || box.maxX > longitude else { return boundary }
    return MultiPolygon(
      boundary.polygons.map { Polygon(rings: $0.rings.map(normalised)) })
  }

  /// A ring that goes on beyond the line begins on its other side: of one from 180 to 360 degrees, 180
  /// is -180.
  private static func normalised(_ ring: Ring) -> Ring {
    let box = ring.box
    guard box.minX < -longitude || box.maxX > longitude else { return ring }
    let line = box.maxX > longitude ? longitude : -longitude
    func place(_ position: Coordinate) -> Coordinate {
      position.x == line ? Coordinate(x: -line, y: position.y) : normalised(position)
    }
    var positions: [Coordinate] = []
    for (index, position) in ring.coordinates.enumerated() {
      if index > 0 {
        let (one, other) = (ring.coordinates[index - 1], position)
        let (west, east) = one.x < other.x ? (one, other) : (other, one)
        // Of half a turn neither way is the shorter one: it is across the line, as it was written.
        if east.x - west.x == 180, west.x < line, line < east.x {
          let share = (line - west.x) / 180
          positions.append(Coordinate(x: -line, y: west.y + share * (east.y - west.y)))
        }
      }
      positions.append(place(position))
    }
    return Ring(positions)
  }

  /// Whether a box reaches the line from either side, or both.
  static func meets(_ box: Box) -> Bool { box.minX <= -longitude || box.maxX >= longitude }

  /// Boundaries without the cut, so that neighbours on both sides of the line share their edges.
  ///
  /// What lies east of it goes on beyond 180 degrees, and the parts of one cell on both sides are joined.
  /// Boundaries that do not reach the line from both sides come back as they are.
  static func joined(_ boundaries: [MultiPolygon]) -> [MultiPolygon] {
    guard boundaries.contains(where: { $0.box.minX <= -longitude }),
      boundaries.contains(where: { $0.box.maxX >= longitude })
    else { return boundaries }
    return boundaries.map { boundary in
      let box = boundary.box
      guard box.minX < 0 else { return boundary }
      let moved = boundary.polygons.map { $0.box.maxX <= 0 ? shifted($0) : $0 }
      guard box.minX <= -longitude, box.maxX >= longitude else { return MultiPolygon(moved) }
      // Parts that overlap stay as they are, for the check to see.
      guard let union = try? Coverage.union(of: moved.map { MultiPolygon([$0]) }),
        union.overlap <= 1e-9 * union.boundary.area
      else { return MultiPolygon(moved) }
      return union.boundary
    }
  }

  private static func shifted(_ polygon: Polygon) -> Polygon {
    Polygon(
      rings: polygon.rings.map { ring in
        Ring(ring.coordinates.map { Coordinate(x: $0.x + 360, y: $0.y) })
      })
  }

  /// The least box around a boundary as west, south, east, north: where its parts meet across the
  /// line, west is greater than east (RFC 7946, section 5.2); empty for no boundary.
  static func bounds(of boundary: MultiPolygon) -> [Double] {
    let box = boundary.box
    guard !box.isEmpty else { return [] }
    let spans = boundary.polygons.map(\.box).sorted { $0.minX < $1.minX }
    if box.minX <= -longitude, box.maxX >= longitude {
      // The widest stretch of longitude without any part.
      var (east, best) = (-longitude, (width: 0.0, west: 0.0, east: 0.0))
      for span in spans {
        if span.minX - east > best.width { best = (span.minX - east, span.minX, east) }
        east = max(east, span.maxX)
      }
      if best.width > 0 { return [best.west, box.minY, best.east, box.maxY] }
    }
    return [box.minX, box.minY, box.maxX, box.maxY]
  }
}

/// A window of a map in WGS 84 degrees, which may lie across the antimeridian; its borders belong to
/// it.
package struct MapWindow: Sendable, Equatable {
  let boxes: [Box]

  /// The window between two meridians and two parallels; nil where the numbers make none.
  ///
  /// `west` greater than `east` means across the antimeridian, where that is the shorter way. What
  /// lies beyond 180 degrees is the same as a turn less, as map libraries count on.
  package init?(west: Double, south: Double, east: Double, north: Double) {
    var width = east - west
    if width < -Antimeridian.longitude { width += 360 }
    guard width >= 0, south <= north, abs(west) <= 3600, abs(east) <= 3600, south.isFinite,
      north.isFinite
    else { return nil }
    func box(_ west: Double, _ east: Double) -> Box {
      Box(minX: west, minY: south, maxX: east, maxY: north)
    }
    guard width < 360 else {
      boxes = [box(-Antimeridian.longitude, Antimeridian.longitude)]
      return
    }
    var start = west
    while start > Antimeridian.longitude { start -= 360 }
    while start < -Antimeridian.longitude { start += 360 }
    // Not computed where nothing was added, so that borders stay exact.
    let end = start == west && east >= west ? east : start + width
    var boxes = [box(start, min(end, Antimeridian.longitude))]
    if end >= Antimeridian.longitude { boxes.append(box(-Antimeridian.longitude, end - 360)) }
    if start == -Antimeridian.longitude {
      boxes.append(box(Antimeridian.longitude, Antimeridian.longitude))
    }
    self.boxes = boxes
  }

  func contains(_ position: Coordinate) -> Bool { boxes.contains { $0.contains(position) } }

  func meets(_ box: Box) -> Bool { boxes.contains { $0.intersects(box) } }

  /// Whether any part of a shape has a box that meets the window.
  func meets(_ shape: Shape) -> Bool {
    switch shape {
    case .point(let position): contains(position)
    case .lines(let lines): lines.contains { meets(Box(around: $0)) }
    case .area(let area): area.polygons.contains { meets($0.box) }
    }
  }

  /// Whether any part of a boundary has a box that meets the window.
  func meets(_ boundary: MultiPolygon) -> Bool {
    let box = boundary.box
    guard boxes.contains(where: { $0.intersects(box) }) else { return false }
    guard Antimeridian.meets(box), boundary.polygons.count > 1 else { return true }
    return boundary.polygons.contains { polygon in
      let part = polygon.box
      return boxes.contains { $0.intersects(part) }
    }
  }
}
