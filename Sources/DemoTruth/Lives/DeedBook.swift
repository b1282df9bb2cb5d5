import Time

/// The register of titles: when each ownership was registered, under which numbers.
///
/// Ownerships are places in `lives.ownerships`.
package struct DeedBook: Sendable {
  /// The day of registration, and the number of the certificate among those of its year, from 1.
  package let days: [Int32]
  private let serials: [Int32]
  /// The parcel of each building among those of its community, and the building's number on it.
  private let parcels: [Int32]
  private let numbers: [UInt16]
  private let communities: [String]
  private let communityOf: [Int16]
  private let isVillage: [Bool]
  private let division: Division

  /// Certificates of houses alone went out when those of the unified register came in
  /// (不动产登记暂行条例, in force since 2015-03-01; in the district since 2016, assumption).
  private static let unified = Int32(Day(number: 2016_01_01).ordinal)

  /// - Parameter seed: a title is registered 3 to 40 days after the contract, on a working day
  ///   (assumption: loans and taxes come first).
  package init(seed: UInt64, ownerships: [Ownership], ground: Ground) {
    division = ground.division
    let stream = Draw.stream(seed, "deed.day")
    var days: [Int32] = []
    days.reserveCapacity(ownerships.count)
    for (index, one) in ownerships.enumerated() {
      var draw = Draw(stream, index)
      var day = one.from + 3 + Int32(draw.below(38))
      if day >= one.to { day = max(one.from, one.to - 1) }
      let weekday = Day(ordinal: Int(day)).weekday
      days.append(weekday == 0 ? day + 1 : weekday == 6 ? day + 2 : day)
    }
    var counts: [Int: Int32] = [:]
    var serials = [Int32](repeating: 0, count: days.count)
    for index in days.indices.sorted(by: { (days[$0], $0) < (days[$1], $1) }) {
      let year = Day(ordinal: Int(days[index])).year
      counts[year, default: 0] += 1
      serials[index] = counts[year] ?? 0
    }
    (self.days, self.serials) = (days, serials)
    var parcels = [Int32](repeating: 0, count: ground.buildings.count)
    var numbers = [UInt16](repeating: 1, count: ground.buildings.count)
    var next = [Int32](repeating: 0, count: ground.communities.count)
    var ofEstate = [Int32](repeating: 0, count: ground.estates.count)
    var inEstate = [UInt16](repeating: 0, count: ground.estates.count)
    for (index, building) in ground.buildings.enumerated() {
      let community = Int(ground.community(ofBuilding: Int32(index)))
      let estate = Int(building.estate)
      // An estate is one parcel, if it keeps to its community; elsewhere each building has its own.
      if estate >= 0, ground.estates[estate].kind == .estate,
        ground.grids[Int(ground.estates[estate].grid)].community == Int32(community)
      {
        if ofEstate[estate] == 0 {
          next[community] += 1
          ofEstate[estate] = next[community]
        }
        inEstate[estate] += 1
        (parcels[index], numbers[index]) = (ofEstate[estate], inEstate[estate])
      } else {
        next[community] += 1
        parcels[index] = next[community]
      }
    }
    (self.parcels, self.numbers) = (parcels, numbers)
    communities = ground.communities.map { String($0.code.dropFirst(6)) }
    isVillage = ground.buildings.map { $0.kind == .villageHouse }
    communityOf = ground.buildings.indices.map { Int16(ground.community(ofBuilding: Int32($0))) }
  }

  /// 宗地代码 of nineteen characters: county, cadastral area and sub-area by street and community, GB for
  /// land of the state or JC for a homestead of a village, and the number of the parcel (GB/T 37346).
  package func parcelCode(ofBuilding building: Int) -> String {
    let community = communities[Int(communityOf[building])]
    return division.code + community.prefix(3) + community.suffix(3)
      + (isVillage[building] ? "JC" : "GB") + Digits.padded(Int(parcels[building]), 5)
  }

  /// 不动产单元号 of 28 characters: the parcel, F for a building, its number and that of the unit in it.
  ///
  /// - Parameter unit: the place of the dwelling in its building, from 1.
  package func unitNumber(building: Int, unit: Int) -> String {
    parcelCode(ofBuilding: building) + "F" + Digits.padded(Int(numbers[building]), 4)
      + Digits.padded(unit, 4)
  }

  /// 不动产权证号; of titles before the unified register the number of the house's certificate.
  package func number(of ownership: Int, isVillage: Bool) -> String {
    let day = days[ownership]
    let year = Day(ordinal: Int(day)).year
    let serial = Int(serials[ownership])
    if day >= Self.unified {
      return "临（\(year)）\(division.fullName)不动产权第\(Digits.padded(serial, 7))号"
    }
    return isVillage
      ? "\(division.abbreviation)集用（\(year)）第\(Digits.padded(serial, 5))号"
      : "云房权证\(division.abbreviation)字第\(String(year).suffix(2))\(Digits.padded(serial, 6))号"
  }
}
