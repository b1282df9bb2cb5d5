public import Geometry

extension LocatorIndex {
  /// The location of a position; see `Locator` for the border rule.
  @inlinable
  func locate(_ point: Coordinate) -> Location {
    let square = Int(square(of: point))
    guard square >= 0 else { return .outside }
    return answer(point, entry: entries[square], square: square)
  }

  /// The number of the square that a position falls into; −1 outside the box.
  @inlinable @inline(__always)
  func square(of point: Coordinate) -> Int32 {
    // Written so that NaN fails it.
    guard point.x >= box.minX, point.x <= box.maxX, point.y >= box.minY, point.y <= box.maxY
    else { return -1 }
    let column = min(Int32((point.x - box.minX) * scaleX), Int32(truncatingIfNeeded: columns) &- 1)
    let row = min(Int32((point.y - box.minY) * scaleY), Int32(truncatingIfNeeded: rows) &- 1)
    return row &* Int32(truncatingIfNeeded: columns) &+ column
  }

  /// The location of a position in a square.
  @inlinable @inline(__always)
  func answer(_ point: Coordinate, entry: UInt32, square: Int) -> Location {
    let rest = Int(entry & 0x3FFF_FFFF)
    switch entry >> 30 {
    case 0:
      return Location(cell: Int32(truncatingIfNeeded: rest) &- 1, isBorder: false)
    case 1:
      let edge = edges[rest]
      let side = Orientation.sign(from: edge.lower, to: edge.upper, of: point)
      if side > 0 { return Location(cell: edge.left, isBorder: false) }
      if side < 0 { return Location(cell: edge.right, isBorder: false) }
      return locateOnChord(point, edge)
    default:
      return locateAmongEdges(point, square: square, entry: entry)
    }
  }

  /// A position exactly on the only edge of its square.
  @usableFromInline
  func locateOnChord(_ point: Coordinate, _ edge: Edge) -> Location {
    let isHorizontal = edge.lower.y == edge.upper.y
    let first = isHorizontal ? edge.left : edge.right
    let second = isHorizontal ? edge.right : edge.left
    return Location(cell: first >= 0 ? first : second, isBorder: true)
  }

  /// A position in a square with several edges.
  @usableFromInline
  func locateAmongEdges(_ point: Coordinate, square: Int, entry: UInt32) -> Location {
    let column = square % columns
    let record = Int(entry & 0x3FFF_FFFF)
    if entry >> 30 == Answer.cells { return locateAmongCells(point, column, record) }
    // The numbers of the cells plus one, combined by exclusive or: on a path through a
    // coverage each cell is left once for each time it is entered, so what remains is
    // the cell at the end, in whatever order the edges are met.
    var code = records[record]
    var isBorder = false
    let first = record + 2
    for place in first..<first + Int(records[record + 1]) {
      let item = records[place]
      let edge = edges[Int(item >> 2)]
      let crossing = crosses(edge, item & 3, point, column)
      if crossing.isOn { isBorder = true }
      if crossing.isCrossed {
        code ^= UInt32(bitPattern: edge.left &+ 1) ^ UInt32(bitPattern: edge.right &+ 1)
      }
    }
    let cell = Int32(bitPattern: code) &- 1
    guard isBorder else { return Location(cell: cell, isBorder: false) }
    if cell >= 0 { return Location(cell: cell, isBorder: true) }
    let list = UnsafeBufferPointer(rebasing: records[first..<first + Int(records[record + 1])])
    return Location(cell: firstCell(around: point, list), isBorder: true)
  }

  /// Whether the path from the reference corner of a square to a position crosses an
  /// edge (an odd number of times), and whether the position lies on the edge.
  ///
  /// The path leads up along the left border of the square, then to the right, both
  /// shifted by the infinitesimal steps of the border rule.
  @inline(__always)
  func crosses(
    _ edge: Edge, _ flags: UInt32, _ point: Coordinate, _ column: Int
  ) -> (isCrossed: Bool, isOn: Bool) {
    let a = edge.lower
    let b = edge.upper
    let spansHeight = a.y <= point.y && point.y < b.y
    let side = spansHeight ? Orientation.sign(from: a, to: b, of: point) : 1
    var isOn = side == 0
    if point.y == b.y {
      // The upper end, or a horizontal edge.
      isOn = a.y == b.y ? a.x <= point.x && point.x <= b.x : point.x == b.x
    }
    if flags == LocatorBuilder.LeftBorder.clear { return (side <= 0, isOn) }
    let turn = Coordinate(x: columnStart[column], y: point.y)
    let turnSide = Orientation.sign(from: a, to: b, of: turn)
    let isTurnRight = turnSide < 0 || (turnSide == 0 && a.y < b.y)
    var isCrossed = side <= 0 && !isTurnRight
    if flags != LocatorBuilder.LeftBorder.touches {
      let isCornerRight = flags == LocatorBuilder.LeftBorder.spansLeftOfCorner
      if isCornerRight != isTurnRight { isCrossed.toggle() }
    }
    return (isCrossed, isOn)
  }

  /// The first cell counter-clockwise around a position on the outer border,
  /// beginning in the east; −1 when no edge of the list passes through it.
  private func firstCell(around point: Coordinate, _ list: UnsafeBufferPointer<UInt32>) -> Int32 {
    var best: (end: Coordinate, cell: Int32)?
    for item in list {
      let edge = edges[Int(item >> 2)]
      guard Self.isOn(edge, point) else { continue }
      // Up along the edge its left side comes next, down along it its right side.
      for (end, cell) in [(edge.upper, edge.left), (edge.lower, edge.right)] {
        guard end != point, cell >= 0 else { continue }
        if let known = best,
          !EdgeTable.isBefore(from: point, to: end, than: point, to: known.end)
        {
          continue
        }
        best = (end, cell)
      }
    }
    return best?.cell ?? -1
  }

  /// Whether a position lies exactly on an edge, its ends included.
  static func isOn(_ edge: Edge, _ point: Coordinate) -> Bool {
    let a = edge.lower
    let b = edge.upper
    guard a.y <= point.y, point.y <= b.y else { return false }
    guard min(a.x, b.x) <= point.x, point.x <= max(a.x, b.x) else { return false }
    return Orientation.sign(from: a, to: b, of: point) == 0
  }
}
