import DemoTruth
import Time

/// What can be read of contracts with family doctors: a contract is known by its person.
enum DoctorFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "doctorContract.person": (.person, { $1 }),
      "doctorContract.institution": (
        .firm, { sight, person in team(sight, person).map { Int($0.centre) } ?? -1 }
      ),
      "doctorContract.doctor": (.person, { doctor($0, $1) }),
    ]
    table.beginnings[.doctorContract] = { signedOn($0, $1) ?? $0.day }
    table.facts = [
      "doctorContract.from": { .day(signedOn($0, $1)) },
      "doctorContract.package": { .text(package($0, $1)) },
      "doctorContract.team.name": { sight, person in
        .optional(
          team(sight, person).map { team in
            let name = CellShape.short(sight.shared.firms.name(of: Int(team.centre)))
            return name + "第\(ChineseNumeral.text(Int(team.number)))家庭医生团队"
          })
      },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "nhc_family_doc": RowRule(count: { $0.lives.people.persons.count }) { sight, person in
      sight.lives.residence(of: person, on: sight.day) != nil && sight.isCitizen(Int32(person))
        && signedOn(sight, person) != nil && team(sight, person) != nil
    }
  ]

  /// The day of the signing that is in force: they are for a year and renewed, six of ten in May.
  ///
  /// Of the aged 75 % have one, of children under seven 60, of the disabled 60, of those from 45 with a
  /// chronic illness 60, of the others 22 (国卫基层发〔2022〕10号 asks for 75 % of the first groups by 2035).
  private static func signedOn(_ sight: Sight, _ person: Int) -> Int32? {
    var draw = sight.draw("doctor.contract", person)
    let (part, month, inMonth, start) = (
      draw.below(100), draw.below(10) < 6 ? 5 : draw.number(1...12), draw.number(1...28),
      draw.number(2018...2025)
    )
    let one = sight.person(person)
    let age = one.age(on: sight.day)
    let share: Int
    switch age {
    case 65...: share = 75
    case ..<7: share = 60
    default: share = isDisabled(sight, person) || isChronic(sight, person) ? 60 : 22
    }
    guard part < share else { return nil }
    var year = Day(ordinal: Int(sight.day)).year
    func day(_ year: Int) -> Int32 {
      Int32(Day.ordinal(year: year, month: month, day: inMonth)).weekday
    }
    if day(year) > sight.day { year -= 1 }
    let first = sight.people.presence(of: person).lowerBound + 30
    return year >= start && day(year) >= first ? day(year) : nil
  }

  private static func isDisabled(_ sight: Sight, _ person: Int) -> Bool {
    sight.lives.fact(.disabilityCard, of: person, on: sight.day) != nil
  }

  /// No illness is kept: of those from 45 to 64 three in ten have pressure or sugar that is looked after
  /// (survey of chronic diseases 2018: 27.5 and 11.9 % of adults).
  private static func isChronic(_ sight: Sight, _ person: Int) -> Bool {
    var draw = sight.draw("doctor.chronic", person)
    return (45..<65).contains(sight.person(person).age(on: sight.day)) && draw.below(10) < 3
  }

  private static func package(_ sight: Sight, _ person: Int) -> String {
    let age = sight.person(person).age(on: sight.day)
    if age >= 65 { return "老年人包" }
    if age < 7 { return "儿童包" }
    if isChronic(sight, person) { return "慢病包" }
    return isPregnant(sight, person) ? "孕产妇包" : "基础包"
  }

  /// From the third month to six weeks after a birth.
  private static func isPregnant(_ sight: Sight, _ person: Int) -> Bool {
    let one = sight.person(person)
    guard one.sex == .female, (16..<50).contains(one.age(on: sight.day)), one.household >= 0 else {
      return false
    }
    return sight.people.households[Int(one.household)].members.contains {
      let child = sight.person($0)
      return child.mother == Int32(person) && child.birth - 200 <= sight.day
        && sight.day < child.birth + 42
    }
  }

  private static func team(_ sight: Sight, _ person: Int) -> CareTeam? {
    guard let home = sight.lives.residence(of: person, on: sight.day) else { return nil }
    let building = sight.shared.homes.dwellings[Int(home.dwelling)].building
    let grid = sight.shared.ground.buildings[Int(building)].grid
    return sight.work.teams[Int(sight.shared.ground.grids[Int(grid)].community)]
  }

  /// Of the doctors who work at the centre on the day of the signing and still do, the team's.
  private static func doctor(_ sight: Sight, _ person: Int) -> Int {
    guard let team = team(sight, person) else { return -1 }
    let doctors = sight.work.staff[Int(team.centre)].map { sight.job(Int($0)) }.filter {
      $0.occupation == .doctor && $0.holds(on: sight.day)
    }
    guard !doctors.isEmpty else { return -1 }
    return Int(doctors[Int(team.number - 1) % doctors.count].person)
  }
}
