import Geometry
import Projections

/// Brings windows into the store's reference system, and shapes and boxes out of it.
struct FeatureGround {
  private let crs: CRSName
  private let toWGS84: CoordinateTransform
  private let isGeographic: Bool

  /// How many steps the side of a window is transformed in.
  private static let steps = 8
  /// The greatest side of a window, in degrees, that is looked for by its box in a projection.
  private static let widest = 5.0

  init(crs: CRSName, toWGS84: CoordinateTransform) {
    self.crs = crs
    self.toWGS84 = toWGS84
    isGeographic = crs.isGeographic
  }

  /// Boxes of the store that hold all of a window; nil where any row may lie in it.
  ///
  /// They are somewhat greater than it: what lies in it is decided in WGS 84.
  func boxes(around window: MapWindow) throws -> [Box]? {
    if toWGS84.isIdentity, isGeographic { return turned(window.boxes) }
    let fromWGS84 = try CoordinateTransform(approximatelyFrom: .wgs84, to: crs)
    var boxes: [Box] = []
    for part in window.boxes {
      guard isGeographic || part.width <= Self.widest && part.height <= Self.widest else {
        return nil
      }
      var positions: [Coordinate] = []
      for row in 0...Self.steps {
        for column in 0...Self.steps {
          positions.append(
            Coordinate(
              x: part.minX + part.width * Double(column) / Double(Self.steps),
              y: part.minY + part.height * Double(row) / Double(Self.steps)))
        }
      }
      guard fromWGS84.transformInPlace(&positions) == 0 else { return nil }
      let box = Box(around: positions)
      // Between the steps the sides bend; on their length, by far less than a hundredth.
      let margin = (box.width + box.height) / 50 + (isGeographic ? 1e-4 : 10)
      boxes.append(
        Box(
          minX: box.minX - margin, minY: box.minY - margin, maxX: box.maxX + margin,
          maxY: box.maxY + margin))
    }
    return isGeographic ? turned(boxes) : boxes
  }

  /// The box of a row in WGS 84; nil where it may lie across the antimeridian, or is no place.
  func box(_ box: Box) -> Box? {
    guard !isGeographic || !isAstride(box) else { return nil }
    if toWGS84.isIdentity { return box }
    var corners = [
      Coordinate(x: box.minX, y: box.minY), Coordinate(x: box.maxX, y: box.minY),
      Coordinate(x: box.maxX, y: box.maxY), Coordinate(x: box.minX, y: box.maxY),
    ]
    guard toWGS84.transformInPlace(&corners) == 0 else { return nil }
    let found = Box(around: corners)
    return isAstride(found) ? nil : found
  }

  /// A shape in WGS 84, cut along the antimeridian; nil where it is no place.
  func place(_ shape: Shape) -> Shape? {
    if isGeographic {
      let cut = AntimeridianCut.cut(shape)
      return toWGS84.isIdentity ? cut : moved(cut)
    }
    return moved(shape).map(AntimeridianCut.cut)
  }

  private func moved(_ shape: Shape) -> Shape? {
    shape.mapped { try? toWGS84.transform($0) }
  }

  /// Boxes with those a turn further and less, since the longitudes of a shape may go on beyond the
  /// line, and with 0° east: what jumps over the line has a box around the globe, in which that lies.
  private func turned(_ boxes: [Box]) -> [Box] {
    boxes.flatMap { box in
      [0.0, 360, -360].map { turn in
        Box(minX: box.minX + turn, minY: box.minY, maxX: box.maxX + turn, maxY: box.maxY)
      } + [Box(minX: 0, minY: box.minY, maxX: 0, maxY: box.maxY)]
    }
  }

  private func isAstride(_ box: Box) -> Bool {
    box.width > Antimeridian.longitude || box.minX < -Antimeridian.longitude
      || box.maxX > Antimeridian.longitude
  }
}
