import Time

/// A vehicle of a licensed carrier.
package struct Vehicle: Sendable {
  package enum Kind: UInt8, Sendable {
    case lorry, dangerousGoods, coach, taxi

    /// 车辆类型.
    package var title: String {
      switch self {
      case .lorry: "普通货车"
      case .dangerousGoods: "危险品货车"
      case .coach: "大型客车"
      case .taxi: "出租车"
      }
    }
    /// 经营范围 of the licence under which it runs.
    package var scope: String {
      switch self {
      case .lorry: "道路普通货物运输"
      case .dangerousGoods: "道路危险货物运输（2类1项、3类、8类）"
      case .coach: "县际、市际包车客运；旅游客运"
      case .taxi: "巡游出租汽车客运"
      }
    }
  }

  /// The place of its carrier in `carriers`.
  package var carrier: Int32
  package var kind: Kind
  package var from: Int32
  /// The day after its last one.
  package var to: Int32
}

/// The carriers with a licence (道路运输经营许可证) and their vehicles.
package struct Carriers: Sendable {
  package struct Carrier: Sendable {
    package var firm: Int32
    /// Its licences, one after the other.
    package var licences: [Licence]
    package var vehicles: Range<Int>
  }

  package let carriers: [Carrier]
  /// By carrier.
  package let vehicles: [Vehicle]
  private let seed: UInt64
  let division: Division

  /// Carriers of goods have up to seven vehicles for ten of their staff, those of people two for each, sixty
  /// at most and as many in all as the list has; a lorry runs for five to nine years
  /// (the ten-year limit of heavy lorries of 2012-12 less wear), one carrier of goods in fourteen carries
  /// dangerous ones, one of people in three has coaches (assumptions).
  package init(firms: Firms, share: Int) {
    (seed, division) = (firms.seed, firms.division)
    let stream = Draw.stream(firms.seed, "carrier")
    let trades = ["5431", "5413"].map(Trade.place)
    var carriers: [Carrier] = []
    var all: [(carrier: Carrier, slots: [(draw: UInt64, vehicles: [Vehicle])])] = []
    for (index, firm) in firms.list.enumerated()
    where trades.contains(Int(firm.trade)) && !firm.isDormant && firms.hasName(index) {
      let licences = firms.licences(of: index).filter { $0.kind == .roadTransport }
      guard let first = licences.first else { continue }
      var draw = Draw(stream, index)
      let isGoods = Int(firm.trade) == trades[0]
      let kind: Vehicle.Kind =
        isGoods
        ? (firm.staff >= 5 && draw.below(14) == 0 ? .dangerousGoods : .lorry)
        : draw.below(3) == 0 ? .coach : .taxi
      let end = min(firm.to, TruthCalendar.lastOrdinal + 1)
      let size = isGoods ? Int(firm.staff) * 7 / 10 : Int(firm.staff) * 2
      var slots: [(draw: UInt64, vehicles: [Vehicle])] = []
      for slot in 0..<min(60, max(1, size)) {
        var own: [Vehicle] = []
        // The first one stays whatever the number of all.
        let rank = slot == 0 ? 0 : draw.next()
        var day = max(first.from, TruthCalendar.firstOrdinal - 2_500) + Int32(draw.below(260))
        while day < end {
          let last = min(end, day + Int32(draw.number(1_826...3_287)))
          // Older ones are in no list.
          if last > TruthCalendar.todayOrdinal - 730 {
            own.append(
              Vehicle(carrier: Int32(all.count), kind: kind, from: day, to: last))
          }
          day = last + Int32(draw.number(5...40))
        }
        slots.append((rank, own))
      }
      all.append((Carrier(firm: Int32(index), licences: licences, vehicles: 0..<0), slots))
    }
    let limit = Self.limit(all, wanted: max(12, Self.wanted * share / 100))
    var vehicles: [Vehicle] = []
    for (first, slots) in all {
      var carrier = first
      let start = vehicles.count
      for slot in slots where slot.draw < limit { vehicles += slot.vehicles }
      carrier.vehicles = start..<vehicles.count
      carriers.append(carrier)
    }
    (self.carriers, self.vehicles) = (carriers, vehicles)
  }

  /// What the list of month 1 is to have, and its day.
  private static let wanted = 1_100
  private static let seen = TruthCalendar.todayOrdinal - 60

  /// The draw below which so many places for vehicles have one that runs under a licence on the day of the
  /// list.
  private static func limit(
    _ all: [(carrier: Carrier, slots: [(draw: UInt64, vehicles: [Vehicle])])], wanted: Int
  ) -> UInt64 {
    var draws: [UInt64] = []
    for (carrier, slots) in all where carrier.licences.contains(where: { $0.holds(on: seen) }) {
      for slot in slots where slot.vehicles.contains(where: { $0.from <= seen && seen < $0.to }) {
        draws.append(slot.draw)
      }
    }
    draws.sort()
    return wanted < draws.count ? draws[wanted] : .max
  }

  /// The licence under which a vehicle runs on a day, else the last one before it.
  package func licence(of vehicle: Int, on day: Int32) -> Licence? {
    let all = carriers[Int(vehicles[vehicle].carrier)].licences
    return all.last { $0.from <= day } ?? all.first
  }

  /// Whether a vehicle runs under a licence in force on a day.
  package func isLicensed(_ vehicle: Int, on day: Int32) -> Bool {
    let one = vehicles[vehicle]
    return one.from <= day && day < one.to
      && carriers[Int(one.carrier)].licences.contains { $0.holds(on: day) }
  }

  package func firm(of vehicle: Int) -> Int32 {
    carriers[Int(vehicles[vehicle].carrier)].firm
  }

  /// Its plate, of an office that does not exist; no two of the city have the same: the numbers of a district
  /// are 61 apart.
  package func plate(of vehicle: Int) -> String {
    PersonalNumber.plate((vehicle * 61 + 20_017 + division.number) % 240_000)
  }

  /// 道路运输证号: region and number.
  package func certificate(of vehicle: Int) -> String {
    "临交运管云字\(division.code)" + Digits.padded(vehicle + 100_001, 6) + "号"
  }

  /// The last yearly check (年审) by a day: in the month of its first one; nil in the first year.
  package func inspectedOn(_ vehicle: Int, by day: Int32) -> Int32? {
    let from = vehicles[vehicle].from
    var draw = Draw(Draw.stream(seed, "vehicle.check"), vehicle)
    let first = from + 365 - Int32(draw.below(25))
    guard first <= day else { return nil }
    let last = first + (day - first) / 365 * 365
    let on = WorkDays.next(last)
    return on <= day ? on : WorkDays.next(last - 365)
  }
}
