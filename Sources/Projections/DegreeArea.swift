package import Geometry

/// An area in degrees of WGS 84, which may cross the 180th meridian.
package struct DegreeArea: Hashable, Sendable {
  let west: Double
  let south: Double
  let east: Double
  let north: Double

  /// The area between two meridians and two parallels; `west` is greater than `east` where the 180th
  /// meridian is between them.
  init(west: Double, south: Double, east: Double, north: Double) {
    (self.west, self.south, self.east, self.north) = (west, south, east, north)
  }

  /// The area that a box of positions takes in a reference system; nil for an empty box and one that
  /// is no place there.
  ///
  /// The datum may be hundreds of metres off, as only the areas of operations are judged by it.
  ///
  /// - Throws: `CoordinateTransformError` where the system is not known.
  package init?(_ box: Box, in crs: CRSName) throws {
    guard !box.isEmpty else { return nil }
    let transform = try CoordinateTransform(approximatelyFrom: crs, to: .wgs84)
    var rim: [Coordinate] = []
    let steps = 8
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      let x = box.minX + share * (box.maxX - box.minX)
      let y = box.minY + share * (box.maxY - box.minY)
      rim += [
        Coordinate(x: x, y: box.minY), Coordinate(x: x, y: box.maxY),
        Coordinate(x: box.minX, y: y), Coordinate(x: box.maxX, y: y),
      ]
    }
    transform.transformInPlace(&rim)
    let places = rim.filter(\.isFinite)
    guard let west = places.map(\.x).min(), let east = places.map(\.x).max(),
      let south = places.map(\.y).min(), let north = places.map(\.y).max()
    else { return nil }
    self.init(west: west, south: south, east: east, north: north)
  }

  private var crosses: Bool { west > east }

  func contains(_ place: Coordinate) -> Bool {
    south...north ~= place.y
      && (crosses ? place.x >= west || place.x <= east : west...east ~= place.x)
  }

  func contains(_ other: DegreeArea) -> Bool {
    guard south <= other.south, other.north <= north else { return false }
    if west == -180, east == 180 { return true }
    if crosses == other.crosses { return west <= other.west && other.east <= east }
    return crosses && (other.west >= west || other.east <= east)
  }

  func intersects(_ other: DegreeArea) -> Bool {
    guard south <= other.north, other.south <= north else { return false }
    switch (crosses, other.crosses) {
    case (true, true): return true
    case (false, false): return west <= other.east && other.west <= east
    case (true, false): return other.east >= west || other.west <= east
    case (false, true): return east >= other.west || west <= other.east
    }
  }
}
