import Geometry

/// What the land is like before anything is built: how towns lie on it, how lines bend over it, and
/// where its metric plane lies on the earth.
///
/// Lines are drawn in a flat plane, in metres from the district's middle, where the river is
/// straight; `bend` then carries every vertex to the ground. Nothing here calls a function whose
/// last digit differs between machines: noise is made of products.
struct Terrain: Sendable {
  /// The middle of the first district, degrees: all districts of the city lie in one metric plane.
  static let middle = Coordinate(longitude: 120.378, latitude: 30.104)
  /// Where the river runs in the flat plane, and half the width of its corridor with both banks.
  static let riverY = -520.0
  static let corridor = 135.0

  /// Metres per degree of longitude and latitude at 30.104 N on CGCS2000 (radii of curvature
  /// N = 6,383,528 m, M = 6,351,569 m).
  private static let metresEast = 96_386.0
  private static let metresNorth = 110_856.0

  private let seed: UInt64
  /// Where the middle of the district lies in the plane of the city.
  private let offset: Coordinate
  /// What moves and sizes the bent district so that it fills its 15 by 12 km.
  private var centre = Coordinate(x: 0, y: 0)
  private var factor = 1.0
  /// How strongly lines bend: less than 1 where the district's border would cross itself.
  private var strength = 1.0
  private let wide: Noise
  private let mid: Noise
  private let fine: Noise
  private let meander: Noise
  private let patches: Noise

  init(seed: UInt64, division: Division = .first) {
    self.seed = seed
    offset = division.offset
    wide = Noise(seed: seed, name: "terrain.wide", step: 3_300)
    mid = Noise(seed: seed, name: "terrain.mid", step: 1_350)
    fine = Noise(seed: seed, name: "terrain.fine", step: 520)
    meander = Noise(seed: seed, name: "terrain.meander", step: 2_700)
    patches = Noise(seed: seed, name: "terrain.patches", step: 900)
    let border = border()
    while strength > 0.3, crosses(border.map(bent)) { strength *= 0.85 }
    let box = Box(around: border.map(bent))
    centre = Coordinate(x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2)
    factor = min(14_900 / (box.maxX - box.minX), 11_860 / (box.maxY - box.minY))
  }

  /// Carries a position of the flat plane (metres from the district's middle) to the ground (metres from
  /// the middle of the first district).
  func bend(_ p: Coordinate) -> Coordinate { (bent(p) - centre) * factor + offset }

  private func bent(_ p: Coordinate) -> Coordinate {
    let far = (p.y - Self.riverY) / 2_600
    let swing = 1_050 * meander.value(p.x, 0) / (1 + far * far)
    return Coordinate(
      x: p.x + strength * sway(p.x, p.y), y: p.y + swing + strength * sway(p.x + 40_000, p.y))
  }

  private func sway(_ x: Double, _ y: Double) -> Double {
    330 * wide.value(x, y) + 105 * mid.value(x, y) + 16 * fine.value(x, y)
  }

  private func crosses(_ ring: [Coordinate]) -> Bool {
    Shape.area(MultiPolygon([Polygon(rings: [Ring(ring)])])).fault != nil
  }

  /// A position on the earth (CGCS2000), rounded once to 1e-7 degrees: about 1 cm.
  static func degrees(_ p: Coordinate) -> Coordinate {
    Coordinate(
      longitude: ((middle.x + p.x / metresEast) * 1e7).rounded() / 1e7,
      latitude: ((middle.y + p.y / metresNorth) * 1e7).rounded() / 1e7)
  }

  /// The way back, in metres from the middle.
  static func metres(_ p: Coordinate) -> Coordinate {
    Coordinate(x: (p.x - middle.x) * metresEast, y: (p.y - middle.y) * metresNorth)
  }

  /// Towns: where, how far half of the town reaches, and how dense its middle is.
  private static let towns: [(x: Double, y: Double, reach: Double, height: Double)] = [
    (-600, 650, 2_350, 1), (1_500, -2_100, 1_500, 0.78), (-4_300, -1_400, 950, 0.72),
    (4_400, 1_100, 1_350, 0.74), (-1_700, 4_300, 700, 0.55), (5_000, -3_700, 700, 0.55),
  ]
  private static let works: [(x: Double, y: Double, reach: Double)] = [
    (3_300, 3_700, 1_500), (-5_400, 1_900, 1_150), (-1_900, -3_900, 800),
  ]
  private static let hills: [(x: Double, y: Double, reach: Double)] = [
    (-5_300, -4_300, 1_700), (6_400, 4_700, 900),
  ]

  private func near(_ p: Coordinate, _ x: Double, _ y: Double, _ reach: Double) -> Double {
    let square = ((p.x - x) * (p.x - x) + (p.y - y) * (p.y - y)) / (reach * reach)
    return 1 / (1 + square * square)
  }

  /// How much of a town a position of the flat plane is: 0 fields, 1 the middle of the centre.
  func urban(_ p: Coordinate) -> Double {
    var most = 0.0
    for town in Self.towns { most = max(most, town.height * near(p, town.x, town.y, town.reach)) }
    return min(1, max(0, most * (1 + 0.28 * patches.value(p.x, p.y)) * (1 - 0.75 * hilly(p))))
  }

  /// How much it lies in an industrial part: 0…1.
  func industrial(_ p: Coordinate) -> Double {
    Self.works.reduce(0) { max($0, near(p, $1.x, $1.y, $1.reach)) }
      * (1 + 0.2 * patches.value(p.x + 9_000, p.y))
  }

  /// How much it lies in the hills: 0…1.
  func hilly(_ p: Coordinate) -> Double {
    Self.hills.reduce(0) { max($0, near(p, $1.x, $1.y, $1.reach)) }
      * (1 + 0.2 * patches.value(p.x - 9_000, p.y))
  }

  /// Dwellings that a hectare is meant to have: 2 in the fields (a village of 230 houses for each
  /// 0.9 square kilometres), 62 in the middle of the centre.
  func dwellings(_ p: Coordinate) -> Double {
    let u = urban(p)
    let works = industrial(p) > 0.5 ? 0.55 : 1.0
    return (2.0 + 62 * u * u * works) * (1 - 0.55 * min(1, hilly(p)))
  }

  /// The border of the district in the flat plane, counter-clockwise, not closed.
  func border() -> [Coordinate] {
    let edge = Noise(seed: seed, name: "terrain.border", step: 900)
    var ring: [Coordinate] = []
    // A rounded rectangle by the corners of an octagon, whose sides are walked in steps of 90 m.
    let corners: [(Double, Double)] = [
      (6_750, -3_700), (6_900, 3_300), (5_000, 5_150), (-900, 5_300), (-4_700, 4_900),
      (-6_850, 2_600), (-6_800, -2_900), (-4_600, -5_000), (1_000, -5_250), (5_200, -4_900),
    ]
    for (index, from) in corners.enumerated() {
      let to = corners[(index + 1) % corners.count]
      let (a, b) = (Coordinate(x: from.0, y: from.1) * 1.05, Coordinate(x: to.0, y: to.1) * 1.05)
      let pieces = Int((b - a).length / 90)
      for piece in 0..<pieces {
        let p = a + (b - a) * (Double(piece) / Double(pieces))
        // The river leaves the district through straight gates.
        let gate = min(1, max(0, (abs(p.y - Self.riverY) - 250) / 500))
        let swing = (200 * edge.value(p.x, p.y) + 55 * edge.value(p.x * 4, p.y * 4)) * gate
        ring.append(p + (b - a).unit.left * swing)
      }
    }
    return Self.withoutLoops(ring)
  }

  /// A ring whose sides cross nowhere: where two of them within 40 cross, as those do that swing inwards on
  /// both sides of a corner, what lies between is left out and they end at their crossing.
  private static func withoutLoops(_ ring: [Coordinate]) -> [Coordinate] {
    var ring = ring
    var index = 0
    while index < ring.count {
      let (a, b) = (ring[index], ring[(index + 1) % ring.count])
      let crossing = (2...40).reversed().lazy.compactMap { step -> (Int, Coordinate)? in
        let (c, d) = (ring[(index + step) % ring.count], ring[(index + step + 1) % ring.count])
        return Cutter.crossing(a, b, c, d).map { (step, $0) }
      }.first
      if let (step, point) = crossing {
        let kept = (0..<ring.count - step).map { ring[(index + step + 1 + $0) % ring.count] }
        ring = kept + [point]
        index = 0
      } else {
        index += 1
      }
    }
    return ring
  }
}

/// Smooth noise between -1 and 1: drawn at the corners of a lattice, blended by a quintic.
struct Noise: Sendable {
  private let stream: UInt64
  private let step: Double

  init(seed: UInt64, name: String, step: Double) {
    stream = Draw.stream(seed, name)
    self.step = step
  }

  func value(_ x: Double, _ y: Double) -> Double {
    let (u, v) = (x / step, y / step)
    let (i, j) = (u.rounded(.down), v.rounded(.down))
    let (s, t) = (blend(u - i), blend(v - j))
    let (a, b) = (corner(i, j), corner(i + 1, j))
    let (c, d) = (corner(i, j + 1), corner(i + 1, j + 1))
    return (a + (b - a) * s) * (1 - t) + (c + (d - c) * s) * t
  }

  private func blend(_ t: Double) -> Double { t * t * t * (t * (t * 6 - 15) + 10) }

  private func corner(_ i: Double, _ j: Double) -> Double {
    var draw = Draw(stream, Int(i) &* 1_000_003 &+ Int(j))
    return draw.unit() * 2 - 1
  }
}
