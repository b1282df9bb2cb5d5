import DemoTruth
import Time

/// What can be read of births and deaths and of their certificates.
enum VitalFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "birth.child": (.person, { Int(birth($0, $1).child) }),
      "birth.mother": (.person, { Int($0.person(Int(birth($0, $1).child)).mother) }),
      "birth.father": (.person, { Int($0.person(Int(birth($0, $1).child)).father) }),
      "birth.hospital": (.firm, { Int(birth($0, $1).hospital) }),
      "death.person": (.person, { Int(death($0, $1).person) }),
      "death.issuer": (.firm, { Int(death($0, $1).issuer) }),
    ]
    table.beginnings[.birth] = { birth($0, $1).issued }
    table.beginnings[.death] = { death($0, $1).issued }
    table.facts = [
      "birth.at": { moment($0, birth($0, $1).child, $0.person(Int(birth($0, $1).child)).birth) },
      "birth.certificateNumber": { .text(birthNumber($0, $1)) },
      "birth.issuedOn": { .day(birth($0, $1).issued) },
      "death.at": { moment($0, death($0, $1).person, $0.person(Int(death($0, $1).person)).death) },
      "death.placeKind": {
        .text(["医疗机构", "家中", "养老机构", "途中", "其他"][Int(death($0, $1).place.rawValue)])
      },
      "death.certificateNumber": { sight, index in
        let one = death(sight, index)
        return .text(
          "\(sight.division.code)\(Day(ordinal: Int(one.issued)).year)"
            + Digits.padded(Int(one.number), 6))
      },
      "death.issuedOn": { .day(death($0, $1).issued) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "nhc_birth_cert": RowRule(count: { $0.civil.births.count }) { sight, index in
      let one = birth(sight, index)
      return one.issued <= sight.day && sight.day - sight.person(Int(one.child)).birth < 365
    },
    "nhc_death_cert": RowRule(count: { $0.civil.deaths.count }) { sight, index in
      let one = death(sight, index)
      return one.issued <= sight.day && sight.day - sight.person(Int(one.person)).death < 365
    },
  ]

  private static func birth(_ sight: Sight, _ index: Int) -> CivilRecords.Birth {
    sight.shared.civil.births[index]
  }

  private static func death(_ sight: Sight, _ index: Int) -> CivilRecords.Death {
    sight.shared.civil.deaths[index]
  }

  /// The letter of the year (X of 2025), two digits of the region (99 for the first district, 98 for the next),
  /// two of the hospital, a counter of five.
  private static func birthNumber(_ sight: Sight, _ index: Int) -> String {
    let birth = birth(sight, index)
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let year = Day(ordinal: Int(birth.issued)).year
    return String(letters[(year - 2002) % 26]) + String(99 - sight.division.number)
      + Digits.padded(max(Int(birth.hospital), 0) % 90 + 10, 2)
      + Digits.padded(Int(birth.number), 5)
  }

  /// A minute of the day, as likely as any other.
  private static func moment(_ sight: Sight, _ person: Int32, _ day: Int32) -> DemoValue {
    var draw = Draw(Draw.stream(sight.shared.seed, "certificate.time"), Int(person))
    return .moment(Day(ordinal: Int(day)), draw.below(1_440) * 60)
  }
}
