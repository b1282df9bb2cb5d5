@testable import DemoTruth
import Geometry
import Time

/// A hand-made district for the rooms that need one: premises and dwellings by number, at places on
/// a plain lattice of buildings.
enum TestDistrict {
  /// Premises in the shares that a district has; 100 is a whole one.
  static func premises(percent: Int) -> [Premises] {
    let kinds: [(Premises.Kind, Int, ClosedRange<Int>)] = [
      (.shop, 24_000, 20...180), (.hall, 160, 1_000...9_000), (.office, 3_000, 60...1_400),
      (.workshop, 1_500, 400...8_000), (.storage, 300, 300...5_000), (.farm, 250, 500...5_000),
      (.school, 184, 2_000...30_000), (.health, 240, 200...24_000), (.government, 130, 200...4_000),
      (.culture, 60, 500...9_000), (.utility, 80, 500...5_000), (.site, 130, 4_000...40_000),
    ]
    var list: [Premises] = []
    for (kind, count, areas) in kinds {
      for number in 0..<max(1, count * percent / 100) {
        var draw = Draw(Draw.stream(7, "test.premises"), list.count)
        list.append(
          Premises(
            building: Int32(list.count / 3), kind: kind, floor: 1, door: UInt8(number % 200),
            area: UInt16(draw.logUniform(Double(areas.lowerBound), Double(areas.upperBound)))))
      }
    }
    return list
  }

  static func places(percent: Int) -> FirmPlaces {
    let premises = premises(percent: percent)
    let people = 4_000 * percent
    return FirmPlaces(
      premises: premises, buildings: premises.count / 3 + 1,
      estates: (0..<9 * percent).map { 100 + $0 % 7 * 130 },
      road: { ["建设路", "人民路", "解放路", "湖滨路", "学院路", "新安路", "环城北路"][Int($0) % 7] },
      community: { ["翠园", "东门", "湖滨", "新桥村", "学院", "北苑"][Int($0) % 6] },
      floors: { (floors: 2 + Int($0) % 17, entrances: 1 + Int($0) % 3) },
      built: { Int32($0 % 40 * 400) },
      adult: { draw, _ in Int32(draw.below(people)) })
  }

  static func day(_ number: Int) -> Int32 { Int32(Day(number: number).ordinal) }
}

extension TestDistrict {
  /// Homes in buildings of 40 flats at four entrances; one in eight is empty, in the others live 1
  /// to 6 people, and one in ten changes hands.
  static func homes(percent: Int, firms: Firms?) -> MeterPlaces {
    let dwellings = (0..<1_500 * percent).map { (index: Int) -> Dwelling in
      let flat = index % 10
      return Dwelling(
        building: Int32(index / 40), kind: .flat, entrance: UInt8(index % 40 / 10 + 1),
        floor: UInt8(flat / 2 + 1), door: UInt8(flat % 2 + 1), rooms: 2, area: 900, beds: 4)
    }
    return MeterPlaces(
      dwellings: dwellings, firms: firms,
      residents: { dwelling, _ in residents(dwelling) },
      owner: { dwelling, day in
        let isSold = dwelling % 10 == 0 && day > 19_500
        return Int32(dwelling * 2 + (isSold ? 1 : 0))
      })
  }

  static func residents(_ dwelling: Int) -> Int {
    guard dwelling % 8 != 0 else { return 0 }
    var draw = Draw(Draw.stream(3, "test.residents"), dwelling)
    return [1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6][draw.below(12)]
  }
}

extension TestDistrict {
  /// Buildings on a square of 12 km, denser in the middle, and a net of straight roads 300 m apart.
  static func events(percent: Int, firms: Firms) -> EventPlaces {
    let count = max(firms.places.buildings, 80 * percent)
    let buildings = (0..<count).map { index in
      var draw = Draw(Draw.stream(5, "test.buildings"), index)
      let x = (draw.unit() + draw.unit()) * 6_000
      let y = (draw.unit() + draw.unit()) * 6_000
      return EventPlaces.Building(
        position: Coordinate(x: x, y: y), people: Int32(draw.below(4) == 0 ? 0 : draw.below(110)))
    }
    let roads = (0..<40).flatMap { number in
      let at = Double(number) * 300 + 150
      return [
        EventPlaces.Road(
          name: "经\(number)路", line: [Coordinate(x: at, y: 0), Coordinate(x: at, y: 12_000)]),
        EventPlaces.Road(
          name: "纬\(number)路", line: [Coordinate(x: 0, y: at), Coordinate(x: 12_000, y: at)]),
      ]
    }
    return EventPlaces(
      buildings: buildings, roads: roads, firms: firms,
      address: { "建设路\(Int($0) % 300 + 1)号" },
      resident: { building, _, draw in building * 50 + Int32(draw.below(40)) })
  }
}
