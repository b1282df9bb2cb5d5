import Geometry

@testable import Grids

/// The border rule of `Locator`, worked out cell by cell in exact arithmetic from the rings
/// as they were given: shells counter-clockwise, holes clockwise.
struct LocationOracle {
  private struct Line {
    var cell: Int32
    var from: FixedPoint
    var to: FixedPoint
  }

  private var lines: [Line] = []
  private let cellCount: Int

  init(_ cells: [MultiPolygon]) {
    cellCount = cells.count
    for (number, cell) in cells.enumerated() {
      for ring in cell.rings {
        let points = ring.coordinates.compactMap(FixedPoint.init)
        precondition(points.count == ring.coordinates.count, "the fixture has too many digits")
        for (from, to) in zip(points, points.dropFirst()) {
          lines.append(Line(cell: Int32(number), from: from, to: to))
        }
      }
    }
  }

  /// Nil when the position has too many digits for the oracle; the number of cells that
  /// contain it by the half-open rule comes with the location.
  func locate(_ point: Coordinate) -> (location: Location, containing: Int)? {
    guard let p = FixedPoint(point) else { return nil }
    var parity = [Bool](repeating: false, count: cellCount)
    var through: [Line] = []
    for line in lines {
      let isUp = line.from.y < line.to.y || (line.from.y == line.to.y && line.from.x < line.to.x)
      let low = isUp ? line.from : line.to
      let high = isUp ? line.to : line.from
      guard low.y <= p.y, p.y <= high.y else { continue }
      let side = FixedPoint.side(low, high, p)
      let spansWidth = min(low.x, high.x) <= p.x && p.x <= max(low.x, high.x)
      if side == 0 && spansWidth { through.append(line) }
      if p.y < high.y && side <= 0 { parity[Int(line.cell)].toggle() }
    }
    let cells = parity.indices.filter { parity[$0] }
    let isBorder = !through.isEmpty
    if let first = cells.first {
      return (Location(cell: Int32(first), isBorder: isBorder), cells.count)
    }
    let cell = firstCell(around: p, through)
    return (Location(cell: cell, isBorder: isBorder), isBorder ? 1 : 0)
  }

  /// The cell that lies on the left of the first line that leads away from the position,
  /// counter-clockwise from the east.
  private func firstCell(around p: FixedPoint, _ through: [Line]) -> Int32 {
    let leaving = through.filter { $0.to != p }
    let best = leaving.min { a, b in
      let first = (a.to.x - p.x, a.to.y - p.y)
      let second = (b.to.x - p.x, b.to.y - p.y)
      let isFirstUp = first.1 > 0 || (first.1 == 0 && first.0 > 0)
      let isSecondUp = second.1 > 0 || (second.1 == 0 && second.0 > 0)
      if isFirstUp != isSecondUp { return isFirstUp }
      return FixedPoint.cross(first.0, first.1, second.0, second.1) > 0
    }
    return best?.cell ?? -1
  }
}
