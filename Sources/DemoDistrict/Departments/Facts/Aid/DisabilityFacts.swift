import DemoTruth
import Time

/// What can be read of the cards of the disabled, of services to them and of their work.
enum DisabilityFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "disability.person": (.person, { Int($0.card($1).person) }),
      "person.disability": (.disability, { $0.shared.civil.card(of: Int32($1), $0.shared) }),
    ]
    table.beginnings[.disability] = { issuedOn($0, $1) }
    table.facts = [
      "disability.kind": { .integerText(Int($0.card($1).detail)) },
      "disability.level": { .integerText(Int($0.card($1).level)) },
      // GB/T 31723: the resident ID, the category, the level.
      "disability.cardNumber": { sight, index in
        let card = sight.card(index)
        return .text(sight.people.number(of: Int(card.person)) + "\(card.detail)\(card.level)")
      },
      "disability.from": { .day(issuedOn($0, $1)) },
      "disability.to": { .day(issuedOn($0, $1).inTenYears - 1) },
      "disability.communityCode": { .optional($0.registeredCommunity(Int($0.card($1).person))) },
      "person.training.course": { sight, index in
        training(sight, index).map { .text($0.course) } ?? .none
      },
      "person.training.on": { .day(training($0, $1)?.on) },
      // Of those who live elsewhere nothing is known.
      "person.employmentStatus": { sight, index in
        sight.shared.lives.residence(of: index, on: sight.day) == nil
          ? .none : .integerText(employment(sight, index))
      },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    // The dead, and those who moved away, stay for half a year.
    "dpf_disabled_card": RowRule(count: { $0.civil.cards.count }) { sight, index in
      let card = sight.card(index)
      guard card.from <= sight.day else { return false }
      return sight.registration(Int(card.person)) != nil
        || sight.lastRegistration(Int(card.person)).map { sight.day < $0.to + 183 } == true
    },
    "dpf_disabled_job": RowRule(count: { $0.lives.people.persons.count }) { sight, index in
      let one = sight.person(index)
      let born = sight.day - one.birth
      guard (16 * 365..<60 * 366).contains(born), (16..<60).contains(one.age(on: sight.day)) else {
        return false
      }
      return sight.shared.lives.fact(.disabilityCard, of: index, on: sight.day) != nil
        && sight.registration(index) != nil
        && sight.shared.lives.residence(of: index, on: sight.day) != nil
    },
  ]

  /// A card is renewed every ten years.
  private static func issuedOn(_ sight: Sight, _ index: Int) -> Int32 {
    var day = sight.card(index).from
    while day.inTenYears <= sight.day { day = day.inTenYears }
    return day
  }

  /// 就业, 灵活就业 without an employer, 退休 with a pension, 失业 while registered, else 其他.
  static func employment(_ sight: Sight, _ index: Int) -> Int {
    let lives = sight.shared.lives
    if let job = lives.job(of: index, on: sight.day) { return job.employer >= 0 ? 1 : 3 }
    if lives.fact(.pensionPaid, of: index, on: sight.day) != nil { return 4 }
    return lives.fact(.unemployed, of: index, on: sight.day) != nil ? 2 : 9
  }

  /// The last course within three years: each takes one every three to nine years (federation's bulletin of 2023:
  /// 0.42 million trained in towns of some 18 million of working age, more in the districts of cities).
  private static func training(_ sight: Sight, _ index: Int) -> (course: String, on: Int32)? {
    var draw = Draw(Draw.stream(sight.shared.seed, "person.training"), index)
    let period = Int32(draw.number(1_100...3_400))
    let phase = Int32(draw.below(Int(period)))
    let on = WorkDays.next(sight.day - (sight.day + phase) % period)
    guard on <= sight.day, sight.day - on < 1_095, sight.person(index).age(on: on) >= 16 else {
      return nil
    }
    let kind = sight.shared.lives.fact(.disability, of: index, on: sight.day)?.detail ?? 4
    let courses =
      switch kind {
      case 1: ["盲人保健按摩", "盲人医疗按摩", "盲文与读屏软件", "语音客服"]
      case 5, 6: ["手工编织", "简单装配作业", "烘焙入门", "园艺养护", "洗车服务"]
      default:
        [
          "电子商务运营", "直播销售", "面点制作", "计算机文字处理", "手工编织", "家电维修", "农作物种植技术", "平面设计", "客户服务",
        ]
      }
    let round = Int(sight.day + phase) / Int(period)
    var choice = Draw(Draw.stream(sight.shared.seed, "person.course"), index &* 16 &+ round % 16)
    return (choice.pick(courses), on)
  }
}

extension Int32 {
  /// The same date ten years later.
  var inTenYears: Int32 {
    Int32(Day(number: Day(ordinal: Int(self)).number + 100_000).ordinal)
  }
}

extension Sight {
  /// The card of the disabled at a place of `civil.cards`.
  func card(_ index: Int) -> Fact { shared.lives.facts[Int(shared.civil.cards[index])] }
}

extension CivilRecords {
  /// The last card of a person, a place in `cards`; -1 for none.
  func card(of person: Int32, _ shared: SharedTruth) -> Int {
    var (low, high) = (0, cards.count)
    while low < high {
      let middle = (low + high) / 2
      if shared.lives.facts[Int(cards[middle])].person <= person {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low > 0 && shared.lives.facts[Int(cards[low - 1])].person == person ? low - 1 : -1
  }
}
