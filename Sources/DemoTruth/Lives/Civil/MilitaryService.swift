internal import Time

/// The service of somebody who left the army: as what, for how many years, from when to when.
package struct MilitaryService: Sendable, Hashable {
  /// How it ended.
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// 退役士兵, 退役军士, 转业军官, 复员军官, 军休干部.
    case soldier, sergeant, transferred, demobilised, retired

    package var label: String {
      ["退役士兵", "退役军士", "转业军官", "复员军官", "军休干部"][Int(rawValue)]
    }
  }

  package var kind: Kind
  package var years: Int

  /// Most are conscripts of two to five years; sergeants serve eight to sixteen (兵役法 2021: the levels of
  /// sergeants), officers twelve to twenty, those of the rest homes thirty (assumption).
  init(_ draw: inout Draw) {
    kind = Kind(rawValue: UInt8(draw.weighted([815, 95, 60, 15, 15]))) ?? .soldier
    years =
      switch kind {
      case .soldier: draw.number(2...5)
      case .sergeant: draw.number(8...16)
      case .transferred, .demobilised: draw.number(10...20)
      case .retired: draw.number(30...36)
      }
  }

  /// By the level of the fact: forty for each kind, and the years.
  package init(level: UInt8) {
    kind = Kind(rawValue: min(level / 40, 4)) ?? .soldier
    years = Int(level % 40)
  }

  var level: UInt8 { kind.rawValue * 40 + UInt8(years) }

  /// The day of discharge: the army takes in and lets go in December, from 2013 on in September, from 2021 on
  /// every second time in March (State Council's orders on enlistment).
  func discharge(of person: Person, enlistedAt age: Double) -> Int32 {
    let enlisted = Day(ordinal: Int(person.birth) + Int(age * 365.25))
    return Int32(
      Day(number: (enlisted.year + years) * 10_000 + Self.month(enlisted.year) + 1).ordinal)
  }

  /// The day on which somebody went who was discharged on a day.
  package func enlisted(discharge: Int32) -> Int32 {
    let year = Day(ordinal: Int(discharge)).year - years
    return Int32(Day(number: year * 10_000 + Self.month(year) + 10).ordinal)
  }

  private static func month(_ year: Int) -> Int {
    year < 2013 ? 1_200 : year < 2021 || year % 2 == 0 ? 900 : 300
  }
}
