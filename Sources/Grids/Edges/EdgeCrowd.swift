import Geometry

/// The pairs among many edges that can be near each other, found by dividing the edges again and again by
/// straight lines.
///
/// Squares do not tell apart long edges that lie side by side, as those of thousands of rings within one
/// another do. A line that runs as they do tells them apart: so edges are sorted by direction, and those of
/// about one direction, or of two, are divided by lines along these until there are few, or no line helps.
struct EdgeCrowd {
  /// Fewer edges than this are not worth dividing.
  static let least = 256

  /// Unit vectors, a sixteenth of a full turn apart; the opposite ones divide alike.
  private static let directions: [Coordinate] = [
    (1, 0), (0.924, 0.383), (0.707, 0.707), (0.383, 0.924),
    (0, 1), (-0.383, 0.924), (-0.707, 0.707), (-0.924, 0.383),
  ].map { Coordinate(x: $0.0, y: $0.1) }

  /// Edges each of which is to be compared with each of some others, or of the same.
  struct Group {
    var ones: [Int32]
    /// Nil where the edges are to be compared among themselves.
    var others: [Int32]?

    /// How many comparisons that is, each pair of the same counted twice.
    var comparisons: Int { ones.count * (others?.count ?? ones.count) }
  }

  private let edges: EdgeTable
  private let margin: Coordinate

  /// - Parameter margin: how far from each other edges are still near, along each axis.
  init(_ edges: EdgeTable, margin: Coordinate = Coordinate(x: 0, y: 0)) {
    self.edges = edges
    self.margin = margin
  }

  /// Calls `body` with pairs of edges, the lesser number first; with all that are within the margin of each
  /// other, with some others, and with some more than once.
  func forEachPair(of list: [Int32], _ body: (Int32, Int32) -> Void) {
    forEachGroup(of: list) { group in
      if let others = group.others {
        compare(group.ones, with: others, body)
      } else {
        compareAll(group.ones, body)
      }
    }
  }

  /// Compares edges that overlap in height.
  private func compareAll(_ list: [Int32], _ body: (Int32, Int32) -> Void) {
    let (edges, margin) = (edges, margin)
    let sorted = list.sorted { edges.lowerEnd($0).y < edges.lowerEnd($1).y }
    for (place, edge) in sorted.enumerated() {
      let box = EdgeBox(edges, edge).grown(by: margin)
      for other in sorted[(place + 1)...] {
        let otherBox = EdgeBox(edges, other)
        if otherBox.south > box.north { break }
        if edge != other, box.meets(otherBox) { body(min(edge, other), max(edge, other)) }
      }
    }
  }

  private func compare(_ ones: [Int32], with others: [Int32], _ body: (Int32, Int32) -> Void) {
    let (edges, margin) = (edges, margin)
    for edge in ones {
      let box = EdgeBox(edges, edge).grown(by: margin)
      for other in others where edge != other && box.meets(EdgeBox(edges, other)) {
        body(min(edge, other), max(edge, other))
      }
    }
  }

  /// Calls `body` with groups of the edges: those near each other are compared in at least one.
  func forEachGroup(of list: [Int32], _ body: (Group) -> Void) {
    guard list.count >= Self.least else { return body(Group(ones: list, others: nil)) }
    var sorted = [[Int32]](repeating: [], count: Self.directions.count)
    for edge in list { sorted[direction(of: edge)].append(edge) }
    let normals = sorted.map(normal)
    for (first, ones) in sorted.enumerated() where !ones.isEmpty {
      let normal = normals[first]
      let along = Coordinate(x: normal.y, y: -normal.x)
      divide(Group(ones: ones, others: nil), along: [normal, along], body)
      for second in (first + 1)..<sorted.count where !sorted[second].isEmpty {
        divide(Group(ones: ones, others: sorted[second]), along: [normal, normals[second]], body)
      }
    }
  }

  /// The unit vector across one of the edges of a direction.
  private func normal(of list: [Int32]) -> Coordinate {
    guard !list.isEmpty else { return Coordinate(x: 0, y: 0) }
    let edge = list[list.count / 2]
    let (a, b) = (edges.lowerEnd(edge), edges.upperEnd(edge))
    let (x, y) = (b.x - a.x, b.y - a.y)
    let length = (x * x + y * y).squareRoot()
    return length > 0 && length.isFinite
      ? Coordinate(x: -y / length, y: x / length) : Self.directions[0]
  }

  /// The number of the direction that an edge has nearly.
  private func direction(of edge: Int32) -> Int {
    let (a, b) = (edges.lowerEnd(edge), edges.upperEnd(edge))
    let (x, y) = (b.x - a.x, b.y - a.y)
    var best = (number: 0, length: -1.0)
    for (number, direction) in Self.directions.enumerated() {
      let length = (x * direction.x + y * direction.y).magnitude
      if length > best.length { best = (number, length) }
    }
    return best.number
  }

  private func divide(_ group: Group, along directions: [Coordinate], _ body: (Group) -> Void) {
    guard group.comparisons > Self.least * Self.least else { return body(group) }
    // A cut that saves less than a twentieth is not worth it.
    var best: (low: Group, high: Group, comparisons: Int)?
    for direction in directions {
      for list in [group.ones, group.others] {
        for at in quarters(of: list ?? [], along: direction) {
          let low = part(of: group) { extent(of: $0, along: direction).lowerBound <= at }
          let high = part(of: group) { extent(of: $0, along: direction).upperBound >= at }
          let comparisons = low.comparisons + high.comparisons
          if comparisons < best?.comparisons ?? (group.comparisons / 20 * 19) {
            best = (low, high, comparisons)
          }
        }
      }
    }
    guard let best else { return body(group) }
    divide(best.low, along: directions, body)
    divide(best.high, along: directions, body)
  }

  private func part(of group: Group, where isPart: (Int32) -> Bool) -> Group {
    Group(ones: group.ones.filter(isPart), others: group.others?.filter(isPart))
  }

  /// About the quartiles of where edges are along a direction, from some of them.
  private func quarters(of list: [Int32], along direction: Coordinate) -> [Double] {
    let step = max(1, list.count / 31)
    let middles = stride(from: 0, to: list.count, by: step).map { place in
      let extent = extent(of: list[place], along: direction)
      return extent.lowerBound + (extent.upperBound - extent.lowerBound) / 2
    }.filter(\.isFinite).sorted()
    return middles.isEmpty ? [] : [2, 1, 3].map { middles[middles.count * $0 / 4] }
  }

  /// From where to where an edge, with what is within the margin of it, lies along a direction.
  private func extent(of edge: Int32, along direction: Coordinate) -> ClosedRange<Double> {
    let (a, b) = (edges.lowerEnd(edge), edges.upperEnd(edge))
    let one = a.x * direction.x + a.y * direction.y
    let other = b.x * direction.x + b.y * direction.y
    // What rounding can do to the sums, several times over.
    let slack =
      0x1p-50 * (max(a.x.magnitude, b.x.magnitude) + max(a.y.magnitude, b.y.magnitude))
      + direction.x.magnitude * margin.x + direction.y.magnitude * margin.y
    return min(one, other) - slack...max(one, other) + slack
  }
}

/// The rectangle around an edge.
struct EdgeBox {
  private(set) var west: Double
  private(set) var east: Double
  private(set) var south: Double
  private(set) var north: Double

  @inline(__always)
  init(_ edges: EdgeTable, _ edge: Int32) {
    let (a, b) = (edges.lowerEnd(edge), edges.upperEnd(edge))
    (west, east) = a.x < b.x ? (a.x, b.x) : (b.x, a.x)
    (south, north) = (a.y, b.y)
  }

  @inline(__always)
  func grown(by margin: Coordinate) -> EdgeBox {
    var box = self
    box.west -= margin.x
    box.east += margin.x
    box.south -= margin.y
    box.north += margin.y
    return box
  }

  /// Whether the two have a position in common, borders included.
  @inline(__always)
  func meets(_ other: EdgeBox) -> Bool {
    south <= other.north && other.south <= north && west <= other.east && other.west <= east
  }
}
