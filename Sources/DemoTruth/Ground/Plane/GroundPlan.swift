import Geometry

/// Divides the district into streets, communities, grids and blocks by lines that become roads.
///
/// Each level is cut on both sides of the river before the next begins; a face is cut where its
/// dwellings fall into the wanted parts, across its longer extent. So grids hold about equally many
/// dwellings, are small in the centre, and follow roads.
struct GroundPlan {
  /// What a line was drawn as; the first are the greater ones.
  enum Level: Int, Comparable {
    case border, street, community, grid, block, bank, middle, water

    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  /// A line of the plan, from one of its ends to the other.
  struct Line {
    var level: Level
    /// The half that it begins with.
    var first: Int
    /// A number that tells its draws from those of others.
    var key: Int
  }

  static let gridsInCommunity = 5...14

  var plan: Subdivision
  var lines: [Line] = []
  /// The street, community and grid of each face; communities and grids are numbered through.
  var street: [Int] = []
  var community: [Int] = []
  var grid: [Int] = []
  /// Whether a face is a part of the river's corridor.
  var isRiver: [Bool] = []

  let terrain: Terrain
  let division: Division
  private let stream: UInt64

  struct Cell {
    var place: Coordinate
    var weight: Double
  }

  struct Cut {
    var face: Int
    var parts: Int
    var cells: [Cell]
    var weight: Double { cells.reduce(0) { $0 + $1.weight } }
  }

  init(seed: UInt64, terrain: Terrain, division: Division = .first) {
    (self.terrain, self.division) = (terrain, division)
    stream = Draw.stream(seed, "ground.plan")
    let border = terrain.border()
    plan = Subdivision(border: border, line: 0)
    lines = [Line(level: .border, first: 0, key: 0)]
    let river = Terrain.riverY
    cutStraight(face: 0, y: river + Terrain.corridor, level: .bank)
    cutStraight(face: 1, y: river - Terrain.corridor, level: .bank)
    let land = Self.cells(inside: Ring(border), terrain)
    let sides = [
      land.filter { $0.place.y > river + Terrain.corridor },
      land.filter { $0.place.y < river - Terrain.corridor },
    ]
    divide(sides)
    cutRiver()
  }

  // MARK: Levels

  private mutating func divide(_ sides: [[Cell]]) {
    let weights = sides.map { $0.reduce(0) { $0 + $1.weight } }
    let north = Int(
      (Double(division.streetCount) * weights[0] / (weights[0] + weights[1])).rounded())
    let parts = [north, division.streetCount - north]
    var streets: [Cut] = []
    for side in 0...1 {
      let job = Cut(face: side == 0 ? 0 : 2, parts: parts[side], cells: sides[side])
      streets += split(job, .street)
      mirror(from: side)
    }
    var shares = Self.shares(
      of: division.communityCount, by: streets.map(\.weight), in: 5...10)
    for index in streets.indices { streets[index].parts = shares[index] }
    var communities: [(job: Cut, street: Int)] = []
    for side in 0...1 {
      for (index, job) in streets.enumerated()
      where (job.cells[0].place.y > Terrain.riverY) == (side == 0) {
        communities += split(job, .community).map { ($0, index) }
      }
      mirror(from: side)
    }
    shares = Self.shares(
      of: division.gridCount, by: communities.map(\.job.weight), in: Self.gridsInCommunity)
    var blocks: [(job: Cut, street: Int, community: Int, grid: Int)] = []
    for (index, one) in communities.enumerated() {
      var job = one.job
      job.parts = shares[index]
      for part in split(job, .grid) { blocks.append((part, one.street, index, blocks.count)) }
    }
    for block in blocks {
      var job = block.job
      let ring = plan.loop(job.face).map(plan.start)
      let urban = terrain.urban(Self.centre(ring))
      let wanted = urban > 0.45 ? 5.2 - 3.4 * urban : 15 - 24 * urban
      job.parts = max(1, Int((Self.area(ring) / 10_000 / wanted + 0.35).rounded(.down)))
      for part in split(job, .block) {
        note(face: part.face, street: block.street, community: block.community, grid: block.grid)
      }
    }
  }

  mutating func note(face: Int, street: Int, community: Int, grid: Int) {
    let missing = plan.first.count - self.grid.count
    if missing > 0 {
      self.street += Array(repeating: -1, count: missing)
      self.community += Array(repeating: -1, count: missing)
      self.grid += Array(repeating: -1, count: missing)
      isRiver += Array(repeating: false, count: missing)
    }
    (self.street[face], self.community[face], self.grid[face]) = (street, community, grid)
  }

  /// Cuts a face into parts, larger ones first.
  private mutating func split(_ job: Cut, _ level: Level) -> [Cut] {
    var waiting = [job]
    var done: [Cut] = []
    var at = 0
    while at < waiting.count {
      let next = waiting[at]
      at += 1
      guard next.parts > 1, let halves = halve(next, level) else {
        done.append(next)
        continue
      }
      waiting += halves
    }
    // Where a face would not be cut further, the largest others give the parts that are missing.
    while done.count < job.parts {
      let order = done.indices.sorted { a, b in
        let (x, y) = (area(of: done[a].face), area(of: done[b].face))
        return x != y ? x > y : a < b
      }
      var isCut = false
      for index in order where !isCut {
        var one = done[index]
        one.parts = 2
        guard let halves = halve(one, level) else { continue }
        done[index] = halves[0]
        done.append(halves[1])
        isCut = true
      }
      if !isCut { break }
    }
    return done
  }

  private func area(of face: Int) -> Double { Self.area(plan.loop(face).map(plan.start)) }

  private mutating func halve(_ job: Cut, _ level: Level) -> [Cut]? {
    let ring = plan.loop(job.face).map(plan.start)
    let grain = Coordinate.grain(of: ring)
    let (long, wide) = (Self.extent(ring, grain), Self.extent(ring, grain.left))
    let isLong = long.upperBound - long.lowerBound > wide.upperBound - wide.lowerBound
    let key = lines.count
    var draw = Draw(stream, key)
    let rough = level == .block ? 0.03 : level == .grid ? 0.09 : level == .community ? 0.14 : 0.2
    let rural = 1 - min(1, 2 * terrain.urban(Self.centre(ring)))
    for attempt in 0..<40 {
      var normal = (isLong == (attempt % 8 < 5)) ? grain : grain.left
      let turn = (draw.unit() - 0.5) * 2 * (attempt < 8 ? rough : 0.1 + Double(attempt) * 0.02)
      normal = (normal + normal.left * turn).unit
      var left = job.parts / 2
      if job.parts > 4, draw.happens(500_000) { left += draw.number(-1...1) }
      if job.parts % 2 == 1, draw.happens(500_000) { left += 1 }
      left = min(max(left, 1), job.parts - 1)
      var share = Double(left) / Double(job.parts)
      if attempt > 3 { share = min(0.8, max(0.2, share + (draw.unit() - 0.5) * 0.3)) }
      let along = Coordinate(x: normal.y, y: -normal.x)
      let place = Self.place(of: share, job.cells, ring, normal)
      let extent = min(long.upperBound - long.lowerBound, wide.upperBound - wide.lowerBound)
      let reach = Self.reach(level, extent: extent) * (attempt < 20 ? 1 : 0.3)
      let wish = Cutter.Wish(
        through: normal * place, along: along, reach: reach,
        bow: (draw.unit() - 0.5) * ((level == .block ? 0.05 : 0.13) + 0.16 * rural),
        // No grid is narrower than about 16 m.
        thickness: level <= .grid ? 8 : 0)
      guard let made = Cutter.cut(&plan, job.face, wish, line: key) else { continue }
      lines.append(Line(level: level, first: made.line[0], key: key))
      let (a, b) = (plan.start(made.line[0]), plan.end(made.line[made.line.count - 1]))
      let leftCells = job.cells.filter { (b - a).cross($0.place - a) > 0 }
      let rightCells = job.cells.filter { (b - a).cross($0.place - a) <= 0 }
      return [
        Cut(face: job.face, parts: left, cells: leftCells),
        Cut(face: made.face, parts: job.parts - left, cells: rightCells),
      ]
    }
    return nil
  }

  private static func reach(_ level: Level, extent: Double) -> Double {
    switch level {
    case .street: min(0.3 * extent, 480)
    case .community: min(0.3 * extent, 280)
    case .grid: min(0.3 * extent, 110)
    default: min(0.25 * extent, 45)
    }
  }

  /// Where along a direction a share of the dwellings lies beyond; by the ground where it is small.
  private static func place(
    of share: Double, _ cells: [Cell], _ ring: [Coordinate], _ normal: Coordinate
  ) -> Double {
    guard cells.count >= 14 else {
      let extent = extent(ring, normal)
      return extent.upperBound - (extent.upperBound - extent.lowerBound) * share
    }
    var sorted: [(at: Double, weight: Double)] = []
    for cell in cells { sorted.append((cell.place.dot(normal), cell.weight)) }
    sorted.sort { $0.at > $1.at }
    var rest = sorted.reduce(0) { $0 + $1.weight } * share
    for cell in sorted {
      rest -= cell.weight
      if rest <= 0 { return cell.at }
    }
    return sorted[sorted.count - 1].at
  }
}
