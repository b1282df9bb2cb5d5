import Time

/// A permit to move earth away from a site (建筑垃圾处置核准).
package struct EarthPermit: Sendable {
  /// A place in `projects.sites`.
  package var site: Int32
  /// A place in `carriers.carriers`.
  package var carrier: Int32
  package var from: Int32
  /// The last day.
  package var to: Int32
  /// Cubic metres.
  package var volume: Int32
  /// The vehicles that may carry it: so many of the carrier's from one on, round and round.
  package var firstVehicle: Int32
  package var vehicles: Int32
}

/// The permits of all sites where foundations are dug, and a row for each permit and vehicle.
package struct EarthPermits: Sendable {
  package let permits: [EarthPermit]
  /// Permits with their vehicles, places in `carriers.vehicles`.
  package let rows: [(permit: Int32, vehicle: Int32)]
  private let division: Division

  /// The rows of the twelve months before the list of month 1, and its day.
  private static let wanted = 420
  private static let seen = TruthCalendar.todayOrdinal - 7

  /// Permits last three months; a pit of more than 30,000 cubic metres needs several.
  ///
  /// Those of the window name so many vehicles that the list is as long as it should be: five to twelve each.
  package init(projects: ProjectBook, carriers: Carriers, share: Int, seed: UInt64) {
    division = carriers.division
    let stream = Draw.stream(seed, "permit.earth")
    // Few firms have lorries for earth: the eight with most; a small share may have none.
    let lorries = carriers.carriers.indices.filter { place in
      carriers.carriers[place].vehicles.contains { carriers.vehicles[$0].kind == .lorry }
    }
    let fleets = (lorries.isEmpty ? Array(carriers.carriers.indices) : lorries).sorted {
      (carriers.carriers[$1].vehicles.count, $0) < (carriers.carriers[$0].vehicles.count, $1)
    }.prefix(8)
    var permits: [EarthPermit] = []
    for (place, site) in projects.sites.enumerated() where !fleets.isEmpty {
      let what = projects.projects[Int(site.project)].what
      // In a small share the smaller pits stand for what is not there.
      let least = share < 20 ? 800 : 2_500
      guard ![.renewal, .road].contains(what), site.area >= least else { continue }
      var draw = Draw(stream, place)
      // A basement of four metres under a third of the floors' area over five (assumption).
      let volume = Int(site.area) * draw.number(22...48) / 100
      let parts = min(3, volume / 30_000 + 1)
      let turn = draw.below(fleets.count)
      for part in 0..<parts {
        let from = WorkDays.next(site.from + Int32(draw.number(2...20) + part * 92))
        // Who is asked has vehicles on that day, else the next one.
        let carrier = (0..<fleets.count).map { fleets[(turn + $0) % fleets.count] }.first {
          carriers.carriers[$0].vehicles.contains {
            carriers.vehicles[$0].from <= from && from < carriers.vehicles[$0].to
          }
        }
        permits.append(
          EarthPermit(
            site: Int32(place), carrier: Int32(carrier ?? fleets[turn]), from: from, to: from + 89,
            volume: Int32(volume / parts / 100 * 100), firstVehicle: Int32(draw.below(60)),
            vehicles: Int32(draw.number(50...120))))
      }
    }
    permits.sort { ($0.from, $0.site) < ($1.from, $1.site) }
    let inWindow = permits.filter { $0.from <= Self.seen && $0.from > Self.seen - 365 }
    let weight = inWindow.reduce(0) { $0 + Int($1.vehicles) }
    let wanted = max(12, Self.wanted * share / 100)
    var carry = 0
    var rows: [(permit: Int32, vehicle: Int32)] = []
    for index in permits.indices {
      carry += Int(permits[index].vehicles) * wanted
      let count = max(1, carry / max(weight, 1))
      carry -= count * max(weight, 1)
      // Only vehicles that the carrier has on the first day.
      let fleet = carriers.carriers[Int(permits[index].carrier)].vehicles.filter {
        let one = carriers.vehicles[$0]
        return one.from <= permits[index].from && permits[index].from < one.to
      }
      let first = Int(permits[index].firstVehicle)
      let named = min(count, fleet.count)
      carry += (count - named) * max(weight, 1)
      permits[index].vehicles = Int32(named)
      for turn in 0..<named {
        rows.append((Int32(index), Int32(fleet[(first + turn) % fleet.count])))
      }
    }
    (self.permits, self.rows) = (permits, rows)
  }

  /// 核准证号: the year and a number.
  package func number(of permit: Int) -> String {
    let year = Day(ordinal: Int(permits[permit].from)).year
    return "\(division.abbreviation)渣准字〔\(year)〕第" + Digits.padded(permit + 1, 4) + "号"
  }
}
