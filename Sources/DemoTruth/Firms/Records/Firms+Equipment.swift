import Time

/// A lift, boiler or other special equipment of a building.
package struct SpecialEquipment: Sendable {
  package var building: Int32
  /// A code of `equipment-kind.csv`.
  package var kind: String
  /// 设备注册代码, 20 digits: kind, region, year and month, serial.
  package var number: String
  package var made: Int32
  package var nextInspection: Int32
}

extension Firms {
  /// The lifts of a building: from seven floors one at each entrance, from twelve two
  /// (GB 50096-2011, 6.4.1 and 6.4.2); they are inspected every year.
  package func equipment(ofBuilding building: Int32) -> [SpecialEquipment] {
    let (floors, entrances) = places.floors(building)
    guard floors >= 7 else { return [] }
    let stream = Draw.stream(seed, "firm.lift")
    return (0..<max(entrances, 1) * (floors >= 12 ? 2 : 1)).map { lift in
      var draw = Draw(stream, Int(building) * 64 + lift)
      let made = TruthCalendar.todayOrdinal - 200 - Int32(draw.below(7_000))
      let year = Day(ordinal: Int(made)).year
      let serial = Digits.padded((Int(building) * 16 + lift) % 1_000_000, 6)
      return SpecialEquipment(
        building: building, kind: "3000",
        number: "3110" + Division.districtCode + String(year) + serial, made: made,
        nextInspection: TruthCalendar.todayOrdinal - 20 + Int32(draw.below(365)))
    }
  }

  /// Boilers, vessels, cranes and works vehicles of a firm: of manufacturers, hotels, hospitals and
  /// stores with at least 15 people; the larger the more (assumption).
  package func equipment(ofFirm index: Int) -> [SpecialEquipment] {
    let firm = list[index]
    let trade = Trade.all[Int(firm.trade)]
    let kinds: [String] =
      switch (trade.section, trade.code) {
      case ("C", _): ["2000", "2000", "4000", "5000", "5000", "1000", "8000"]
      case ("G", "5990"): ["5000"]
      case (_, "6110"), (_, "8411"), (_, "8051"): ["1000", "2000"]
      case ("D", _), (_, "5265"): ["2000", "8000"]
      default: []
      }
    guard firm.staff >= 15 || trade.section == "D", !kinds.isEmpty, !firm.isDormant else {
      return []
    }
    let stream = Draw.stream(seed, "firm.equipment")
    return (0..<min(1 + Int(firm.staff) / 30, 12)).map { number in
      var draw = Draw(stream, index * 16 + number)
      let kind = draw.pick(kinds)
      let made = max(firm.from, TruthCalendar.todayOrdinal - 7_000) + Int32(draw.below(120))
      let year = Day(ordinal: Int(made)).year
      return SpecialEquipment(
        building: building(of: index), kind: kind,
        number: kind.prefix(2) + "10" + Division.districtCode + String(year)
          + Digits.padded((index * 16 + number + 500_000) % 1_000_000, 6),
        made: made, nextInspection: TruthCalendar.todayOrdinal - 15 + Int32(draw.below(365)))
    }
  }
}
