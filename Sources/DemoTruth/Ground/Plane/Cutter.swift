import Geometry

/// Cuts faces along gently bent lines that end at right angles as far as the ground lets them, and
/// meet at the crossings that the other side has already.
struct Cutter {
  /// How a cut is to run.
  struct Wish {
    /// A position on the line.
    var through: Coordinate
    /// Its direction, of length 1.
    var along: Coordinate
    /// How far an end may slip along the border to meet a crossing, in metres.
    var reach: Double
    /// The bow of the line, as a share of its length; positive bends to the left.
    var bow: Double
    /// The distance between its vertices, in metres.
    var step = 60.0
    /// The least area of a part over its perimeter, in metres: about half of its width.
    var thickness = 0.0
  }

  /// The length of border that a cut leaves beside a corner, in metres.
  static let corner = 22.0
  /// The cosine of the turn from which a vertex counts as a corner: 25 degrees.
  private static let straight = 0.906

  private struct End {
    /// The half that the line hits.
    var half: Int
    var point: Coordinate
    /// The half that begins at an existing vertex, where the end is one.
    var vertex: Int?
  }

  /// Cuts; nil where no good line is found, and the plan is as it was.
  static func cut(
    _ plan: inout Subdivision, _ face: Int, _ wish: Wish, line: Int
  ) -> (face: Int, line: [Int])? {
    let loop = plan.loop(face)
    guard let hits = hits(plan, loop, wish) else { return nil }
    let ends = hits.map { settle(plan, $0, reach: wish.reach) }
    let (a, b) = (ends[0].point, ends[1].point)
    let length = (b - a).length
    guard length > 25, meetsWell(plan, ends[0], towards: b), meetsWell(plan, ends[1], towards: a)
    else { return nil }
    if let p = ends[0].vertex, let q = ends[1].vertex, plan.next[p] == q || plan.next[q] == p {
      return nil
    }
    for bow in [wish.bow, wish.bow / 3, 0] {
      let chain = chain(from: a, to: b, bow: bow * length, step: wish.step)
      guard isClear(plan, loop, [a] + chain + [b], ends),
        wish.thickness == 0 || thickness(plan, loop, chain, ends) >= wish.thickness
      else { continue }
      let from = ends[0].vertex ?? plan.divide(ends[0].half, at: a)
      let to = ends[1].vertex ?? plan.divide(ends[1].half, at: b)
      return plan.cut(from: from, to: to, chain: chain, line: line)
    }
    return nil
  }

  /// Where the straight line enters and leaves the face: its longest stretch inside.
  private static func hits(_ plan: Subdivision, _ loop: [Int], _ wish: Wish) -> [End]? {
    var found: [(at: Double, end: End)] = []
    for half in loop {
      let (a, b) = (plan.start(half), plan.end(half))
      let (s, t) = (wish.along.cross(a - wish.through), wish.along.cross(b - wish.through))
      guard (s < 0) != (t < 0) else { continue }
      let point = a + (b - a) * (s / (s - t))
      found.append((wish.along.dot(point - wish.through), End(half: half, point: point)))
    }
    guard found.count >= 2, found.count % 2 == 0 else { return nil }
    found.sort { $0.at < $1.at }
    var best = 0
    for pair in stride(from: 0, to: found.count, by: 2)
    where found[pair + 1].at - found[pair].at > found[best + 1].at - found[best].at {
      best = pair
    }
    return [found[best].end, found[best + 1].end]
  }

  /// Lets an end slip to a crossing within reach, and away from corners.
  private static func settle(_ plan: Subdivision, _ end: End, reach: Double) -> End {
    var crossing: (distance: Double, half: Int)?
    var corner: (distance: Double, forward: Bool)?
    var near: (distance: Double, half: Int)?
    for forward in [true, false] {
      var half = forward ? plan.next[end.half] : end.half
      var distance = (plan.start(half) - end.point).length
      let limit = max(reach, corner?.distance ?? Self.corner)
      while distance < limit {
        if turn(plan, half) < straight {
          if distance < Self.corner, distance < corner?.distance ?? .infinity {
            corner = (distance, forward)
          }
          break
        }
        if plan.degree[plan.origin[half]] > 2, distance < crossing?.distance ?? .infinity {
          crossing = (distance, half)
        }
        if distance < near?.distance ?? .infinity { near = (distance, half) }
        half = forward ? plan.next[half] : plan.previous[half]
        distance += (plan.end(half) - plan.start(half)).length
      }
    }
    if let crossing, crossing.distance < max(reach, 14) {
      return End(half: crossing.half, point: plan.start(crossing.half), vertex: crossing.half)
    }
    if let near, near.distance < 14 {
      return End(half: near.half, point: plan.start(near.half), vertex: near.half)
    }
    guard let corner else { return end }
    let along = (plan.end(end.half) - plan.start(end.half)).unit
    let shift = (Self.corner - corner.distance) * (corner.forward ? -1 : 1)
    let moved = end.point + along * shift
    let inside = (moved - plan.start(end.half)).dot(along)
    let length = (plan.end(end.half) - plan.start(end.half)).length
    guard inside > 3, inside < length - 3 else { return end }
    return End(half: end.half, point: moved)
  }

  /// The cosine of the turn that the border takes at the origin of a half.
  private static func turn(_ plan: Subdivision, _ half: Int) -> Double {
    let before = plan.previous[half]
    return (plan.end(before) - plan.start(before)).unit.dot(
      (plan.end(half) - plan.start(half)).unit)
  }

  /// Whether a line leaves the border at 40 degrees or more on both sides.
  private static func meetsWell(_ plan: Subdivision, _ end: End, towards: Coordinate) -> Bool {
    let inward = (towards - end.point).unit
    let half = end.half
    let forward = (plan.end(half) - plan.start(half)).unit
    let before = end.vertex == nil ? half : plan.previous[half]
    let backward = (plan.start(before) - plan.end(before)).unit
    return inward.dot(forward) < 0.77 && inward.dot(backward) < 0.77
      && (end.vertex != nil
        || min((end.point - plan.start(half)).length, (end.point - plan.end(half)).length) > 2)
  }

  private static func chain(
    from a: Coordinate, to b: Coordinate, bow: Double, step: Double
  ) -> [Coordinate] {
    let pieces = max(1, Int((b - a).length / step))
    let across = (b - a).unit.left
    return (1..<max(pieces, 2)).prefix(pieces - 1).map { piece in
      let t = Double(piece) / Double(pieces)
      return a + (b - a) * t + across * (4 * t * (1 - t) * bow)
    }
  }

  /// Whether a chain stays inside and keeps 10 m from the border but at its ends.
  private static func isClear(
    _ plan: Subdivision, _ loop: [Int], _ chain: [Coordinate], _ ends: [End]
  ) -> Bool {
    let last = chain.count - 1
    for half in loop {
      let (a, b) = (plan.start(half), plan.end(half))
      for index in 0..<last {
        let (p, q) = (chain[index], chain[index + 1])
        if min(p.x, q.x) > max(a.x, b.x) + 10 || max(p.x, q.x) < min(a.x, b.x) - 10
          || min(p.y, q.y) > max(a.y, b.y) + 10 || max(p.y, q.y) < min(a.y, b.y) - 10
        {
          continue
        }
        let touches =
          (index == 0 && touch(ends[0], half, a, b))
          || (index == last - 1 && touch(ends[1], half, a, b))
        if touches { continue }
        if crosses(p, q, a, b) { return false }
        if index > 0, distance(p, a, b) < 10, (p - chain[0]).length > 12,
          (p - chain[last]).length > 12
        {
          return false
        }
      }
    }
    return true
  }

  /// The area over the perimeter of the thinner one of the parts that a chain makes.
  private static func thickness(
    _ plan: Subdivision, _ loop: [Int], _ chain: [Coordinate], _ ends: [End]
  ) -> Double {
    var border: [Coordinate] = []
    var marks = [0, 0]
    for half in loop {
      let start = plan.start(half)
      for place in 0...1 where ends[place].vertex == half { marks[place] = border.count }
      border.append(start)
      let here = (0...1).filter { ends[$0].vertex == nil && ends[$0].half == half }
      for place in here.sorted(by: {
        (ends[$0].point - start).length < (ends[$1].point - start).length
      }) {
        marks[place] = border.count
        border.append(ends[place].point)
      }
    }
    func part(_ from: Int, _ to: Int, _ back: [Coordinate]) -> Double {
      let count = (to - from + border.count) % border.count
      let ring = (0...count).map { border[(from + $0) % border.count] } + back
      return abs(GroundPlan.area(ring)) / (ring + [ring[0]]).pathLength
    }
    return min(part(marks[0], marks[1], chain.reversed()), part(marks[1], marks[0], chain))
  }

  private static func touch(_ end: End, _ half: Int, _ a: Coordinate, _ b: Coordinate) -> Bool {
    end.vertex == nil ? end.half == half : end.point == a || end.point == b
  }

  private static func crosses(
    _ p: Coordinate, _ q: Coordinate, _ a: Coordinate, _ b: Coordinate
  ) -> Bool {
    Orientation.sign(from: p, to: q, of: a) != Orientation.sign(from: p, to: q, of: b)
      && Orientation.sign(from: a, to: b, of: p) != Orientation.sign(from: a, to: b, of: q)
  }

  /// Where two stretches of line cross within both; nil where they do not.
  static func crossing(
    _ a: Coordinate, _ b: Coordinate, _ c: Coordinate, _ d: Coordinate
  ) -> Coordinate? {
    let (one, other) = (b - a, d - c)
    let sine = one.cross(other)
    guard sine != 0 else { return nil }
    let (s, t) = ((c - a).cross(other) / sine, (c - a).cross(one) / sine)
    return s > 0 && s < 1 && t > 0 && t < 1 ? a + one * s : nil
  }

  /// The distance of a position from a stretch of line.
  static func distance(_ p: Coordinate, _ a: Coordinate, _ b: Coordinate) -> Double {
    let along = b - a
    let square = along.dot(along)
    let t = square > 0 ? min(1, max(0, (p - a).dot(along) / square)) : 0
    return (a + along * t - p).length
  }
}
