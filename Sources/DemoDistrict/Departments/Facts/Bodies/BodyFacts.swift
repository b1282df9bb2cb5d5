import DemoTruth

/// What can be read of firms and bodies beside their registration: who runs them, where, what they are.
enum BodyFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "firm.premises": (.premises, { premises($0, $1) }),
      "firm.domicile": (.premises, { premises($0, $1) }),
      "firm.safetyOfficer": (.person, { safetyOfficer($0, $1) }),
      "premises.building": (.building, { Int(building($0.shared, $1)) }),
    ]
    table.places[.premises] = { sight, index in
      index >= whole ? .building(index - whole) : .premises(index)
    }
    table.places[.building] = { .building($1) }
    table.facts = [
      "firm.class": { .text(unitClass($0.firm($1).form)) },
      // The register of firms has its own classes; other lists say what kind of body it is.
      "firm.kind#code": { .optional($0.firm($1).form.enterpriseType) },
      "firm.kind": { .text(kind($0, $1)) },
      "firm.premises.area": { .integer($0.shared.firms.area(of: $1)) },
      "building.height": { sight, index in
        .decimal(Digits.decimal(height(sight.shared.ground.buildings[index]), places: 1))
      },
    ]
    return table
  }()

  /// From here on a place in `premises` stands for a whole building, which its operator has.
  static let whole = 1 << 26

  private static func premises(_ sight: Sight, _ index: Int) -> Int {
    if let body = sight.shared.firms.body(of: index), [.mall, .hotel, .tower].contains(body.kind) {
      return whole + Int(body.place)
    }
    return Int(sight.firm(index).premises)
  }

  private static func building(_ shared: SharedTruth, _ premises: Int) -> Int32 {
    premises >= whole ? Int32(premises - whole) : shared.homes.premises[premises].building
  }

  /// From 50 people on whoever has been there longest, else the manager.
  private static func safetyOfficer(_ sight: Sight, _ index: Int) -> Int {
    let manager = Int(sight.shared.works.managers.manager(of: index, on: sight.day))
    guard sight.firm(index).staff >= 50 else { return manager }
    return sight.shared.bodies.senior(
      of: index, on: sight.day, sight.shared.lives, besides: manager) ?? manager
  }

  private static func unitClass(_ form: LegalForm) -> String {
    switch form {
    case .soleTrader: "个体"
    case .government, .massOrganisation: "机关"
    case .institution, .notary: "事业单位"
    case .socialGroup: "社会团体"
    case .nonProfit, .foundation, .committee, .religious, .collective, .lawFirm, .legalService,
      .forensic:
      "其他"
    default: "企业"
    }
  }

  private static func kind(_ sight: Sight, _ index: Int) -> String {
    switch sight.firm(index).form {
    case .socialGroup: "社会团体"
    case .foundation: "基金会"
    case .cooperative: "农民专业合作社"
    case .soleTrader: "家庭农场"
    case .collective:
      sight.shared.firms.body(of: index)?.kind == .groupCollective ? "组集体经济组织" : "村集体经济组织"
    default: "民办非企业单位"
    }
  }

  /// In metres: storeys of the usual height of their use, and the parapet (assumption, within GB 50352-2019).
  private static func height(_ building: Building) -> Double {
    let floors = Double(building.floors)
    let (storey, ground): (Double, Double) =
      switch building.kind {
      case .office: (3.8, 0.7)
      case .hall: (5.1, 0.6)
      case .factory, .storage: floors > 1 ? (4.8, 0.6) : (8.4, 0)
      case .school, .kindergarten: (3.7, 0.5)
      case .hospital: (4.1, 0.6)
      case .government, .culture: (3.7, 0.5)
      case .mixed, .shops: (3.0, 1.4)
      default: (2.95, 0.6)
      }
    return floors * storey + ground + 1.2
  }
}
