import DemoTruth
import Time

/// What can be read of aid: to families, children, the aged, the disabled, soldiers.
enum AidFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.beginnings[.aid] = { $0.aid($1).from }
    table.steps = [
      "aid.person": (.person, { Int($0.aid($1).person) }),
      "aid.applicant": (.person, { Int($0.aid($1).applicant) }),
      "aid.guardian": (.person, { guardian($0, $1) }),
      "aid.institution": (.firm, { institution($0, $1) }),
      "aid.disability": (.disability, { $0.shared.civil.card(of: $0.aid($1).person, $0.shared) }),
      "aid.household": (
        .household,
        { sight, index in
          sight.registration(Int(sight.aid(index).person)).map { Int($0.register) } ?? -1
        }
      ),
      "aid.helper": (.person, { helper($0, $1) }),
    ]
    table.facts = [
      "aid.number": { .text(number($0, $1)) },
      "aid.familyNumber": { .text(familyNumber($0, $0.aid($1))) },
      "aid.kind": { .text(kind($0.aid($1))) },
      "aid.from": { .day($0.aid($1).from) },
      "aid.to": { .day(validTo($0, $1)) },
      "aid.at": { sight, index in
        var draw = Draw(Draw.stream(sight.shared.seed, "aid.time"), index)
        return .moment(
          Day(ordinal: Int(sight.aid(index).from)),
          draw.number(8 * 60...17 * 60 - 1) * 60 + draw.below(60))
      },
      "aid.amount": { sight, index in
        let cents =
          isRefused(sight, index) ? 0 : sight.shared.lives.cents(ofAid: index, on: sight.day)
        return .decimal(Digits.decimal(Double(cents) / 100, places: 2))
      },
      "aid.income": { sight, index in
        // Of those under watch by the year, else by the month.
        let months = sight.aid(index).kind == .watched ? 12 : 1
        return .integer(sight.shared.lives.income(ofAid: index, on: sight.day) * months)
      },
      "aid.members": { .integer(members($0, $1)) },
      "aid.reason": { .text(reason($0.aid($1))) },
      "aid.state": { .text(state($0, $1)) },
      "aid.communityCode": { .optional($0.registeredCommunity(Int($0.aid($1).applicant))) },
      "aid.supportMode": { .integerText(Int($0.aid($1).detail)) },
      "aid.careLevel": { .integerText(Int($0.aid($1).level)) },
      "aid.cardNumber": { .text(cardNumber($0, $1)) },
    ]
    table.others["rule.ageBand(aid)"] = { sight, index in
      let age = sight.person(Int(sight.aid(index).person)).age(on: sight.day.monthStart)
      return .text(age >= 100 ? "100岁及以上" : age >= 90 ? "90-99岁" : "80-89岁")
    }
    return table
  }()

  /// By the code table of the data set that has the kind; a text where it has none.
  private static func kind(_ aid: Aid) -> String {
    switch aid.kind {
    case .minimumLiving, .hardshipChild, .specialFamily: String(aid.detail)
    case .benefit: Digits.padded(Int(aid.detail), 2)
    case .lowIncome: aid.detail == 2 ? "刚性支出困难家庭" : "低保边缘家庭"
    case .livingSubsidy: "困难残疾人生活补贴"
    case .careSubsidy: "重度残疾人护理补贴"
    case .watched: ["脱贫不稳定户", "边缘易致贫户", "突发严重困难户"][Int(aid.detail) - 1]
    case .medical: ["住院救助", "门诊救助", "资助参保", "一次性救助"][Int(aid.detail) - 1]
    case .extremePoverty, .ageAllowance, .temporary: ""
    }
  }

  private static func reason(_ aid: Aid) -> String {
    guard aid.kind == .temporary else { return Digits.padded(Int(aid.cause), 2) }
    return ["突发疾病", "交通事故", "火灾", "意外伤害", "就学", "失业", "其他"][Int(aid.detail) - 1]
  }

  /// District, year of the application and the number of the family.
  private static func familyNumber(_ sight: Sight, _ aid: Aid) -> String {
    sight.division.code + String(Day(ordinal: Int(aid.from)).year).suffix(2)
      + Digits.padded(Int(aid.family), 6)
  }

  /// 临救 of the year by community and a counter, 医救 of the day.
  private static func number(_ sight: Sight, _ index: Int) -> String {
    let aid = sight.aid(index)
    let day = Day(ordinal: Int(aid.from)).number
    guard aid.kind == .temporary else {
      return "YJ\(sight.division.code)\(day)" + Digits.padded(index % 1_000_000, 6)
    }
    let community = sight.registeredCommunity(Int(aid.person)) ?? sight.division.code + "000000"
    return "LS\(day / 10_000)\(community)" + Digits.padded(index % 100_000, 5)
  }

  /// Region, year of the card, and a number.
  private static func cardNumber(_ sight: Sight, _ index: Int) -> String {
    var draw = Draw(Draw.stream(sight.shared.seed, "aid.card"), index)
    // 优待证 has been given out since 2022.
    let year = max(Day(ordinal: Int(sight.aid(index).from)).year, 2022 + draw.below(2))
    return "\(sight.division.code)\(year)" + Digits.padded(Int(sight.aid(index).person), 7)
  }

  private static func members(_ sight: Sight, _ index: Int) -> Int {
    let aid = sight.aid(index)
    guard aid.kind == .watched else {
      return sight.shared.lives.members(ofAid: index, on: sight.day)
    }
    let register = sight.registration(Int(aid.person)).map { Int($0.register) }
    return register.map { sight.shared.lives.registrations(inRegister: $0, on: sight.day).count }
      ?? 1
  }

  /// Recognised for a year, and again.
  private static func validTo(_ sight: Sight, _ index: Int) -> Int32 {
    let aid = sight.aid(index)
    let from = Day(ordinal: Int(aid.from))
    var year = from.year + 1
    func last(_ year: Int) -> Int32 {
      Int32(Day(number: year * 10_000 + from.number % 10_000).ordinal) - 1
    }
    while last(year) < sight.day, last(year) < aid.to { year += 1 }
    return last(year)
  }

  /// One of twenty applications for a single grant is refused (assumption).
  private static func isRefused(_ sight: Sight, _ index: Int) -> Bool {
    guard sight.aid(index).kind == .temporary else { return false }
    var draw = Draw(Draw.stream(sight.shared.seed, "aid.refused"), index)
    return draw.below(20) == 0
  }

  /// By `aid-status.csv`; of single grants in words: paid some days after the decision.
  private static func state(_ sight: Sight, _ index: Int) -> String {
    let aid = sight.aid(index)
    if aid.kind == .temporary {
      if isRefused(sight, index) { return "未通过" }
      return sight.day - aid.from < 12 ? "已审批" : "已发放"
    }
    if aid.to <= sight.day { return "3" }
    return sight.shared.lives.isSuspended(aid: index, on: sight.day, seed: sight.shared.seed)
      ? "2" : "1"
  }

  /// Of those in a home its director; of others who cares for them, else the community's worker.
  private static func guardian(_ sight: Sight, _ index: Int) -> Int {
    let aid = sight.aid(index)
    if aid.kind == .extremePoverty, aid.detail == 1 {
      let home = institution(sight, index)
      return home < 0 ? -1 : Int(sight.firm(home).representative)
    }
    let found = Int(sight.shared.lives.guardian(ofAid: index, on: sight.day))
    return found < 0 && aid.kind == .extremePoverty
      ? sight.communityWorker(for: Int(aid.person)) : found
  }

  /// The care home of the very poor, or where a bill was made.
  private static func institution(_ sight: Sight, _ index: Int) -> Int {
    let aid = sight.aid(index)
    let home = sight.shared.lives.residence(
      of: Int(aid.person), on: aid.kind == .medical ? aid.from : sight.day
    )
    .map { Int($0.dwelling) }
    switch aid.kind {
    case .extremePoverty where aid.detail == 1:
      return home.map { Int(sight.shared.civil.bodies.careHome(ofDwelling: $0)) } ?? -1
    case .medical where aid.detail != 3:
      return Int(
        sight.shared.civil.bodies.treatment(
          ofDwelling: home, isOutpatient: aid.detail == 2, key: index, on: aid.from,
          seed: sight.shared.seed))
    default: return -1
    }
  }

  private static func helper(_ sight: Sight, _ index: Int) -> Int {
    let person = Int(sight.aid(index).person)
    guard let register = sight.registration(person)?.register else { return -1 }
    let dwelling = Int(sight.shared.lives.registers[Int(register)].dwelling)
    return sight.communityWorker(ofDwelling: dwelling, key: person)
  }
}

extension SharedTruth {
  var civil: CivilRecords { truth.civil }
}

extension Sight {
  func aid(_ index: Int) -> Aid { shared.lives.aids[index] }

  /// The registration of a person on the day, else the one that ended last before it.
  func lastRegistration(_ person: Int) -> Registration? {
    registration(person) ?? shared.lives.registrations(of: person).last { $0.from <= day }
  }

  /// The code of the community where a person is registered, or was last.
  func registeredCommunity(_ person: Int) -> String? {
    lastRegistration(person).map { one in
      let dwelling = Int(shared.lives.registers[Int(one.register)].dwelling)
      return shared.ground.communities[shared.civil.bodies.community(ofDwelling: dwelling)].code
    }
  }

  /// Who of the committee looks after somebody: of the community where that one lives, else is registered.
  func communityWorker(for person: Int) -> Int {
    let dwelling =
      shared.lives.residence(of: person, on: day)?.dwelling
      ?? lastRegistration(person).map { shared.lives.registers[Int($0.register)].dwelling }
    return dwelling.map { communityWorker(ofDwelling: Int($0), key: person) } ?? -1
  }

  /// The worker, else the head of the committee.
  func communityWorker(ofDwelling dwelling: Int, key: Int) -> Int {
    let bodies = shared.civil.bodies
    let community = bodies.community(ofDwelling: dwelling)
    let worker = bodies.worker(ofCommunity: community, key: key, on: day)
    if worker >= 0 { return Int(worker) }
    let committee = bodies.committee(ofCommunity: community)
    return committee < 0 ? -1 : Int(firm(Int(committee)).representative)
  }
}
