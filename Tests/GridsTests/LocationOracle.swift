import Geometry
import Grids

/// Where positions lie, by exact arithmetic over the rings of all cells.
///
/// Nothing here is shared with the code under test: rings instead of shared edges, a ray from
/// infinity instead of squares, whole numbers instead of filtered doubles. Shells must run
/// counter-clockwise and holes clockwise; see `oriented`.
struct LocationOracle {
  /// The answer for a position.
  struct Truth {
    /// Its location by the rule of `Locator`.
    var location: Location
    /// How many cells contain it by the half-open rule.
    var containing: Int
    /// The cells on whose border it lies.
    var touching: [Int32]
  }

  private struct Line {
    var cell: Int32
    var from: FixedPoint
    var to: FixedPoint
    var low: Coordinate
    var high: Coordinate

    var minX: Double { min(low.x, high.x) }
    var maxX: Double { max(low.x, high.x) }
  }

  /// A line of a cell whichever way it runs.
  private struct Key: Hashable {
    var cell: Int32
    var low: FixedPoint
    var high: FixedPoint
  }

  /// The lines by height, each strip in the order of their left ends.
  private var strips: [[Line]] = []
  private let box: Box
  private let scale: Double

  init(_ cells: [MultiPolygon]) {
    let lines = Self.lines(of: cells)
    box = Box(around: lines.lazy.flatMap { [$0.low, $0.high] })
    let count = max(lines.count / 16, 1)
    scale = box.height > 0 ? Double(count) / box.height : 0
    strips = Array(repeating: [], count: count + 1)
    for line in lines {
      for strip in strip(line.low.y)...strip(line.high.y) { strips[strip].append(line) }
    }
    for strip in strips.indices { strips[strip].sort { $0.minX < $1.minX } }
  }

  /// The lines that bound cells: one that a cell has twice, as in a spike, bounds nothing.
  private static func lines(of cells: [MultiPolygon]) -> [Line] {
    var lines: [Line] = []
    var counts: [Key: Int] = [:]
    for (number, cell) in cells.enumerated() {
      for ring in cell.rings {
        for (from, to) in zip(ring.coordinates, ring.coordinates.dropFirst()) where from != to {
          let line = line(Int32(number), from, to)
          lines.append(line)
          counts[key(line), default: 0] += 1
        }
      }
    }
    return lines.filter { line in
      guard let count = counts[key(line)], count > 1 else { return true }
      // Of an odd number of equal lines one is left.
      counts[key(line)] = count % 2 == 0 ? 2 : 1
      return count % 2 == 1
    }
  }

  private static func key(_ line: Line) -> Key {
    let isUp = line.from.y < line.to.y || (line.from.y == line.to.y && line.from.x < line.to.x)
    return Key(
      cell: line.cell, low: isUp ? line.from : line.to, high: isUp ? line.to : line.from)
  }

  private static func line(_ cell: Int32, _ from: Coordinate, _ to: Coordinate) -> Line {
    guard let start = FixedPoint(from), let end = FixedPoint(to) else {
      preconditionFailure("the fixture has too many digits at \(from) or \(to)")
    }
    let isUp = from.y < to.y || (from.y == to.y && from.x < to.x)
    return Line(
      cell: cell, from: start, to: end, low: isUp ? from : to, high: isUp ? to : from)
  }

  /// Never decreases with `y`, so a line is in the strips of all heights between its ends'.
  private func strip(_ y: Double) -> Int {
    min(max(Int((y - box.minY) * scale), 0), strips.count - 1)
  }

  /// Nil when the position has too many digits for the oracle.
  func locate(_ point: Coordinate) -> Truth? {
    guard let p = FixedPoint(point) else { return nil }
    guard point.y >= box.minY, point.y <= box.maxY else {
      return Truth(location: .outside, containing: 0, touching: [])
    }
    var cells: [Int32] = []
    var through: [Line] = []
    for line in strips[strip(point.y)] {
      if line.minX > point.x { break }
      guard line.low.y <= point.y, point.y <= line.high.y else { continue }
      var isLeft = true
      if point.x <= line.maxX {
        let isFromLow =
          line.from.y < line.to.y || (line.from.y == line.to.y && line.from.x < line.to.x)
        let side = FixedPoint.side(
          isFromLow ? line.from : line.to, isFromLow ? line.to : line.from, p)
        if side == 0 { through.append(line) }
        isLeft = side <= 0
      }
      guard isLeft, point.y < line.high.y else { continue }
      if let place = cells.firstIndex(of: line.cell) {
        cells.remove(at: place)
      } else {
        cells.append(line.cell)
      }
    }
    let isBorder = !through.isEmpty
    let cell = cells.min() ?? firstCell(around: p, through)
    return Truth(
      location: Location(cell: cell, isBorder: isBorder), containing: cells.count,
      touching: through.map(\.cell))
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

  /// Shells counter-clockwise and holes clockwise, as the oracle needs them.
  static func oriented(_ cell: MultiPolygon) -> MultiPolygon {
    MultiPolygon(
      cell.polygons.map { polygon in
        Polygon(
          rings: polygon.rings.enumerated().map { number, ring in
            (ring.signedArea > 0) == (number == 0) ? ring : ring.reversed
          })
      })
  }
}
