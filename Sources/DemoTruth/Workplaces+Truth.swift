import Geometry

extension Workplaces {
  /// The firms and schools of the district.
  init(ground: Ground, homes: Homes, firms: Firms) {
    let employers = Employers(
      firms, sections: Occupation.markets, communities: ground.communities.count
    ) { ground.community(ofBuilding: $0) }
    let communities = Self.communities(ground, homes)
    let schools = Enrolment.Stage.allCases.map { stage in
      Catchments(
        firms, code: stage.trade, communities: communities,
        isOfStage: { index in
          switch stage {
          case .seniorSecondary: !firms.isVocational(index)
          case .vocational: firms.isVocational(index)
          default: true
          }
        }
      ) { ground.buildings[Int($0)].middle }
    }
    let areas = SchoolAreas(
      firms, middles: Self.middles(ground, homes),
      area: { Int(ground.schools.unitOfBlock[Int(ground.buildings[Int($0)].block)]) },
      position: { ground.buildings[Int($0)].middle })
    let ends = firms.list.map(\.to)
    self.init(
      employer: { search, occupation in
        guard let market = occupation.market else { return (-1, Person.open) }
        let firm = employers.firm(
          of: market, bits: search.bits, community: search.community, on: search.day)
        guard firm >= 0, ends[Int(firm)] != Firm.open else { return (firm, Person.open) }
        return (firm, ends[Int(firm)] + 1)
      },
      school: { search, stage in
        if stage == .primary, let own = areas.school(bits: search.bits, search.area, on: search.day)
        {
          return own
        }
        return schools[Int(stage.rawValue) - 1].school(
          bits: search.bits, community: search.community, on: search.day)
      })
  }

  /// Where the dwellings of each district of a primary school are on average, in metres.
  private static func middles(_ ground: Ground, _ homes: Homes) -> [Coordinate] {
    var sums = Array(repeating: (x: 0.0, y: 0.0, count: 0.0), count: ground.schools.units.count)
    for dwelling in homes.dwellings {
      let building = ground.buildings[Int(dwelling.building)]
      let area = Int(ground.schools.unitOfBlock[Int(building.block)])
      sums[area].x += building.middle.x
      sums[area].y += building.middle.y
      sums[area].count += 1
    }
    return sums.map { Coordinate(x: $0.x / max($0.count, 1), y: $0.y / max($0.count, 1)) }
  }

  /// Where the dwellings of each community are on average, in metres, and how many they are.
  private static func communities(_ ground: Ground, _ homes: Homes)
    -> [(middle: Coordinate, people: Double)]
  {
    var sums = Array(repeating: (x: 0.0, y: 0.0, count: 0.0), count: ground.communities.count)
    for dwelling in homes.dwellings {
      let community = Int(ground.community(ofBuilding: dwelling.building))
      let middle = ground.buildings[Int(dwelling.building)].middle
      sums[community].x += middle.x
      sums[community].y += middle.y
      sums[community].count += 1
    }
    return sums.map { sum in
      let count = max(sum.count, 1)
      return (Coordinate(x: sum.x / count, y: sum.y / count), sum.count)
    }
  }
}

extension Enrolment.Stage {
  /// The class of its schools (GB/T 4754).
  var trade: String {
    switch self {
    case .preschool: "8310"
    case .primary: "8321"
    case .juniorSecondary: "8331"
    // 职业高中 are a part of the senior schools here.
    case .seniorSecondary, .vocational: "8334"
    }
  }
}

extension Occupation {
  /// The sections of GB/T 4754 where people of an occupation work, as letters; empty for all.
  static let markets = ["", "S", "P", "Q", "C", "E", "F", "G", "H", "I", "KLNO", "ADE"]

  /// The place among `markets`; nil for those who work on their own land and water.
  var market: Int? {
    switch self {
    case .farmer, .fisher: nil
    case .official, .policeman: 1
    case .teacher: 2
    case .doctor, .carer: 3
    case .textileWorker, .metalWorker, .electronicsWorker, .machineOperator, .printer, .foodWorker:
      4
    case .builder: 5
    case .shopAssistant: 6
    case .driver, .courier: 7
    case .cook, .waiter: 8
    case .itService: 9
    case .agent, .hairdresser, .guardOrCleaner: 10
    case .electricianOrPlumber: 11
    case .engineer, .lawyerOrAccountant, .artist, .clerk: 0
    }
  }
}
