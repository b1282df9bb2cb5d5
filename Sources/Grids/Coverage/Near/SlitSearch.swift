import Geometry

/// A strip between two cells, or between two parts of one, that is open to the outside.
struct Slit {
  /// The two cells, ascending; or the one.
  var cells: [Int32]
  /// The southernmost middle of a stretch.
  var at: Coordinate
  /// About how much lies in it, in squared units of the coordinates.
  var area = 0.0
  /// How long it is, in units of the coordinates.
  var length = 0.0
}

/// Finds where cells that do not touch, or parts of one, face each other within a reach.
///
/// Two edges of different cells, or of different rings of one, bound a slit where they are nearly parallel: the part of each that is
/// beside the other is longer than the reach, and the ends of these parts are within it of each other.
/// This is the rule of GEOS (`CoverageValidator` with a gap width, which compares different cells alone),
/// in metres, for edges of the outer border whose outer sides face each other. A bay in one ring is none.
struct SlitSearch {
  private let near: NearEdges
  private let edges: EdgeTable
  private var found: [[Int32]: Slit] = [:]
  private var seen: Set<UInt64> = []

  /// The slits of each pair of cells as one, in the order of the cells.
  static func slits(between border: [Int32], of edges: EdgeTable, within reach: Reach) -> [Slit] {
    var search = SlitSearch(border, edges, reach)
    search.compareAll()
    return search.found.values.sorted { $0.cells.lexicographicallyPrecedes($1.cells) }
  }

  private init(_ border: [Int32], _ edges: EdgeTable, _ reach: Reach) {
    self.edges = edges
    near = NearEdges(border, edges, reach: reach)
  }

  private mutating func compareAll() {
    var pairs: [(Int32, Int32, Segment, Double)] = []
    let (edges, reach) = (edges, near.reach)
    near.forEachPair { first, second in
      if let (part, distance) = Self.facing(first, second, edges, reach) {
        pairs.append((first, second, part, distance))
      }
    }
    let facingThemselves = pairs.lazy.map { [edges] in
      (Self.owner($0.0, edges).cell, Self.owner($0.1, edges).cell)
    }.filter { $0.0 == $0.1 }.map(\.0)
    let rings = rings(of: Set(facingThemselves))
    for (first, second, part, distance) in pairs {
      if Self.owner(first, edges).cell == Self.owner(second, edges).cell,
        rings[first] == rings[second]
      {
        continue
      }
      // A pair that has several squares in common comes several times.
      guard seen.insert(UInt64(UInt32(first)) << 32 | UInt64(UInt32(second))).inserted else {
        continue
      }
      add(first, second, part, width: distance)
    }
  }

  /// The part of the first edge along the slit, in metres from its lower end, and the mean width.
  private static func facing(
    _ first: Int32, _ second: Int32, _ edges: EdgeTable, _ reach: Reach
  ) -> (Segment, Double)? {
    let (one, other) = (owner(first, edges), owner(second, edges))
    let origin = edges.lowerEnd(first)
    let scale = reach.scale(origin)
    let a = Segment(first, of: edges, from: origin, scale)
    let b = Segment(second, of: edges, from: origin, scale)
    let limit = reach.metres
    guard let onA = a.part(beside: b), var onB = b.part(beside: a) else { return nil }
    guard onA.length > limit, onB.length > limit else { return nil }
    let (along, against) = (
      Segment.distance(onA.start, onB.start), Segment.distance(onA.start, onB.end)
    )
    if against < along { onB = Segment(start: onB.end, end: onB.start) }
    let (start, end) = (
      Segment.distance(onA.start, onB.start), Segment.distance(onA.end, onB.end)
    )
    guard start <= limit, end <= limit else { return nil }
    // Outer side to outer side.
    guard (a.turn(to: onB.middle) > 0) != one.isLeft, (b.turn(to: onA.middle) > 0) != other.isLeft
    else { return nil }
    return (onA, (start + end) / 2)
  }

  /// The first cell of an edge that has cells on one side, and whether that is the left one.
  private static func owner(
    _ edge: Int32, _ edges: EdgeTable
  ) -> (cell: Int32, isLeft: Bool) {
    let left = edges.left[Int(edge)]
    return left >= 0 ? (left, true) : (edges.right[Int(edge)], false)
  }

  /// The number of the ring of each edge of some cells.
  private func rings(of cells: Set<Int32>) -> [Int32: Int] {
    guard !cells.isEmpty else { return [:] }
    var steps: [Int32: [RingStep]] = [:]
    for edge in 0..<Int32(edges.count) {
      let (left, right) = (edges.left[Int(edge)], edges.right[Int(edge)])
      if left == right { continue }
      if cells.contains(left) {
        steps[left, default: []].append(RingStep(edge: edge, isForward: true))
      }
      if cells.contains(right) {
        steps[right, default: []].append(RingStep(edge: edge, isForward: false))
      }
    }
    let assembler = PolygonAssembler(edges: edges)
    var rings: [Int32: Int] = [:]
    for steps in steps.values {
      let first = rings.count
      rings.merge(assembler.rings(boundedBy: steps).mapValues { $0 + first }) { _, new in new }
    }
    return rings
  }

  private mutating func add(_ first: Int32, _ second: Int32, _ part: Segment, width: Double) {
    let origin = edges.lowerEnd(first)
    let scale = near.reach.scale(origin)
    let at = Coordinate(
      x: origin.x + part.middle.x / scale.x, y: origin.y + part.middle.y / scale.y)
    var (ones, others): ([Int32], [Int32]) = ([], [])
    edges.collectCells(of: first, into: &ones)
    edges.collectCells(of: second, into: &others)
    for one in ones {
      for other in others where other != one || ones.count == 1 && others.count == 1 {
        let cells = other == one ? [one] : [min(one, other), max(one, other)]
        var slit = found[cells] ?? Slit(cells: cells, at: at)
        if Coordinate.isLower(at, than: slit.at) { slit.at = at }
        slit.area += part.length * width / (scale.x * scale.y)
        slit.length += part.length / (scale.x * scale.y).squareRoot()
        found[cells] = slit
      }
    }
  }
}
