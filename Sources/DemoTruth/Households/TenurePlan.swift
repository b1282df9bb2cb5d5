/// Who has a dwelling when: for each dwelling its tenures from before the first day to the last.
///
/// Owners stay 20 years on average and tenants 2.2, so that about one in seven moves a year (an
/// assumption; the 2020 census counts 21 % of urban family households as tenants). A dwelling is
/// taken on the day of month 1 as often as the wanted number of people needs, the rest is empty.
struct TenurePlan: Sendable {
  /// People of an occupied flat or house on the day of month 1, flat-shares included; measured.
  static let peoplePerDwelling = 2.585
  private static let ownerDays = 7_300.0
  private static let tenantDays = 800.0

  let dwellings: [Dwelling]
  let places: [DwellingPlace]
  let plants: PlantPlan
  /// The share of beds of dormitories and care homes that are taken.
  let bedShare: Double
  private let occupied: Double
  private let stream: UInt64

  init(_ plan: PeoplePlan, dwellings: [Dwelling], places: [DwellingPlace], plants: PlantPlan) {
    (self.dwellings, self.places, self.plants) = (dwellings, places, plants)
    stream = Draw.stream(plan.seed, "tenures")
    var (beds, homes) = (0, 0)
    for dwelling in dwellings {
      switch dwelling.kind {
      case .dormitory, .careHome: beds += Int(dwelling.beds)
      case .flat, .villageHouse: homes += 1
      }
    }
    // Collective households had 6.9 % of the people in the 2020 census at most; 5.5 % here.
    let people = Double(plan.people)
    bedShare = min(0.85, 0.055 * people / Double(max(beds, 1)))
    let wanted = (people - Double(beds) * bedShare) / Self.peoplePerDwelling
    occupied = min(0.97, wanted / Double(max(homes, 1)))
  }

  /// Appends the tenures of a dwelling, by day.
  func append(_ place: Int, to tenures: inout [Tenure]) {
    var draw = Draw(stream, place)
    let dwelling = Int32(place)
    let built = places[place].built
    let plant = plants.kind(of: place)
    switch dwellings[place].kind {
    case .dormitory, .careHome:
      let kind: Tenure.Kind = dwellings[place].kind == .dormitory ? .employer : .institution
      tenures.append(
        Tenure(dwelling: dwelling, from: built, to: Person.open, kind: kind, plant: plant))
    case .flat, .villageHouse:
      if let plant {
        guard plant != .secondHome else { return }
        let isLet = plant == .coTenants || plant == .groupRental
        let from = max(built + 60, TruthCalendar.firstOrdinal - Int32(draw.below(1_500)) + 800)
        tenures.append(
          Tenure(
            dwelling: dwelling, from: from, to: Person.open, kind: isLet ? .rent : .owner,
            plant: plant))
        return
      }
      appendHome(place, &draw, to: &tenures)
    }
  }

  private func appendHome(_ place: Int, _ draw: inout Draw, to tenures: inout [Tenure]) {
    let built = places[place].built + 60
    guard built < TruthCalendar.lastOrdinal else { return }
    let anchor = TruthCalendar.todayOrdinal
    var found: [Tenure] = []
    var earlier: Tenure.Kind?
    var later: Tenure.Kind?
    var before = anchor
    var after = anchor
    let isTaken = draw.unit() < occupied
    if isTaken, built < anchor - 90 {
      let kind = kind(of: place, &draw)
      (earlier, later) = (kind, kind)
      let elapsed = Int32(min(length(kind, &draw), 20_000))
      let left = Int32(min(length(kind, &draw), 20_000))
      let from = max(
        anchor - elapsed - 1, built + Int32(draw.below(400)) % max(anchor - built - 80, 1))
      let to = anchor + 1 + left
      found.append(tenure(place, from, to, kind))
      (before, after) = (from - gap(kind, &draw), to + gap(kind, &draw))
    } else if draw.happens(isTaken ? 0 : 450_000) {
      before = anchor - Int32(draw.exponential(mean: 1_400))
      after = anchor + Int32(draw.exponential(mean: 1_500))
    } else {
      (before, after) = (built, anchor + Int32(draw.exponential(mean: isTaken ? 300 : 6_000)))
    }
    while before > TruthCalendar.firstOrdinal, before > built + 100 {
      let kind = neighbour(of: earlier, place, &draw)
      earlier = kind
      let from = max(before - Int32(min(length(kind, &draw), 20_000)), built)
      if before - from >= 60 { found.append(tenure(place, from, before, kind)) }
      before = from - gap(kind, &draw)
    }
    found.reverse()
    after = max(after, built)
    while after < TruthCalendar.lastOrdinal {
      let kind = neighbour(of: later, place, &draw)
      later = kind
      let to = after + 60 + Int32(min(length(kind, &draw), 20_000))
      found.append(tenure(place, after, to, kind))
      after = to + gap(kind, &draw)
    }
    tenures += found
  }

  private func tenure(_ place: Int, _ from: Int32, _ to: Int32, _ kind: Tenure.Kind) -> Tenure {
    Tenure(
      dwelling: Int32(place), from: from, to: to > TruthCalendar.lastOrdinal ? Person.open : to,
      kind: kind)
  }

  /// Tenants have 26 % of the flats (2020 census: 21 % of urban households rent, more in the cities of
  /// the coast) and 7 % of the village houses; 7 % of them public housing.
  private func kind(of place: Int, _ draw: inout Draw) -> Tenure.Kind {
    let isVillage = dwellings[place].kind == .villageHouse
    let turn = draw.below(1_000)
    if turn < (isVillage ? 5 : 16) { return isVillage ? .rent : .publicRent }
    if turn < (isVillage ? 70 : 260) { return .rent }
    return turn < (isVillage ? 90 : 290) ? .relatives : .owner
  }

  /// The kind before or after another one: as often let or lived in by the owner as the shares of all
  /// days need, for tenants come and go nine times as often.
  private func neighbour(of kind: Tenure.Kind?, _ place: Int, _ draw: inout Draw) -> Tenure.Kind {
    let isVillage = dwellings[place].kind == .villageHouse
    let ownerShare: Int
    switch kind {
    case .owner?: ownerShare = isVillage ? 790_000 : 600_000
    case .some: ownerShare = isVillage ? 300_000 : 150_000
    case nil: ownerShare = isVillage ? 580_000 : 270_000
    }
    if draw.happens(ownerShare) { return .owner }
    if kind == .publicRent || kind == .relatives, draw.happens(700_000) { return kind ?? .rent }
    let turn = draw.below(100)
    return turn < 5 && !isVillage ? .publicRent : turn < 12 ? .relatives : .rent
  }

  private func length(_ kind: Tenure.Kind, _ draw: inout Draw) -> Double {
    draw.exponential(mean: kind == .owner ? Self.ownerDays : Self.tenantDays)
  }

  /// Days that a dwelling is empty between two tenures.
  private func gap(_ kind: Tenure.Kind, _ draw: inout Draw) -> Int32 {
    Int32(kind == .owner ? draw.number(15...150) : draw.number(3...45))
  }
}
