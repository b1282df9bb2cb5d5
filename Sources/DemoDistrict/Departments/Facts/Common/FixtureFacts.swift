import DemoTruth
import Time

/// What can be read of the things that stand in the city.
enum FixtureFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.places[.component] = { .fixture($1) }
    table.beginnings[.component] = { $0.shared.fixtures.all[$1].recorded }
    table.facts = [
      "component.code": { .text($0.fixture($1).code(in: $0.division)) },
      "component.class": { .text($0.fixture($1).fixtureClass.code) },
      "component.name": { name($0, $1) },
      "component.state": { .text(state($0, $1)) },
      "component.state#code": { .integerText(Int($0.condition($1).state.rawValue) + 1) },
      "component.installedOn": { .day($0.fixture($1).recorded) },
      "component.changedOn": { .day($0.condition($1).since) },
      "component.surveyMethod": { .text($0.fixture($1).surveyMethod($0.shared.seed)) },
      "component.remark": { sight, index in
        .optional(sight.fixture(index).remark(sight.condition(index).state, sight.shared.seed))
      },
      "component.authority.name": { .text($0.division.own($0.fixture($1).fixtureClass.authority)) },
      "component.owner.name": { .text($0.division.own($0.fixture($1).fixtureClass.owner)) },
      "component.maintainer.name": {
        .text($0.division.own($0.fixture($1).fixtureClass.maintainer))
      },
      "component.facilityCode": { .text(facilityCode($0, $1)) },
    ]
    table.facts.merge(cameras) { $1 }
    table.facts.merge(hydrants) { $1 }
    table.facts.merge(stops) { $1 }
    table.others["rule.countOfList(component)"] = { sight, index in
      .integer(lines(sight, index).count)
    }
    return table
  }()

  private static let cameras: [String: FactTable.Fact] = [
    // GB/T 28181-2022, annex E: eight digits of the place, two of the trade, three of the kind (132 network
    // camera), one of the network, six of the number.
    "component.nationalCode": {
      .text($0.division.code + "00001320" + Digits.padded(Int($0.fixture($1).number), 6))
    },
    "component.cameraKind": { .text($0.fixture($1).cameraKind($0.shared.seed)) },
    "component.height": {
      .decimal(Digits.decimal(Double($0.fixture($1).cameraHeight($0.shared.seed)) / 10, places: 1))
    },
  ]

  private static let hydrants: [String: FactTable.Fact] = [
    "component.kind": { .text($0.fixture($1).isAboveGround($0.shared.seed) ? "地上式" : "地下式") },
    "component.pressure": { sight, index in
      switch sight.condition(index).state {
      case .sound, .damaged:
        .decimal(
          Digits.decimal(Double(sight.fixture(index).pressure(sight.shared.seed)) / 100, places: 2))
      case .lost, .disused, .removed: .none
      }
    },
    "component.checkedOn": { sight, index in
      .day(sight.fixture(index).lastCheck(sight.shared.seed, by: sight.day))
    },
  ]

  private static let stops: [String: FactTable.Fact] = [
    "component.direction": { sight, index in
      // Stops stand on each side of a road in turn.
      .text(sight.fixture(index).number % 2 == 0 ? "下行" : "上行")
    },
    "component.routes": { sight, index in
      let lines = lines(sight, index)
      return lines.isEmpty ? .none : .text(lines.map { "\($0)路" }.joined(separator: ","))
    },
    "component.hasShelter": { sight, index in
      let state = sight.condition(index).state
      return .boolean(state != .lost && state != .removed)
    },
  ]

  static let rules: [String: RowRule] = {
    var rules: [String: RowRule] = [:]
    for set in FixtureClass.Set.allCases {
      let name = set == .camera ? "psb_camera" : "cgj_part0\(set.rawValue)"
      rules[name] = rule { $0.set == set }
    }
    rules["fire_hydrant"] = rule { $0.major == 1 && $0.minor == 13 }
    rules["tra_bus_stop"] = rule { $0.major == 2 && $0.minor == 3 }
    return rules
  }()

  private static func rule(_ isOfSet: @escaping @Sendable (FixtureClass) -> Bool) -> RowRule {
    let isWanted = FixtureClass.classes.map(isOfSet)
    return RowRule(count: { $0.fixtures.all.count }) { sight, index in
      let fixture = sight.fixture(index)
      return isWanted[Int(fixture.kind)] && fixture.recorded <= sight.day
    }
  }

  private static func lines(_ sight: Sight, _ index: Int) -> [Int] {
    let road = Int(sight.fixture(index).road)
    return road < 0 ? [] : sight.shared.ground.busLines(onRoad: road)
  }

  /// The name of the class; of cameras and stops that of the place.
  private static func name(_ sight: Sight, _ index: Int) -> DemoValue {
    let kind = sight.fixture(index).fixtureClass
    if kind.set == .camera { return .optional(sight.shared.placeText(ofFixture: index)) }
    guard kind.major == 2, kind.minor == 3 else { return .text(kind.name) }
    return .text(stopName(sight, index))
  }

  /// The estate beside a stop, else the road and the community.
  private static func stopName(_ sight: Sight, _ index: Int) -> String {
    let ground = sight.shared.ground
    let fixture = sight.fixture(index)
    if let near = sight.shared.doors.nearest(to: fixture) {
      let estate = ground.buildings[Int(near.building)].estate
      if estate >= 0, !ground.estates[Int(estate)].name.isEmpty {
        return ground.estates[Int(estate)].name
      }
    }
    let community = ground.communities[Int(ground.grids[Int(fixture.grid)].community)].name
    let stem = community.hasSuffix("社区") ? String(community.dropLast(2)) : community
    return ground.roads[Int(fixture.road)].name + stem
  }

  /// The words of the list that has it.
  private static func state(_ sight: Sight, _ index: Int) -> String {
    let kind = sight.fixture(index).fixtureClass
    let state = sight.condition(index).state
    if kind.set == .camera {
      return switch state {
      case .sound: "在线"
      case .damaged: "维修"
      case .lost: "离线"
      case .disused, .removed: "停用"
      }
    }
    guard kind.major == 1, kind.minor == 13 else { return state.title }
    return switch state {
    case .sound: "完好"
    case .damaged: sight.fixture(index).number % 3 == 0 ? "漏水" : "损坏"
    case .lost: "损坏"
    case .disused, .removed: "停用"
    }
  }

  /// The number that a department gave it: XF and six digits, GJ and five.
  private static func facilityCode(_ sight: Sight, _ index: Int) -> String {
    let fixture = sight.fixture(index)
    let kind = fixture.fixtureClass
    return kind.major == 2
      ? "GJ" + Digits.padded(Int(fixture.number) + 10_000 * sight.division.number, 5)
      : "XF" + sight.division.code + Digits.padded(Int(fixture.number), 6)
  }
}

extension Sight {
  func fixture(_ index: Int) -> Fixture { shared.fixtures.all[index] }

  func condition(_ index: Int) -> Fixtures.Condition {
    Fixtures.condition(of: shared.fixtures.all[index], seed: shared.seed, on: day)
  }
}

extension DemoValue {
  /// A day by its ordinal; nothing for nil.
  static func day(_ ordinal: Int32?) -> DemoValue {
    ordinal.map { .date(Day(ordinal: Int($0))) } ?? .none
  }

  static func optional(_ text: String?) -> DemoValue {
    text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none
  }

  static func integerText(_ number: Int) -> DemoValue { .text(String(number)) }
}
