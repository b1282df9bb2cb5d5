import Geometry
import Time

/// Puts buildings on the blocks.
struct BuildingPlan {
  private(set) var buildings: [Building] = []
  private(set) var estates: [Estate] = []
  /// The lanes of the villages, in metres.
  private(set) var lanes: [[Coordinate]] = []

  let roads: [Road]
  let courses: [RoadPlan.Course]
  let canals: [Canal]
  let lines: [GroundPlan.Level]
  let names: GroundNames
  let seed: UInt64
  let stream: UInt64
  let metric: Subdivision
  /// What is being built on now.
  var blocks: [Block]
  let communityOfGrid: [Int32]
  /// The communities whose village has its seat.
  var seated: Set<Int32> = []
  private var hamlets = 0
  private var named = 0

  init(
    seed: UInt64, plan: GroundPlan, metric: Subdivision, roadPlan: RoadPlan, blocks: [Block],
    communityOfGrid: [Int32], names: GroundNames
  ) {
    self.communityOfGrid = communityOfGrid
    roads = roadPlan.roads
    courses = roadPlan.courses
    canals = roadPlan.canals
    lines = metric.line.map { plan.lines[$0].level }
    self.names = names
    self.seed = seed
    self.metric = metric
    self.blocks = blocks
    stream = Draw.stream(seed, "building")
    // By grid, so that the blocks of one estate follow each other.
    let order = blocks.indices.sorted { (blocks[$0].grid, $0) < (blocks[$1].grid, $1) }
    for face in order {
      var draw = Draw(stream, face)
      build(on: face, &draw)
    }
    settleKindergartens()
  }

  /// 88, the rows of the list of kindergartens.
  private static let kindergartensWanted = 88

  /// Where estates got more kindergartens than there should be, those nearest to others become houses of
  /// the community (社区用房).
  private mutating func settleKindergartens() {
    var kept = buildings.indices.filter { buildings[$0].kind == .kindergarten }
    while kept.count > Self.kindergartensWanted {
      let squares = kept.map { one in
        kept.reduce(Double.infinity) { best, other in
          other == one
            ? best : min(best, buildings[one].middle.squareDistance(buildings[other].middle))
        }
      }
      let ranked = kept.indices.min { (squares[$0], $0) < (squares[$1], $1) }
      guard let ranked else { break }
      buildings[kept.remove(at: ranked)].kind = .government
    }
  }

  // MARK: What a block offers

  /// How far buildings keep from an edge: half the road with its pavement, and a strip of green.
  private func distance(_ edge: Int) -> Double {
    let course = courses[edge]
    if course.canal >= 0 { return canals[Int(course.canal)].width / 2 + 7 }
    guard course.road >= 0 else { return lines[edge] == .border ? 8 : 3.5 }
    let kind = roads[Int(course.road)].kind
    return switch kind {
    case .expressway, .main: kind.width / 2 + 8
    case .secondary: kind.width / 2 + 5
    case .lane: kind.width / 2 + 3.5
    case .village, .track: kind.width / 2 + 2.5
    }
  }

  func lot(_ face: Int) -> Lot {
    let loop = metric.loop(face)
    return Lot(
      ring: loop.map(metric.start),
      sides: loop.map { (edge: $0 / 2, distance: distance($0 / 2)) })
  }

  func isShoppingStreet(_ edge: Int) -> Bool {
    let road = courses[edge].road
    guard road >= 0 else { return false }
    let kind = roads[Int(road)].kind
    return kind == .main || kind == .secondary
  }

  func isNamedRoad(_ edge: Int) -> Bool {
    let road = courses[edge].road
    return road >= 0 && !roads[Int(road)].name.isEmpty
  }

  /// Where the gate of each estate opens: on its longest side at a road that is no main road, else
  /// on one at a main road; nil where it has no named road or is a village.
  func gates() -> [(road: Int, at: Coordinate)?] {
    estates.map { estate in
      guard estate.kind != .village else { return nil }
      var best: (length: Double, road: Int, at: Coordinate)?
      for half in metric.loop(Int(estate.blocks[0])) where isNamedRoad(half / 2) {
        let road = Int(courses[half / 2].road)
        let (a, b) = (metric.start(half), metric.end(half))
        let length =
          (b - a).length * (roads[road].kind == .main || roads[road].kind == .expressway ? 0.4 : 1)
        if length > best?.length ?? 0 {
          best = (length, road, (a + b) * 0.5 + (b - a).unit.left * 12)
        }
      }
      return best.map { ($0.road, $0.at) }
    }
  }

  /// Lets the first part of an estate with several be 一期, names what opens to no road, and gives
  /// two old estates the second name that people know them by.
  func settleNames(_ buildings: inout [Building], _ estates: inout [Estate]) {
    for index in buildings.indices where buildings[index].estate >= 0 {
      let estate = estates[Int(buildings[index].estate)]
      if estate.kind == .estate, estate.phases > 1, buildings[index].phase == 0 {
        buildings[index].phase = 1
      }
    }
    let gates = gates()
    for index in estates.indices where estates[index].name.isEmpty && gates[index] == nil {
      let isHomes = estates[index].kind == .lane
      estates[index].name =
        isHomes ? names.estate(5_000 + index, isOld: true) : names.company(index) + "园区"
    }
    var size = Array(repeating: 0, count: estates.count)
    for building in buildings where building.estate >= 0 && building.razed == .max {
      size[Int(building.estate)] += 1
    }
    let old = estates.indices.filter { estates[$0].kind == .estate && estates[$0].phases == 1 }
    let largest = old.sorted { size[$0] != size[$1] ? size[$0] > size[$1] : $0 < $1 }
    for (place, name) in zip(largest, ["纺织厂宿舍", "机械厂家属院"]) { estates[place].secondName = name }
  }

  // MARK: Adding

  mutating func add(_ estate: Estate) -> Int32 {
    estates.append(estate)
    return Int32(estates.count - 1)
  }

  mutating func add(_ lanes: [[Coordinate]]) { self.lanes += lanes }

  mutating func nextHamlet() -> String {
    hamlets += 1
    return names.hamlet(100 + hamlets)
  }

  mutating func nextEstate(isOld: Bool) -> String {
    named += 1
    return names.estate(named, isOld: isOld)
  }

  mutating func extend(_ estate: Int32, with face: Int) -> UInt8 {
    estates[Int(estate)].blocks.append(Int32(face))
    estates[Int(estate)].phases += 1
    return estates[Int(estate)].phases
  }

  mutating func setSecondName(_ name: String, of estate: Int32) {
    estates[Int(estate)].secondName = name
  }

  /// Adds a building; answers its place.
  @discardableResult
  mutating func add(
    _ footprint: Lot.Footprint, _ kind: Building.Kind, on face: Int,
    form: Building.Form = .rectangle,
    _ change: (inout Building) -> Void
  ) -> Int {
    var building = Building(
      x: Float(footprint.centre.x), y: Float(footprint.centre.y), alongX: Float(footprint.along.x),
      alongY: Float(footprint.along.y), length: Float(footprint.length),
      depth: Float(footprint.depth), form: form, kind: kind, block: Int32(face),
      grid: blocks[face].grid)
    change(&building)
    buildings.append(building)
    return buildings.count - 1
  }

  mutating func setDoors(_ doors: Int, of building: Int) {
    buildings[building].doors = UInt8(doors)
  }

  mutating func change(_ building: Int, _ change: (inout Building) -> Void) {
    change(&buildings[building])
  }

  // MARK: Days

  /// A day within years, both included.
  static func day(_ years: ClosedRange<Int>, _ draw: inout Draw) -> Int32 {
    let year = draw.number(years)
    return Int32(Day.ordinal(year: year, month: draw.number(1...12), day: draw.number(1...28)))
  }

  private mutating func build(on face: Int, _ draw: inout Draw) {
    let lot = lot(face)
    switch blocks[face].use {
    case .towers, .slabs, .walkUps, .villas: buildEstate(face, lot, &draw)
    case .oldQuarter: buildOldQuarter(face, lot, &draw)
    case .village: buildVillage(face, lot, &draw)
    case .site: buildSite(face, lot, &draw)
    case .office, .hall, .factory, .storage, .school, .hospital, .government, .culture, .utility:
      buildCompound(face, lot, &draw)
    case .farmland, .orchard: buildFarm(face, lot, &draw)
    case .park, .lake, .woodland, .river: break
    }
  }
}
