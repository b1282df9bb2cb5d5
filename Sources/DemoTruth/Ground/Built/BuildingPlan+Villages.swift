import Geometry
import Time

/// Old quarters and villages.
extension BuildingPlan {
  mutating func buildOldQuarter(_ face: Int, _ lot: Lot, _ draw: inout Draw) {
    let along = lot.grain
    let fronts = lot.strips(
      depth: 9.5, length: 12...26, gap: 2.5, isFront: isNamedRoad, &draw)
    let houses = lot.rows(
      Lot.Rows(depth: 8.5, length: 8...16, pitch: 13.5, gap: 2, jitter: 0.9), along: along,
      others: fronts, margin: 3.2, &draw)
    let isRows = draw.happens(300_000)
    let place = add(
      Estate(
        kind: isRows ? .rows : .lane, name: isRows ? nextEstate(isOld: true) : "",
        grid: blocks[face].grid, blocks: [Int32(face)], built: Self.day(1952...1978, &draw)))
    let perHouse = min(
      4, max(1, Int((Double(blocks[face].wanted) / Double(max(houses.count, 1))).rounded())))
    var last = (row: -1, number: 0)
    var sub = 0
    for footprint in Self.inYardOrder(houses, along) {
      if draw.happens(60_000) { continue }
      if isRows, footprint.row != last.row { last.number = 0 }
      last = (footprint.row, last.number + 1)
      let isSub = last.number > 1 && draw.happens(45_000)
      if isSub { last.number -= 1 }
      sub = isSub ? sub + 1 : 0
      let own = sub
      add(footprint, .oldHouse, on: face, form: draw.happens(300_000) ? .ell : .rectangle) {
        house in
        house.estate = place
        house.phase = isRows ? UInt8(min(footprint.row + 1, 250)) : 0
        house.number = UInt16(last.number)
        house.sub = UInt8(own)
        house.floors = UInt8(draw.number(1...3))
        house.doors = UInt8(max(1, min(4, perHouse + (draw.happens(300_000) ? 1 : 0))))
        house.built = Self.day(1935...1988, &draw)
      }
    }
    for footprint in fronts {
      let own = door(of: footprint)
      add(footprint, .mixed, on: face) { house in
        house.floors = UInt8(draw.number(2...4))
        house.entrances = 1
        house.doors = 2
        house.shopFloors = 1
        house.shops = UInt8(max(1, Int(footprint.length / 4.2)))
        house.built = Self.day(1950...1995, &draw)
        house.door = own
      }
    }
  }

  mutating func buildVillage(_ face: Int, _ lot: Lot, _ draw: inout Draw) {
    let isInTown = blocks[face].urban > 0.3
    let wanted = max(8, Int(Double(blocks[face].wanted) * (isInTown ? 0.55 : 1)))
    let ring = lot.ring
    let side = ring.indices.filter { isNamedRoad(lot.sides[$0].edge) }
    let gate = side.isEmpty ? ring[0] : ring[side[draw.below(side.count)]]
    let heart = GroundPlan.centre(ring) * 0.6 + gate * 0.4
    let layout = VillageLayout(
      lot, heart: heart, wanted: wanted, measures: isInTown ? .town : .country, seed: seed, &draw)
    let chosen = layout.houses
    guard !chosen.isEmpty else { return }
    add(layout.lanes)
    let place = add(
      Estate(
        kind: .village, name: nextHamlet(), grid: blocks[face].grid, blocks: [Int32(face)],
        built: Self.day(1950...1980, &draw)))
    let groups = max(1, min(9, chosen.count / 34))
    var number = 0
    var sub = 0
    for (index, footprint) in chosen.enumerated() {
      let group = index * groups / chosen.count
      if index > 0, group != (index - 1) * groups / chosen.count { number = 0 }
      let isSub = number > 0 && draw.happens(40_000)
      if !isSub { number += 1 }
      sub = isSub ? sub + 1 : 0
      let own = sub
      add(footprint, .villageHouse, on: face, form: draw.happens(350_000) ? .ell : .rectangle) {
        house in
        house.estate = place
        house.phase = UInt8(group + 1)
        house.number = UInt16(number)
        house.sub = UInt8(own)
        house.floors = UInt8(draw.number(2...4))
        house.built = Self.day(1984...2024, &draw)
      }
    }
    let community = communityOfGrid[Int(blocks[face].grid)]
    if !isInTown, seated.insert(community).inserted {
      addFacility(.government, of: place, face, lot, &draw)
    }
    if isInTown {
      // A village within the town lets rooms: two or three dwellings a house.
      for index in buildings.indices.suffix(chosen.count) { setDoors(2, of: index) }
    }
  }
}
