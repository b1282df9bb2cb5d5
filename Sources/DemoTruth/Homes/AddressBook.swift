/// The register of addresses: estates, buildings, entrances, rooms and shops, each with a code that stays.
package struct AddressBook: Sendable {
  /// What an entry is about.
  package enum Kind: UInt8, Sendable {
    case estate, building, entrance, dwelling, premises
  }

  /// One address.
  package struct Entry: Sendable, Hashable {
    package var kind: Kind
    /// 单元 of an entrance; 0 for others.
    package var entrance: UInt8 = 0
    /// The place of the estate, building, dwelling or premises.
    package var place: Int32
  }

  /// Grid by grid, within each estates before buildings, and a building before what is in it.
  package let entries: [Entry]
  /// The place of the first entry of each grid; one more at the end.
  package let firstOfGrid: [Int32]

  package init(_ ground: Ground, _ homes: Homes) {
    var estates: [[Int32]] = Array(repeating: [], count: ground.grids.count)
    for (index, estate) in ground.estates.enumerated() where !estate.name.isEmpty {
      estates[Int(estate.grid)].append(Int32(index))
    }
    var buildings: [[Int32]] = Array(repeating: [], count: ground.grids.count)
    for (index, building) in ground.buildings.enumerated() where building.hasPlate {
      buildings[Int(building.grid)].append(Int32(index))
    }
    var entries: [Entry] = []
    var firstOfGrid: [Int32] = []
    for grid in ground.grids.indices {
      firstOfGrid.append(Int32(entries.count))
      entries += estates[grid].map { Entry(kind: .estate, place: $0) }
      for building in buildings[grid] { Self.add(Int(building), ground, homes, to: &entries) }
    }
    firstOfGrid.append(Int32(entries.count))
    (self.entries, self.firstOfGrid) = (entries, firstOfGrid)
  }

  private static func add(
    _ index: Int, _ ground: Ground, _ homes: Homes, to entries: inout [Entry]
  ) {
    let building = ground.buildings[index]
    entries.append(Entry(kind: .building, place: Int32(index)))
    if building.entrances > 1 {
      for entrance in 1...building.entrances {
        entries.append(Entry(kind: .entrance, entrance: entrance, place: Int32(index)))
      }
    }
    var rooms: Set<Int> = []
    for dwelling in homes.dwellings(ofBuilding: index) {
      let one = homes.dwellings[dwelling]
      guard ground.address(of: one).room > 0 else { continue }
      rooms.insert(Int(one.entrance) << 16 | Int(one.floor) << 8 | Int(one.door))
      entries.append(Entry(kind: .dwelling, place: Int32(dwelling)))
    }
    for place in homes.premises(ofBuilding: index) {
      let one = homes.premises[place]
      let address = ground.address(of: one)
      // An office in a flat has the flat's address.
      let room = Int(one.entrance) << 16 | Int(one.floor) << 8 | Int(one.door)
      guard address.shop > 0 || address.room > 0 && rooms.insert(room).inserted else { continue }
      entries.append(Entry(kind: .premises, place: Int32(place)))
    }
  }

  /// The grid of an entry, a place in `ground.grids`.
  package func grid(ofEntry entry: Int) -> Int {
    var (low, high) = (0, firstOfGrid.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(firstOfGrid[middle]) <= entry { low = middle } else { high = middle }
    }
    return low
  }
}

extension Building {
  /// Whether anything says which building it is: a number or a door of its own.
  var hasPlate: Bool { number > 0 || door.number > 0 }
}

extension Ground {
  /// 地址编码 of a building: the district, the road (1) or estate (2) with its number, the building, and
  /// zeros for what is not named.
  package func addressCode(ofBuilding index: Int) -> String {
    code(building: index, entrance: 0, floor: 0, room: 0)
  }

  package func addressCode(ofEntrance entrance: Int, ofBuilding index: Int) -> String {
    code(building: index, entrance: entrance, floor: 0, room: 0)
  }

  package func addressCode(ofEstate index: Int) -> String {
    division.code + "2" + Digits.padded(index + 1, 7) + Digits.padded(0, 12)
  }

  /// That of a dwelling; where it is the whole house or entrance, that one's.
  package func addressCode(of dwelling: Dwelling) -> String {
    let address = address(of: dwelling)
    let entrances = buildings[Int(dwelling.building)].entrances
    return code(
      building: Int(dwelling.building), entrance: entrances > 1 ? Int(dwelling.entrance) : 0,
      floor: address.floor, room: address.room)
  }

  /// That of premises; where they are the whole building, that one's.
  package func addressCode(of premises: Premises) -> String {
    let address = address(of: premises)
    guard address.shop == 0 else {
      // No building has 90 entrances: from there on the floors of shops.
      return code(
        building: Int(premises.building), entrance: 90, floor: 0, room: 0, shop: address.shop)
    }
    let entrances = buildings[Int(premises.building)].entrances
    return code(
      building: Int(premises.building),
      entrance: address.room > 0 && entrances > 1 ? Int(premises.entrance) : 0,
      floor: address.room > 0 ? address.floor : 0, room: address.room)
  }

  private func code(
    building index: Int, entrance: Int, floor: Int, room: Int, shop: Int = 0
  ) -> String {
    let building = buildings[index]
    let upper =
      building.estate >= 0
      ? "2" + Digits.padded(Int(building.estate) + 1, 7)
      : "1" + Digits.padded(Int(building.door.road) + 1, 7)
    return division.code + upper + Digits.padded(index % 1_000_000, 6)
      + Digits.padded(entrance, 2)
      + (shop > 0 ? Digits.padded(shop, 4) : Digits.padded(floor, 2) + Digits.padded(room, 2))
  }
}
