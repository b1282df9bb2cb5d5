import DemoSupport
import Geometry

@testable import DemoTruth

/// The ground that the tests share, made once.
enum TestGround {
  static let whole = SharedTruths.ground(seed: 7)
  static let homes = Homes(ground: whole)
}

extension Ground {
  /// A number over everything that the ground consists of: different bytes, different number.
  var digest: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01B3 }
    func add(_ text: String) { for byte in text.utf8 { add(UInt64(byte)) } }
    func add(_ area: MultiPolygon) {
      for position in area.rings.flatMap(\.coordinates) {
        add(position.x.bitPattern)
        add(position.y.bitPattern)
      }
    }
    for grid in grids {
      add(grid.code + grid.name)
      add(grid.boundary)
    }
    for unit in communities + streets { add(unit.code + unit.name) }
    for road in roads {
      add(road.name + road.formerName)
      for position in road.path { add(position.x.bitPattern ^ position.y.bitPattern) }
    }
    for estate in estates { add(estate.name + estate.secondName) }
    for building in buildings {
      add(UInt64(building.x.bitPattern) << 32 | UInt64(building.y.bitPattern))
      add(
        UInt64(building.door.number) << 32 | UInt64(building.number) << 8 | UInt64(building.floors))
      add(UInt64(bitPattern: Int64(building.built)))
    }
    for unit in police.units + schools.units + professional.units {
      add(unit.code + unit.name)
      add(unit.boundary)
    }
    return hash
  }
}
