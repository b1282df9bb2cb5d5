import Geometry

/// Lays a village out: clusters of houses on both sides of lanes that bend with each other.
struct VillageLayout {
  /// How close a village is built, in metres.
  struct Measures {
    var depth: Double
    var length: ClosedRange<Double>
    /// Half of a lane with the verge before its houses.
    var verge: Double
    /// How deep the yard before a house may be.
    var yard: Double
    /// Between the backs of two rows.
    var back: Double
    /// From one path across the lanes to the next.
    var across: Double

    static let country = Measures(
      depth: 11, length: 9...14, verge: 3.5, yard: 4, back: 5, across: 76)
    /// Where the town has grown around a village, its plots are built up.
    static let town = Measures(
      depth: 11, length: 9...14, verge: 2.6, yard: 0.8, back: 3.2, across: 62)

    var pitch: Double { 2 * (verge + yard + depth) + back }
  }

  /// No two houses stand nearer: their plots, which reach 1.5 m beyond them, must not meet.
  static let gap = 3.6

  private let lot: Lot
  private let measures: Measures
  /// Where the village began, and the direction of its lanes.
  private let heart: Coordinate
  private let along: Coordinate
  private let wide: Noise
  private let fine: Noise

  /// The houses, lane by lane, in the order of their numbers.
  private(set) var houses: [Lot.Footprint] = []
  /// The lanes between them.
  private(set) var lanes: [[Coordinate]] = []

  init(
    _ lot: Lot, heart: Coordinate, wanted: Int, measures: Measures, seed: UInt64,
    _ draw: inout Draw
  ) {
    (self.lot, self.heart, self.measures) = (lot, heart, measures)
    along = lot.homeward
    wide = Noise(seed: seed, name: "village.wide", step: 230)
    fine = Noise(seed: seed, name: "village.fine", step: 90)
    let all = places(&draw)
    // Hamlets that have grown together: each house belongs to the nearest.
    var centres = [heart]
    let reach = (Double(wanted) * measures.pitch * 8).squareRoot() * 0.62
    for turn in [1.0, -1] where wanted > 26 {
      let out = along * (turn * reach * (0.7 + 0.8 * draw.unit()))
      centres.append(heart + out + along.left * (reach * (draw.unit() * 1.6 - 0.8)))
    }
    var ranked: [(distance: Double, index: Int)] = []
    for (index, house) in all.enumerated() {
      let nearest =
        centres.enumerated().map { place, centre in
          (house.footprint.centre - centre).length * (place == 0 ? 1 : 1.25)
        }.min() ?? 0
      // Its edge follows ditches and old walls: it swings smoothly, and a few houses stand apart.
      let place = house.footprint.centre
      let swing = 1 + 0.38 * wide.value(place.y, place.x) + 0.16 * fine.value(place.y, place.x)
      ranked.append((nearest * swing * (0.94 + 0.12 * draw.unit()), index))
    }
    ranked.sort { $0.distance != $1.distance ? $0.distance < $1.distance : $0.index < $1.index }
    let chosen = ranked.prefix(wanted).map(\.index).sorted().map { all[$0] }
    houses = chosen.map(\.footprint)
    addLanes(chosen)
  }

  private struct Place {
    var footprint: Lot.Footprint
    var lane: Int
    /// How far along its lane it stands.
    var at: Double
  }

  /// The position of a lane at a place along it.
  private func point(_ lane: Int, _ at: Double) -> Coordinate {
    let across = along.left
    let flat = heart + along * at + across * (Double(lane) * measures.pitch)
    // Neighbours bend alike, since the noise changes little from lane to lane.
    let bow = 46 * wide.value(flat.x, flat.y * 0.4) + 6 * fine.value(flat.x, flat.y * 0.4)
    return flat + across * bow
  }

  /// Where the path of a number crosses a lane.
  private func crossing(_ number: Int, _ lane: Int) -> Double {
    let base = (Double(number) + 0.5) * measures.across
    let flat = heart + along * base + along.left * (Double(lane) * measures.pitch)
    return base + 14 * fine.value(flat.x + 3_000, flat.y)
  }

  /// All places that the block has for houses, from the northern lane to the southern.
  private func places(_ draw: inout Draw) -> [Place] {
    let (u, v) = (
      GroundPlan.extent(lot.ring, along), GroundPlan.extent(lot.ring, along.left)
    )
    let (from, to) = (u.lowerBound - heart.dot(along), u.upperBound - heart.dot(along))
    let (low, high) = (
      v.lowerBound - heart.dot(along.left) - 40, v.upperBound - heart.dot(along.left) + 40
    )
    let lanes = Int((low / measures.pitch).rounded(.up))...Int(high / measures.pitch)
    var made: [Place] = []
    var row = 0
    for lane in lanes.reversed() {
      // The neighbours that a house may come too near to are those of this lane and the last one.
      let first = made.firstIndex { $0.lane <= lane + 1 } ?? made.count
      for side in [1.0, -1] {
        var at = from + draw.unit() * 6
        while at < to {
          let length =
            measures.length.lowerBound
            + (measures.length.upperBound - measures.length.lowerBound) * draw.unit()
          let number = Int((at / measures.across - 0.5).rounded())
          let path = crossing(number, lane)
          if at < path + 3, at + length > path - 3 {
            at = path + 3
            continue
          }
          let (a, b) = (point(lane, at), point(lane, at + length))
          let way = (b - a).unit
          let yard = measures.yard * draw.unit()
          let centre =
            (a + b) * 0.5
            + way.left * (side * (measures.verge + yard + measures.depth / 2))
          let footprint = Lot.Footprint(
            centre: centre, along: way, length: length, depth: measures.depth, row: row)
          if lot.holds(footprint),
            !made[first...].contains(where: { $0.footprint.isNear(footprint, Self.gap) })
          {
            made.append(Place(footprint: footprint, lane: lane, at: at + length / 2))
            at += length + Self.gap
          } else {
            at += 4
          }
        }
        row += 1
      }
    }
    return made
  }

  /// The lanes as far as houses stand at them, the paths between them, and the way out of the village.
  private mutating func addLanes(_ chosen: [Place]) {
    var spans: [Int: ClosedRange<Double>] = [:]
    for place in chosen {
      let span = spans[place.lane] ?? place.at...place.at
      spans[place.lane] = min(span.lowerBound, place.at)...max(span.upperBound, place.at)
    }
    let numbers = spans.keys.sorted()
    let (u, middle) = (GroundPlan.extent(lot.ring, along), heart.dot(along))
    let main = numbers.min { (abs($0), $0) < (abs($1), $1) }
    for lane in numbers {
      guard var span = spans[lane] else { continue }
      // The lane through the heart goes on to the roads or tracks at both sides of the block.
      if lane == main {
        span = (u.lowerBound - middle)...(u.upperBound - middle)
      } else {
        span = (span.lowerBound - 8)...(span.upperBound + 8)
      }
      add(stride(from: span.lowerBound, through: span.upperBound, by: 9).map { point(lane, $0) })
    }
    let (first, last) = (numbers.first ?? 0, numbers.last ?? 0)
    let (low, high) = (
      spans.values.map(\.lowerBound).min() ?? 0, spans.values.map(\.upperBound).max() ?? 0
    )
    for number in Int(low / measures.across) - 1...Int(high / measures.across) + 1 {
      // A path goes on from lane to lane as long as houses stand on both of its sides.
      var path: [Coordinate] = []
      for lane in first...last + 1 {
        let at = crossing(number, lane)
        let isBuilt = spans[lane].map { $0.contains(at) } ?? false
        if isBuilt, let before = path.last, !isFree(from: before, to: point(lane, at)) {
          add(path)
          path = []
        }
        if isBuilt {
          path.append(point(lane, at))
        } else {
          add(path)
          path = []
        }
      }
    }
  }

  /// Whether no house stands in the way of a path.
  private func isFree(from a: Coordinate, to b: Coordinate) -> Bool {
    let path = Lot.Footprint(
      centre: (a + b) * 0.5, along: (b - a).unit, length: (b - a).length, depth: 3)
    return !houses.contains { $0.isNear(path, 0.4) }
  }

  /// Adds a line as far as it lies within the block: its longest part.
  private mutating func add(_ line: [Coordinate]) {
    let ring = Ring(lot.ring)
    let parts = line.split { !ring.holds($0) }
    guard let longest = parts.max(by: { $0.count < $1.count }), longest.count > 1 else { return }
    lanes.append(Array(longest))
  }
}
