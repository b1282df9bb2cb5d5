package import Geometry
import Time

/// A permit to draw water (取水许可证), renewed every five years.
package struct WaterPermit: Sendable {
  package enum Source: UInt8, Sendable { case surface, ground }

  package var firm: Int32
  package var source: Source
  /// The first day of the permit that is the first in the truth; the others follow after five years each.
  package var first: Int32
  /// In ten thousand cubic metres a year.
  package var amount: Float
  /// 取水用途.
  package var use: String
  /// The bank or the well, degrees, and in words.
  package var position: Coordinate
  package var place: String
}

/// The permits of waterworks, factories and villages.
package struct WaterPermits: Sendable {
  package let list: [WaterPermit]
  private let division: Division
  private static let wanted = 90

  /// Waterworks first, then villages for their fields, then the factories and farms that need much water and
  /// are nearest to one: as many as the list has.
  ///
  /// Ground water of one in nine, and where the next water is far (assumption; its use is closed in
  /// most towns).
  package init(ground: Ground, firms: Firms, share: Int) {
    division = ground.division
    let stream = Draw.stream(ground.seed, "permit.water")
    let today = TruthCalendar.todayOrdinal
    let lines =
      ground.canals.map { (name: $0.name, half: $0.width / 2, line: $0.line) }
      + ground.baseWater.filter { $0.kind == "river" }.map { river in
        (name: river.name, half: 2.0, line: Self.shore(river))
      }
    func open(_ isWanted: (Firm, Trade) -> Bool) -> [Int] {
      firms.list.indices.filter {
        let firm = firms.list[$0]
        return firm.from < today - 400 && firm.to >= TruthCalendar.lastOrdinal
          && !firm.isDormant && isWanted(firm, firms.trade(of: $0))
      }
    }
    let works = open { $1.code == "4610" }
    let villages = open { firm, trade in trade.code == "9610" }.filter {
      ground.communities[Int(ground.community(ofBuilding: firms.building(of: $0)))].isRural
    }
    let near = open { firm, trade in
      firm.form.isEnterprise && firm.form != .branch
        && (["1811", "1411", "2641", "3360", "3982", "2929"].contains(trade.code)
          && firm.staff >= 6 || ["0321", "0141"].contains(trade.code)
          || trade.section == "C" && firm.staff >= 3)
    }.map { firm in
      let place = ground.buildings[Int(firms.building(of: firm))].middle
      return (firm: firm, distance: Self.nearest(to: place, lines).distance)
    }.sorted { ($0.distance, $0.firm) < ($1.distance, $1.firm) }.map(\.firm)
    // What other works draw is little: they fill up the list.
    let needs = { (firm: Int) in
      ["1811", "1411", "2641", "3360", "3982", "2929", "0321", "0141"]
        .contains(firms.trade(of: firm).code)
    }
    let plants = near.filter(needs) + near.filter { !needs($0) }
    let wanted = max(12, Self.wanted * share / 100)
    let chosen = (works.prefix(8) + villages.prefix(wanted * 2 / 5) + plants).prefix(wanted)
    list = chosen.sorted().map { firm in
      var draw = Draw(stream, firm)
      let trade = firms.trade(of: firm)
      let building = ground.buildings[Int(firms.building(of: firm))]
      let (bank, name, distance) = Self.nearest(to: building.middle, lines)
      let isGround = trade.code != "4610" && (distance > 2_500 || draw.below(9) == 0)
      let community = ground.communities[Int(ground.grids[Int(building.grid)].community)].name
      let address = ground.address(ofBuilding: Int(firms.building(of: firm)))
      var style = AddressStyle()
      (style.divisions, style.form, style.level) = (.none, .road, .door)
      let door = address.text(style)
      let (use, amount): (String, Double) =
        switch trade.code {
        case "4610": ("生活", draw.logUniform(800, 5_500))
        case "9610": ("农业", draw.logUniform(8, 90))
        case "0321", "0141": ("农业", draw.logUniform(1, 12))
        default: ("工业", Double(firms.list[firm].staff) * (0.04 + 0.16 * draw.unit()) + 0.3)
        }
      let isInside = ground.block(atMetres: bank) != nil
      return WaterPermit(
        firm: Int32(firm), source: isGround ? .ground : .surface,
        first: WorkDays.next(
          max(firms.list[firm].from, TruthCalendar.firstOrdinal - 1_826)
            + Int32(draw.below(1_826))), amount: Float(amount), use: use,
        position: isGround || !isInside ? building.position : Terrain.degrees(bank),
        place: isGround ? (door.isEmpty ? community : door) + "院内水井" : "\(name)\(community)段")
    }
  }

  /// The permit of a day: its first and last day.
  package func term(of permit: Int, on day: Int32) -> (from: Int32, to: Int32) {
    let first = Day(ordinal: Int(list[permit].first))
    var year = first.year
    func start(_ year: Int) -> Int32 {
      Int32(Day.ordinal(year: year, month: first.month, day: min(first.day, 28)))
    }
    while start(year + 5) <= day { year += 5 }
    return (start(year), start(year + 5) - 1)
  }

  /// 电子证照编号: D, region, S for surface and G for ground water, year, number.
  package func number(of permit: Int, on day: Int32) -> String {
    let year = Day(ordinal: Int(term(of: permit, on: day).from)).year
    return "D\(division.code)\(list[permit].source == .ground ? "G" : "S")\(year)-"
      + Digits.padded(permit + 1, 4)
  }

  /// The outline of a river, in metres.
  private static func shore(_ river: BaseFeature) -> [Coordinate] {
    guard case .area(let area) = river.shape, let ring = area.rings.first else { return [] }
    return ring.coordinates.map(Terrain.metres)
  }

  /// The nearest place at the bank of a water.
  private static func nearest(
    to place: Coordinate, _ lines: [(name: String, half: Double, line: [Coordinate])]
  ) -> (bank: Coordinate, name: String, distance: Double) {
    var best = (bank: place, name: "", distance: Double.infinity)
    for water in lines {
      for (a, b) in zip(water.line, water.line.dropFirst()) {
        let along = b - a
        let square = max(along.dot(along), 1)
        let foot = a + along * min(1, max(0, (place - a).dot(along) / square))
        let distance = (place - foot).length
        if distance < best.distance {
          best = (foot + (place - foot).unit * (water.half + 1.5), water.name, distance)
        }
      }
    }
    return best
  }
}
