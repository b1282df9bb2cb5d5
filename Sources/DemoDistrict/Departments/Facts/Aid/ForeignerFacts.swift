import DemoTruth
import Time

/// What can be read of people from abroad, from Hong Kong, Macao and Taiwan: their papers and their stay.
enum ForeignerFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.facts = [
      "person.latinSurname": { .optional($0.people.latinName(of: $1)?.surname) },
      "person.latinGivenNames": { .optional($0.people.latinName(of: $1)?.given) },
      "person.chineseName": { .optional(chineseName($0, $1)) },
      "person.nationality": { .text($0.people.nationality(of: $1)) },
      "person.documentKind": { .integerText($0.people.documentKind(of: $1)) },
      "person.documentNumber": { .text($0.people.number(of: $1)) },
      "person.documentTo": { .day($0.people.documentTo(of: $1)) },
      "residence.from": { .day($0.people.presence(of: $1).lowerBound) },
      "residence.purpose": { .text(purpose($0, $1)) },
      "residence.plannedTo": { .day(plannedTo($0, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "psb_foreigner": RowRule(count: { $0.lives.people.persons.count }) { sight, index in
      guard sight.people.isFromAbroad(index) else { return false }
      let presence = sight.people.presence(of: index)
      return !presence.isEmpty && presence.lowerBound <= sight.day
        && (presence.upperBound > .max - 90 || sight.day < presence.upperBound + 90)
    }
  ]

  private static let surnames = Array("安白戴费高韩江柯李林罗马莫倪潘乔沈唐魏谢叶周")
  private static let men = ["大卫", "丹尼", "杰森", "凯文", "迈克", "明浩", "诺亚", "文森", "雅各", "志浩"]
  private static let women = ["安娜", "海伦", "丽莎", "美玲", "诺拉", "思敏", "苏珊", "雅琳", "知美", "珍妮"]

  /// All of Hong Kong, Macao and Taiwan have one; of people whose names are written in characters at home most, of
  /// others a third gave one (assumption).
  private static func chineseName(_ sight: Sight, _ index: Int) -> String? {
    guard sight.person(index).traits.contains(.foreigner) else {
      return sight.people.name(of: index)
    }
    var draw = Draw(Draw.stream(sight.shared.seed, "person.chinese"), index)
    let hasCharacters = ["KOR", "JPN", "VNM", "SGP", "MYS"].contains(
      sight.people.nationality(of: index))
    guard draw.below(100) < (hasCharacters ? 85 : 33) else { return nil }
    let given = sight.person(index).sex == .male ? men : women
    return String(draw.pick(surnames)) + draw.pick(given)
  }

  /// By what they do here; those without work or school stay with their family, or for good.
  private static func purpose(_ sight: Sight, _ index: Int) -> String {
    let age = sight.person(index).age(on: sight.day)
    var draw = Draw(Draw.stream(sight.shared.seed, "stay.purpose"), index)
    let turn = draw.below(100)
    if sight.shared.lives.job(of: index, on: sight.day) != nil {
      return turn < 82 ? "工作" : "商务"
    }
    if age < 18 { return turn < 60 ? "探亲" : "学习" }
    if age < 27 { return turn < 75 ? "学习" : "探亲" }
    return turn < 45 ? "探亲" : turn < 65 ? "居留" : turn < 80 ? "商务" : turn < 92 ? "工作" : "其他"
  }

  /// Permits of stay are for a year and renewed; of those who left the day on which they did.
  private static func plannedTo(_ sight: Sight, _ index: Int) -> Int32 {
    let presence = sight.people.presence(of: index)
    if presence.upperBound <= sight.day { return presence.upperBound }
    return presence.lowerBound + ((sight.day - presence.lowerBound) / 365 + 1) * 365
  }
}
