import Geometry
import Time

/// Estates of flats and villas.
extension BuildingPlan {
  /// How one kind of estate is laid out.
  private struct Style {
    var rows: Lot.Rows
    var floors: ClosedRange<Int>
    var years: ClosedRange<Int>
    /// Metres of length that one entrance takes; the doors on its floors.
    var entrance: Double
    var doors: Int
  }

  private static func style(_ use: Block.Use, _ draw: inout Draw) -> Style {
    switch use {
    case .towers:
      // GB 50180-2018: from 10 floors on a row stands about 1.2 heights from the next (sun for 2 h).
      let isSlim = draw.happens(400_000)
      return Style(
        rows: Lot.Rows(
          depth: isSlim ? 21 : 15.5, length: isSlim ? 24...28 : 32...44, pitch: isSlim ? 58 : 52,
          gap: isSlim ? 26 : 20, jitter: 3),
        floors: 11...30, years: 2006...2025, entrance: isSlim ? 30 : 19, doors: isSlim ? 4 : 2)
    case .slabs:
      return Style(
        rows: Lot.Rows(depth: 13, length: 36...56, pitch: 38, gap: 13, jitter: 1.5), floors: 5...11,
        years: 1999...2022, entrance: 18, doors: 2)
    case .villas:
      return Style(
        rows: Lot.Rows(depth: 11, length: 16...32, pitch: 27, gap: 8, jitter: 1), floors: 2...3,
        years: 2001...2019, entrance: 7.5, doors: 1)
    default:
      return Style(
        rows: Lot.Rows(depth: 10.5, length: 36...58, pitch: 22, gap: 7, jitter: 0.8), floors: 3...6,
        years: 1979...2003, entrance: 13, doors: 2)
    }
  }

  mutating func buildEstate(_ face: Int, _ lot: Lot, _ draw: inout Draw) {
    let use = blocks[face].use
    var style = Self.style(use, &draw)
    let along = lot.homeward
    let wanted = Double(blocks[face].wanted)
    // Shops along main and secondary roads, with flats above where it is an old estate.
    let isOld = use == .walkUps
    var fronts: [Lot.Footprint] = []
    if use != .villas, draw.happens(720_000) {
      var chosen = draw
      fronts = lot.strips(
        depth: isOld ? 11 : 12, length: isOld ? 26...46 : 34...70, gap: isOld ? 5 : 9,
        isFront: isShoppingStreet, &chosen)
      // A gate of an estate is free of shops.
      if fronts.count > 2 { fronts.remove(at: fronts.count / 2) }
    }
    let made = Self.spread(lot, &style, along, fronts, wanted, &draw)
    guard !made.isEmpty || !fronts.isEmpty else { return }

    let built = Self.day(style.years, &draw)
    var estate: Int32?
    var phase: UInt8 = 0
    if let last = estates.last, last.grid == blocks[face].grid, last.kind == .estate,
      last.secondName.isEmpty, !isOld, use == blocks[Int(last.blocks[0])].use,
      draw.happens(600_000)
    {
      estate = Int32(estates.count - 1)
      phase = extend(Int32(estates.count - 1), with: face)
    }
    let place =
      estate
      ?? add(
        Estate(
          kind: .estate, name: nextEstate(isOld: isOld), grid: blocks[face].grid,
          blocks: [Int32(face)], built: built))
    let skips = style.years.upperBound < 2004 || (use == .towers && draw.happens(180_000))
    var doorsPerFloor = 0
    var plans: [(entrances: Int, doors: Int)] = []
    for footprint in made {
      let entrances = max(1, Int((footprint.length / style.entrance).rounded()))
      plans.append((entrances, style.doors))
      doorsPerFloor += entrances * style.doors
    }
    let aboveShops = isOld ? fronts.reduce(0) { $0 + Int($1.length / 13) * 2 * 4 } : 0
    let mean = (wanted - Double(aboveShops)) / Double(max(doorsPerFloor, 1))
    var number = 0
    var lateNumber = 0
    for (footprint, plan) in zip(Self.inYardOrder(made, along), plans) {
      number += 1
      let swing = use == .towers ? draw.number(-3...3) : draw.number(-1...1)
      let floors = min(
        max(Int(mean.rounded()) + (draw.happens(350_000) ? swing : 0), style.floors.lowerBound),
        style.floors.upperBound)
      let form: Building.Form =
        use == .towers
        ? (footprint.length < 30 ? .cross : .stepped)
        : draw.happens(500_000) ? .stepped : .rectangle
      let late = isOld && number > lateNumber + 1 && draw.happens(9_000)
      if late { lateNumber = number }
      add(footprint, use == .villas ? .villa : .flats, on: face, form: form) { building in
        building.estate = place
        building.phase = phase
        building.number = UInt16(skips ? Building.lucky(number) : number)
        building.skipsUnlucky = skips && use == .towers
        building.floors = UInt8(floors)
        building.entrances = UInt8(plan.entrances)
        building.doors = UInt8(plan.doors)
        building.built = built + Int32(draw.below(240))
        if late {
          // Built between the others later: 甲3幢 next to 3幢.
          building.prefix = 1
          building.built = Self.day(2004...2012, &draw)
        }
      }
      if late { number -= 1 }
    }
    for (index, footprint) in fronts.enumerated() {
      let hasFlats = isOld
      let shops = max(2, Int(footprint.length / 4.4))
      let own = door(of: footprint)
      add(footprint, hasFlats ? .mixed : .shops, on: face) { building in
        building.estate = place
        building.phase = phase
        building.number = UInt16(skips ? Building.lucky(number + index + 1) : number + index + 1)
        building.floors = UInt8(hasFlats ? 5 : draw.number(1...3))
        building.entrances = hasFlats ? UInt8(max(1, Int(footprint.length / 13))) : 0
        building.doors = hasFlats ? 2 : 1
        building.shopFloors = hasFlats ? 1 : UInt8(min(Int(building.floors), 2))
        building.shops = UInt8(shops)
        building.built = built + Int32(draw.below(240))
        building.door = own
      }
    }
    // A kindergarten of its own in larger estates (GB 50180-2018: one for 5,000 to 12,000 people).
    if phase < 2, blocks[face].area > 26_000, draw.happens(230_000) {
      addFacility(.kindergarten, of: place, face, lot, &draw)
    }
  }

  /// Rows with so much room between them that the wanted dwellings fill their floors.
  private static func spread(
    _ lot: Lot, _ style: inout Style, _ along: Coordinate, _ others: [Lot.Footprint],
    _ wanted: Double, _ draw: inout Draw
  ) -> [Lot.Footprint] {
    let typical = (style.rows.length.lowerBound + style.rows.length.upperBound) / 2
    let each =
      (typical / style.entrance).rounded() * Double(style.doors)
      * Double(style.floors.lowerBound * 2 + style.floors.upperBound) / 3
    let needed = max(1, wanted / each)
    var made: [Lot.Footprint] = []
    for attempt in 0..<3 {
      var same = draw
      made = lot.rows(style.rows, along: along, others: others, margin: 7, &same)
      let surplus = (Double(made.count) / needed).squareRoot()
      guard attempt < 2, surplus > 1.12 else { break }
      // Up to 1.3 the ground between rows is green; beyond, courts are left free.
      let factor = min(surplus, 1.3)
      style.rows.pitch *= factor
      style.rows.gap = (typical + style.rows.gap) * factor - typical
    }
    _ = draw.next()
    let kept = max(1, Int((needed * 1.6).rounded(.up)))
    guard kept < made.count else { return made }
    return made.indices.filter { ($0 + 1) * kept / made.count > $0 * kept / made.count }
      .map { made[$0] }
  }

  /// In S form from the north-east, as buildings in a yard are counted.
  static func inYardOrder(
    _ footprints: [Lot.Footprint], _ along: Coordinate
  ) -> [Lot.Footprint] {
    footprints.sorted { a, b in
      if a.row != b.row { return a.row < b.row }
      let isWestward = a.row % 2 == 0
      let (x, y) = (a.centre.dot(along), b.centre.dot(along))
      return isWestward ? x > y : x < y
    }
  }
}
