import Time

/// Which company manages which estate, and when.
///
/// 410 of the 880 estates have a company by contract, the younger ones above all (assumption after lists of
/// districts: estates of before 2000 are mostly looked after by their committees): those with the latest
/// years of building, by up to twelve years more or less.
package struct PropertyContracts: Sendable {
  /// Estates with a company on the day of the first delivery.
  static let managed = 410

  /// By estate, then by day.
  package let list: [ManagementContract]
  private let index: SpanIndex
  private let seed: UInt64
  private let division: Division

  package init(ground: Ground, firms: Firms) {
    (seed, division) = (ground.seed, ground.division)
    let stream = Draw.stream(seed, "property.managed")
    let today = TruthCalendar.todayOrdinal
    var dwellings = Array(repeating: 0, count: ground.estates.count)
    for building in ground.buildings where building.estate >= 0 && building.razed == .max {
      dwellings[Int(building.estate)] +=
        Int(building.floors) * max(1, Int(building.entrances)) * Int(building.doors)
    }
    let estates = ground.estates.indices.filter {
      ground.estates[$0].kind == .estate && dwellings[$0] > 0
    }
    let ranked = estates.map { estate -> (estate: Int, score: Int) in
      var draw = Draw(stream, estate)
      return (estate, Int(ground.estates[estate].built) + draw.number(-4_380...4_380))
    }.sorted { ($1.score, $0.estate) < ($0.score, $1.estate) }
    // What is finished after the last quarter comes on top.
    var left = Self.managed
    var chosen: [Int] = []
    for one in ranked where left > 0 {
      chosen.append(one.estate)
      if ground.estates[one.estate].built <= today - 120 { left -= 1 }
    }
    list = firms.managementContracts(
      of: chosen.sorted().map { ($0, ground.estates[$0].built - 45, dwellings[$0]) })
    index = SpanIndex(count: ground.estates.count, things: list.count) { [list] in
      Int32(list[$0].estate)
    }
  }

  /// The contract of an estate that is in force on a day: its place in ``list``.
  package func contract(ofEstate estate: Int, on day: Int32) -> Int? {
    index[estate].first { list[$0].from <= day && day <= list[$0].to }
  }

  /// The desk on the estate, not the head office: another number with another company.
  package func phone(of contract: Int) -> String {
    let one = list[contract]
    var draw = Draw(Draw.stream(seed, "property.desk"), one.estate << 20 | Int(one.firm))
    return PersonalNumber.landline(draw.below(1_000_000), in: division)
  }
}
