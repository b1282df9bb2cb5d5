import DemoTruth
import Time

/// What can be read of those who registered as unemployed, and of qualifications.
enum JoblessFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "jobless.person": (.person, { Int($0.lives.facts[$1].person) }),
      "qualification.person": (.person, { Int($0.work.qualifications[$1].person) }),
    ]
    table.beginnings[.jobless] = { $0.lives.facts[$1].from }
    table.facts = [
      "jobless.from": { .day($0.lives.facts[$1].from.weekday) },
      "jobless.to": { .day(expiry($0, $1)) },
      "jobless.reason": { .text(reason($0, $1)) },
      "qualification.number": { .text($0.work.qualifications[$1].number) },
      "qualification.title": { .text($0.work.qualifications[$1].title) },
      "qualification.level": { .text($0.work.qualifications[$1].level) },
      "qualification.issuer.name": { .text($0.work.qualifications[$1].issuer) },
      "qualification.on": { .day($0.work.qualifications[$1].day) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "hrss_unemp": RowRule(count: { $0.lives.facts.count }) { sight, index in
      let fact = sight.lives.facts[index]
      guard fact.kind == .unemployed, fact.from <= sight.day, sight.day - fact.from < 365,
        sight.isCitizen(fact.person),
        (18...59).contains(sight.person(Int(fact.person)).age(on: fact.from))
      else { return false }
      // Six in ten of those whose job ended register.
      var draw = sight.draw("jobless.registers", index)
      return draw.below(100) < 60
    },
    "hrss_prof_cert": RowRule(count: { $0.work.qualifications.count }) { sight, index in
      let one = sight.work.qualifications[index]
      let age = sight.person(Int(one.person)).age(on: sight.day)
      return one.day <= sight.day && sight.day - one.day < 3_653 && (22...60).contains(age)
        && sight.isCitizen(one.person)
        && sight.lives.job(of: Int(one.person), on: sight.day).map { $0.employer >= 0 } == true
    },
  ]

  /// The registration holds for half a year, and is renewed; it ends with the next job.
  private static func expiry(_ sight: Sight, _ index: Int) -> Int32 {
    let fact = sight.lives.facts[index]
    if fact.to <= sight.day { return fact.to }
    return fact.from + ((sight.day - fact.from) / 182 + 1) * 182
  }

  private static func reason(_ sight: Sight, _ index: Int) -> String {
    let fact = sight.lives.facts[index]
    let last = sight.lives.jobs(of: Int(fact.person)).last { $0.to <= fact.from }
    var draw = sight.draw("jobless.reason", index)
    if let last, last.employer >= 0, sight.firm(Int(last.employer)).to == last.to - 1 {
      return draw.below(10) < 7 ? "企业破产" : "企业裁员"
    }
    return ["合同到期", "个人辞职", "企业裁员", "其他"][draw.weighted([42, 34, 16, 8])]
  }
}
