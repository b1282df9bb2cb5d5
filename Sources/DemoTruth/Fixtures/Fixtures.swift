import Geometry
import Time

/// The components of the district, class by class.
///
/// A class fills whole roads with its spacing, the great and inner ones first, until it has its
/// number: as a survey does that has not come to the outer roads yet.
package struct Fixtures: Sendable {
  package let all: [Fixture]
  /// The places of each class in `all`.
  package let ofClass: [Range<Int>]

  /// - Parameter share: percent of each class, 1 to 100.
  package init(ground: Ground, share: Int = 100) {
    var all: [Fixture] = []
    var ofClass: [Range<Int>] = []
    let maker = FixtureMaker(ground)
    for kind in FixtureClass.classes.indices {
      let first = all.count
      maker.add(kind, wanted: FixtureClass.classes[kind].count * share / 100, to: &all)
      ofClass.append(first..<all.count)
    }
    self.all = all
    self.ofClass = ofClass
  }

  /// Those of one data set.
  package func of(_ set: FixtureClass.Set) -> [Fixture] {
    FixtureClass.classes.indices.filter { FixtureClass.classes[$0].set == set }
      .flatMap { all[ofClass[$0]] }
  }

  /// Those of one class by its codes: 1 and 13 are hydrants, 2 and 3 bus stops.
  package func of(major: Int, minor: Int) -> [Fixture] {
    let kind = FixtureClass.classes.firstIndex { $0.major == major && $0.minor == minor }
    return kind.map { Array(all[ofClass[$0]]) } ?? []
  }
}

/// Puts fixtures in their places.
struct FixtureMaker {
  private let ground: Ground
  private let stream: UInt64
  /// The roads with how much of a town they are, inner ones first.
  private let order: [Int]
  private let crossings: [(place: Coordinate, roads: [Int], urban: Double)]
  private let lastDay: Int

  init(_ ground: Ground) {
    self.ground = ground
    stream = Draw.stream(ground.seed, "fixture")
    lastDay = Day(number: 2026_06_15).ordinal
    let terrain = Terrain(seed: ground.seed)
    // In the flat plane towns lie a little elsewhere; it is the order alone that this decides.
    let urban = ground.roads.map { road in
      road.line.reduce(0) { $0 + terrain.urban($1) } / Double(road.line.count)
    }
    order = ground.roads.indices.sorted {
      urban[$0] != urban[$1] ? urban[$0] > urban[$1] : $0 < $1
    }
    crossings = Self.crossings(ground, urban)
  }

  private static func crossings(
    _ ground: Ground, _ urban: [Double]
  ) -> [(place: Coordinate, roads: [Int], urban: Double)] {
    var roads: [[Int]] = Array(repeating: [], count: ground.plane.points.count)
    for half in ground.plane.origin.indices {
      let road = Int(ground.courses[half / 2].road)
      let vertex = ground.plane.origin[half]
      if road >= 0, !roads[vertex].contains(road) { roads[vertex].append(road) }
    }
    return roads.indices.filter { roads[$0].count > 1 }.map { vertex in
      let most = roads[vertex].map { urban[$0] }.max() ?? 0
      return (ground.plane.points[vertex], roads[vertex].sorted(), most)
    }.sorted { $0.urban != $1.urban ? $0.urban > $1.urban : $0.place.x < $1.place.x }
  }

  func add(_ kind: Int, wanted: Int, to list: inout [Fixture]) {
    var number = 0
    func put(_ place: Coordinate, road: Int) -> Bool {
      guard number < wanted else { return false }
      guard let block = ground.block(atMetres: place) else { return true }
      number += 1
      var draw = Draw(stream &+ UInt64(kind), number)
      let first = Day(number: 2016_09_01).ordinal
      var fixture = Fixture(
        kind: UInt8(kind), state: .sound, number: Int32(number), grid: ground.blocks[block].grid,
        road: Int32(road), recorded: Int32(first + draw.below(lastDay - first)), x: Float(place.x),
        y: Float(place.y))
      fixture.state =
        Fixtures.condition(of: fixture, seed: ground.seed, on: TruthCalendar.todayOrdinal).state
      list.append(fixture)
      return true
    }
    switch FixtureClass.classes[kind].rule {
    case .along(let kinds, let spacing, let inside, let isAlternate):
      let roads = order.filter { kinds.contains(ground.roads[$0].kind) }
      // Where the roads do not suffice the spacing falls: at most to half.
      let length = roads.reduce(0) { $0 + ground.roads[$1].length }
      let room = length * (isAlternate ? 1 : 2) * 0.93 / Double(max(wanted, 1))
      let step = min(spacing, room)
      for road in roads {
        let line = ground.roads[road].line
        let away =
          ground.roads[road].kind.width / 2 - min(inside, ground.roads[road].kind.width / 2 - 1)
        for (place, index) in Self.walk(line, step: step, away: away, isAlternate: isAlternate) {
          var draw = Draw(stream &+ 99, road * 10_007 + index)
          let shift = (draw.unit() - 0.5) * min(1.6, step * 0.1)
          guard put(Coordinate(x: place.x + shift, y: place.y + shift * 0.3), road: road) else {
            return
          }
        }
      }
    case .crossings(let kinds, let each):
      for crossing in crossings {
        let here = crossing.roads.filter { kinds.contains(ground.roads[$0].kind) }
        guard here.count > 1 else { continue }
        let reach = ground.roads[here[0]].kind.width / 2 + 2
        for corner in 0..<each {
          let (x, y) = [(1.0, 1.0), (-1, -1), (-1, 1), (1, -1)][corner]
          let place = crossing.place + Coordinate(x: x * reach * 0.7, y: y * reach * 0.7)
          guard put(place, road: here[corner % here.count]) else { return }
        }
      }
    case .blocks(let uses): putOnBlocks(uses, wanted: wanted, put)
    }
  }

  /// At the walls of blocks, the inner blocks first; larger ones have several.
  private func putOnBlocks(_ uses: [Block.Use], wanted: Int, _ put: (Coordinate, Int) -> Bool) {
    let blocks = ground.blocks.indices.filter { uses.contains(ground.blocks[$0].use) }
      .sorted {
        ground.blocks[$0].urban != ground.blocks[$1].urban
          ? ground.blocks[$0].urban > ground.blocks[$1].urban : $0 < $1
      }
    guard !blocks.isEmpty else { return }
    let rounds = (wanted + blocks.count - 1) / blocks.count
    for round in 0..<max(1, rounds * 2) {
      for block in blocks {
        let loop = ground.plane.loop(block)
        let half = loop[(round * 5 + block) % loop.count]
        let (a, b) = (ground.plane.start(half), ground.plane.end(half))
        let course = ground.courses[half / 2]
        let road = Int(course.road)
        let away =
          course.canal >= 0
          ? ground.canals[Int(course.canal)].width / 2 + 3
          : road >= 0 ? ground.roads[road].kind.width / 2 + 1.2 : 1.6
        let share = 0.3 + 0.13 * Double(round % 4)
        guard put(a + (b - a) * share + (b - a).unit.left * away, road) else { return }
      }
    }
  }

  /// Positions along a line on its sides, not within 9 m of its vertices that turn away.
  private static func walk(
    _ line: [Coordinate], step: Double, away: Double, isAlternate: Bool
  ) -> [(Coordinate, Int)] {
    var made: [(Coordinate, Int)] = []
    var left = step / 2
    var index = 0
    for (a, b) in zip(line, line.dropFirst()) {
      let length = (b - a).length
      let along = (b - a).unit
      while left < length {
        let place = a + along * left
        if isAlternate {
          made.append((place + along.left * (index % 2 == 0 ? away : -away), index))
        } else {
          made.append((place + along.left * away, 2 * index))
          made.append((place - along.left * away, 2 * index + 1))
        }
        index += 1
        left += step
      }
      left -= length
    }
    return made
  }
}
