/// A ring of a Shapefile polygon: clockwise for a shell, the other way for a hole.
package struct ShapefileRing {
  package typealias Position = (x: Double, y: Double)

  let positions: [Position]
  /// Positive when the ring runs counter-clockwise.
  package let signedArea: Double
  private let min: Position
  private let max: Position

  /// Makes a ring, closing it if the file did not.
  package init(_ open: [Position]) {
    var positions = open
    if let first = open.first, let last = open.last, first != last { positions.append(first) }
    self.positions = positions
    var twice = 0.0
    var low: Position = (.infinity, .infinity)
    var high: Position = (-.infinity, -.infinity)
    let origin = positions.first ?? (0, 0)
    for (index, position) in positions.enumerated() {
      low = (Swift.min(low.x, position.x), Swift.min(low.y, position.y))
      high = (Swift.max(high.x, position.x), Swift.max(high.y, position.y))
      guard index > 0 else { continue }
      let last = positions[index - 1]
      twice +=
        (last.x - origin.x) * (position.y - origin.y) - (position.x - origin.x)
        * (last.y - origin.y)
    }
    signedArea = twice / 2
    min = low
    max = high
  }

  /// Finding out which ring lies in which takes too long.
  struct TooManyRings: Error {}

  /// Groups rings into polygons, each its shell and then its holes, in file order.
  ///
  /// A hole belongs to the smallest shell around it; one in no shell is a shell
  /// that runs the wrong way. Within such a one, and where no ring runs clockwise, directions say
  /// nothing, and a ring inside an even number of others is a shell.
  static func polygons(of rings: [ShapefileRing]) throws(TooManyRings) -> [[ShapefileRing]] {
    guard rings.count > 1 else { return [rings] }
    var nesting = Nesting(rings)
    var isShell = rings.map { $0.signedArea <= 0 }
    if !isShell.contains(true) {
      isShell = try nesting.depths().map { $0.depth.isMultiple(of: 2) }
    }
    var owner = try owners(isShell, &nesting)
    if rings.indices.contains(where: { !isShell[$0] && owner[$0] == $0 }) {
      let places = try nesting.depths()
      for (ring, place) in places.enumerated() where rings[place.outermost].signedArea > 0 {
        isShell[ring] = place.depth.isMultiple(of: 2)
      }
      owner = try owners(isShell, &nesting)
    }
    var holes: [Int: [ShapefileRing]] = [:]
    for ring in rings.indices where owner[ring] != ring {
      holes[owner[ring], default: []].append(rings[ring])
    }
    return rings.indices.filter { owner[$0] == $0 }.map { [rings[$0]] + (holes[$0] ?? []) }
  }

  /// The shell of each ring; a ring without one is its own.
  private static func owners(
    _ isShell: [Bool], _ nesting: inout Nesting
  ) throws(TooManyRings) -> [Int] {
    var owner = [Int](isShell.indices)
    for hole in isShell.indices where !isShell[hole] {
      owner[hole] = try nesting.smallest(around: hole, among: { isShell[$0] }) ?? hole
    }
    return owner
  }

  /// Which rings lie in which, found by trying the smallest first.
  private struct Nesting {
    private let rings: [ShapefileRing]
    /// The rings from the smallest to the largest.
    private let order: [Int]
    /// The place of each ring in that order.
    private let places: [Int]
    /// How many comparisons are left; more would be minutes.
    private var left = 2_000_000_000

    init(_ rings: [ShapefileRing]) {
      self.rings = rings
      order = rings.indices.sorted {
        (abs(rings[$0].signedArea), $0) < (abs(rings[$1].signedArea), $1)
      }
      var places = [Int](repeating: 0, count: rings.count)
      for (place, ring) in order.enumerated() { places[ring] = place }
      self.places = places
    }

    /// The smallest ring around another; nil where there is none.
    mutating func smallest(
      around inner: Int, among isCandidate: (Int) -> Bool
    ) throws(TooManyRings) -> Int? {
      for outer in order[(places[inner] + 1)...] where isCandidate(outer) {
        left -= 1
        if rings[outer].holdsBox(of: rings[inner]) {
          left -= rings[outer].positions.count
          if rings[outer].surrounds(rings[inner]) { return outer }
        }
        guard left >= 0 else { throw TooManyRings() }
      }
      return nil
    }

    /// In how many others each ring lies, one more than the smallest around it, and the outermost of
    /// these, itself where it lies in none.
    mutating func depths() throws(TooManyRings) -> [(depth: Int, outermost: Int)] {
      var found = rings.indices.map { (depth: 0, outermost: $0) }
      for ring in order.reversed() {
        guard let around = try smallest(around: ring, among: { _ in true }) else { continue }
        found[ring] = (found[around].depth + 1, found[around].outermost)
      }
      return found
    }
  }

  /// Whether the box of `other` lies in the box of this ring.
  private func holdsBox(of other: ShapefileRing) -> Bool {
    min.x <= other.min.x && min.y <= other.min.y && max.x >= other.max.x && max.y >= other.max.y
  }

  /// Whether `other` lies in this ring, by its first position that is not on the line.
  func surrounds(_ other: ShapefileRing) -> Bool {
    guard holdsBox(of: other) else { return false }
    for position in other.positions {
      if let isInside = encloses(position) { return isInside }
    }
    // All corners touch the line: the middle of a side decides.
    for (a, b) in zip(other.positions, other.positions.dropFirst()) {
      if let isInside = encloses(((a.x + b.x) / 2, (a.y + b.y) / 2)) { return isInside }
    }
    return abs(signedArea) > abs(other.signedArea)
  }

  /// Whether a position lies inside; nil on the line itself.
  private func encloses(_ position: Position) -> Bool? {
    var isInside = false
    for (a, b) in zip(positions, positions.dropFirst()) {
      if position.y < Swift.min(a.y, b.y) || position.y > Swift.max(a.y, b.y) { continue }
      let side = (b.x - a.x) * (position.y - a.y) - (position.x - a.x) * (b.y - a.y)
      if side == 0, position.x >= Swift.min(a.x, b.x), position.x <= Swift.max(a.x, b.x) {
        return nil
      }
      if (a.y > position.y) != (b.y > position.y), (side > 0) == (b.y > a.y) { isInside.toggle() }
    }
    return isInside
  }
}
