/// Who has each thing, who looks after it, and under which permit it stands.
extension Facilities {
  /// Whose it is: of signs at roads an advertiser, of those on buildings the largest shop or works there or an
  /// advertiser, of chargers the operator; a place in `firms`, -1 for others.
  package func owner(_ index: Int, on day: Int32) -> Int32 {
    guard isSign(index) || isCharger(index) else { return -1 }
    guard let one = facility(index) else {
      return owners.pick(owners.advertisers, draw("owner", index), on: day)
    }
    if one.kind == .charger {
      // One operator a station.
      return owners.pick(
        owners.chargeFirms, Draw(Draw.stream(seed, "facility.operator"), Int(one.place)), on: day)
    }
    var draw = draw("owner", index)
    let own = owners.principal(
      ofBuilding: Int(one.building), sections: "CFHJKOPQR", on: day)
    return own >= 0 && (one.kind == .wallSign || draw.below(2) == 0)
      ? own : owners.pick(owners.advertisers, draw, on: day)
  }

  /// Who runs special equipment; -1 where nobody is there on a day.
  package func user(_ index: Int, on day: Int32) -> Int32 {
    guard let one = facility(index), one.kind.isEquipment else { return -1 }
    return one.firm >= 0 ? one.firm : owners.user(ofBuilding: Int(one.building), on: day)
  }

  /// Who looks after it: of lifts one of the city's lift firms, for three years a building; of schools and
  /// halls whoever is there.
  ///
  /// A place in `firms`, -1 for others.
  package func maintainer(_ index: Int, on day: Int32) -> Int32 {
    guard let one = facility(index) else { return -1 }
    switch one.kind {
    case .lift, .escalator:
      let estate = ground.buildings[Int(one.building)].estate
      let key = estate >= 0 ? Int(estate) : Int(one.building) + 1 << 20
      return owners.pick(
        owners.liftFirms, Draw(Draw.stream(seed, "facility.lift.firm"), key * 8 + Int(day) / 1_096),
        on: day)
    case .school, .hall: return one.firm
    case .collectionPoint where number(index) % 3 == 0:
      return owners.pick(owners.cleaners, draw("cleaner", index), on: day)
    default: return -1
    }
  }

  /// The name of who looks after it, where that is no firm of the list: the street's office or its cleaning
  /// station, the office of the parks.
  package func maintainerName(_ index: Int) -> String? {
    if isSanitation(index) { return owners.street(ofGrid: grid(index)).name + "环境卫生管理站" }
    if facility(index)?.kind == .park { return ground.division.own("格物区园林绿化中心") }
    return isShelter(index) ? owners.street(ofGrid: grid(index)).name + "办事处" : nil
  }

  /// Its phone: one for all that it looks after.
  package func maintainerPhone(_ index: Int) -> String {
    let street = Int(ground.grids[grid(index)].street)
    let desk = isSanitation(index) ? 1 : facility(index)?.kind == .park ? 2 : 3
    var draw = Draw(
      Draw.stream(seed, "facility.phone"), desk * 256 + (desk == 2 ? 0 : street))
    return PersonalNumber.landline(draw.below(1_000_000), in: ground.division)
  }

  /// The grid, a place in `ground.grids`.
  package func grid(_ index: Int) -> Int {
    guard let one = facility(index) else { return Int(fixtures.all[index].grid) }
    if one.building >= 0 { return Int(ground.buildings[Int(one.building)].grid) }
    return one.kind == .collectionPoint
      ? Int(ground.estates[Int(one.place)].grid) : Int(ground.blocks[Int(one.place)].grid)
  }

  func number(_ index: Int) -> Int {
    Int(facility(index)?.number ?? fixtures.all[index].number)
  }

  // MARK: Permits of signs

  /// The permit of a sign (户外广告设施设置许可) that is in force on a day: two years from the day when it was
  /// put up and again; of ten terms three have none (assumption).
  package func permit(ofSign index: Int, on day: Int32) -> (number: String, to: Int32)? {
    let from = from(index)
    guard isSign(index), day >= from else { return nil }
    let term = Int(day - from) / 730
    var draw = Draw(Draw.stream(seed, "facility.permit"), key(index) << 4 | term)
    guard draw.below(100) < 70 else { return nil }
    let start = WorkDays.next(from + Int32(term) * 730)
    guard start <= day else { return nil }
    let serial: Int =
      if let one = facility(index) {
        3_000 + Int(one.number) * 3 + Int(one.kind.rawValue) % 3
      } else {
        number(index) * 2 + (fixtureClass(index)?.minor ?? 0) % 2
      }
    let year = TruthCalendar.year(of: start)
    return (
      "\(ground.division.abbreviation)城管广许〔\(year)〕第" + Digits.padded(serial, 5) + "号", start + 729
    )
  }
}
