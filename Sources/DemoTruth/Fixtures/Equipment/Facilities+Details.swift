import Time

extension TruthCalendar {
  package static func year(of day: Int32) -> Int { Day(ordinal: Int(day)).year }
}

/// What departments write down of each kind of thing.
extension Facilities {
  // MARK: Special equipment

  /// 设备注册代码: four digits of the kind, region of the office, year, number (the four parts of the rule of
  /// AQSIQ for registration codes of special equipment).
  package func registrationCode(_ index: Int) -> String? {
    guard let one = facility(index), one.kind.isEquipment else { return nil }
    return one.kind.catalogue + ground.division.code
      + String(TruthCalendar.year(of: one.from)) + Digits.padded(Int(one.number), 6)
  }

  /// 使用登记证编号, the number on the plate in the cabin (TSG 08-2017, annex): 梯11临E00123（21）.
  package func plateNumber(_ index: Int) -> String? {
    guard let one = facility(index), one.kind.isEquipment else { return nil }
    let word =
      switch one.kind {
      case .lift: "梯11"
      case .escalator: "梯33"
      case .boiler: "锅10"
      case .vessel: "容15"
      case .crane: "起17"
      case .worksVehicle: "车11"
      default: "管31"
      }
    let year = Digits.padded(TruthCalendar.year(of: one.from) % 100, 2)
    let letter = Array("EFGHJKLMNP")[ground.division.number]
    return word + "临\(letter)" + Digits.padded(Int(one.number), 5) + "（\(year)）"
  }

  /// The day it was made: two to nine months before it was first used.
  package func madeOn(_ index: Int) -> Int32 {
    var draw = draw("made", index)
    return from(index) - Int32(draw.number(60...270))
  }

  /// The day of the next inspection, counted from the last: a year for lifts and works vehicles, boilers and
  /// pipes, two for cranes (TSG Q7015), three for vessels; one in 40 is up to 70 days late.
  package func nextInspection(_ index: Int, on day: Int32) -> Int32 {
    let kind = facility(index)?.kind ?? .lift
    let term: Int32 = kind == .vessel ? 1_096 : kind == .crane ? 731 : 365
    let from = from(index)
    let rounds = max(0, day - from) / term
    var draw = Draw(Draw.stream(seed, "facility.inspection"), key(index) << 5 | Int(rounds) % 32)
    let due = from + rounds * term
    // In the first weeks of a round the inspection may be still to come.
    if rounds > 0, draw.below(40) == 0, day < due + Int32(draw.number(10...70)) { return due }
    return due + term
  }

  /// 使用状态: in use, not inspected in time, out of use for some months, or given up.
  package func equipmentState(_ index: Int, on day: Int32) -> String {
    guard let one = facility(index) else { return "在用" }
    if day >= one.to { return "报废" }
    if nextInspection(index, on: day) < day { return "未检" }
    // A rest of four to ten months in eight years, of one in three.
    var draw = draw("rest", index)
    let cycle = Int32(draw.number(2_500...3_400))
    let start = Int32(draw.below(Int(cycle)))
    return draw.below(3) == 0 && (day + start) % cycle < Int32(draw.number(120...300)) ? "停用" : "在用"
  }

  // MARK: Signs

  /// 广告类型.
  package func signKind(_ index: Int) -> String {
    switch facility(index)?.kind {
    case .wallSign: return "墙体广告"
    case .roofSign: return "楼顶广告"
    case .screen: return "电子屏"
    default: return fixtureClass(index)?.minor == 6 ? "灯箱" : number(index) % 9 == 0 ? "电子屏" : "落地广告"
    }
  }

  /// Width and height in tenths of a metre, of the sizes in which they are made; 3 square metres and more.
  package func signSize(_ index: Int) -> (width: Int, height: Int) {
    var draw = draw("size", index)
    return switch signKind(index) {
    case "灯箱": draw.pick([(35, 15), (24, 15), (15, 35), (12, 30)])
    case "楼顶广告": (draw.number(8...40) * 10, draw.number(3...10) * 10)
    case "电子屏": draw.pick([(60, 40), (80, 45), (96, 54), (120, 68), (40, 30)])
    case "墙体广告": (draw.number(4...24) * 5, draw.number(4...16) * 5)
    default: draw.pick([(180, 60), (60, 40), (40, 30), (80, 40), (30, 20)])
    }
  }

  // MARK: Chargers

  /// 类型 and kilowatts: at estates mostly 7 kW, elsewhere 60 to 180 kW.
  package func charger(_ index: Int) -> (kind: String, power: Int) {
    let building = facility(index).map { Int($0.building) } ?? -1
    var draw = draw("charger", index)
    let isHome = building >= 0 && ground.buildings[building].kind == .flats
    if draw.below(100) < (isHome ? 80 : 22) { return ("交流", draw.pick([7, 7, 7, 14])) }
    if draw.below(25) == 0 { return ("交直流一体", draw.pick([60, 120])) }
    return ("直流", draw.pick([30, 60, 60, 80, 120, 120, 160, 180]))
  }

  /// 充电桩编码: region, five digits of the station, three of the charger.
  package func chargerCode(_ index: Int) -> String? {
    guard let one = facility(index), one.kind == .charger else { return nil }
    return ground.division.code + Digits.padded(Int(one.place), 5)
      + Digits.padded(Int(one.entrance), 3)
  }

  // MARK: Sanitation

  /// 设施类型.
  package func sanitationKind(_ index: Int) -> String {
    switch facility(index)?.kind {
    case .transferStation: "垃圾转运站"
    case .collectionPoint: "垃圾收集点"
    case .depot: "环卫停车场"
    case .restRoom: "道班房"
    default: "公共厕所"
    }
  }

  /// 设施编号: letters of the kind, region, number.
  package func sanitationCode(_ index: Int) -> String {
    let letters =
      switch facility(index)?.kind {
      case .transferStation: "ZZ"
      case .collectionPoint: "SJ"
      case .depot: "TC"
      case .restRoom: "DB"
      default: "GC"
      }
    return letters + ground.division.code + Digits.padded(number(index), 4)
  }

  /// The class of a toilet (CJJ 14-2016: 一类 to 三类); one in twelve was not assessed.
  ///
  /// Nil for others.
  package func toiletGrade(_ index: Int) -> String? {
    guard facility(index) == nil else { return nil }
    var draw = draw("grade", index)
    return ["一类", "二类", "三类", "未评"][draw.weighted([18, 46, 28, 8])]
  }

  /// 开放时间; nil for what is not open to people.
  package func hours(_ index: Int) -> String? {
    var draw = draw("hours", index)
    switch facility(index)?.kind {
    case nil: return draw.pick(["全天24小时", "05:00-23:00", "05:30-22:00", "05:30-22:00"])
    case .transferStation: return "04:30-20:00"
    case .collectionPoint: return "06:00-09:00、18:00-21:00"
    default: return nil
    }
  }

  // MARK: Shelters

  /// 场所类型, usable square metres and persons: 2 square metres each in the open and 1.5 under a roof
  /// (GB 51143-2015 asks for 1 to 4.5 by the time of stay).
  package func shelter(_ index: Int) -> (kind: String, area: Int, persons: Int) {
    guard let one = facility(index) else {
      var draw = draw("shelter", index)
      let area = draw.number(60...420) * 10
      return ("室内", area, area * 2 / 3)
    }
    if one.kind == .park {
      // What is level and open, five hectares at most.
      let area = min(50_000, Int(ground.blocks[Int(one.place)].area * 0.45) / 10 * 10)
      return ("室外", area, area / 2)
    }
    let own = Int(owners.firms.places.premises[Int(owners.firms.list[Int(one.firm)].premises)].area)
    if one.kind == .hall { return ("室内", own * 4 / 10 / 10 * 10, own * 4 / 10 * 2 / 3) }
    // The sports ground and the halls of a school.
    let area = max(800, own / 2) / 10 * 10
    return ("室内外兼备", area, area * 10 / 18)
  }

  /// 场所编码: region and number: parks, schools, halls, civil defence works.
  package func shelterCode(_ index: Int) -> String {
    let letter =
      switch facility(index)?.kind {
      case .park: "1"
      case .school: "2"
      case .hall: "3"
      default: "4"
      }
    return "BN\(ground.division.code)\(letter)" + Digits.padded(number(index), 3)
  }
}
