import DemoTruth
import Time

/// What can be read of schools and kindergartens: a school is known by its place in `firms`.
enum SchoolFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "school.premises": (.premises, { Int($0.firm($1).premises) }),
      "school.director": (.person, { Int($0.firm($1).representative) }),
    ]
    table.facts = [
      "school.code": { .text(code($0, $1)) },
      "school.name": { .text($0.shared.firms.name(of: $1)) },
      "school.kind": { .text(kind($0, $1)) },
      "school.nature": { .text(nature($0, $1)) },
      "school.phone": { sight, index in
        .text(PersonalNumber.landline(520_000 + index * 7_919, in: sight.division))
      },
      "school.places": { .integer(places($0, $1)) },
    ]
    table.others = [
      "count.enrolled(school)": { .integer(enrolled($0, $1)) },
      "count.teachers(school)": { .integer(teachers($0, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "edu_school": rule { $0 != "8310" && SchoolClass.all[$0] != nil },
    "edu_kindergarten": rule { $0 == "8310" },
  ]

  private static func rule(_ isOfClass: @escaping @Sendable (String) -> Bool) -> RowRule {
    RowRule(count: { $0.firms.list.count }) { sight, index in
      isOfClass(sight.shared.firms.trade(of: index).code) && sight.firm(index).isOpen(on: sight.day)
    }
  }

  /// Ten digits: the kind, the district and a serial of the kind.
  private static func code(_ sight: Sight, _ index: Int) -> String {
    let digit = SchoolClass.all[sight.shared.firms.trade(of: index).code]?.digit ?? 9
    return "\(digit)\(sight.division.code)" + Digits.padded(sight.work.schoolRanks[index] ?? 0, 3)
  }

  private static func kind(_ sight: Sight, _ index: Int) -> String {
    if sight.shared.firms.isVocational(index), sight.shared.firms.trade(of: index).code == "8334" {
      return "职业高中"
    }
    return SchoolClass.all[sight.shared.firms.trade(of: index).code]?.kind ?? ""
  }

  /// Of private kindergartens three in four keep to fees that the district sets (普惠性: ministry of
  /// education, 2023, 91 % of all children are in such or public ones).
  private static func nature(_ sight: Sight, _ index: Int) -> String {
    guard sight.firm(index).form == .nonProfit else { return "公办" }
    guard sight.shared.firms.trade(of: index).code == "8310" else { return "民办" }
    var draw = sight.draw("school.nature", index)
    return draw.below(4) < 3 ? "普惠性民办" : "民办"
  }

  /// Those enrolled on the last 1 September.
  static func enrolled(_ sight: Sight, _ school: Int) -> Int {
    let day = sight.day.lastFirstOfSeptember
    return sight.work.pupils[school]?.count { sight.lives.enrolments[Int($0)].holds(on: day) } ?? 0
  }

  private static func teachers(_ sight: Sight, _ school: Int) -> Int {
    sight.work.staff[school].count { place in
      let job = sight.job(Int(place))
      return job.occupation == .teacher && job.holds(on: sight.day)
    }
  }

  /// For which the kindergarten is approved: classes of thirty, 13 m2 a child (建标 175-2016), and not
  /// fewer than came.
  private static func places(_ sight: Sight, _ index: Int) -> Int {
    let premises = sight.shared.homes.premises[Int(sight.firm(index).premises)]
    let children =
      (0...2).map { back in
        let day = sight.on(TruthCalendar.todayOrdinal - Int32(back) * 365)
        return enrolled(day, index)
      }.max() ?? 0
    return max((Int(premises.area) / 13 + 29) / 30, (children + 29) / 30, 3) * 30
  }
}

extension Int32 {
  /// The last 1 September up to the day.
  var lastFirstOfSeptember: Int32 {
    let year = Enrolment.schoolYear(of: self)
    return Int32(Day(number: year * 10_000 + 901).ordinal)
  }
}
