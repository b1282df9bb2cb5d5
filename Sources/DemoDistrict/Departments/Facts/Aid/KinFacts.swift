import DemoTruth
import Time

/// What can be read of who stands by a person: contacts, guardians, visitors, parents elsewhere.
enum KinFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "person.contact": (.person, { contact($0, $1) }),
      "person.guardian": (.person, { Int($0.shared.lives.guardian(of: $1, on: $0.day)) }),
    ]
    table.facts = [
      "person.bankTail": { sight, index in
        var draw = Draw(Draw.stream(sight.shared.seed, "person.bank"), index)
        return .text(Digits.padded(draw.below(10_000), 4))
      },
      "person.livingKind": { .integerText(livingKind($0, $1)) },
      "person.guardianKinship": { .optional(guardianKinship($0, $1)) },
      "person.lastVisit.frequency": { .text(frequency($0, $1).label) },
      "person.lastVisit.at": { lastVisit($0, $1) },
      "person.lastVisit.visitor.name": { sight, index in
        let visitor = visitor(sight, index)
        return visitor < 0 ? .none : .text(sight.people.name(of: visitor))
      },
      "person.schooling.school.name": { sight, index in
        guard let school = sight.shared.lives.enrolment(of: index, on: sight.day)?.school,
          school >= 0
        else { return .none }
        return .text(sight.shared.firms.name(of: Int(school)))
      },
      // Of parents who never lived here the truth knows no number, and the village has none.
      "person.parent.phone": { sight, index in
        let parent = parent(sight, index)
        return parent < 0 ? .none : .text(sight.people.mobile(of: parent))
      },
      "person.parent.job.workplace": { .text(workplace($0, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "mca_elder_alone": RowRule(count: { $0.lives.people.persons.count }) { sight, index in
      guard sight.day - sight.person(index).birth > 65 * 365 else { return false }
      return sight.person(index).age(on: sight.day) >= 65 && livingKind(sight, index) <= 2
        && sight.isCitizen(Int32(index))
    },
    "mca_child_left": RowRule(count: { $0.lives.people.persons.count }) { sight, index in
      let one = sight.person(index)
      guard one.traits.contains(.leftBehind), (3..<16).contains(one.age(on: sight.day)),
        let home = sight.shared.lives.residence(of: index, on: sight.day),
        sight.shared.truth.dwellingPlaces[Int(home.dwelling)].isVillage
      else { return false }
      // Of one in eight of these families both parents are outside the city, of the others at work in it.
      var draw = Draw(Draw.stream(sight.shared.seed, "parent.away"), Int(one.household))
      guard draw.below(8) == 0 else { return false }
      // Orphans and those without care are in the other list.
      let hardship = sight.shared.lives.fact(.hardshipChild, of: index, on: sight.day)
      return hardship == nil || hardship?.detail == 3
    },
  ]

  /// The next of kin, else the community's worker.
  private static func contact(_ sight: Sight, _ index: Int) -> Int {
    let kin = Int(sight.shared.lives.nextOfKin(of: index, on: sight.day))
    return kin >= 0 ? kin : sight.communityWorker(for: index)
  }

  /// By `living-kind.csv`: alone, with the spouse or others of that age, with younger ones, in a home.
  private static func livingKind(_ sight: Sight, _ index: Int) -> Int {
    guard let home = sight.shared.lives.residence(of: index, on: sight.day) else { return 9 }
    let household = Int(sight.person(index).household)
    let form = sight.people.households[household].form
    guard form != .careHome else { return 4 }
    guard form.isFamily else { return 9 }
    let others = sight.shared.lives.occupants(of: Int(home.dwelling), on: sight.day)
      .filter { $0 != Int32(index) }
    if others.isEmpty { return 1 }
    return others.allSatisfy { sight.day - sight.person(Int($0)).birth > 60 * 365 } ? 2 : 3
  }

  /// Of the same surname as the grandfather: his son's child.
  private static func guardianKinship(_ sight: Sight, _ index: Int) -> String? {
    let guardian = Int(sight.shared.lives.guardian(of: index, on: sight.day))
    guard guardian >= 0 else { return nil }
    let (child, one) = (sight.person(index), sight.person(guardian))
    guard child.birth - one.birth > 36 * 365 else { return "其他亲属" }
    let spouse = sight.shared.lives.spouse(of: guardian, on: sight.day).map(Int.init) ?? -1
    let grandfather = one.sex == .male ? one : spouse >= 0 ? sight.person(spouse) : one
    return grandfather.name.surnameText == child.name.surnameText ? "祖父母" : "外祖父母"
  }

  private static func parent(_ sight: Sight, _ index: Int) -> Int {
    let one = sight.person(index)
    let parents = [one.father, one.mother].map(Int.init)
    return parents.first { $0 >= 0 && sight.shared.lives.isAlive($0, on: sight.day) } ?? -1
  }

  /// The province and the city where the parents work, one for a family.
  private static func workplace(_ sight: Sight, _ index: Int) -> String {
    var draw = Draw(
      Draw.stream(sight.shared.seed, "parent.workplace"), Int(sight.person(index).household))
    let text = OutsidePlaces.address("99" + Digits.padded(draw.number(2...99), 2) + "01")
    return text.firstIndex(of: "市").map { String(text[...$0]) } ?? text
  }

  // MARK: Visits

  private enum Frequency: Int {
    case daily = 1
    case weekly = 7
    case monthly = 30

    var label: String { self == .daily ? "每日" : self == .weekly ? "每周" : "每月" }
  }

  /// Each day from 90 on and of the alone from 85, each week of the alone and from 80, else each month.
  private static func frequency(_ sight: Sight, _ index: Int) -> Frequency {
    let age = sight.person(index).age(on: sight.day)
    let isAlone = livingKind(sight, index) == 1
    if age >= 90 || isAlone && age >= 85 { return .daily }
    return isAlone && age >= 70 || age >= 80 ? .weekly : .monthly
  }

  /// The last day of the round up to the day, on working days but for daily ones, between nine and half past four.
  private static func lastVisit(_ sight: Sight, _ index: Int) -> DemoValue {
    let frequency = frequency(sight, index)
    var draw = Draw(Draw.stream(sight.shared.seed, "visit.round"), index)
    var day =
      sight.day - (sight.day + Int32(draw.below(frequency.rawValue))) % Int32(frequency.rawValue)
    if frequency != .daily {
      while !WorkDays.isWorkDay(day) { day -= 1 }
    }
    var time = Draw(
      Draw.stream(sight.shared.seed, "visit.time"), index &* 4_096 &+ Int(day) % 4_096)
    return .moment(Day(ordinal: Int(day)), time.number(9 * 60...16 * 60 + 30) * 60)
  }

  /// A neighbour of the building of 50 to 72 years in a third of the homes, else the community's worker.
  private static func visitor(_ sight: Sight, _ index: Int) -> Int {
    var draw = Draw(Draw.stream(sight.shared.seed, "visit.visitor"), index)
    if draw.below(3) == 0, let home = sight.shared.lives.residence(of: index, on: sight.day) {
      let building = Int(sight.shared.homes.dwellings[Int(home.dwelling)].building)
      let all = sight.shared.homes.dwellings(ofBuilding: building)
      let start = draw.below(all.count)
      for step in 0..<min(all.count, 12) {
        let dwelling = all.lowerBound + (start + step) % all.count
        guard dwelling != Int(home.dwelling) else { continue }
        let found = sight.shared.lives.occupants(of: dwelling, on: sight.day).first {
          (50...72).contains(sight.person(Int($0)).age(on: sight.day))
            && !sight.shared.lives.people.isFromAbroad(Int($0))
        }
        if let found { return Int(found) }
      }
    }
    return sight.communityWorker(for: index)
  }
}
