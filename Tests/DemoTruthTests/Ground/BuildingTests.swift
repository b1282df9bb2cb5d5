import Geometry
import Testing
import Time

@testable import DemoTruth

@Suite struct `The buildings of the ground` {
  private let ground = TestGround.whole

  @Test func `each building lies in the block and grid that it names`() {
    for building in ground.buildings {
      let ring = ground.plane.loop(Int(building.block)).map(ground.plane.start)
      let block = Ring(ring)
      #expect(building.ring.allSatisfy(block.holds))
      #expect(building.grid == ground.blocks[Int(building.block)].grid)
    }
  }

  @Test func `none stands on a road, in a canal or in the river`() {
    let byBlock = Dictionary(grouping: ground.buildings, by: \.block)
    for (face, block) in ground.blocks.enumerated() {
      let mine = byBlock[Int32(face)] ?? []
      if block.use == .river || block.use == .lake { #expect(mine.isEmpty) }
      for half in ground.plane.loop(face) {
        let course = ground.courses[half / 2]
        var reach = 0.0
        if course.road >= 0 { reach = ground.roads[Int(course.road)].kind.width / 2 }
        if course.canal >= 0 { reach = ground.canals[Int(course.canal)].width / 2 }
        let (a, b) = (ground.plane.start(half), ground.plane.end(half))
        for building in mine {
          guard (building.middle - a).length < 400 else { continue }
          let distance = building.ring.map { Cutter.distance($0, a, b) }.min() ?? 0
          #expect(distance > reach)
        }
      }
    }
  }

  @Test func `no two of a block overlap`() {
    var byBlock: [Int32: [Lot.Footprint]] = [:]
    for building in ground.buildings {
      byBlock[building.block, default: []].append(
        Lot.Footprint(
          centre: building.middle,
          along: Coordinate(x: Double(building.alongX), y: Double(building.alongY)),
          length: Double(building.length), depth: Double(building.depth)))
    }
    for footprints in byBlock.values {
      for (index, one) in footprints.enumerated() {
        #expect(!footprints[(index + 1)...].contains { $0.isNear(one, 0.2) })
      }
    }
  }

  @Test func `numbers on one side of a road have one parity and grow with it`() {
    struct Key: Hashable {
      var road: Int16
      var isEven: Bool
    }
    var last: [Key: (at: Double, number: Int)] = [:]
    let doors = ground.buildings.filter { $0.door.number > 0 && $0.door.mark == .none }
      .map { ($0.door, $0.middle) }
    #expect(doors.count > 2_500)
    let placed = doors.map { door, place -> (Door, Double, Bool) in
      let line = ground.roads[Int(door.road)].line
      var best = (distance: Double.infinity, at: 0.0, isLeft: false)
      var start = 0.0
      for (a, b) in zip(line, line.dropFirst()) {
        let t = min((b - a).length, max(0, (place - a).dot((b - a).unit)))
        let distance = (a + (b - a).unit * t - place).length
        if distance < best.distance {
          best = (distance, start + t, (b - a).cross(place - a) > 0)
        }
        start += (b - a).length
      }
      return (door, best.at, best.isLeft)
    }.sorted { ($0.0.road, $0.1) < ($1.0.road, $1.1) }
    for (door, at, isLeft) in placed {
      #expect((door.number % 2 == 1) == isLeft)
      let key = Key(road: door.road, isEven: !isLeft)
      if let before = last[key] { #expect(Int(door.number) > before.number) }
      last[key] = (at, Int(door.number))
    }
  }

  @Test func `doors are unique, some of them 甲, 附 or 之`() {
    let doors =
      ground.buildings.map(\.door).filter { $0.number > 0 }
      + ground.estates.map(\.door).filter { $0.number > 0 }
    #expect(Set(doors).count == doors.count)
    for mark in [Door.Mark.before, .sub, .of] {
      #expect(doors.filter { $0.mark == mark }.count > 10)
    }
  }

  @Test func `old estates leave out 4, 13 and 14, and two have a second name`() {
    let old = ground.buildings.filter {
      $0.estate >= 0 && ground.estates[Int($0.estate)].kind == .estate
        && ground.estates[Int($0.estate)].built < Int32(Day.ordinal(year: 1999, month: 1, day: 1))
    }
    #expect(old.count > 500)
    #expect(!old.contains { $0.number % 10 == 4 || $0.number == 13 })
    #expect(ground.estates.filter { !$0.secondName.isEmpty }.count == 2)
    #expect([1, 2, 3, 4, 12, 13].map(Building.lucky) == [1, 2, 3, 5, 15, 16])
  }

  @Test func `roads are renamed and buildings built and torn down within the ten years`() {
    let first = Int32(TruthCalendar.first.ordinal)
    #expect(ground.roads.filter { $0.renamed > first && !$0.formerName.isEmpty }.count > 15)
    #expect(ground.buildings.filter { $0.razed < .max && $0.razed > first }.count > 50)
    #expect(ground.buildings.filter { $0.built > first && $0.kind == .flats }.count > 200)
    #expect(Set(ground.roads.map(\.name).filter { !$0.isEmpty }).count > 500)
    #expect(ground.bridges.filter { $0.water == "云溪江" }.count >= 4)
  }

  @Test func `it is the same again on another thread`() async {
    let again = await Task.detached { Ground(seed: 7).digest }.value

    #expect(again == ground.digest)
  }
}
