import DemoTruth
import Time

/// What disputes, complaints, labour cases and major cases have in common, and what only one kind has.
enum CaseFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps["event.party"] = (
      .person, { Int($0.event($0.shared.events.happening(of: $1)).person) }
    )
    table.steps["event.firm"] = (
      .firm, { Int($0.event($0.shared.events.happening(of: $1)).firm) }
    )
    table.facts = [
      "event.party.residentID": { sight, index in
        let party = Int(sight.event(sight.shared.events.happening(of: index)).person)
        guard party >= 0, sight.people.documentKind(of: party) == 111 else { return .none }
        return .text(sight.people.number(of: party))
      },
      "event.at": { .moment(happened($0, $1)) },
      "event.people": { .integer(people($0, $1)) },
      "event.amount": { .optionalNumber(amount($0, $1)) },
      "event.resolution": { .optional(resolution($0, $1)) },
      "event.result": { .text(result($0, $1)) },
      "event.state": { .text(state($0, $1)) },
      "event.level#code": { .integerText(level($0, $1)) },
      "event.casualties": { sight, index in
        let harm = sight.shared.events.harm(ofMajor: index)
        return .integer(harm.dead + harm.hurt)
      },
      // Of those without a name in the register what is on the sign.
      "event.firm.name": { sight, index in
        let firm = Int(sight.event(sight.shared.events.happening(of: index)).firm)
        guard firm >= 0 else { return .none }
        return .text(sight.shared.registeredName(firm))
      },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "plc_dispute": rule(.dispute, days: 365), "eeb_env_complaint": rule(.environment, days: 365),
    "hrss_labor_case": rule(.labour, days: 365) {
      $0.event($1).firm >= 0 && $0.isPast($0.steps($1).accepted)
    },
    "plc_major_case": rule(.major, days: 1_096),
  ]

  /// Those of a kind that were reported within so many days.
  static func rule(
    _ kind: Event.Kind, days: Int32,
    where suits: @escaping @Sendable (Sight, Int) -> Bool = { _, _ in true }
  ) -> RowRule {
    RowRule(count: { $0.events.list.count }) { sight, index in
      let event = sight.event(index)
      return event.kind == kind && event.day <= sight.day && sight.day - event.day < days
        && suits(sight, index)
    }
  }

  /// Disputes come up some hours to ten days before they are recorded (assumption).
  private static func happened(_ sight: Sight, _ index: Int) -> Int32 {
    let event = sight.event(index)
    guard event.kind == .dispute else { return event.minute }
    var draw = Draw(Draw.stream(sight.shared.seed, "case.before"), Int(event.key))
    return event.minute
      - Int32(draw.below(3) == 0 ? draw.number(20...240) : draw.number(240...14_400))
  }

  private static func people(_ sight: Sight, _ index: Int) -> Int {
    let events = sight.shared.events
    switch sight.event(index).kind {
    case .dispute, .mediation: return events.people(inDispute: index)
    default: return max(1, events.stake(of: index).people)
    }
  }

  /// In yuan: at stake before a committee where the class is one of money; wages that are owed.
  private static func amount(_ sight: Sight, _ index: Int) -> Int? {
    let events = sight.shared.events
    let happening = events.happening(of: index)
    let code = events.matter(of: index).code
    switch sight.event(index).kind {
    case .labour:
      return ["拖欠工资", "未缴社保", "其他"].contains(code) ? events.stake(of: index).amount : nil
    default:
      if ["01", "02", "03", "04"].contains(code) {
        var draw = Draw(
          Draw.stream(sight.shared.seed, "case.money"), Int(sight.event(happening).key))
        guard draw.below(100) < 40 else { return nil }
      }
      var draw = Draw(Draw.stream(sight.shared.seed, "case.stake"), Int(sight.event(happening).key))
      // 300 to 120,000 yuan, as likely in each decade (assumption).
      return Int(draw.logUniform(300, 120_000)) / 100 * 100
    }
  }

  private static func resolution(_ sight: Sight, _ index: Int) -> String? {
    guard sight.end(ofCase: index) != nil else { return nil }
    let events = sight.shared.events
    if events.hearing(of: index) != nil { return "调解" }
    var draw = Draw(Draw.stream(sight.shared.seed, "case.way"), Int(sight.event(index).key))
    let part = draw.below(100)
    if events.outcome(of: index) == .failed { return part < 60 ? "诉讼" : part < 85 ? "信访" : "其他" }
    if events.matter(of: index).code == "06" { return part < 50 ? "调解" : part < 80 ? "仲裁" : "协商" }
    return part < 62 ? "调解" : part < 97 ? "协商" : "其他"
  }

  private static func result(_ sight: Sight, _ index: Int) -> String {
    let outcome = sight.shared.events.outcome(of: index)
    let isClosed = sight.end(ofCase: index) != nil
    switch sight.event(index).kind {
    case .mediation:
      guard isClosed else { return "正在调解" }
      return outcome == .settled ? "调解成功" : outcome == .failed ? "调解不成功" : "撤回"
    case .environment:
      guard isClosed else { return "处理中" }
      if sight.steps(index).isVoid { return "不属实" }
      var draw = Draw(Draw.stream(sight.shared.seed, "case.true"), Int(sight.event(index).key))
      return draw.below(100) < 70 ? "属实" : "基本属实"
    default:
      guard isClosed else { return "化解中" }
      // Who withdraws has come to terms.
      return outcome == .failed ? "化解失败" : "化解成功"
    }
  }

  private static func level(_ sight: Sight, _ index: Int) -> Int {
    let event = sight.event(index)
    guard event.kind != .major else { return sight.shared.events.level(ofMajor: index) }
    var draw = Draw(Draw.stream(sight.shared.seed, "case.level"), Int(event.key))
    // Two in 100 hazards are major ones, three of the brigade's (assumption).
    return draw.below(100) < (event.kind == .fireHazard ? 3 : 2) ? 2 : 1
  }

  private static func state(_ sight: Sight, _ index: Int) -> String {
    let event = sight.event(index)
    let steps = sight.steps(index)
    let isClosed = sight.end(ofCase: index) != nil
    var draw = Draw(Draw.stream(sight.shared.seed, "case.state"), Int(event.key))
    switch event.kind {
    case .labour:
      // A few become cases for the police (拒不支付劳动报酬).
      if isClosed { return draw.below(100) < 2 ? "移送" : "已结案" }
      return sight.isPast(steps.dispatched) ? "调查中" : "受理"
    case .major: return isClosed ? "已办结" : "处置中"
    default:
      if isClosed { return "已整改" }
      if sight.isPast(steps.due) { return "逾期" }
      return sight.isPast(steps.signed) ? "整改中" : "未整改"
    }
  }
}

extension Sight {
  /// The end of a case that is known on the day, in minutes since 1970.
  func end(ofCase index: Int) -> Int32? {
    let events = shared.events
    let end: Int32?
    switch event(index).kind {
    case .mediation: end = events.end(ofHearing: index)
    case .dispute: end = events.end(ofDispute: index)
    case .major:
      var draw = Draw(Draw.stream(shared.seed, "case.end"), Int(event(index).key))
      end = event(index).minute + Int32(draw.number(2...90) * 1_440 + draw.below(400))
    default: end = steps(index).closed
    }
    return end.flatMap { isPast($0) ? $0 : nil }
  }
}

extension SharedTruth {
  /// The registered name of a firm; of the few without one what is on the sign.
  func registeredName(_ firm: Int) -> String {
    firms.hasName(firm) ? firms.name(of: firm) : firms.sign(of: firm)
  }
}

extension DemoValue {
  static func optionalNumber(_ number: Int?) -> DemoValue { number.map { .integer($0) } ?? .none }
}
