public import Geometry

extension LocatorIndex {
  /// The location of a position; see `Locator` for the border rule.
  @inlinable
  func locate(_ point: Coordinate) -> Location {
    // Written so that NaN fails it.
    guard point.x >= box.minX, point.x <= box.maxX, point.y >= box.minY, point.y <= box.maxY
    else { return .outside }
    let (column, row) = part(of: point)
    let entry = entries[square(column, row)]
    if entry < LocatorBlock.flag { return Self.inside(entry) }
    return locate(point, inBlock: entry, column, row)
  }

  /// The column and row of parts of a position in the box.
  @inlinable @inline(__always)
  func part(of point: Coordinate) -> (column: Int32, row: Int32) {
    (
      min(Int32((point.x - box.minX) * scaleX), lastColumn),
      min(Int32((point.y - box.minY) * scaleY), lastRow)
    )
  }

  /// The number of the square of a part.
  @inlinable @inline(__always)
  func square(_ column: Int32, _ row: Int32) -> Int {
    Int(row >> 2) &* columns &+ Int(column >> 2)
  }

  /// The location of a position inside the cell that a code means.
  @inlinable @inline(__always)
  static func inside(_ code: UInt32) -> Location {
    Location(cell: Int32(truncatingIfNeeded: code) &- 1, isBorder: false)
  }

  /// The location of a position in a square whose entry names a block.
  @usableFromInline
  func locate(
    _ point: Coordinate, inBlock entry: UInt32, _ column: Int32, _ row: Int32
  ) -> Location {
    let corner = Corner(column: column, row: row)
    guard let parts = Parts(self, entry) else { return locateInCrowd(point, entry, corner) }
    let pattern = parts.pattern(column, row)
    if pattern.edges == 0 { return Self.inside(pattern.code) }
    if pattern.edges & (pattern.edges &- 1) == 0 {
      return locate(point, besideEdge: pattern.edges.trailingZeroBitCount, of: parts)
    }
    return locate(point, pattern, of: parts, corner)
  }

  /// A position in a part through which a single edge runs.
  @inline(__always)
  func locate(_ point: Coordinate, besideEdge number: Int, of parts: Parts) -> Location {
    let ends = vertices + Int(parts.places[number])
    let side = Orientation.sign(from: ends[0], to: ends[1], of: point)
    if side == 0 { return locateOnEdge(parts.edge(number, vertices)) }
    let sides = Int(parts.sides[number])
    return Self.inside(parts.codes[side > 0 ? sides & 15 : sides >> 4])
  }

  /// A position exactly on the only edge of its part.
  func locateOnEdge(_ edge: LocatorBlock.Edge) -> Location {
    let isHorizontal = edge.lower.y == edge.upper.y
    let first = isHorizontal ? edge.left : edge.right
    let second = isHorizontal ? edge.right : edge.left
    return Location(cell: Int32(first != 0 ? first : second) - 1, isBorder: true)
  }

  /// A position in a part with several edges.
  func locate(
    _ point: Coordinate, _ pattern: Pattern, of parts: Parts, _ corner: Corner
  ) -> Location {
    let walk = BorderWalk(corner: place(of: corner), point: point)
    return locate(walk, from: pattern.code) { body in
      var left = pattern.edges
      while left != 0 {
        body(parts.edge(left.trailingZeroBitCount, vertices))
        left &= left &- 1
      }
    }
  }

  /// The location of the end of a walk that begins in the cell that a code means.
  ///
  /// The codes of the cells are combined by exclusive or: on a path through a
  /// coverage each cell is left once for each time it is entered, so what remains is
  /// the cell at the end, in whatever order the edges are met. Where cells overlap that were taken
  /// for a coverage, what remains can be the code of no cell; that counts as outside.
  @inline(__always)
  func locate(
    _ walk: BorderWalk, from reference: UInt32, forEachEdge: ((LocatorBlock.Edge) -> Void) -> Void
  ) -> Location {
    var code = reference
    var isBorder = false
    forEachEdge { edge in
      let crossing = walk.crosses(edge.lower, edge.upper)
      if crossing.isOn { isBorder = true }
      if crossing.isCrossed { code ^= edge.left ^ edge.right }
    }
    if code > greatestCode { code = 0 }
    if !isBorder { return Self.inside(code) }
    if code == 0 { code = firstCode(around: walk.point, forEachEdge) }
    return Location(cell: Int32(code) - 1, isBorder: true)
  }

  /// The first cell counter-clockwise around a position on the outer border,
  /// beginning in the east; 0 when no edge passes through it.
  private func firstCode(
    around point: Coordinate, _ forEachEdge: ((LocatorBlock.Edge) -> Void) -> Void
  ) -> UInt32 {
    var best: (end: Coordinate, code: UInt32)?
    forEachEdge { edge in
      guard Self.isOn(edge, point) else { return }
      // Up along the edge its left side comes next, down along it its right side.
      for (end, code) in [(edge.upper, edge.left), (edge.lower, edge.right)] {
        guard end != point, code != 0 else { continue }
        if let known = best,
          !EdgeTable.isBefore(from: point, to: end, than: point, to: known.end)
        {
          continue
        }
        best = (end, code)
      }
    }
    return best?.code ?? 0
  }

  /// Whether a position lies exactly on an edge, its ends included.
  static func isOn(_ edge: LocatorBlock.Edge, _ point: Coordinate) -> Bool {
    let a = edge.lower
    let b = edge.upper
    guard a.y <= point.y, point.y <= b.y else { return false }
    guard min(a.x, b.x) <= point.x, point.x <= max(a.x, b.x) else { return false }
    return Orientation.sign(from: a, to: b, of: point) == 0
  }
}
