import DemoTruth

/// What can be read of the accounts of the housing fund: an account is known by its person.
enum FundFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "fundAccount.person": (.person, { $1 }),
      "fundAccount.employer": (
        .firm,
        { sight, person in
          let job = job(sight, person)
          return job < 0 ? -1 : Int(sight.job(job).employer)
        }
      ),
    ]
    table.beginnings[.fundAccount] = { sight, person in
      let job = job(sight, person)
      return job < 0 ? sight.day : sight.job(job).from
    }
    table.facts = [
      "fundAccount.number": {
        .text("9901" + Digits.padded($1 + 1 + 10_000_000 * $0.division.number, 8))
      },
      "fundAccount.person.documentKind": { sight, person in
        .text(["111": "10", "414": "40"][String(sight.people.documentKind(of: person))] ?? "50")
      },
      "fundAccount.base": { sight, person in .integer(sight.base(of: job(sight, person))) },
      "fundAccount.contribution": { sight, person in
        let base = sight.base(of: job(sight, person))
        return .integer((base * rate(sight, job(sight, person)) + 50) / 100)
      },
      "fundAccount.state": { .text(state($0, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    // Whole employers.
    "hud_fund": RowRule(
      group: { sight, person in
        let job = job(sight, person)
        return job < 0 ? -1 : Int(sight.job(job).employer)
      },
      count: { $0.lives.people.persons.count },
      isIn: { sight, person in
        guard sight.isCitizen(Int32(person)), job(sight, person) >= 0 else { return false }
        return sight.lives.people.presence(of: person).contains(sight.day)
          && (20...60).contains(sight.person(person).age(on: sight.day))
      })
  ]

  /// The last job that began by the day and whose employer pays: a place in `lives.jobs`, or -1.
  private static func job(_ sight: Sight, _ person: Int) -> Int {
    sight.lives.jobs(of: person).indices.last {
      let job = sight.job($0)
      return job.from <= sight.day && job.isInsured && job.employer >= 0
        && pays(sight, Int(job.employer))
    } ?? -1
  }

  /// Public bodies pay, and the more of firms the larger they are (assumption; the fund has 175 million
  /// accounts of 470 million employed in towns, 2023).
  private static func pays(_ sight: Sight, _ firm: Int) -> Bool {
    let one = sight.firm(firm)
    if one.form.isPublicBody { return true }
    guard one.form != .soleTrader else { return false }
    var draw = sight.draw("fund.pays", firm)
    return draw.below(100)
      < (one.staff >= 100 ? 90 : one.staff >= 30 ? 65 : one.staff >= 10 ? 40 : 20)
  }

  /// Percent of the base, from each side: 12 of public bodies, 5 to 12 of others.
  private static func rate(_ sight: Sight, _ job: Int) -> Int {
    let firm = Int(sight.job(job).employer)
    let form = sight.firm(firm).form
    if form.isPublicBody || form == .stateOwned { return 12 }
    var draw = sight.draw("fund.rate", firm)
    return [5, 5, 5, 7, 8, 8, 10, 12][draw.below(8)]
  }

  /// Sealed when the job ended, closed with the pension; of a thousand two are frozen by a court.
  private static func state(_ sight: Sight, _ person: Int) -> String {
    var draw = sight.draw("fund.frozen", person)
    if draw.below(1_000) < 2 { return "冻结" }
    if sight.lives.fact(.pensionPaid, of: person, on: sight.day) != nil { return "销户" }
    return sight.job(job(sight, person)).holds(on: sight.day) ? "正常" : "封存"
  }
}
