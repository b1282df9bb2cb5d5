import DemoTruth

/// How much or how many a licence is for.
enum LicenceMeasures {
  /// From so many people on a works' discharge permit is in the list, which leaves out the smallest.
  static let reportedStaff: Int32 = 10
  /// From so many tonnes a year on units with dangerous waste report, so that the list has the largest 120.
  static let reportedTonnes = 1.2

  static let facts: [String: FactTable.Fact] = [
    "licence.grade": { grade($0, $1) },
    "licence.amount": { amount($0, $1) },
    "licence.rooms": { sight, index in
      guard LicenceTrades.text(sight, index) == "旅馆业" else { return .none }
      return .integer(rooms(sight, index))
    },
    // One guest to 1.5 square metres of song halls and 2.5 of others (measures on entertainment venues).
    "licence.capacity": { sight, index in
      let area = Double(sight.shared.homes.premises[Int(sight.licenceFirm(index).premises)].area)
      let each = LicenceTrades.text(sight, index) == "歌舞娱乐" ? 1.5 : 2.5
      return .integer(min(max(20, Int(min(area, 4_000) * 0.6 / each) / 5 * 5), 2_000))
    },
    "licence.tanks": { .integer(tanks($0, $1).count) },
    "licence.outlets": { sight, index in
      .integer(min(12, 1 + Int(sight.licenceFirm(index).staff) / 60))
    },
    "licence.wasteCode": { .text(wasteCode($0, $1)) },
    // GB 18218-2018: 50 tonnes of liquefied gas, 200 of petrol, 5,000 of solvents of class 3.
    "licence.isMajorHazard": { sight, index in
      let limit = LicenceTrades.text(sight, index) == "储存" ? 50.0 : 200
      return .boolean(storage(sight, index) >= limit)
    },
  ]

  private static func grade(_ sight: Sight, _ index: Int) -> DemoValue {
    let firm = sight.licenceFirm(index)
    guard sight.licence(index).kind == .pollution else {
      var draw = Draw(Draw.stream(sight.shared.seed, "licence.hygiene"), index)
      let part = draw.below(100)
      return .text(part < 12 ? "A" : part < 70 ? "B" : "C")
    }
    return .text(firm.staff >= 200 ? "重点管理" : firm.staff >= 50 ? "简化管理" : "登记管理")
  }

  private static func amount(_ sight: Sight, _ index: Int) -> DemoValue {
    let (value, places) =
      switch sight.licence(index).kind {
      case .hazardousWaste: (tonnes(sight, index), 2)
      case .chemicals: (storage(sight, index), 1)
      default: (Double(tanks(sight, index).count * tanks(sight, index).each), 0)
      }
    return .decimal(Digits.decimal(value, places: places))
  }

  /// Rooms by trade; a hotel has floors above the door that is its address (assumption).
  private static func rooms(_ sight: Sight, _ index: Int) -> Int {
    var draw = Draw(Draw.stream(sight.shared.seed, "licence.rooms"), index)
    let most = sight.licenceFirm(index).form == .soleTrader ? 0.5 : 1
    return switch sight.shared.firms.trade(of: Int(sight.licence(index).firm)).code {
    case "6110": Int(draw.logUniform(40, 260) * most)
    case "6121": Int(draw.logUniform(36, 130) * most)
    case "6130": Int(draw.logUniform(4, 15))
    default: Int(draw.logUniform(12, 48))
    }
  }

  /// Tanks of a petrol station of the second or third grade (GB 50156-2021: up to 150 and 90 m3).
  private static func tanks(_ sight: Sight, _ index: Int) -> (count: Int, each: Int) {
    var draw = Draw(Draw.stream(sight.shared.seed, "licence.tanks"), Int(sight.licence(index).firm))
    return [(3, 30), (4, 30), (4, 30), (5, 30), (3, 50), (3, 20)][draw.below(6)]
  }

  /// Tonnes a year: 30 to 400 kg for each of the staff of works, 0.2 tonnes in garages, 60 kg in hospitals.
  static func tonnes(_ sight: Sight, _ index: Int) -> Double {
    let firm = sight.licenceFirm(index)
    var draw = Draw(Draw.stream(sight.shared.seed, "licence.tonnes"), index)
    let each: Double
    switch sight.shared.firms.trade(of: Int(sight.licence(index).firm)).code {
    case "7820": return Double(draw.number(8...60)) * 100
    case "8111": each = 0.1 + 0.2 * draw.unit()
    case "8411": each = 0.05 + 0.05 * draw.unit()
    case "3360", "3982", "2641": each = 0.2 + 0.9 * draw.unit()
    default: each = 0.03 + 0.2 * draw.unit()
    }
    return (Double(firm.staff) * each * 100).rounded() / 100
  }

  /// Tonnes that can be stored; dealers without a store have none.
  private static func storage(_ sight: Sight, _ index: Int) -> Double {
    var draw = Draw(Draw.stream(sight.shared.seed, "licence.storage"), index)
    switch LicenceTrades.text(sight, index) {
    // Petrol and diesel at 0.8 tonnes a cubic metre; the tanks of its other licence.
    case "经营（带储存）":
      let tanks = tanks(sight, index)
      return Double(tanks.count * tanks.each) * 0.8
    case "储存": return Double(draw.number(2...14)) * 10
    case "生产": return Double(draw.number(5...60)) * 5
    case "使用": return Double(draw.number(2...40)) / 2
    default: return 0
    }
  }

  /// The class in the national list of dangerous waste (2025) of which a unit has most.
  private static func wasteCode(_ sight: Sight, _ index: Int) -> String {
    let licence = sight.licence(index)
    return switch sight.shared.firms.trade(of: Int(licence.firm)).code {
    case "8411": "HW01"
    case "8111", "7820": licence.serial % 4 == 0 ? "HW49" : "HW08"
    case "2641": "HW12"
    case "3360": "HW17"
    case "3982": licence.serial % 2 == 0 ? "HW22" : "HW17"
    case "2929": "HW49"
    default: licence.serial % 3 == 0 ? "HW08" : "HW09"
    }
  }
}
