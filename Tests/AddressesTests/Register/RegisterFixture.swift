import Addresses

/// Rows written shortly: `row(3, in: 2, .building("3"))`.
func row(
  _ id: Int64, in parent: Int64? = nil, _ elements: RegisterElement..., name: String = "",
  status: AddressStatus = .approved, validity: ClosedRange<Int32> = Int32.min...Int32.max,
  successor: Int64? = nil, main: Int64? = nil, aliases: [AddressAlias] = [],
  positions: [AddressPosition] = []
) -> AddressRow {
  AddressRow(
    id: id, parent: parent, elements: elements, name: Array(name.utf8), status: status,
    validity: validity, successor: successor, main: main, aliases: aliases, positions: positions)
}

func register(_ rows: [AddressRow]) -> AddressRegister {
  var builder = RegisterBuilder()
  for row in rows { builder.add(row) }
  return builder.build().register
}

extension RegisterElement {
  static func city(_ key: String) -> Self { Self(.city, Array(key.utf8)) }
  static func county(_ key: String) -> Self { Self(.county, Array(key.utf8)) }
  static func town(_ key: String) -> Self { Self(.town, Array(key.utf8)) }
  static func community(_ key: String) -> Self { Self(.community, Array(key.utf8)) }
  static func road(_ key: String) -> Self { Self(.road, Array(key.utf8)) }
  static func lane(_ key: String) -> Self { Self(.lane, Array(key.utf8)) }
  static func number(_ key: String) -> Self { Self(.roadNumber, Array(key.utf8)) }
  static func sub(_ key: String) -> Self { Self(.subNumber, Array(key.utf8)) }
  static func estate(_ key: String) -> Self { Self(.estate, Array(key.utf8)) }
  static func part(_ key: String) -> Self { Self(.estatePart, Array(key.utf8)) }
  static func place(_ key: String) -> Self { Self(.place, Array(key.utf8)) }
  static func building(_ key: String) -> Self { Self(.building, Array(key.utf8)) }
  static func entrance(_ key: String) -> Self { Self(.entrance, Array(key.utf8)) }
  static func floor(_ key: String) -> Self { Self(.floor, Array(key.utf8)) }
  static func room(_ key: String) -> Self { Self(.room, Array(key.utf8)) }
}

/// SplitMix64: the same numbers for the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

/// A small town, made of a seed: roads in communities, doors, buildings, entrances and rooms, with
/// estates as aliases of doors, old roads and ranges.
func smallTown(seed: UInt64) -> [AddressRow] {
  var generator = SeededGenerator(seed: seed)
  var rows = [
    row(1, .county("测试区")), row(2, in: 1, .town("东街道")), row(3, in: 1, .town("西街道")),
    row(4, in: 2, .community("河边社区")), row(5, in: 3, .community("山下社区")),
  ]
  var id: Int64 = 10
  func next() -> Int64 {
    id += 1
    return id
  }
  for (place, name) in ["杨柳路", "长桥路", "石井街", "杨柳路"].enumerated() {
    let road = next()
    rows.append(
      row(
        road, in: place % 2 == 0 ? 4 : 5, .road(name), name: name,
        positions: [AddressPosition(.roadCentre, longitude: 119.5, latitude: 31.5)]))
    for number in 1...6 {
      let door = next()
      let key = number == 6 ? "112-116" : number == 5 ? "甲8" : "\(number * (place + 1))"
      let estate = "\(name.first ?? "a")园\(place)\(number)"
      rows.append(
        row(
          door, in: road, .number(key), name: key,
          aliases: number % 2 == 0 ? [AddressAlias(.secondName, elements: [.estate(estate)])] : [],
          positions: [
            AddressPosition(
              .doorPlate, longitude: 119.5 + Double(door) / 1e4,
              latitude: 31.5 + Double(Int64.random(in: 0...99, using: &generator)) / 1e4)
          ]))
      for building in 1...Int.random(in: 1...3, using: &generator) {
        let house = next()
        rows.append(row(house, in: door, .building("\(building)")))
        for entrance in 1...2 {
          let stairs = next()
          rows.append(row(stairs, in: house, .entrance("\(entrance)")))
          for room in ["101", "102", "201", "1101"] {
            rows.append(row(next(), in: stairs, .room(room)))
          }
        }
      }
    }
  }
  return rows
}
